// A short message that leaves for a phone.
import { z } from 'zod';
import { instantSchema } from '../calendar/instant';

/** A short message that leaves through MessageSender; the default writes it to the demo phone. */
export const outboundMessageSchema = z.object({
  messageId: z.string(),
  customerId: z.string(),
  /** The registered phone with all but its last four digits hidden. */
  maskedPhone: z.string(),
  text: z.string(),
  sentAt: instantSchema,
});
export type OutboundMessage = z.infer<typeof outboundMessageSchema>;
