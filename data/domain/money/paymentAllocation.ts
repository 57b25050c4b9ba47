// What a payment is applied to: interest and fees first for 90 days, the principal first from day 91.
import type { Fen } from './money';

export interface Balances {
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly feesFen: Fen;
}

export interface Allocation {
  /** What of the payment went to each part. */
  readonly paid: Balances;
  /** What is owed afterwards. */
  readonly left: Balances;
  /** What was paid beyond everything owed; it is the customer's. */
  readonly excessFen: Fen;
}

type Part = keyof Balances;

/** 商业银行信用卡业务监督管理办法 (2011) Art. 57: the law's own figure, which no contract changes. */
const principalFirstFromDay = 91;

/** True from day 91. */
export const paysPrincipalFirst = (daysPastDue: number): boolean => daysPastDue >= principalFirstFromDay;

/** Among interest and fees, interest goes first. */
export const allocationOrder = (daysPastDue: number): readonly Part[] =>
  paysPrincipalFirst(daysPastDue)
    ? ['principalFen', 'interestFen', 'feesFen']
    : ['interestFen', 'feesFen', 'principalFen'];

export function allocatePayment(owed: Balances, paymentFen: Fen, daysPastDue: number): Allocation {
  const paid = { principalFen: 0, interestFen: 0, feesFen: 0 };
  let restFen = paymentFen;
  for (const part of allocationOrder(daysPastDue)) {
    paid[part] = Math.min(restFen, owed[part]);
    restFen -= paid[part];
  }
  const left = {
    principalFen: owed.principalFen - paid.principalFen,
    interestFen: owed.interestFen - paid.interestFen,
    feesFen: owed.feesFen - paid.feesFen,
  };
  return { paid, left, excessFen: restFen };
}
