// A promise to pay: an amount by a date.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { instantSchema } from '../calendar/instant';
import { fenSchema } from '../money/money';

export const promiseRecordSchema = z.object({
  promiseId: z.string(),
  customerId: z.string(),
  accountIds: z.array(z.string()),
  amountFen: fenSchema,
  payDate: calendarDateSchema,
  madeAt: instantSchema,
  /** `withdrawn`: taken back by the customer before its day; no payment counts towards it, and it is never broken. */
  status: z.enum(['open', 'kept', 'partKept', 'broken', 'withdrawn']),
});
export type PromiseRecord = z.infer<typeof promiseRecordSchema>;
