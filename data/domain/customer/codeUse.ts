// How many one-time codes a customer was sent and how many wrong ones were typed, over all conversations.
import { z } from 'zod';
import { type CalendarDate, calendarDateSchema } from '../calendar/calendar';
import { type Instant, instantSchema } from '../calendar/instant';

/** One record a customer: whoever opens many conversations is still counted once. */
export const codeUseSchema = z.object({
  customerId: z.string().min(1),
  /** The bank's day that the counts are about. */
  day: calendarDateSchema,
  sentToday: z.number().int().nonnegative(),
  failuresToday: z.number().int().nonnegative(),
  /** When codes were sent within the last hour, the day before included. */
  sentAt: z.array(instantSchema),
});
export type CodeUse = z.infer<typeof codeUseSchema>;

export interface CodeLimits {
  readonly sentPerHourMax: number;
  readonly sentPerDayMax: number;
  readonly failuresPerDayMax: number;
}

/** Why no code is sent or heard now; null when one may be. */
export type CodeRefusal = 'hour' | 'day' | null;

const hourMs = 3_600_000;

/** The counts as they stand now: a new day begins at nothing, except for the codes of the last hour. */
export function codeUseNow(kept: CodeUse | undefined, customerId: string, day: CalendarDate, now: Instant): CodeUse {
  if (kept === undefined) return { customerId, day, sentToday: 0, failuresToday: 0, sentAt: [] };
  // A time that lies ahead is one of a clock that was set back since: it still counts.
  const sentAt = kept.sentAt.filter((at) => Date.parse(now) - Date.parse(at) < hourMs);
  return kept.day === day ? { ...kept, sentAt } : { customerId, day, sentToday: 0, failuresToday: 0, sentAt };
}

/** Whether one more code may be sent. */
export function sendingRefused(use: CodeUse, limits: CodeLimits): CodeRefusal {
  if (use.failuresToday >= limits.failuresPerDayMax || use.sentToday >= limits.sentPerDayMax) return 'day';
  return use.sentAt.length >= limits.sentPerHourMax ? 'hour' : null;
}

/** True while a typed code may be looked at today. */
export const mayBeTried = (use: CodeUse, limits: CodeLimits): boolean => use.failuresToday < limits.failuresPerDayMax;

export const oneMoreSent = (use: CodeUse, now: Instant): CodeUse => ({
  ...use,
  sentToday: use.sentToday + 1,
  sentAt: [...use.sentAt, now],
});

export const oneMoreFailed = (use: CodeUse): CodeUse => ({ ...use, failuresToday: use.failuresToday + 1 });
