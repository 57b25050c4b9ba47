// The history of payments on one account: what stands, what was taken back, and what came after the bank's figures.
import type { CalendarDate } from '../calendar/calendar';
import type { Account, PaymentRecord, StruckBalance } from './account';

/** A row that takes back a payment, as it comes in. */
export interface ReversalEntry {
  readonly paymentId: string;
  /** Id of the payment that it takes back. */
  readonly reverses: string;
  readonly paidOn: CalendarDate;
  readonly channel: string;
}
export type PaymentEntry = PaymentRecord | ReversalEntry;

export const byDay = (
  a: Pick<PaymentRecord, 'paidOn' | 'paymentId'>,
  b: Pick<PaymentRecord, 'paidOn' | 'paymentId'>,
): number => {
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

/** Every row that the account has ever had, by id: payments that stand or were reversed, and the reversals. */
export function knownPayments(account: Account): ReadonlyMap<string, PaymentEntry> {
  const reversals = account.reversals ?? [];
  const entries: PaymentEntry[] = [
    ...account.payments,
    ...reversals.map(({ reversed }) => reversed),
    ...reversals.map(({ paymentId, paidOn, channel, reversed }) => {
      return { paymentId, paidOn, channel, reverses: reversed.paymentId };
    }),
  ];
  return new Map(entries.map((entry) => [entry.paymentId, entry]));
}

/** The account with new rows in its history; figures stay. Throws for a reversal of a payment that does not stand. */
export function withEntries(account: Account, entries: readonly PaymentEntry[]): Account {
  const payments = new Map(account.payments.map((payment) => [payment.paymentId, payment]));
  for (const entry of entries) if (!('reverses' in entry)) payments.set(entry.paymentId, entry);
  const reversals = [...(account.reversals ?? [])];
  for (const entry of entries) {
    if (!('reverses' in entry)) continue;
    const { reverses, ...row } = entry;
    const reversed = payments.get(reverses);
    if (reversed === undefined) throw new Error('A reversal names a payment that does not stand on this account.');
    payments.delete(reverses);
    reversals.push({ ...row, reversed });
  }
  const history = { ...account, payments: [...payments.values()].sort(byDay) };
  return reversals.length === 0 ? history : { ...history, reversals: reversals.sort(byDay) };
}

/** Of what came on top of the figures held so far, that which also comes on top of figures struck on `asOf`. */
export function laterIds(account: Account, asOf: CalendarDate): string[] {
  const onTop = new Set(account.struck?.laterPaymentIds ?? []);
  return [...knownPayments(account).values()]
    .filter(({ paymentId, paidOn }) => onTop.has(paymentId) && paidOn >= asOf)
    .map(({ paymentId }) => paymentId)
    .sort();
}
