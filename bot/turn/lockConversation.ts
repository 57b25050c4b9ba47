// First: one turn at a time in a conversation. The lock is let go before replies travel, so that no channel holds up a hearing.
import type { Middleware, TurnContext } from 'botbuilder';
import { conversationKey } from './conversationKey';
import type { ConversationLocks } from './conversationLocks';
import { deliveryUnderWay } from './turnWork';

export class LockConversation implements Middleware {
  constructor(private readonly locks: ConversationLocks) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    const { channelId, conversation } = context.activity;
    await this.locks.run(conversationKey(channelId, conversation.id), next);
    await deliveryUnderWay(context);
  }
}
