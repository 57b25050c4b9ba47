// "What if I only pay the minimum?": month by month, until nothing is owed or the table would never end.
import { type ContractTerms, commonContractTerms } from './contractTerms';
import { overdueInterest } from './interest';
import { minimumDue } from './minimumDue';
import type { Fen } from './money';
import { allocatePayment, type Balances } from './paymentAllocation';

export interface MinimumOnlyInput {
  readonly owed: Balances;
  readonly dailyRate: number;
  /** Days past due when the first payment is made; a minimum paid in full ends the delinquency. */
  readonly daysPastDue: number;
  /** The minimum of the present statement, when the bank's book has it; by contract otherwise. */
  readonly firstMinimumFen?: Fen;
}

export interface MinimumOnlyRow {
  /** 1-based. */
  readonly month: number;
  readonly paymentFen: Fen;
  /** Interest that this month added. */
  readonly interestFen: Fen;
  /** All that is still owed after the payment. */
  readonly remainingFen: Fen;
}

export interface MinimumOnly {
  readonly rows: readonly MinimumOnlyRow[];
  /** False when something is still owed after the last row. */
  readonly ends: boolean;
  readonly months: number;
  readonly firstPaymentFen: Fen;
  /** Interest added over all months shown. */
  readonly interestFen: Fen;
  readonly paidFen: Fen;
}

/** A month counts thirty days; the table looks ahead, so no calendar month is the right one. */
const daysPerMonth = 30;
/** Fifty years: beyond that the honest answer is "it would never be paid off". */
const monthsMax = 600;

export function minimumOnly(input: MinimumOnlyInput, terms: ContractTerms = commonContractTerms): MinimumOnly {
  const rows: MinimumOnlyRow[] = [];
  let owed = input.owed;
  let remainingFen = totalOf(owed);
  for (let month = 1; remainingFen > 0 && month <= monthsMax; month++) {
    const { principalFen } = owed;
    const interestFen = overdueInterest({ principalFen, dailyRate: input.dailyRate, days: daysPerMonth });
    owed = { ...owed, interestFen: owed.interestFen + interestFen };
    const byContract = minimumDue(owed, terms);
    const paymentFen = month === 1 ? Math.min(input.firstMinimumFen ?? byContract, totalOf(owed)) : byContract;
    owed = allocatePayment(owed, paymentFen, month === 1 ? input.daysPastDue : 0, terms).left;
    remainingFen = totalOf(owed);
    rows.push({ month, paymentFen, interestFen, remainingFen });
  }
  return {
    rows,
    ends: remainingFen === 0,
    months: rows.length,
    firstPaymentFen: rows[0]?.paymentFen ?? 0,
    interestFen: rows.reduce((sum, row) => sum + row.interestFen, 0),
    paidFen: rows.reduce((sum, row) => sum + row.paymentFen, 0),
  };
}

const totalOf = (owed: Balances): Fen => owed.principalFen + owed.interestFen + owed.feesFen;
