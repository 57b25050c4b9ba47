// Where an answer takes longer than a person would wait without a sign, the channel shows that it is being written.
import { ActivityTypes, DeliveryModes, type Middleware, TurnContext } from 'botbuilder';
import { channelOf } from '../../channels/channelTable';
import { errorFacts, type Log } from '../../ops/log';

/** Almost every answer is there before; a reader outside the house may take this long. */
const quietMs = 1_000;
/** Channels take the sign away by themselves after a few seconds. */
const againEveryMs = 3_000;

export class ShowTyping implements Middleware {
  constructor(private readonly log: Log) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { type, channelId, deliveryMode } = context.activity;
    const isShown = type === ActivityTypes.Message && deliveryMode !== DeliveryModes.ExpectReplies;
    if (!isShown || !channelOf(channelId).typing) return next();
    let timer = setTimeout(() => {
      this.show(context);
      timer = setInterval(() => this.show(context), againEveryMs);
    }, quietMs);
    try {
      await next();
    } finally {
      // A timer that runs once and one that repeats are ended alike.
      clearTimeout(timer);
    }
  }

  /** By the adapter itself: a turn's own replies wait for its end. A sign that is not taken is no loss. */
  private show(context: TurnContext): void {
    const reference = TurnContext.getConversationReference(context.activity);
    const sign = TurnContext.applyConversationReference({ type: ActivityTypes.Typing }, reference);
    context.adapter
      .sendActivities(context, [sign])
      .catch((error: unknown) => this.log.warn(errorFacts(error), 'a typing sign was not taken'));
  }
}
