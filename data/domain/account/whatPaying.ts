// What a payment would do, and what a day costs: the customer's own figures, worked out as the bank's book would.
import type { CalendarDate } from '../calendar/calendar';
import { overdueInterest } from '../money/interest';
import type { Fen } from '../money/money';
import { allocatePayment, type Balances, paysPrincipalFirst } from '../money/paymentAllocation';
import { type Account, daysPastDueOn, owedOn } from './account';

/** Interest that one more day adds as the principal stands, in fen; 0 where nothing is past due. */
export const interestADay = ({ pastDueSince, principalFen, dailyInterestRate }: Account): Fen =>
  pastDueSince === null ? 0 : overdueInterest({ principalFen, dailyRate: dailyInterestRate, days: 1 });

export interface AfterPaying {
  /** What is paid at most: never more than is owed. */
  readonly paidFen: Fen;
  /** The parts that it goes to; their sum is `paidFen`. */
  readonly paid: Balances;
  /** What is owed afterwards, and its principal. */
  readonly leftFen: Fen;
  readonly leftPrincipalFen: Fen;
  /** From day 91 the principal is paid first (商业银行信用卡业务监督管理办法 Art. 57). */
  readonly principalFirst: boolean;
}

/** What paying `amountFen` on `date` would go to and leave, with the interest up to that day. */
export function afterPaying(account: Account, amountFen: Fen, date: CalendarDate): AfterPaying {
  const daysPastDue = daysPastDueOn(account, date);
  const { paid, left, excessFen } = allocatePayment(owedOn(account, date), amountFen, daysPastDue);
  return {
    paidFen: amountFen - excessFen,
    paid,
    leftFen: left.principalFen + left.interestFen + left.feesFen,
    leftPrincipalFen: left.principalFen,
    principalFirst: paysPrincipalFirst(daysPastDue),
  };
}
