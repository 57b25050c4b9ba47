// Every step at the desk: one transaction for the conversation, its case, who holds it, the audit line and what the customer hears.
import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { CaseRecord } from '../../../data/domain/case/case';
import {
  afterStep,
  type DeskConversation,
  type DeskStep,
  type Outcome,
} from '../../../data/domain/case/deskConversation';
import type { WordRules } from '../../../data/domain/conduct/words/judgeWords';
import type { Operation } from '../../../data/store/documentStore';
import type { Kept } from '../../../data/store/repositories/repository';
import type { TranscriptEntry } from '../contract/desk';
import type { PoliciesInForce } from '../policiesInForce';
import { type StaffParts, staffAudit } from '../staffParts';
import { isWatched } from './care/watchedPhone';
import { noticeOf, type Why, whyOf } from './deskNotices';
import type { DeskQueue } from './deskQueue';
import { type DeliveryParts, prepare, type Words } from './staffDelivery';
import { saying, wasReached } from './transcript';
import { heldExpiry } from './words/heldRecords';

const heldCollection = 'heldConversations';

export interface DeskParts extends StaffParts, DeliveryParts {
  readonly policies: PoliciesInForce;
  /** What words are judged by on a day. */
  wordRulesOn(day: CalendarDate): WordRules;
  readonly queue: DeskQueue;
  readonly log: StaffParts['log'];
}

/** Who acts: a colleague by name, '' for the desk itself. */
export interface Actor {
  readonly username: string;
  readonly now: string;
}

/** A conversation as it was seen by who acts on it. */
export interface SeenConversation {
  readonly conversationId: string;
  readonly expectedVersion: number;
}

export type StepOutcome =
  | { readonly kind: 'done'; readonly kept: Kept<DeskConversation> }
  | { readonly kind: 'notFound' }
  /** Somebody was quicker, or it does not fit where the conversation stands. */
  | { readonly kind: 'conflict' | 'wrongStatus'; readonly kept: Kept<DeskConversation> };

/** What an agent asks for; whether the person was reached is read from what was said. */
export type AskedStep =
  | Exclude<DeskStep, { kind: 'handBack' | 'close' }>
  | { readonly kind: 'handBack' }
  | { readonly kind: 'close'; readonly outcome: Outcome };

export class Desk {
  constructor(readonly parts: DeskParts) {}

  /** Runs in line with the customer's own turns, so that neither is half seen by the other. */
  inLine<T>(desk: Pick<DeskConversation, 'conversation'>, work: () => Promise<T>): Promise<T> {
    return this.parts.locks.run(desk.conversation, work);
  }

  /** Carries out a step on exactly the version that was seen, and tells the customer and the desk of it. */
  async step(
    { conversationId, expectedVersion }: SeenConversation,
    asked: AskedStep,
    actor: Actor,
    options: { readonly why?: 'agentLost'; readonly reason?: string } = {},
  ): Promise<StepOutcome> {
    const first = await this.parts.repositories.deskConversations.kept(conversationId);
    if (first === undefined) return { kind: 'notFound' };
    return this.inLine(first.record, async () => {
      const kept = await this.parts.repositories.deskConversations.kept(conversationId);
      if (kept === undefined) return { kind: 'notFound' };
      if (kept.version !== expectedVersion) return { kind: 'conflict', kept };
      const step = await this.judged(kept.record, asked);
      const after = afterStep(kept.record, step, actor.now);
      if (after === null) return { kind: 'wrongStatus', kept };
      const isEnd = step.kind === 'handBack' || step.kind === 'close';
      const why = options.why ?? (isEnd && after.status === 'waiting' ? 'notReached' : whyOf[step.kind]);
      const audit = staffAudit(
        this.parts,
        actor,
        `desk.${why}`,
        { caseNumber: after.caseNumber, reason: options.reason ?? '' },
        { status: after.status, agent: after.agent, outcome: after.outcome },
        conversationId,
      );
      const operations = [audit, ...(await this.consequences(after, actor))];
      // Where somebody else may read it, nobody is told who came or went.
      const notice = (await isWatched(this.parts, after)) ? undefined : noticeOf(after, step, why);
      return this.store(kept, after, operations, actor, notice, why);
    });
  }

  /** An end says whether it came after the person was reached. */
  private async judged(before: DeskConversation, asked: AskedStep): Promise<DeskStep> {
    if (asked.kind !== 'handBack' && asked.kind !== 'close') return asked;
    const isNoAnswer = asked.kind === 'close' && asked.outcome === 'noAnswer';
    return { ...asked, reached: !isNoAnswer && (await wasReached(this.parts, before)) };
  }

  /** Who holds it, and the case. */
  private async consequences(after: DeskConversation, actor: Actor): Promise<Operation[]> {
    const stored = await this.parts.store.get(heldCollection, after.conversation);
    const [collection, id] = [heldCollection, after.conversation];
    const isHeld = after.status === 'taken' || after.status === 'external';
    const value = { caseNumber: after.caseNumber, agentId: after.agent ?? 'hub', heldSince: actor.now };
    const held: Operation[] = isHeld
      ? [{ kind: 'put', collection, id, value, expectedVersion: stored?.version ?? null }]
      : stored === undefined
        ? []
        : [{ kind: 'remove', collection, id, expectedVersion: stored.version }];
    return [...held, ...(await this.caseOperations(after, actor))];
  }

  private async caseOperations(after: DeskConversation, { username, now }: Actor) {
    const { cases } = this.parts.repositories;
    const kept = await cases.kept(after.caseNumber);
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
    words: Words | undefined,
    why: Why,
  ): Promise<StepOutcome> {
    const { store, repositories, queue } = this.parts;
    const put = repositories.deskConversations.putOperation(after, before.version);
    const prepared = words === undefined ? undefined : await prepare(this.parts, after, words, randomUUID(), actor.now);
    const entry: TranscriptEntry | undefined =
      words === undefined ? undefined : { at: actor.now, from: 'assistant', text: words.text, agent: null };
    const said = entry === undefined ? [] : [saying(after.conversation, entry), ...(prepared?.operations ?? [])];
    const held = await heldExpiry(this.parts, after, actor.now);
    const [version = 0] = await store.transaction([put, ...more, ...said, ...held.operations]);
    const kept = { record: after, version };
    queue.changed(kept);
    const { conversationId, status, agent } = after;
    queue.tell({ type: 'status', conversationId, status, agent, why });
    if (entry !== undefined) queue.tell({ type: 'message', conversationId, entry });
    for (const one of held.over) queue.tell({ type: 'held', conversationId, held: one });
    await prepared?.send();
    return { kind: 'done', kept };
  }

  /**
   * Says words to the customer that were found to be fit to be said, and stores `more` with them. The same `messageId` twice
   * is said once; the answer is then the same.
   */
  async say(
    desk: DeskConversation,
    text: string,
    from: 'agent' | 'assistant',
    messageId: string,
    actor: Actor,
    more: readonly Operation[],
  ): Promise<{ readonly entry: TranscriptEntry; readonly delivered: boolean }> {
    const { store, queue } = this.parts;
    const agent = actor.username === '' ? null : actor.username;
    const entry: TranscriptEntry = { at: actor.now, from, text, agent };
    const prepared = await prepare(this.parts, desk, { text, locale: desk.locale }, messageId, actor.now);
    await store.transaction([...prepared.operations, saying(desk.conversation, entry), ...more]);
    queue.tell({ type: 'message', conversationId: desk.conversationId, entry });
    return { entry, delivered: await prepared.send() };
  }
}
