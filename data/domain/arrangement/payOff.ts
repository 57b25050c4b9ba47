// What clearing an arrangement on a day takes: what has fallen due, the principal still to come, and the interest up to that day.
import Big from 'big.js';
import { type CalendarDate, daysBetween } from '../calendar/calendar';
import { type Fen, roundHalfUpToFen } from '../money/money';
import type { ArrangementRecord, ArrangementRow } from './arrangementRecord';

export interface PayOff {
  readonly totalFen: Fen;
  /** Of it, what takes off the financed amount, and interest. */
  readonly principalFen: Fen;
  readonly interestFen: Fen;
}

/** The share of a period's interest that has run by `day`: its days so far over all its days. */
function interestSoFar(row: ArrangementRow, begins: CalendarDate, day: CalendarDate): Fen {
  const whole = daysBetween(begins, row.dueDate);
  const run = Math.min(Math.max(daysBetween(begins, day), 0), whole);
  return whole === 0 ? 0 : roundHalfUpToFen(new Big(row.interestFen).times(run).div(whole));
}

/**
 * What pays everything off on `day`. Interest of periods that have not begun is not charged (the cost table says so), that of
 * the running one up to the day.
 */
export function payOffOn(record: ArrangementRecord, day: CalendarDate): PayOff {
  let [principalFen, interestFen] = [0, 0];
  let begins = record.signedOn;
  for (const row of record.schedule) {
    const isDue = row.dueDate <= day;
    const interest = isDue ? row.interestFen : interestSoFar(row, begins, day);
    if (row.number > 0) begins = row.dueDate;
    if (row.status === 'paid') continue;
    // A part payment goes to interest first, as the agreement allocates it.
    const toInterest = Math.min(row.paidFen, interest);
    interestFen += interest - toInterest;
    principalFen += Math.max(0, row.principalFen - (row.paidFen - toInterest));
  }
  return { totalFen: principalFen + interestFen, principalFen, interestFen };
}
