// What a customer wished about contact, and addresses that reach somebody else.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { instantSchema } from '../calendar/instant';

export const contactPreferenceSchema = z.object({
  customerId: z.string(),
  ceased: z.boolean(),
  /** Why contact rests: asked for, an arrangement, a dispute, a hardship review. */
  reason: z.enum(['asked', 'arrangement', 'dispute', 'hardship', 'vulnerable', 'preference']),
  until: calendarDateSchema.nullable(),
  changedAt: instantSchema,
  /** The wish in the customer's own words, masked. */
  wish: z.string(),
});
export type ContactPreference = z.infer<typeof contactPreferenceSchema>;

/** A channel address that reaches somebody else: never used for this customer again. */
export const wrongContactSchema = z.object({
  channelId: z.string(),
  userId: z.string(),
  conversationId: z.string(),
  notedAt: instantSchema,
});
export type WrongContact = z.infer<typeof wrongContactSchema>;
