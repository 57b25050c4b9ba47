// First in line: one turn at a time in a conversation, each activity acted on once, its replies stored before they leave.
import { type Activity, type Middleware, TurnContext } from 'botbuilder';
import type { Instant } from '../../data/domain/calendar/instant';
import { type DocumentStore, VersionConflict } from '../../data/store/documentStore';
import { inChannelForm } from '../channels/botFramework/channelForm';
import type { InFlight } from '../ops/inFlight';
import { errorFacts, innermost, type Log } from '../ops/log';
import type { Metrics } from '../ops/metrics';
import { conversationKey } from './conversationKey';
import type { ConversationLocks } from './conversationLocks';
import type { TurnRecord, TurnRecords } from './turnRecords';
import { setTurnWork, storedDeliveryOf, TurnWork } from './turnWork';

const attemptsMax = 3;

export interface TurnParts {
  readonly store: DocumentStore;
  readonly records: TurnRecords;
  readonly locks: ConversationLocks;
  readonly inFlight: InFlight;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Told of each turn once it is on disk: the desk shows what is new. */
  stored?(work: TurnWork): void;
  clock(): Instant;
  newId(): string;
}

export class DropDuplicates implements Middleware {
  constructor(private readonly parts: TurnParts) {}

  onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { channelId, conversation } = context.activity;
    const key = conversationKey(channelId, conversation.id);
    return this.parts.locks.run(key, () => this.turn(context, key, next));
  }

  private async turn(context: TurnContext, conversation: string, next: () => Promise<void>): Promise<void> {
    const { records, metrics, clock, newId } = this.parts;
    const activityId = context.activity.id || newId();
    const delivery = storedDeliveryOf(context);
    const known = await records.find(conversation, activityId);
    if (known !== undefined) {
      metrics.count('duplicates');
      // Where being stored is being delivered, the customer has these replies already.
      if (delivery === null) await this.deliver(context, known, 0);
      return;
    }
    for (const earlier of delivery === null ? await records.undelivered(conversation) : [])
      await this.deliver(context, earlier, earlier.delivered);
    const work = new TurnWork(conversation, activityId, clock(), delivery);
    setTurnWork(context, work);
    context.onSendActivities(async (_context, activities, send) => {
      if (!work.holding) return send();
      work.replies.push(...activities);
      return activities.map(() => ({ id: '' }));
    });
    const record = await this.runAndStore(context, work, next);
    work.holding = false;
    this.parts.stored?.(work);
    if (delivery === null) await this.deliver(context, record, 0);
    else delivery.publish(work.replies);
  }

  /** Runs the turn and stores all of it or nothing; a conflict with another writer runs it again on fresh data. */
  private async runAndStore(context: TurnContext, work: TurnWork, next: () => Promise<void>): Promise<TurnRecord> {
    const { store, records, metrics } = this.parts;
    const reference = TurnContext.getConversationReference(context.activity);
    for (let attempt = 1; ; attempt++) {
      work.reset();
      try {
        await next();
        const { conversation, activityId, at, delivery } = work;
        const deliveries = delivery?.operations(work) ?? [];
        const isDelivered = delivery !== null;
        const record = records.newRecord({
          conversation,
          activityId,
          at,
          reference,
          replies: work.replies,
          isDelivered,
        });
        await store.transaction([...work.operations, ...records.firstPut(record), ...deliveries]);
        return record;
      } catch (error) {
        const isConflict = error instanceof Error && innermost(error) instanceof VersionConflict;
        if (!isConflict || attempt === attemptsMax) throw error;
        metrics.count('conflictsRetried');
      }
    }
  }

  /** Sends replies one by one from number `from` on. A channel that fails is tried again on the next turn or start. */
  private async deliver(context: TurnContext, record: TurnRecord, from: number): Promise<void> {
    const delivered = await sendReplies(context, record.replies.slice(from), this.parts);
    if (delivered > 0) this.mark(record, from + delivered);
  }

  /** Not waited for: the customer has the reply, and at worst sees it once more after a crash in this instant. */
  private mark(record: TurnRecord, delivered: number): void {
    const { records, inFlight, log } = this.parts;
    const marked = records.markDelivered(record, delivered);
    inFlight.track(marked.catch((error: unknown) => log.warn(errorFacts(error), 'delivery mark was not stored')));
  }
}

/** Gives how many of the replies reached the channel, in order. */
export async function sendReplies(
  context: TurnContext,
  replies: readonly Partial<Activity>[],
  { metrics, log }: Pick<TurnParts, 'metrics' | 'log'>,
): Promise<number> {
  let delivered = 0;
  for (const reply of replies) {
    try {
      await context.sendActivity(inChannelForm(reply, context.activity.channelId));
    } catch (error) {
      metrics.count('repliesUndelivered');
      log.warn({ ...errorFacts(error), channel: context.activity.channelId }, 'a reply could not be delivered yet');
      return delivered;
    }
    metrics.count('repliesSent');
    delivered += 1;
  }
  return delivered;
}
