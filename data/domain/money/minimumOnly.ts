// "What if I only pay the minimum?": month by month, until nothing is owed or the table would never end.
import { type Account, daysPastDueOn, owedOn } from '../account/account';
import type { CalendarDate } from '../calendar/calendar';
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
  /** Months until nothing is owed; null when that never comes. */
  readonly paidOffAfterMonths: number | null;
  /** Interest added, and everything paid, over all months shown. */
  readonly totalInterestFen: Fen;
  readonly totalPaidFen: Fen;
}

/** A month counts thirty days; the table looks ahead, so no calendar month is the right one. */
const daysPerMonth = 30;
/** Fifty years: beyond that the honest answer is "it would never be paid off". */
const monthsMax = 600;

/** The table for an account as it stands on `today`, beginning with the minimum that the bank's book has. */
export function minimumOnly(account: Account, today: CalendarDate, terms?: ContractTerms): MinimumOnly {
  const input = {
    owed: owedOn(account, today),
    dailyRate: account.dailyInterestRate,
    daysPastDue: daysPastDueOn(account, today),
  };
  const { minimumDueFen } = account;
  return minimumOnlyTable(minimumDueFen > 0 ? { ...input, firstMinimumFen: minimumDueFen } : input, terms);
}

export function minimumOnlyTable(input: MinimumOnlyInput, terms: ContractTerms = commonContractTerms): MinimumOnly {
  const rows: MinimumOnlyRow[] = [];
  const { principalFen, interestFen, feesFen } = input.owed;
  let owed: Balances = { principalFen, interestFen, feesFen };
  let remainingFen = totalOf(owed);
  for (let month = 1; remainingFen > 0 && month <= monthsMax; month++) {
    const added = overdueInterest({ principalFen: owed.principalFen, dailyRate: input.dailyRate, days: daysPerMonth });
    owed = { ...owed, interestFen: owed.interestFen + added };
    const byContract = minimumDue(owed, terms);
    const paymentFen = month === 1 ? Math.min(input.firstMinimumFen ?? byContract, totalOf(owed)) : byContract;
    owed = allocatePayment(owed, paymentFen, month === 1 ? input.daysPastDue : 0).left;
    remainingFen = totalOf(owed);
    rows.push({ month, paymentFen, interestFen: added, remainingFen });
  }
  return {
    rows,
    paidOffAfterMonths: remainingFen === 0 ? rows.length : null,
    totalInterestFen: rows.reduce((sum, row) => sum + row.interestFen, 0),
    totalPaidFen: rows.reduce((sum, row) => sum + row.paymentFen, 0),
  };
}

const totalOf = (owed: Balances): Fen => owed.principalFen + owed.interestFen + owed.feesFen;
