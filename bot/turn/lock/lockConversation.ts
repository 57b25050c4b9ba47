// First: one turn at a time in a conversation. The lock is let go before replies travel, so that no channel holds up a hearing.
import type { Middleware, TurnContext } from 'botbuilder';
import { conversationKey } from '../conversationKey';
import { TurnFailed } from '../turnErrors';
import { deliveryUnderWay } from '../turnWork';
import type { ConversationLocks } from './conversationLocks';

/** So many messages of one conversation wait at once: far more than anybody types, far fewer than would fill the memory. */
export const waitingMax = 20;

export class LockConversation implements Middleware {
  private readonly waiting = new Map<string, number>();

  constructor(private readonly locks: ConversationLocks) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { channelId, conversation } = context.activity;
    const key = conversationKey(channelId, conversation.id);
    const before = this.waiting.get(key) ?? 0;
    if (before >= waitingMax) throw new TurnFailed();
    this.waiting.set(key, before + 1);
    try {
      await this.locks.run(key, next);
    } finally {
      const left = (this.waiting.get(key) ?? 1) - 1;
      if (left > 0) this.waiting.set(key, left);
      else this.waiting.delete(key);
    }
    await deliveryUnderWay(context);
  }
}
