// When and how often the bank may get in touch about what is owed: hours and caps, as the console edits them.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { contactChannelSchema } from './contactRecords';

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const sourceFields = { source: z.string().min(1), asOf: calendarDateSchema, confirmed: z.boolean() };

/** A cap: at most `countMax` contacts by these channels together within `days` days, today included. */
export const contactCapSchema = z.strictObject({
  capId: z.string().min(1),
  channels: z.array(contactChannelSchema).min(1),
  countMax: z.number().int().min(0).max(1000),
  days: z.number().int().min(1).max(366),
  ...sourceFields,
});
export type ContactCap = z.infer<typeof contactCapSchema>;

const hoursSchema = z
  .strictObject({ from: clockSchema, until: clockSchema, ...sourceFields })
  .refine((hours) => hours.from < hours.until, 'from must be before until');

export const contactRulesSchema = z
  .strictObject({
    version: z.string().min(1),
    /** Local hours of the customer; `until` is the first minute that is too late. */
    hours: hoursSchema,
    caps: z.array(contactCapSchema),
    /** Words that leave within so many minutes of the customer's own message answer it; later, they are a contact. */
    answerWithinMinutes: z.number().int().min(1).max(1440).default(60),
    /** Years that a contact is kept on record; at least two (办法 Art. 68). */
    keepYears: z.number().int().min(2).max(30),
  })
  .refine(({ caps }) => new Set(caps.map((cap) => cap.capId)).size === caps.length, 'capId must be unique');
export type ContactRules = z.infer<typeof contactRulesSchema>;
