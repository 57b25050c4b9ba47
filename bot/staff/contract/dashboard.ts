// The dashboard: GET dashboard?from=&to=&group=. Every number is counted from the records.
import { z } from 'zod';

export const dashboardGroupSchema = z.enum(['day', 'segment', 'language', 'policyVersion']);
export type DashboardGroup = z.infer<typeof dashboardGroupSchema>;
/** `from` and `to` are days, both included; at most 366 days. */
export const dashboardQuerySchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  group: dashboardGroupSchema,
});
export type DashboardQuery = z.infer<typeof dashboardQuerySchema>;

const count = z.number().int();
export const dashboardNumbersSchema = z.object({
  conversations: count,
  customerTurns: count,
  /** Turns whose meaning was found, and turns that had to be asked again. */
  understood: count,
  notUnderstood: count,
  /** Conversations in which offers were shown; agreements signed; those still kept or completed; broken. */
  offered: count,
  agreements: count,
  agreementsKept: count,
  agreementsBroken: count,
  promises: count,
  promisesKept: count,
  promisesBroken: count,
  /** Balance at signing, and what has been paid on those agreements since. */
  agreedBalanceFen: count,
  recoveredFen: count,
  handovers: count,
  /** Seconds from handover to an agent taking it; null when none was taken. */
  waitingSecondsMedian: z.number().nullable(),
  waitingSecondsMax: z.number().nullable(),
  complaints: count,
  guardBlocks: count,
  /** Messages of agents that waited for a colleague; those that were released, and declined. */
  held: count,
  heldReleased: count,
  heldDeclined: count,
});
export type DashboardNumbers = z.infer<typeof dashboardNumbersSchema>;

export const dashboardSchema = z.object({
  from: z.string(),
  to: z.string(),
  group: dashboardGroupSchema,
  totals: dashboardNumbersSchema,
  /** `key`: a day, a segment id, a language, a policy version; '' where the record tells none. */
  rows: z.array(z.object({ key: z.string(), numbers: dashboardNumbersSchema })),
});
export type Dashboard = z.infer<typeof dashboardSchema>;
