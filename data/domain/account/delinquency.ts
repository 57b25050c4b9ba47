// How late an account is: days past due, the bucket that reports use, and what grace still counts as paid.
import { addDays, type CalendarDate, daysBetween } from '../calendar/calendar';
import { type ContractTerms, commonContractTerms } from '../money/contractTerms';
import type { Fen } from '../money/money';

/** M0 is not past due; each further bucket is thirty days, and M7+ is everything over 180. */
export const buckets = ['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7+'] as const;
export type Bucket = (typeof buckets)[number];

/** 0 → M0, 1-30 → M1, 31-60 → M2 … 151-180 → M6, then M7+. */
export function bucketOf(daysPastDue: number): Bucket {
  if (!Number.isInteger(daysPastDue) || daysPastDue < 0) throw new RangeError('daysPastDue must be whole days from 0');
  return buckets[Math.ceil(daysPastDue / 30)] ?? 'M7+';
}

/** One minimum payment that fell due, and what had been paid towards it. */
export interface MinimumBill {
  readonly dueDate: CalendarDate;
  readonly minimumDueFen: Fen;
  readonly paidFen: Fen;
}

export type BillStanding = 'notDue' | 'paid' | 'inGrace' | 'pastDue';
type Grace = Pick<ContractTerms, 'graceDays' | 'graceShortfallFen'>;

/** A shortfall up to 10 yuan counts as paid (China Banking Association self-regulation). */
export const countsAsPaid = (bill: Omit<MinimumBill, 'dueDate'>, grace: Grace = commonContractTerms): boolean =>
  bill.minimumDueFen - bill.paidFen <= grace.graceShortfallFen;

export function billStanding(bill: MinimumBill, today: CalendarDate, grace: Grace = commonContractTerms): BillStanding {
  if (countsAsPaid(bill, grace)) return 'paid';
  if (today <= bill.dueDate) return 'notDue';
  return today <= addDays(bill.dueDate, grace.graceDays) ? 'inGrace' : 'pastDue';
}

/** Due date of the oldest minimum that is past due, or null. Once grace is over, days count from the due date. */
export function pastDueSince(
  bills: readonly MinimumBill[],
  today: CalendarDate,
  grace: Grace = commonContractTerms,
): CalendarDate | null {
  const late = bills.filter((bill) => billStanding(bill, today, grace) === 'pastDue').map((bill) => bill.dueDate);
  return late.sort()[0] ?? null;
}

export function daysPastDue(bills: readonly MinimumBill[], today: CalendarDate, grace?: Grace): number {
  const since = pastDueSince(bills, today, grace);
  return since === null ? 0 : daysBetween(since, today);
}
