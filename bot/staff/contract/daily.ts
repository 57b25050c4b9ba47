// The daily job: GET daily gives the newest days, newest first, and the days that are still to be done.
import { z } from 'zod';

export const dailyRunViewSchema = z.object({
  day: z.string(),
  startedAt: z.string(),
  /** Null while it is under way. */
  endedAt: z.string().nullable(),
  /** For each step, what it brought by kind, and how many records it removed. */
  steps: z
    .array(
      z.object({ name: z.string(), isDone: z.boolean(), counts: z.record(z.string(), z.number().int()) }).readonly(),
    )
    .readonly(),
});
export type DailyRunView = Readonly<z.infer<typeof dailyRunViewSchema>>;

export interface DailyList {
  readonly runs: readonly DailyRunView[];
  readonly due: readonly string[];
}
