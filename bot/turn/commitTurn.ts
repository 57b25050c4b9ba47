// Third: holds back what a turn says and stores, puts all of it on disk in one transaction or nothing, then lets replies go.
import type { Middleware, TurnContext } from 'botbuilder';
import type { Instant } from '../../data/domain/calendar/instant';
import { type DocumentStore, VersionConflict } from '../../data/store/documentStore';
import { turnOutcomeOf } from '../../dialogs/talk/turnOutcome';
import { innermost } from '../ops/log';
import type { Metrics } from '../ops/metrics';
import { conversationKey } from './conversationKey';
import type { Deliveries } from './delivery/deliveries';
import type { TurnRecord, TurnRecords } from './delivery/turnRecords';
import { replyWithoutNames, wayBackOf } from './delivery/wayBack';
import { setDeliveryUnderWay, setTurnWork, storedDeliveryOf, TurnWork } from './turnWork';

const attemptsMax = 3;

export interface CommitParts {
  readonly store: DocumentStore;
  readonly records: TurnRecords;
  readonly deliveries: Deliveries;
  readonly metrics: Metrics;
  /** Told of each turn once it is on disk: the desk shows what is new. */
  stored?(work: TurnWork): void;
  clock(): Instant;
  newId(): string;
}

export class CommitTurn implements Middleware {
  constructor(private readonly parts: CommitParts) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { clock, newId, deliveries, stored } = this.parts;
    const { id, channelId, conversation } = context.activity;
    const delivery = storedDeliveryOf(context);
    const work = new TurnWork(conversationKey(channelId, conversation.id), id || newId(), clock(), delivery);
    setTurnWork(context, work);
    context.onSendActivities(async (_context, activities, send) => {
      if (!work.holding) return send();
      work.replies.push(...activities);
      return activities.map(() => ({ id: '' }));
    });
    const record = await this.runAndStore(context, work, next);
    work.holding = false;
    stored?.(work);
    if (delivery === null) setDeliveryUnderWay(context, deliveries.answer(context, record));
    else delivery.publish(work.replies);
  }

  /** A conflict with another writer runs the turn again on fresh data. */
  private async runAndStore(context: TurnContext, work: TurnWork, next: () => Promise<void>): Promise<TurnRecord> {
    for (let attempt = 1; ; attempt++) {
      work.reset();
      try {
        await next();
        return await this.store(context, work);
      } catch (error) {
        const isConflict = error instanceof Error && innermost(error) instanceof VersionConflict;
        if (!isConflict || attempt === attemptsMax) throw error;
        this.parts.metrics.count('conflictsRetried');
      }
    }
  }

  private async store(context: TurnContext, work: TurnWork): Promise<TurnRecord> {
    const { store, records } = this.parts;
    const { conversation, activityId, at, delivery } = work;
    const deliveries = delivery?.operations(work) ?? [];
    const record = records.newRecord({
      conversation,
      activityId,
      at,
      reference: wayBackOf(context.activity),
      replies: work.replies.map(replyWithoutNames),
      customerId: turnOutcomeOf(context)?.customerId ?? null,
      isDelivered: delivery !== null,
    });
    // A typing sign or a reaction leaves nothing behind: no record of it need fill the store.
    if (work.operations.length > 0 || record.replies.length > 0)
      await store.transaction([...work.operations, ...records.firstPut(record), ...deliveries]);
    return record;
  }
}
