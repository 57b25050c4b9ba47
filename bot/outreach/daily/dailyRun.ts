// The record of one day's job: which steps are done, how far the one under way has come, and what they did.
import { z } from 'zod';
import { calendarDateSchema } from '../../../data/domain/calendar/calendar';
import { instantSchema } from '../../../data/domain/calendar/instant';
import type { DocumentStore } from '../../../data/store/documentStore';
import { type Kept, Repository } from '../../../data/store/repositories/repository';

export const stepRecordSchema = z.object({
  name: z.string(),
  /** Where the next slice begins; null before the first. */
  after: z.string().nullable(),
  isDone: z.boolean(),
  /** What it brought, by kind, and how many records it removed. */
  counts: z.record(z.string(), z.number().int()),
});
export type StepRecord = z.infer<typeof stepRecordSchema>;

export const dailyRunSchema = z.object({
  day: calendarDateSchema,
  startedAt: instantSchema,
  /** Null while steps are left. */
  endedAt: instantSchema.nullable(),
  steps: z.array(stepRecordSchema),
});
export type DailyRun = z.infer<typeof dailyRunSchema>;

export class DailyRuns extends Repository<DailyRun> {
  constructor(store: DocumentStore) {
    super(store, 'dailyRuns', dailyRunSchema, ({ day }) => day);
  }

  /** Every run that is still kept, the earliest day first. */
  async inOrder(): Promise<readonly Kept<DailyRun>[]> {
    const found: Kept<DailyRun>[] = [];
    let after: string | undefined;
    do {
      const page = await this.list({ limit: 500, after });
      found.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return found;
  }
}
