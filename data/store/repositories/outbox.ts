// The demo phone: short messages that would have been sent.
import { type OutboundMessage, outboundMessageSchema } from '../../domain/conduct/outboundMessage';
import type { DocumentStore } from '../documentStore';
import { Repository } from './repository';

export class Outbox extends Repository<OutboundMessage> {
  constructor(store: DocumentStore) {
    super(store, 'outbox', outboundMessageSchema, (message) => message.messageId);
  }

  /** A customer's messages, oldest first. */
  async ofCustomer(customerId: string): Promise<readonly OutboundMessage[]> {
    const found = await this.every('customerId', customerId);
    return found.toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
  }
}
