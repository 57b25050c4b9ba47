// The default way out for short messages: the outbox, which the local page shows as a demo phone.
import type { OutboundMessage } from '../../data/domain/conduct/outboundMessage';
import type { DocumentStore, Operation } from '../../data/store/documentStore';
import type { Outbox } from '../../data/store/repositories/outbox';
import type { MessageSender } from '../turn/effects';

export class OutboxSender implements MessageSender {
  constructor(
    private readonly outbox: Outbox,
    private readonly store: Pick<DocumentStore, 'query'>,
  ) {}

  operations(message: OutboundMessage, conversationId: string): readonly Operation[] {
    const put = this.outbox.putOperation(message);
    // The conversation that caused it, so that a page shows its own messages and nobody else's.
    return [{ ...put, value: { ...message, conversationId } }];
  }

  /** What one conversation caused to be sent, newest first. */
  async ofConversation(conversationId: string): Promise<readonly OutboundMessage[]> {
    const page = await this.store.query('outbox', 'conversationId', conversationId, { limit: 50 });
    const messages = await Promise.all(page.items.map(({ id }) => this.outbox.get(id)));
    return messages.filter((message) => message !== undefined).sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1));
  }
}
