// Messages that we begin: GET outreach tells whether they leave and what came of them; POST outreach/pause and outreach/resume.
// GET outreach/day lists a day's messages, those that would go and those that would not; GET outreach/queue what is in the queue,
// with POST outreach/queue/:key/retry and …/drop; GET outreach/month counts thirty days on the bank's book.
import { z } from 'zod';
import { calendarDateSchema } from '../../../data/domain/calendar/calendar';
import { outreachRecordSchema, outreachWaySchema } from '../../../data/domain/outreach/outreachRecord';
import { outreachKindSchema } from '../../../data/domain/outreach/outreachRules';
import { outreachPauseSchema } from '../../../data/domain/outreach/pause';
import { expectedVersionSchema, pageOf } from './common';

const count = z.number().int().min(0);

export const outreachStandingSchema = z.object({
  /** Today in the bank's zone. */
  today: calendarDateSchema,
  pause: outreachPauseSchema,
  /** The rule by which it pauses itself, and what the last days came to. */
  rule: z.object({ days: count, sentMin: count, stopsShareMax: z.number(), complaintsShareMax: z.number() }),
  echo: z.object({ sent: count, stops: count, complaints: count }),
});
export type OutreachStanding = z.infer<typeof outreachStandingSchema>;

export const outreachReasonSchema = z.object({ reason: z.string().trim().min(1).max(1000) });

const cursor = z.string().max(400).optional();
export const outreachDayQuerySchema = z.object({ day: calendarDateSchema.optional(), after: cursor });

/** What is told of a message and of whom it is for; the phone is masked. */
const messageSchema = z.object({
  key: z.string(),
  kind: outreachKindSchema,
  customerId: z.string(),
  phone: z.string(),
  aboutOn: calendarDateSchema,
  until: calendarDateSchema,
});

export const outreachLineSchema = messageSchema.extend({
  goes: z.boolean(),
  way: outreachWaySchema.nullable(),
  /** Time of the day before which it may not go. */
  notBefore: z.string().nullable(),
  /** Why it would not go. */
  why: z.string().nullable(),
  /** Day and time from which it might, though not on this day. */
  nextAllowed: z.string().nullable(),
});
export type OutreachLine = z.infer<typeof outreachLineSchema>;
export const outreachDayPageSchema = pageOf(outreachLineSchema);
export type OutreachDayPage = z.infer<typeof outreachDayPageSchema>;

export const outreachStatusSchema = outreachRecordSchema.shape.status;
export type OutreachStatus = z.infer<typeof outreachStatusSchema>;
export const outreachQueueQuerySchema = z.object({ status: outreachStatusSchema, after: cursor });

export const queuedMessageSchema = messageSchema.extend({
  status: outreachStatusSchema,
  why: z.string().nullable(),
  way: outreachWaySchema.nullable(),
  nextAt: z.string(),
  sentAt: z.string().nullable(),
  receipt: z.enum(['delivered', 'failed']).nullable(),
  version: z.number().int(),
});
export type QueuedMessage = z.infer<typeof queuedMessageSchema>;
export const queuePageSchema = pageOf(queuedMessageSchema);
export type QueuePage = z.infer<typeof queuePageSchema>;
export const queueChangeSchema = outreachReasonSchema.extend({ expectedVersion: expectedVersionSchema });
export const queueAnswerSchema = z.object({ message: queuedMessageSchema });
export type QueueAnswer = z.infer<typeof queueAnswerSchema>;

const countByKindSchema = z.partialRecord(outreachKindSchema, count);
export const outreachMonthSchema = z.object({
  days: z.array(z.object({ day: calendarDateSchema, goes: countByKindSchema }).readonly()).readonly(),
  /** By the reason that stood last. */
  notSent: z.record(z.string(), countByKindSchema).readonly(),
  customers: count,
  /** False where the book has more customers than were looked through. */
  isWhole: z.boolean(),
});
export type OutreachMonth = z.infer<typeof outreachMonthSchema>;
