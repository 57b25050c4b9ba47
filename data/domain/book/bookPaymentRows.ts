// The payments file of the bank's book: its columns, and its rows where nothing in the file itself is wrong.
import type { CalendarDate } from '../calendar/calendar';
import type { Fen } from '../money/money';
import { dateCell, fenCell, idCell, signedCell, textCell, yuanCell } from './bookColumns';
import {
  type BookError,
  type BookReading,
  type BookTable,
  type Columns,
  optional,
  type PaymentProblem,
  readBook,
  required,
} from './bookTable';

export interface PaymentRow {
  paymentId: string;
  accountId: string;
  paidOn: CalendarDate;
  /** In fen; below zero where the row takes a payment back. */
  amount: Fen;
  /** Id of the payment that the row takes back; '' for a payment. */
  reverses: string;
  channel: string;
}

/** Amounts in yuan, or `amountFen` in fen. */
export const paymentColumns: Columns<PaymentRow> = {
  paymentId: required(idCell),
  accountId: required(idCell),
  paidOn: required(dateCell),
  amount: required(signedCell(yuanCell), { name: 'amountFen', read: signedCell(fenCell) }),
  reverses: optional(idCell, ''),
  channel: optional(textCell, 'other'),
};

type Numbered = PaymentRow & { readonly line: number };

/** What is wrong with taking back this payment; null when nothing is. */
export function reversalProblem(
  reversal: PaymentRow,
  reversed: Pick<PaymentRow, 'accountId' | 'amount' | 'paidOn'>,
): PaymentProblem | null {
  if (reversed.accountId !== reversal.accountId) return 'otherAccount';
  if (reversed.amount < 0) return 'reversesReversal';
  if (reversed.amount !== -reversal.amount) return 'reversalDiffers';
  return reversed.paidOn > reversal.paidOn ? 'reversalTooEarly' : null;
}

const sameRow = (a: PaymentRow, b: PaymentRow): boolean =>
  a.accountId === b.accountId && a.paidOn === b.paidOn && a.amount === b.amount && a.reverses === b.reverses;

/** What a row says by itself: an amount below zero names what it takes back, and only such a one does. */
function errorsOfRow({ line, paidOn, amount, reverses }: Numbered, today: CalendarDate): BookError[] {
  const errors: BookError[] = [];
  if (paidOn > today) errors.push({ line, field: 'paidOn', problem: 'inFuture' });
  if (amount === 0) errors.push({ line, field: 'amount', problem: 'outOfRange' });
  if (amount < 0 && reverses === '') errors.push({ line, field: 'reverses', problem: 'reversalWithoutName' });
  if (amount > 0 && reverses !== '') errors.push({ line, field: 'amount', problem: 'reversalNotNegative' });
  return errors;
}

/** What the rows say by themselves and against each other. The same row twice is one. */
function errorsAmong(rows: readonly Numbered[], today: CalendarDate): BookError[] {
  const errors: BookError[] = [];
  const byId = new Map<string, Numbered>();
  const reversedBy = new Map<string, Numbered>();
  for (const row of rows) {
    const before = byId.get(row.paymentId);
    if (before === undefined) byId.set(row.paymentId, row);
    else if (!sameRow(before, row))
      errors.push({ line: row.line, field: 'paymentId', problem: 'differsInFile', hint: `${before.line}` });
  }
  for (const row of rows) {
    errors.push(...errorsOfRow(row, today));
    const { line, paymentId, reverses } = row;
    if (reverses === '') continue;
    const rival = reversedBy.get(reverses);
    reversedBy.set(reverses, rival ?? row);
    if (rival !== undefined && rival.paymentId !== paymentId)
      errors.push({ line, field: 'reverses', problem: 'reversedBefore', hint: `${rival.line}` });
    const reversed = byId.get(reverses);
    const problem = reversed === undefined || row.amount >= 0 ? null : reversalProblem(row, reversed);
    if (problem !== null) errors.push({ line, field: 'reverses', problem });
  }
  return errors;
}

/** Reads the rows of a payments file, or everything that is wrong with them whatever the book holds. */
export function readPaymentRows(table: BookTable, today: CalendarDate): BookReading<PaymentRow> {
  const reading = readBook(table, paymentColumns);
  if (!reading.ok) return reading;
  const errors = errorsAmong(reading.rows, today);
  return errors.length > 0 ? { ok: false, errors } : reading;
}
