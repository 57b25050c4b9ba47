// A legal hold: while a court or an authority may ask for it, nothing of a customer is removed.
import { z } from 'zod';
import { instantSchema } from '../calendar/instant';

export const legalHoldSchema = z.object({
  customerId: z.string().min(1),
  /** Why, such as the number of a lawsuit. */
  reason: z.string().min(1).max(500),
  placedAt: instantSchema,
});
export type LegalHold = z.infer<typeof legalHoldSchema>;
