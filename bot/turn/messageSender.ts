// The way out for short messages, as a turn sees it.
import type { OutboundMessage } from '../../data/domain/conduct/outboundMessage';
import type { Operation } from '../../data/store/documentStore';

/** A provider that is reached over a network would be called after the transaction; what is to be sent is stored in it. */
export interface MessageSender {
  operations(message: OutboundMessage, conversationId: string): readonly Operation[];
}
