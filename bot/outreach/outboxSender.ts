// The way out for short messages: the outbox. The local page shows it as a demo phone; where the bank has a provider, each message
// is marked to be carried there in the same transaction.
import type { MessageGround } from '../../data/domain/conduct/messageGround';
import type { OutboundMessage } from '../../data/domain/conduct/outboundMessage';
import type { DocumentStore, Operation } from '../../data/store/documentStore';
import type { Repositories } from '../../data/store/repositories';
import type { MessageSender } from '../turn/effects';

export class OutboxSender implements MessageSender {
  constructor(
    private readonly repositories: Pick<Repositories, 'outbox' | 'contacts'>,
    private readonly store: Pick<DocumentStore, 'query'>,
    /** The mark for the courier; null where the outbox is where messages end. */
    private readonly carry: ((message: OutboundMessage, ground: MessageGround) => Operation) | null = null,
  ) {}

  operations(message: OutboundMessage, ground: MessageGround, conversationId: string): readonly Operation[] {
    const put = this.repositories.outbox.putOperation(message);
    // The conversation that caused it, so that a page shows its own messages and nobody else's.
    const sent = [
      { ...put, value: { ...message, conversationId } },
      ...(this.carry === null ? [] : [this.carry(message, ground)]),
    ];
    if (ground.kind === 'answer') return sent;
    if (ground.customerId !== message.customerId) throw new Error('The contact was permitted for another customer.');
    const { customerId, channel, purpose, rulesVersion } = ground;
    const { messageId: contactId, sentAt: at } = message;
    const contact = { contactId, customerId, on: ground.at.date, at, channel, purpose, rulesVersion };
    // A contact counts toward the caps from the moment at which it is on its way.
    return [...sent, this.repositories.contacts.putOperation(contact, null)];
  }

  /** What one conversation caused to be sent, newest first. */
  async ofConversation(conversationId: string): Promise<readonly OutboundMessage[]> {
    const page = await this.store.query('outbox', 'conversationId', conversationId, { limit: 50 });
    const messages = await Promise.all(page.items.map(({ id }) => this.repositories.outbox.get(id)));
    return messages.filter((message) => message !== undefined).sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1));
  }
}
