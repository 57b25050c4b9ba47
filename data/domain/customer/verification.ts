// Who somebody was shown to be, and how long that holds: a phone left on a table must not tell a balance for ever.
import { z } from 'zod';
import { type Instant, instantSchema } from '../calendar/instant';

export const verificationSchema = z.object({
  customerId: z.string().min(1),
  /** `channel`: the bank's app or a bound chat account has signed the customer in itself. */
  method: z.enum(['endings', 'endingsAndCode', 'channel']),
  since: instantSchema,
  /** When this person last wrote. */
  lastHeardAt: instantSchema,
});
export type Verification = z.infer<typeof verificationSchema>;

export interface Lifetime {
  readonly idleMinutes: number;
  readonly absoluteMinutes: number;
}

const minutesBetween = (from: Instant, until: Instant): number => (Date.parse(until) - Date.parse(from)) / 60_000;

/** True while neither the silence nor the whole time is over. A time before the check is no proof of anything. */
export function isInForce({ since, lastHeardAt }: Verification, now: Instant, lifetime: Lifetime): boolean {
  const whole = minutesBetween(since, now);
  return whole >= 0 && whole <= lifetime.absoluteMinutes && minutesBetween(lastHeardAt, now) <= lifetime.idleMinutes;
}
