// An outside contact centre instead of our own desk. It is offered each conversation; until it accepts, our own queue keeps it.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import type { HubConfig } from '../../../config/staffConfig';
import type { InFlight } from '../../../ops/inFlight';
import { errorFacts } from '../../../ops/log';
import { ConversationLocks } from '../../../turn/lock/conversationLocks';
import type { TranscriptEntry } from '../../contract/desk';
import type { Desk, SeenConversation, StepOutcome } from '../desk';
import { transcriptOf } from '../transcript';
import { customerWords, type HubActivity, initiation } from './hubActivities';

const timeoutMs = 10_000;
const retryAfterMs = [200, 1000];

export class Hub {
  /** What is sent about one conversation arrives in order. */
  private readonly order = new ConversationLocks();

  constructor(
    private readonly config: HubConfig,
    private readonly desk: Desk,
    private readonly inFlight: InFlight,
  ) {}

  /** Offers a conversation that has just been queued. */
  offer({ conversationId }: DeskConversation): void {
    this.later(conversationId, async () => {
      const { repositories, store, clock } = this.desk.parts;
      const desk = await repositories.deskConversations.get(conversationId);
      if (desk?.status !== 'waiting') return;
      const transcript = await transcriptOf(store, desk.conversation);
      await this.post(initiation(desk, transcript, randomUUID(), clock()));
    });
  }

  /** Passes on what the customer says while the other side holds the conversation. */
  forward(desk: DeskConversation, entry: TranscriptEntry): void {
    if (desk.status !== 'external') return;
    const { conversationId } = desk;
    this.later(conversationId, async () => {
      try {
        await this.post(customerWords(desk, entry, randomUUID()));
      } catch (error) {
        // Nobody there hears the customer any more: our own people do.
        await this.external(conversationId, (seen) =>
          this.desk.step(seen, { kind: 'release' }, this.actor, { why: 'agentLost' }),
        );
        throw error;
      }
    });
  }

  get actor() {
    return { username: 'hub', now: this.desk.parts.clock() };
  }

  /** What the other side says of where it stands with a conversation. */
  async status({ conversation, value }: Extract<HubActivity, { type: 'event' }>): Promise<StepOutcome> {
    const { id } = conversation;
    switch (value.state) {
      case 'accepted':
        return this.seen(id, (seen) => this.desk.step(seen, { kind: 'external' }, this.actor));
      case 'completed':
        return this.external(id, (seen) => this.desk.step(seen, { kind: 'handBack' }, this.actor));
      case 'failed':
        return this.external(id, (seen) =>
          this.desk.step(seen, { kind: 'release' }, this.actor, { why: 'agentLost', reason: value.message ?? '' }),
        );
    }
  }

  /** A step on the conversation as it stands now. */
  private async seen(
    conversationId: string,
    step: (seen: SeenConversation) => Promise<StepOutcome>,
  ): Promise<StepOutcome> {
    const kept = await this.desk.parts.repositories.deskConversations.kept(conversationId);
    return kept === undefined ? { kind: 'notFound' } : step({ conversationId, expectedVersion: kept.version });
  }

  /** Only what the other side holds can it give back; a refusal before it accepted changes nothing. */
  private async external(
    conversationId: string,
    step: (seen: SeenConversation) => Promise<StepOutcome>,
  ): Promise<StepOutcome> {
    const kept = await this.desk.parts.repositories.deskConversations.kept(conversationId);
    if (kept === undefined) return { kind: 'notFound' };
    if (kept.record.status === 'waiting') return { kind: 'done', kept };
    if (kept.record.status !== 'external') return { kind: 'wrongStatus', kept };
    return step({ conversationId, expectedVersion: kept.version });
  }

  private later(conversationId: string, work: () => Promise<void>): void {
    const { log } = this.desk.parts;
    const done = this.order.run(conversationId, work);
    this.inFlight.track(
      done.catch((error: unknown) => log.warn(errorFacts(error), 'the contact centre was not reached')),
    );
  }

  private async post(activity: object): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        await this.postOnce(activity);
        return;
      } catch (error) {
        const pause = retryAfterMs[attempt];
        if (pause === undefined) throw error;
        await wait(pause);
      }
    }
  }

  private async postOnce(activity: object): Promise<void> {
    const { url, secret } = this.config;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify(activity),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`the contact centre answered ${response.status}`);
  }
}
