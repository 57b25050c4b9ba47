// Payments on an account: what is owed after them, replayed from the bank's own figures, whatever order they arrive in.

import { laterDate } from '../calendar/calendar';
import { type ContractTerms, commonContractTerms } from '../money/contractTerms';
import type { Fen } from '../money/money';
import { allocatePayment } from '../money/paymentAllocation';
import { type Account, daysPastDueOn, owedOn, type PaymentRecord, type StruckBalance } from './account';

const byDay = (a: PaymentRecord, b: PaymentRecord): number => {
  const [first, second] = [`${a.paidOn} ${a.paymentId}`, `${b.paidOn} ${b.paymentId}`];
  return first < second ? -1 : first > second ? 1 : 0;
};

/** The figures as the bank's book gave them, before payments that came in since. */
export function struckBalance(account: Account): StruckBalance {
  const { asOf, principalFen, interestFen, feesFen, minimumDueFen, pastDueSince } = account;
  return (
    account.struck ?? { asOf, principalFen, interestFen, feesFen, minimumDueFen, pastDueSince, laterPaymentIds: [] }
  );
}

/** One payment: interest to its day, then the allocation of Art. 57, then what is left of the minimum. */
function afterPayment(
  account: Account,
  payment: PaymentRecord,
  terms: ContractTerms,
): { account: Account; excessFen: Fen } {
  const owed = owedOn(account, payment.paidOn);
  const { left, excessFen } = allocatePayment(owed, payment.amountFen, daysPastDueOn(account, payment.paidOn), terms);
  const leftFen = left.principalFen + left.interestFen + left.feesFen;
  const minimumDueFen = Math.min(leftFen, Math.max(0, account.minimumDueFen - payment.amountFen));
  // The minimum holds everything past due, so paying it (but for what grace forgives) ends the delinquency.
  const cured = leftFen === 0 || minimumDueFen <= terms.graceShortfallFen;
  const pastDueSince = cured ? null : account.pastDueSince;
  const asOf = laterDate(account.asOf, payment.paidOn);
  return { account: { ...account, ...left, asOf, minimumDueFen, pastDueSince }, excessFen };
}

export interface AccountAfterPayments {
  readonly account: Account;
  /** Payments that were not known before. */
  readonly added: readonly PaymentRecord[];
  /** Those of them that the balance already held, because it was struck after their day. */
  readonly alreadyInBalance: readonly PaymentRecord[];
  /** Paid beyond everything owed; it is the customer's and waits for the bank. */
  readonly excessFen: Fen;
}

/**
 * Takes payments into an account. A payment id that is known is not taken again; a payment dated before the balance was
 * struck is history only, one of that day or later lowers what is owed.
 */
export function addPayments(
  account: Account,
  payments: readonly PaymentRecord[],
  terms: ContractTerms = commonContractTerms,
): AccountAfterPayments {
  const known = new Set(account.payments.map((payment) => payment.paymentId));
  const added = [...new Map(payments.map((payment) => [payment.paymentId, payment])).values()]
    .filter((payment) => !known.has(payment.paymentId))
    .sort(byDay);
  const struck = struckBalance(account);
  const later = added.filter((payment) => payment.paidOn >= struck.asOf);
  const laterPaymentIds = [...struck.laterPaymentIds, ...later.map((payment) => payment.paymentId)];
  const all = [...account.payments, ...added].sort(byDay);
  const alreadyInBalance = added.filter((payment) => payment.paidOn < struck.asOf);
  if (added.length === 0) return { account, added, alreadyInBalance, excessFen: 0 };
  const replayed = replay({ ...account, payments: all, struck: { ...struck, laterPaymentIds } }, terms);
  return { ...replayed, added, alreadyInBalance };
}

/** Works out the present figures from the struck ones and every later payment, in the order of their days. */
function replay(account: Account, terms: ContractTerms): { account: Account; excessFen: Fen } {
  const { laterPaymentIds, ...figures } = struckBalance(account);
  const later = new Set(laterPaymentIds);
  let now: Account = { ...account, ...figures };
  let excessFen = 0;
  for (const payment of account.payments.filter((one) => later.has(one.paymentId))) {
    const after = afterPayment(now, payment, terms);
    now = after.account;
    excessFen += after.excessFen;
  }
  return { account: now, excessFen };
}

/**
 * Newer figures from the bank's book. Payments already known stay known: those of the day the new figures were struck, or
 * later, are applied on top. A file older than the figures we hold changes nothing.
 */
export function restrike(known: Account, fresh: Account, terms: ContractTerms = commonContractTerms): Account {
  if (fresh.asOf < struckBalance(known).asOf) return known;
  const ids = new Set(fresh.payments.map((payment) => payment.paymentId));
  const payments = [...fresh.payments, ...known.payments.filter((payment) => !ids.has(payment.paymentId))].sort(byDay);
  const onTop = new Set(known.struck?.laterPaymentIds ?? []);
  const later = payments.filter((payment) => onTop.has(payment.paymentId) && payment.paidOn >= fresh.asOf);
  const laterPaymentIds = later.map((payment) => payment.paymentId);
  if (laterPaymentIds.length === 0) return { ...fresh, payments };
  return replay({ ...fresh, payments, struck: { ...struckBalance(fresh), laterPaymentIds } }, terms).account;
}
