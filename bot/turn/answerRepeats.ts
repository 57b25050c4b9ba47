// Second: an activity that was seen before is not acted on again; its stored replies are sent again.
import type { Middleware, TurnContext } from 'botbuilder';
import type { Metrics } from '../ops/metrics';
import { conversationKey } from './conversationKey';
import type { Deliveries } from './delivery/deliveries';
import type { TurnRecords } from './delivery/turnRecords';
import { setDeliveryUnderWay, storedDeliveryOf } from './turnWork';

export interface RepeatParts {
  readonly records: TurnRecords;
  readonly deliveries: Deliveries;
  readonly metrics: Metrics;
}

export class AnswerRepeats implements Middleware {
  constructor(private readonly parts: RepeatParts) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { records, deliveries, metrics } = this.parts;
    const { id, channelId, conversation } = context.activity;
    const known = id ? await records.find(conversationKey(channelId, conversation.id), id) : undefined;
    if (known === undefined) return next();
    metrics.count('duplicates');
    // Where being stored is being delivered, the customer has these replies already.
    if (storedDeliveryOf(context) === null) setDeliveryUnderWay(context, deliveries.again(context, known));
  }
}
