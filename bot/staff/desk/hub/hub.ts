// An outside contact centre instead of our own desk. It is offered each conversation; until it accepts, our own queue keeps it.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import type { HubConfig } from '../../../config/staffConfig';
import type { InFlight } from '../../../ops/inFlight';
import { errorFacts } from '../../../ops/log';
import { ConversationLocks } from '../../../turn/conversationLocks';
import type { TranscriptEntry } from '../../contract/desk';
import { type Desk, type Notice, type StepOutcome, saidWith } from '../desk';
import { transcriptOf } from '../transcript';
import { customerWords, type HubActivity, initiation } from './hubActivities';

const timeoutMs = 10_000;
const retryAfterMs = [200, 1000];

const joined: Notice = (desk) => saidWith(desk, 'handoff.agentJoined', {});
const lost: Notice = (desk) => saidWith(desk, 'handoff.agentLost', {});
const returned: Notice = (desk) => saidWith(desk, 'handoff.returned', {});

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
        await this.desk.step(conversationId, 'any', { kind: 'release' }, this.actor, {
          notice: lost,
          why: 'agentLost',
        });
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
        return this.desk.step(id, 'any', { kind: 'external' }, this.actor, { notice: joined });
      case 'completed':
        return this.external(id, () =>
          this.desk.step(id, 'any', { kind: 'handBack' }, this.actor, { notice: returned }),
        );
      case 'failed':
        return this.external(id, () =>
          this.desk.step(id, 'any', { kind: 'release' }, this.actor, {
            notice: lost,
            why: 'agentLost',
            reason: value.message ?? '',
          }),
        );
    }
  }

  /** Only what the other side holds can it give back; a refusal before it accepted changes nothing. */
  private async external(conversationId: string, step: () => Promise<StepOutcome>): Promise<StepOutcome> {
    const kept = await this.desk.parts.repositories.deskConversations.kept(conversationId);
    if (kept === undefined) return { kind: 'notFound' };
    if (kept.record.status === 'waiting') return { kind: 'done', kept };
    return kept.record.status === 'external' ? step() : { kind: 'wrongStatus', kept };
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
