// When we write first, and how much of it: the bank's own data, in data/policy/outreach.json. Whether a message may go at all is
// not decided here but by mayContact, at the moment of sending.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { contactPurposeSchema } from '../conduct/contactRecords';

export const outreachKindSchema = z.enum([
  'promiseDue',
  'instalmentDue',
  'instalmentMissed',
  'quoteExpiring',
  'caseAnswered',
  'planFinished',
  'documentReady',
  'earlyReminder',
]);
export type OutreachKind = z.infer<typeof outreachKindSchema>;

const days = z.number().int().min(0).max(30);

export const outreachKindRuleSchema = z.strictObject({
  isOn: z.boolean(),
  /** What mayContact is asked for; `reminder` and `collection` rest with a stop, a dispute, a hardship. */
  purpose: contactPurposeSchema,
  /** Written about something to come: at the earliest so many days before it. */
  daysBefore: days,
  /** Written about something that has been: at the latest so many days after it. */
  daysAfter: days,
});

/** A share of those written to within `days` who asked for quiet, or complained, from which nothing more leaves by itself. */
export const pauseRuleSchema = z.strictObject({
  days: z.number().int().min(1).max(90),
  /** Fewer messages than this say nothing yet. */
  sentMin: z.number().int().min(1).max(100_000),
  stopsShareMax: z.number().min(0).max(1),
  complaintsShareMax: z.number().min(0).max(1),
});

export const outreachRulesSchema = z.strictObject({
  version: z.string().min(1),
  kinds: z.strictObject({
    promiseDue: outreachKindRuleSchema,
    instalmentDue: outreachKindRuleSchema,
    instalmentMissed: outreachKindRuleSchema,
    quoteExpiring: outreachKindRuleSchema,
    caseAnswered: outreachKindRuleSchema,
    planFinished: outreachKindRuleSchema,
    documentReady: outreachKindRuleSchema,
    earlyReminder: outreachKindRuleSchema,
  } satisfies Record<OutreachKind, z.ZodType>),
  /** Days on which nobody is written to first: holidays. */
  quietDays: z.array(
    z
      .strictObject({ name: z.string().min(1), from: calendarDateSchema, until: calendarDateSchema })
      .refine(({ from, until }) => from <= until, 'from must not be after until'),
  ),
  /** Messages a minute, for each way by itself. */
  perMinuteMax: z.strictObject({
    message: z.number().int().min(1).max(10_000),
    text: z.number().int().min(1).max(10_000),
  }),
  /** Attempts to reach a provider that does not answer; then staff see it. */
  attemptsMax: z.number().int().min(1).max(20),
  pause: pauseRuleSchema,
});
export type OutreachRules = z.infer<typeof outreachRulesSchema>;
export type PauseRule = z.infer<typeof pauseRuleSchema>;
