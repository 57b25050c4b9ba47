// What a customer wished about contact, and addresses that reach somebody else.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { instantSchema } from '../calendar/instant';

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const contactChannelSchema = z.enum(['call', 'text', 'message', 'email', 'letter', 'visit']);
export type ContactChannel = z.infer<typeof contactChannelSchema>;

/** How a customer may be reached without having stopped contact; what is null is left to the bank's rules. */
export const contactLimitsSchema = z.object({
  channels: z.array(contactChannelSchema).nullable(),
  /** Local hours that the holder agreed to instead of the common ones; `until` is the first minute that is too late. */
  hours: z
    .object({ from: clockSchema, until: clockSchema })
    .refine(({ from, until }) => from < until)
    .nullable(),
  /** 1 (Monday) to 7 (Sunday). */
  days: z.array(z.number().int().min(1).max(7)).min(1).nullable(),
  /** Where, or through whom, the holder is not to be reached. Absent in records of earlier releases. */
  notVia: z.array(z.enum(['work', 'home', 'relatives', 'agency'])).optional(),
  /** At most so many contacts within so many days, today included. Absent where the holder named no number. */
  atMost: z.object({ count: z.number().int().min(1).max(100), days: z.number().int().min(1).max(366) }).optional(),
  /** The number that the holder asks to be called on, digits alone. */
  number: z
    .string()
    .regex(/^\d{5,20}$/)
    .optional(),
});
export type ContactLimits = z.infer<typeof contactLimitsSchema>;
/** Contact as policy has it: the customer narrows nothing. */
export const noLimits: ContactLimits = { channels: null, hours: null, days: null };

export const contactPreferenceSchema = z.object({
  customerId: z.string(),
  ceased: z.boolean(),
  /**
   * Why contact rests. `arrangement` stands only in records of earlier versions: whether an arrangement rests contact is
   * read from the arrangement itself.
   */
  reason: z.enum(['asked', 'arrangement', 'dispute', 'hardship', 'vulnerable', 'preference']),
  until: calendarDateSchema.nullable(),
  changedAt: instantSchema,
  /** The wish in the customer's own words, masked. */
  wish: z.string(),
  /** 'unread' when the wish is known in its words only. */
  limits: z.union([contactLimitsSchema, z.literal('unread')]).optional(),
  /**
   * True where somebody else may read what arrives: nothing that we begin is sent, for any purpose, until the holder says that
   * it is safe. False once they have said so; absent where it never came up.
   */
  phoneUnsafe: z.boolean().optional(),
});
export type ContactPreference = z.infer<typeof contactPreferenceSchema>;

/** Under whom a wish is kept before anybody is verified: the address in a channel that it was said from. */
export const chatAddressKey = (address: { readonly channelId: string; readonly userId: string }): string =>
  `address:${address.channelId}:${address.userId}`;

/** What a contact is for; see `mayContact`. */
export const contactPurposeSchema = z.enum(['collection', 'reminder', 'service']);

/** A contact that we began. */
export const contactRecordSchema = z.object({
  contactId: z.string().min(1),
  customerId: z.string().min(1),
  on: calendarDateSchema,
  at: instantSchema,
  channel: contactChannelSchema,
  purpose: contactPurposeSchema,
  rulesVersion: z.string(),
});
export type ContactRecord = z.infer<typeof contactRecordSchema>;

/** A channel address that reaches somebody else: never used for this customer again. */
export const wrongContactSchema = z.object({
  channelId: z.string(),
  userId: z.string(),
  conversationId: z.string(),
  notedAt: instantSchema,
});
export type WrongContact = z.infer<typeof wrongContactSchema>;
