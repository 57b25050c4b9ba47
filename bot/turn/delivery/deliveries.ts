// One line of replies a conversation: what was said first arrives first, and what cannot arrive does not stop the talk.
import type { ConversationReference, TurnContext } from 'botbuilder';
import { DeliveryModes } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import { channelOf } from '../../channels/channelTable';
import type { InFlight } from '../../ops/inFlight';
import { errorFacts, type Log } from '../../ops/log';
import type { Metrics } from '../../ops/metrics';
import { ConversationLocks } from '../lock/conversationLocks';
import { type Sent, sendReplies } from './sendReplies';
import type { TurnRecord, TurnRecords } from './turnRecords';

/** How long a message's request waits for its place in the line; after that its replies travel without it. */
const patienceMs = 5000;
/** So often a channel may refuse the words of a reply themselves before newer ones pass it. */
const refusalsMax = 3;

/** The way to a channel outside a turn; null where there is none, as in rehearsals. */
export interface Outward {
  /** Without middleware: what `send` sends was guarded and stored before. */
  reach(reference: Partial<ConversationReference>, send: (context: TurnContext) => Promise<void>): Promise<void>;
}

/** What becomes of an old answer that nobody has just asked for: it goes, waits for the customer's next word, or never goes. */
export type LateAnswer = 'send' | 'keep' | 'withdraw';

export interface DeliveryParts {
  readonly records: TurnRecords;
  readonly outward: Outward | null;
  readonly inFlight: InFlight;
  readonly metrics: Metrics;
  readonly log: Log;
  lateAnswer(record: TurnRecord): Promise<LateAnswer>;
}

/** A turn that waits for its replies to go, with its way to the channel as long as its request is open. */
interface Seat {
  readonly context: TurnContext;
  readonly record: TurnRecord;
  state: 'waiting' | 'sending' | 'gone';
}

export class Deliveries {
  private readonly lines = new ConversationLocks();
  private readonly refusals = new LRUCache<string, number>({ max: 10_000 });

  constructor(private readonly parts: DeliveryParts) {}

  /** Sends what a turn has just stored, behind what is still waiting. Resolves when it has arrived, or cannot for now. */
  async answer(context: TurnContext, record: TurnRecord): Promise<void> {
    const seat: Seat = { context, record, state: 'waiting' };
    const done = this.inLine(record.conversationId, () => this.sendWaiting(record.conversationId, seat));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<'over'>((resolve) => {
      timer = setTimeout(resolve, patienceMs, 'over');
    });
    const isOver = (await Promise.race([done, patience])) === 'over';
    clearTimeout(timer);
    // A seat whose turn has come stays to the end: the context of a turn that is over can send nothing.
    if (isOver && seat.state === 'waiting') seat.state = 'gone';
    else await done;
  }

  /** An activity came a second time: its replies are sent again, or for the first time where they still wait. */
  async again(context: TurnContext, record: TurnRecord): Promise<void> {
    const { records } = this.parts;
    const waiting = await records.undelivered(record.conversationId);
    if (waiting.some(({ key }) => key === record.key)) return this.answer(context, record);
    if (channelOf(context.activity.channelId).repeatsItself) return;
    await this.inLine(record.conversationId, () =>
      sendReplies(context, record, { from: 0, belongsHere: true }, this.parts).then(() => undefined),
    );
  }

  /** Sends what waits in a conversation without anybody having spoken; true when nothing is left. */
  async late(conversation: string): Promise<boolean> {
    await this.inLine(conversation, () => this.sendWaiting(conversation, null));
    return (await this.parts.records.undelivered(conversation)).length === 0;
  }

  /** Takes back what one activity was answered, where it has not arrived: it goes to the customer by another way. */
  async withdraw(conversation: string, activityId: string): Promise<void> {
    const record = await this.parts.records.find(conversation, activityId);
    if (record !== undefined) await this.setAside(record, 'repliesWithdrawn');
  }

  private inLine(conversation: string, work: () => Promise<void>): Promise<void> {
    const { inFlight, log } = this.parts;
    const run = this.lines.run(conversation, work);
    return inFlight.track(run.catch((error: unknown) => log.warn(errorFacts(error), 'replies wait')));
  }

  private async sendWaiting(conversation: string, seat: Seat | null): Promise<void> {
    const here = seat?.state === 'waiting' ? seat : null;
    if (here !== null) here.state = 'sending';
    for (const record of await this.parts.records.undelivered(conversation, here?.record)) {
      const verdict = here === null ? await this.parts.lateAnswer(record) : 'send';
      // Too old to come by itself, it comes first when the customer writes again.
      if (verdict === 'keep') continue;
      if (verdict === 'withdraw') {
        await this.setAside(record, 'repliesWithdrawn');
        continue;
      }
      const sent = here === null ? await this.sendOutward(record) : await this.sendHere(record, here);
      if (sent.delivered > record.delivered) this.mark(record, sent.delivered);
      // Order is kept: nothing newer goes where something older could not.
      if (sent.stoppedBy === 'unreached') return;
      if (sent.stoppedBy === 'refused' && !(await this.passes(record))) return;
    }
  }

  /** In one response go all replies together, whatever turn they come from. */
  private sendHere(record: TurnRecord, { context, record: own }: Seat): Promise<Sent> {
    const belongsHere = record.key === own.key || context.activity.deliveryMode === DeliveryModes.ExpectReplies;
    return sendReplies(context, record, { from: record.delivered, belongsHere }, this.parts);
  }

  private async sendOutward(record: TurnRecord): Promise<Sent> {
    const { outward, log } = this.parts;
    let sent: Sent = { delivered: record.delivered, stoppedBy: 'unreached' };
    if (outward === null) return sent;
    const send = async (context: TurnContext) => {
      sent = await sendReplies(context, record, { from: record.delivered, belongsHere: false }, this.parts);
    };
    try {
      await outward.reach(record.reference, send);
    } catch (error) {
      log.warn(errorFacts(error), 'a channel could not be reached');
    }
    return sent;
  }

  /** True once a reply was refused so often that newer ones pass it. */
  private async passes(record: TurnRecord): Promise<boolean> {
    const refusals = (this.refusals.get(record.key) ?? 0) + 1;
    this.refusals.set(record.key, refusals);
    if (refusals < refusalsMax) return false;
    await this.setAside(record, 'repliesRefused');
    return true;
  }

  /** It stays in the transcript, and is not tried again. */
  private async setAside(record: TurnRecord, why: 'repliesRefused' | 'repliesWithdrawn'): Promise<void> {
    this.parts.metrics.count(why);
    this.parts.log.error({ channel: record.reference.channelId, why }, 'a reply is set aside');
    await this.parts.records.markDelivered(record, record.replies.length);
  }

  /** Not waited for: the customer has the reply, and at worst sees it once more after a crash in this instant. */
  private mark(record: TurnRecord, delivered: number): void {
    const { records, inFlight, log } = this.parts;
    const marked = records.markDelivered(record, delivered);
    inFlight.track(marked.catch((error: unknown) => log.warn(errorFacts(error), 'delivery mark was not stored')));
  }
}
