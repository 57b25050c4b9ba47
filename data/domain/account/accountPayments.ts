// Payments on an account: what is owed after them, replayed from the bank's own figures, whatever order they arrive in.

import { laterDate } from '../calendar/calendar';
import { type ContractTerms, commonContractTerms } from '../money/contractTerms';
import type { Fen } from '../money/money';
import { allocatePayment, paysPrincipalFirst } from '../money/paymentAllocation';
import { type Account, daysPastDueOn, owedOn, type PaymentRecord, type ReversalRecord } from './account';
import { byDay, knownPayments, laterIds, type PaymentEntry, struckBalance, withEntries } from './paymentHistory';

/** One payment: interest to its day, then the allocation of Art. 57, then what is left of the minimum. */
function afterPayment(
  account: Account,
  payment: PaymentRecord,
  terms: ContractTerms,
): { account: Account; excessFen: Fen } {
  const owed = owedOn(account, payment.paidOn);
  const { left, excessFen } = allocatePayment(owed, payment.amountFen, daysPastDueOn(account, payment.paidOn));
  const leftFen = left.principalFen + left.interestFen + left.feesFen;
  const minimumDueFen = Math.min(leftFen, Math.max(0, account.minimumDueFen - payment.amountFen));
  // The minimum holds everything past due, so paying it (but for what grace forgives) ends the delinquency.
  const cured = leftFen === 0 || minimumDueFen <= terms.graceShortfallFen;
  const pastDueSince = cured ? null : account.pastDueSince;
  const asOf = laterDate(account.asOf, payment.paidOn);
  return { account: { ...account, ...left, asOf, minimumDueFen, pastDueSince }, excessFen };
}

/**
 * A payment is taken back that the bank's figures already held. Which parts it had paid is not known here: from day 91 it
 * went to the principal first (Art. 57) and comes back there; before, it comes back as interest, on which nothing
 * accrues. The total is right at once, and the bank's next figures say the parts.
 */
function afterReversal(account: Account, { paidOn, reversed }: ReversalRecord): Account {
  const { principalFen, interestFen, feesFen, totalFen } = owedOn(account, paidOn);
  const { amountFen } = reversed;
  const isPrincipal = paysPrincipalFirst(daysPastDueOn(account, reversed.paidOn));
  return {
    ...account,
    principalFen: principalFen + (isPrincipal ? amountFen : 0),
    interestFen: interestFen + (isPrincipal ? 0 : amountFen),
    feesFen,
    asOf: laterDate(account.asOf, paidOn),
    minimumDueFen: Math.min(totalFen + amountFen, account.minimumDueFen + amountFen),
  };
}

export interface AccountAfterPayments {
  readonly account: Account;
  /** Payments and reversals that were not known before. */
  readonly added: readonly PaymentEntry[];
  /** Those of them that the balance already held, because it was struck after their day. */
  readonly alreadyInBalance: readonly PaymentEntry[];
  /** Paid beyond everything owed; it is the customer's and waits for the bank. */
  readonly excessFen: Fen;
}

/**
 * Takes payments and reversals into an account. An id that is known is not taken again; what is dated before the balance
 * was struck is history only, what is of that day or later changes what is owed. Throws for a reversal of a payment that
 * is not known: `planPayments` refuses it with its line.
 */
export function addPayments(
  account: Account,
  entries: readonly PaymentEntry[],
  terms: ContractTerms = commonContractTerms,
): AccountAfterPayments {
  const known = knownPayments(account);
  const added = [...new Map(entries.map((entry) => [entry.paymentId, entry])).values()]
    .filter(({ paymentId }) => !known.has(paymentId))
    .sort(byDay);
  if (added.length === 0) return { account, added, alreadyInBalance: [], excessFen: 0 };
  const struck = struckBalance(account);
  const later = added.filter(({ paidOn }) => paidOn >= struck.asOf);
  const laterPaymentIds = [...struck.laterPaymentIds, ...later.map(({ paymentId }) => paymentId)].sort();
  const history = withEntries(account, added);
  const replayed = replay({ ...history, struck: { ...struck, laterPaymentIds } }, terms);
  return { ...replayed, added, alreadyInBalance: added.filter(({ paidOn }) => paidOn < struck.asOf) };
}

/** Works out the present figures from the struck ones and everything later, in the order of the days. */
function replay(account: Account, terms: ContractTerms): { account: Account; excessFen: Fen } {
  const { laterPaymentIds, ...figures } = struckBalance(account);
  const later = new Set(laterPaymentIds);
  // A later payment that was reversed is in neither list: it is as if it had never come.
  const payments = account.payments.filter(({ paymentId }) => later.has(paymentId));
  const putBack = (account.reversals ?? []).filter(
    ({ paymentId, reversed }) => later.has(paymentId) && !later.has(reversed.paymentId),
  );
  let now: Account = { ...account, ...figures };
  let excessFen = 0;
  for (const entry of [...payments, ...putBack].sort(byDay)) {
    if ('reversed' in entry) {
      now = afterReversal(now, entry);
      continue;
    }
    const after = afterPayment(now, entry, terms);
    now = after.account;
    excessFen += after.excessFen;
  }
  return { account: now, excessFen };
}

/**
 * Newer figures from the bank's book. What is known of payments stays known: what is of the day the new figures were
 * struck, or later, is applied on top. A file older than the figures we hold changes nothing.
 */
export function restrike(known: Account, fresh: Account, terms: ContractTerms = commonContractTerms): Account {
  if (fresh.asOf < struckBalance(known).asOf) return known;
  const { payments, reversals } = known;
  const history: Account = { ...fresh, payments, ...(reversals === undefined ? {} : { reversals }) };
  const laterPaymentIds = laterIds(known, fresh.asOf);
  if (laterPaymentIds.length === 0) return history;
  return replay({ ...history, struck: { ...struckBalance(fresh), laterPaymentIds } }, terms).account;
}
