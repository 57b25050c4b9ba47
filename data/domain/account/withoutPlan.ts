// "And if I just pay that much a month without signing?": month by month under the card contract, until nothing is owed.
import type { CalendarDate } from '../calendar/calendar';
import { overdueInterest } from '../money/interest';
import type { Fen } from '../money/money';
import { allocatePayment, type Balances } from '../money/paymentAllocation';
import { type Account, daysPastDueOn, owedOn } from './account';

export interface WithoutPlan {
  /** Months until nothing is owed; null where that never comes. */
  readonly months: number | null;
  /** All that is paid over these months, and the interest that they added; late charges are not in it. Fen. */
  readonly totalFen: Fen;
  readonly interestFen: Fen;
}

/** A month counts thirty days, as in the table of minimum payments: it looks ahead, so no calendar month is the right one. */
const daysPerMonth = 30;
/** Fifty years: beyond that the honest answer is that it never ends. */
const monthsMax = 600;

const totalOf = (owed: Balances): Fen => owed.principalFen + owed.interestFen + owed.feesFen;

/** Paying `monthlyFen` every month with no arrangement, to one account after the other, while interest goes on. */
export function withoutPlan(accounts: readonly Account[], monthlyFen: Fen, today: CalendarDate): WithoutPlan {
  let owed: Balances[] = accounts.map((account) => owedOn(account, today));
  const atStart = owed.reduce((sum, one) => sum + totalOf(one), 0);
  let interestFen = 0;
  let paidFen = 0;
  let left = atStart;
  let month = 0;
  while (left > 0 && month < monthsMax) {
    month++;
    let toPay = monthlyFen;
    owed = owed.map((before, index) => {
      const account = accounts[index];
      if (account === undefined || totalOf(before) === 0) return before;
      const { principalFen } = before;
      const added = overdueInterest({ principalFen, dailyRate: account.dailyInterestRate, days: daysPerMonth });
      interestFen += added;
      const daysPastDue = daysPastDueOn(account, today) + month * daysPerMonth;
      const { left: after, excessFen } = allocatePayment(
        { ...before, interestFen: before.interestFen + added },
        toPay,
        daysPastDue,
      );
      paidFen += toPay - excessFen;
      toPay = excessFen;
      return after;
    });
    left = owed.reduce((sum, one) => sum + totalOf(one), 0);
  }
  return { months: left > 0 ? null : month, totalFen: paidFen, interestFen };
}
