// The payments file of the bank's book: its columns, and the payments in it that are not known yet, all or nothing.
import type { PaymentRecord } from '../account/account';
import type { CalendarDate } from '../calendar/calendar';
import type { Fen } from '../money/money';
import { dateCell, fenCell, textCell, yuanCell } from './bookColumns';
import {
  type BookError,
  type BookTable,
  type Columns,
  type KnownBook,
  optional,
  type Plan,
  readBook,
  required,
} from './bookTable';

export interface PaymentRow {
  paymentId: string;
  accountId: string;
  paidOn: CalendarDate;
  amount: Fen;
  channel: string;
}

export const paymentColumns: Columns<PaymentRow> = {
  paymentId: required(textCell),
  accountId: required(textCell),
  paidOn: required(dateCell),
  amount: required(yuanCell, { name: 'amountFen', read: fenCell }),
  channel: optional(textCell, 'other'),
};

export interface PaymentsPlan {
  /** Payments that are not known yet, by account. */
  readonly payments: readonly (PaymentRecord & { readonly accountId: string })[];
  readonly rows: number;
  /** Rows that the book has already. */
  readonly known: number;
}

/** Reads a payments file against the accounts; `settle` then takes the payments into promises and arrangements. */
export function planPayments(
  table: BookTable,
  known: Pick<KnownBook, 'account'>,
  today: CalendarDate,
): Plan<PaymentsPlan> {
  const reading = readBook(table, paymentColumns);
  if (!reading.ok) return reading;
  const errors: BookError[] = [];
  const payments = new Map<string, PaymentRecord & { accountId: string }>();
  let knownRows = 0;
  const same = (a: Omit<PaymentRecord, 'channel'>, b: Omit<PaymentRecord, 'channel'>) =>
    a.paidOn === b.paidOn && a.amountFen === b.amountFen;
  for (const { line, paymentId, accountId, paidOn, amount: amountFen, channel } of reading.rows) {
    const payment = { paymentId, paidOn, amountFen, channel, accountId };
    const account = known.account(accountId);
    const inBook = account?.payments.find((one) => one.paymentId === paymentId);
    const inFile = payments.get(paymentId);
    if (account === undefined) errors.push({ line, field: 'accountId', problem: 'unknownAccount' });
    if (paidOn > today) errors.push({ line, field: 'paidOn', problem: 'inFuture' });
    if (amountFen === 0) errors.push({ line, field: 'amount', problem: 'outOfRange' });
    if (inBook !== undefined && !same(inBook, payment))
      errors.push({ line, field: 'paymentId', problem: 'differsFromBook' });
    if (inFile !== undefined && !(same(inFile, payment) && inFile.accountId === accountId))
      errors.push({ line, field: 'paymentId', problem: 'differsInFile' });
    if (inBook !== undefined) knownRows += 1;
    else payments.set(paymentId, payment);
  }
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, plan: { payments: [...payments.values()], rows: reading.rows.length, known: knownRows } };
}
