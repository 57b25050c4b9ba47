// Where a signed instalment arrangement stands on a day: what is left, what comes next, what was missed.

import { addDays, type CalendarDate } from '../calendar/calendar';
import { type ContractTerms, commonContractTerms } from '../money/contractTerms';
import type { Fen } from '../money/money';
import type { ArrangementRecord, ArrangementRow } from './arrangementRecord';

export {
  type ArrangementRecord,
  type ArrangementRow,
  arrangementRecordSchema,
  type BalanceAtSigning,
  type Consent,
} from './arrangementRecord';
export { balanceAtSigning, type NewArrangementInput, newArrangement } from './newArrangement';

export interface UnpaidRow {
  readonly number: number;
  readonly dueDate: CalendarDate;
  /** What is still to be paid of it, in fen. */
  readonly amountFen: Fen;
}

export interface ArrangementState {
  /** Instalments not yet paid in full; the down payment is not one. */
  readonly instalmentsLeft: number;
  readonly remainingFen: Fen;
  /** The next payment that is not missed; null when nothing is to come. */
  readonly next: UnpaidRow | null;
  /** Oldest first. */
  readonly missed: readonly UnpaidRow[];
  readonly missedFen: Fen;
  /** Missed payments in a row up to the newest that fell due. */
  readonly consecutiveMissed: number;
  /** True when the agreed number in a row was missed: the bank may end it, and first asks. */
  readonly mayEnd: boolean;
}

type Grace = Pick<ContractTerms, 'graceDays' | 'graceShortfallFen'>;

const unpaid = (row: ArrangementRow): UnpaidRow => ({
  number: row.number,
  dueDate: row.dueDate,
  amountFen: row.paymentFen - row.paidFen,
});

/** Where the arrangement stands. A payment within grace, or short by no more than grace allows, is not missed. */
export function arrangementState(
  record: ArrangementRecord,
  today: CalendarDate,
  grace: Grace = commonContractTerms,
): ArrangementState {
  const overdue = (row: ArrangementRow) => addDays(row.dueDate, grace.graceDays) < today;
  const isMissed = (row: ArrangementRow) =>
    row.status !== 'paid' && overdue(row) && row.paymentFen - row.paidFen > grace.graceShortfallFen;
  const left = record.schedule.filter((row) => row.status !== 'paid');
  const missed = left.filter(isMissed).map(unpaid);
  const next = left.find((row) => !overdue(row));
  const kept = record.schedule.filter(overdue).findLastIndex((row) => !isMissed(row));
  const consecutiveMissed = record.schedule.filter(overdue).length - 1 - kept;
  return {
    instalmentsLeft: left.filter((row) => row.number > 0).length,
    remainingFen: left.reduce((sum, row) => sum + row.paymentFen - row.paidFen, 0),
    next: next === undefined ? null : unpaid(next),
    missed,
    missedFen: missed.reduce((sum, row) => sum + row.amountFen, 0),
    consecutiveMissed,
    mayEnd: record.status === 'active' && consecutiveMissed >= record.missedInstalmentsMax,
  };
}
