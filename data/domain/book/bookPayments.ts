// What a payments file of the bank's book would add, against what the book holds: all of it or nothing.
import type { Account } from '../account/account';
import { knownPayments, type PaymentEntry, type ReversalEntry } from '../account/paymentHistory';
import type { CalendarDate } from '../calendar/calendar';
import { type PaymentRow, readPaymentRows, reversalProblem } from './bookPaymentRows';
import type { BookError, BookTable, KnownBook, PaymentProblem, Plan } from './bookTable';

export type AccountPayment = PaymentEntry & { readonly accountId: string };

export interface PaymentsPlan {
  /** Payments and reversals that are not known yet, payments first. */
  readonly payments: readonly AccountPayment[];
  readonly rows: number;
  /** Rows that the book has already. */
  readonly known: number;
}

type Known = Pick<KnownBook, 'account' | 'accountOfPayment'>;
type Numbered = PaymentRow & { readonly line: number };

/** The row as the history takes it: a payment, or what takes one back. */
export function entryOf({ paymentId, accountId, paidOn, amount, reverses, channel }: PaymentRow): AccountPayment {
  const row = { paymentId, accountId, paidOn, channel };
  return reverses === '' ? { ...row, amountFen: amount } : { ...row, reverses };
}

const isReversal = (entry: PaymentEntry): entry is ReversalEntry => 'reverses' in entry;

function sameEntry(a: PaymentEntry, b: PaymentEntry): boolean {
  if (a.paidOn !== b.paidOn) return false;
  if (isReversal(a) || isReversal(b)) return isReversal(a) && isReversal(b) && a.reverses === b.reverses;
  return a.amountFen === b.amountFen;
}

/** What is wrong with a reversal of a payment that is not in the same file. */
function againstHistory(row: Numbered, account: Account): PaymentProblem | null {
  const reversed = knownPayments(account).get(row.reverses);
  if (reversed === undefined) return 'unknownPayment';
  if (isReversal(reversed)) return 'reversesReversal';
  if (account.reversals?.some((one) => one.reversed.paymentId === row.reverses)) return 'reversedBefore';
  return reversalProblem(row, { ...reversed, amount: reversed.amountFen, accountId: account.accountId });
}

/** What the rows say against the book. `inFile` has the ids of all rows of the file. */
export function paymentErrors(rows: readonly Numbered[], known: Known, inFile: ReadonlySet<string>): BookError[] {
  const errors: BookError[] = [];
  for (const row of rows) {
    const { line, paymentId, accountId, reverses } = row;
    const account = known.account(accountId);
    if (account === undefined) {
      errors.push({ line, field: 'accountId', problem: 'unknownAccount' });
      continue;
    }
    const other = known.accountOfPayment(paymentId);
    if (other !== undefined && other !== accountId) errors.push({ line, field: 'paymentId', problem: 'otherAccount' });
    const before = knownPayments(account).get(paymentId);
    if (before !== undefined) {
      if (!sameEntry(before, entryOf(row))) errors.push({ line, field: 'paymentId', problem: 'differsFromBook' });
      continue;
    }
    const isOfBook = reverses !== '' && (!inFile.has(reverses) || knownPayments(account).has(reverses));
    const problem = isOfBook ? againstHistory(row, account) : null;
    if (problem !== null) errors.push({ line, field: 'reverses', problem });
  }
  return errors;
}

/** What rows without errors add to the histories, payments before what takes them back. */
export function newPayments(rows: readonly PaymentRow[], known: Pick<KnownBook, 'account'>): PaymentsPlan {
  const entries = new Map<string, AccountPayment>();
  let knownRows = 0;
  for (const row of rows) {
    const account = known.account(row.accountId);
    if (account !== undefined && knownPayments(account).has(row.paymentId)) knownRows += 1;
    else entries.set(row.paymentId, entryOf(row));
  }
  const all = [...entries.values()];
  const payments = [...all.filter((one) => !isReversal(one)), ...all.filter(isReversal)];
  return { payments, rows: rows.length, known: knownRows };
}

/** Reads a payments file against the accounts; `settle` then takes the rows into promises and arrangements. */
export function planPayments(table: BookTable, known: Known, today: CalendarDate): Plan<PaymentsPlan> {
  const reading = readPaymentRows(table, today);
  if (!reading.ok) return reading;
  const errors = paymentErrors(reading.rows, known, new Set(reading.rows.map(({ paymentId }) => paymentId)));
  return errors.length > 0 ? { ok: false, errors } : { ok: true, plan: newPayments(reading.rows, known) };
}
