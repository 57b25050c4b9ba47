// When nothing leaves by itself: by hand, or because too many of those written to asked for quiet or complained.
import { z } from 'zod';
import { instantSchema } from '../calendar/instant';
import type { PauseRule } from './outreachRules';

export const outreachPauseSchema = z.object({
  /** Null while messages leave. */
  paused: z
    .object({
      by: z.string().min(1),
      at: instantSchema,
      why: z.enum(['byHand', 'tooManyStops', 'tooManyComplaints']),
      /** What whoever paused it wrote; absent where the rule or the command did. */
      reason: z.string().optional(),
    })
    .nullable(),
  /** Stops and complaints before this were looked at by whoever resumed. */
  resumedAt: instantSchema.nullable(),
});
export type OutreachPause = z.infer<typeof outreachPauseSchema>;

export const running: OutreachPause = { paused: null, resumedAt: null };

/** What came of the messages of the last days: customers, each counted once. */
export interface OutreachEcho {
  readonly sent: number;
  readonly stops: number;
  readonly complaints: number;
}

/** Why the rule pauses, or null. */
export function pauseBy(rule: PauseRule, { sent, stops, complaints }: OutreachEcho) {
  if (sent < rule.sentMin) return null;
  if (stops / sent > rule.stopsShareMax) return 'tooManyStops' as const;
  return complaints / sent > rule.complaintsShareMax ? ('tooManyComplaints' as const) : null;
}
