// Every step at the desk: one transaction for the conversation, its case, who holds it, the audit line and what the customer hears.
import { randomUUID } from 'node:crypto';
import type { CaseRecord } from '../../../data/domain/case/case';
import { afterStep, type DeskConversation, type DeskStep } from '../../../data/domain/case/deskConversation';
import type { Operation } from '../../../data/store/documentStore';
import type { Kept } from '../../../data/store/repositories/repository';
import { formatMessage } from '../../../dialogs/text/formatMessage';
import type { MessageId, MessageValues } from '../../../dialogs/text/messages';
import type { TranscriptEntry } from '../contract/desk';
import type { PoliciesInForce } from '../policiesInForce';
import { type StaffParts, staffAudit } from '../staffParts';
import type { DeskQueue } from './deskQueue';
import { type DeliveryParts, prepare, type Words } from './staffDelivery';
import { saying } from './transcript';

const heldCollection = 'heldConversations';

export interface DeskParts extends StaffParts, DeliveryParts {
  readonly policies: PoliciesInForce;
  readonly queue: DeskQueue;
  readonly log: StaffParts['log'];
}

/** Who acts: a colleague by name, '' for the desk itself. */
export interface Actor {
  readonly username: string;
  readonly now: string;
}

export type StepOutcome =
  | { readonly kind: 'done'; readonly kept: Kept<DeskConversation> }
  | { readonly kind: 'notFound' }
  /** Somebody was quicker, or it does not fit where the conversation stands. */
  | { readonly kind: 'conflict' | 'wrongStatus'; readonly kept: Kept<DeskConversation> };

/** A sentence of the approved texts, said to the customer with the step. */
export type Notice = (desk: DeskConversation) => Words;

export const saidWith = <Id extends MessageId>(
  { locale }: Pick<DeskConversation, 'locale'>,
  id: Id,
  values: MessageValues<Id>,
): Words => ({ text: formatMessage(locale, id, values).text, locale });

const whyOf = {
  take: 'taken',
  release: 'released',
  callBack: 'released',
  transfer: 'transferred',
  handBack: 'handedBack',
  close: 'closed',
  external: 'external',
} as const;

export class Desk {
  constructor(readonly parts: DeskParts) {}

  /** Runs in line with the customer's own turns, so that neither is half seen by the other. */
  inLine<T>(desk: Pick<DeskConversation, 'conversation'>, work: () => Promise<T>): Promise<T> {
    return this.parts.locks.run(desk.conversation, work);
  }

  async step(
    conversationId: string,
    expectedVersion: number | 'any',
    step: DeskStep,
    actor: Actor,
    options: { readonly notice?: Notice; readonly why?: 'agentLost'; readonly reason?: string } = {},
  ): Promise<StepOutcome> {
    const first = await this.parts.repositories.deskConversations.kept(conversationId);
    if (first === undefined) return { kind: 'notFound' };
    return this.inLine(first.record, async () => {
      const kept = await this.parts.repositories.deskConversations.kept(conversationId);
      if (kept === undefined) return { kind: 'notFound' };
      if (expectedVersion !== 'any' && kept.version !== expectedVersion) return { kind: 'conflict', kept };
      const after = afterStep(kept.record, step, actor.now);
      if (after === null) return { kind: 'wrongStatus', kept };
      const why = options.why ?? whyOf[step.kind];
      const audit = staffAudit(
        this.parts,
        actor,
        `desk.${why}`,
        { caseNumber: after.caseNumber, reason: options.reason ?? '' },
        { status: after.status, agent: after.agent, outcome: after.outcome },
        conversationId,
      );
      const operations = [audit, ...(await this.consequences(kept.record, after, actor))];
      return this.store(kept, after, operations, actor, options.notice, why);
    });
  }

  /** Who holds it, the case, and, when it is over, what the assistant remembers of it. */
  private async consequences(before: DeskConversation, after: DeskConversation, actor: Actor): Promise<Operation[]> {
    const held: Operation =
      after.status === 'taken' || after.status === 'external'
        ? {
            kind: 'put',
            collection: heldCollection,
            id: after.conversation,
            value: { caseNumber: after.caseNumber, agentId: after.agent ?? 'hub', heldSince: actor.now },
            expectedVersion: 'any',
          }
        : { kind: 'remove', collection: heldCollection, id: after.conversation, expectedVersion: 'any' };
    return [held, ...(await this.caseOperations(before, after, actor))];
  }

  private async caseOperations({ caseNumber }: DeskConversation, after: DeskConversation, { username, now }: Actor) {
    const { cases } = this.parts.repositories;
    const kept = await cases.kept(caseNumber);
    if (kept === undefined || kept.record.status === 'closed') return [];
    const status: CaseRecord['status'] =
      after.status === 'waiting'
        ? 'waiting'
        : after.status === 'taken' || after.status === 'external'
          ? 'taken'
          : 'closed';
    const closed = { at: now, by: username, outcome: after.outcome ?? 'resolved', decision: null };
    const record: CaseRecord = { ...kept.record, status, ...(status === 'closed' ? { closed } : {}) };
    return [cases.putOperation(record, kept.version)];
  }

  private async store(
    before: Kept<DeskConversation>,
    after: DeskConversation,
    more: readonly Operation[],
    actor: Actor,
    notice: Notice | undefined,
    why: (typeof whyOf)[DeskStep['kind']] | 'agentLost',
  ): Promise<StepOutcome> {
    const { store, repositories, queue } = this.parts;
    const put = repositories.deskConversations.putOperation(after, before.version);
    const words = notice?.(after);
    const prepared = words === undefined ? undefined : await prepare(this.parts, after, words, randomUUID(), actor.now);
    const entry: TranscriptEntry | undefined =
      words === undefined ? undefined : { at: actor.now, from: 'assistant', text: words.text, agent: null };
    const said = entry === undefined ? [] : [saying(after.conversation, entry), ...(prepared?.operations ?? [])];
    const [version = 0] = await store.transaction([put, ...more, ...said]);
    const kept = { record: after, version };
    queue.changed(kept);
    const { conversationId, status, agent } = after;
    queue.tell({ type: 'status', conversationId, status, agent, why });
    if (entry !== undefined) queue.tell({ type: 'message', conversationId, entry });
    await prepared?.send();
    return { kind: 'done', kept };
  }

  /** Someone who waits may be in danger: to the front of the queue. */
  async raise(conversationId: string): Promise<void> {
    const first = await this.parts.repositories.deskConversations.kept(conversationId);
    if (first === undefined) return;
    await this.inLine(first.record, async () => {
      const { repositories, store } = this.parts;
      const kept = await repositories.deskConversations.kept(conversationId);
      if (kept === undefined || kept.record.status !== 'waiting') return;
      const record: DeskConversation = { ...kept.record, priority: 'urgent', reason: 'vulnerable' };
      await store.transaction([repositories.deskConversations.putOperation(record, kept.version)]);
      await this.parts.queue.refresh(conversationId);
    });
  }

  /**
   * Says words to the customer that were found to be fit to be said. The same `messageId` twice is said once; the answer is
   * then the same.
   */
  async say(
    desk: DeskConversation,
    text: string,
    from: 'agent' | 'assistant',
    messageId: string,
    actor: Actor,
    audit: Operation,
  ): Promise<{ readonly entry: TranscriptEntry; readonly delivered: boolean }> {
    const { store, queue } = this.parts;
    const agent = actor.username === '' ? null : actor.username;
    const entry: TranscriptEntry = { at: actor.now, from, text, agent };
    const prepared = await prepare(this.parts, desk, { text, locale: desk.locale }, messageId, actor.now);
    await store.transaction([...prepared.operations, saying(desk.conversation, entry), audit]);
    queue.tell({ type: 'message', conversationId: desk.conversationId, entry });
    return { entry, delivered: await prepared.send() };
  }
}
