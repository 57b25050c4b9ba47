// The offers on a customer's table, kept so that any later conversation finds them while they are valid (promise P8).
import { z } from 'zod';
import { type CalendarDate, calendarDateSchema } from '../calendar/calendar';
import { negotiationSchema } from './negotiation';

export const savedQuoteSchema = z.object({
  customerId: z.string().min(1),
  /** The accounts that the offers are about. */
  accountIds: z.array(z.string()).min(1),
  negotiation: negotiationSchema,
  savedOn: calendarDateSchema,
});
export type SavedQuote = z.infer<typeof savedQuoteSchema>;

/** True while at least one of its offers can still be accepted. */
export const quoteIsLive = (quote: SavedQuote, today: CalendarDate): boolean =>
  quote.negotiation.table.some((offer) => offer.validUntil >= today);
