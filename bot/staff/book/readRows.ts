// A file of the bank's book as rows, or everything that is wrong with the file itself. Runs in a thread of its own.
import { CsvError } from 'csv-parse/sync';
import {
  type AccountRow,
  type BookError,
  type BookReading,
  type BookTable,
  type PaymentRow,
  readAccountRows,
  readPaymentRows,
} from '../../../data/domain/book/book';
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { ImportKind, RowError } from '../contract/book';
import { readBookFile } from './bookFile';
import { rowErrors } from './rowErrors';

export type Numbered<Row> = Row & { readonly line: number };

/** Rows of a file, a hundred at a time. */
export type Part =
  | { readonly kind: 'accounts'; readonly rows: readonly Numbered<AccountRow>[] }
  | { readonly kind: 'payments'; readonly rows: readonly Numbered<PaymentRow>[] };

export type RowsRead =
  | {
      readonly ok: true;
      readonly rows: number;
      readonly parts: readonly Part[];
      /** Ids of payments in the file that other rows of it take back. */
      readonly reversed: readonly string[];
    }
  | { readonly ok: false; readonly rows: number; readonly errors: readonly RowError[]; readonly errorCount: number };

export interface FileToRead {
  readonly kind: ImportKind;
  readonly bytes: Uint8Array;
  readonly today: CalendarDate;
}

/** Small enough to be worked out and stored within a moment. */
export const rowsInPart = 100;

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let at = 0; at < rows.length; at += rowsInPart) parts.push(rows.slice(at, at + rowsInPart));
  return parts;
}

const refused = (rows: number, errors: readonly BookError[]): RowsRead => ({
  ok: false,
  rows,
  errors: rowErrors(errors),
  errorCount: errors.length,
});

function tableOf(bytes: Uint8Array): BookTable | BookError {
  try {
    return readBookFile(bytes);
  } catch (error) {
    if (!(error instanceof CsvError)) return { line: 1, field: '', problem: 'notUtf8' };
    const lines: unknown = error.lines;
    return { line: typeof lines === 'number' ? lines : 1, field: '', problem: 'notCsv' };
  }
}

function partsOf<Row>(
  table: BookTable,
  reading: BookReading<Row>,
  asParts: (rows: readonly Numbered<Row>[]) => Pick<RowsRead & { ok: true }, 'parts' | 'reversed'>,
): RowsRead {
  if (!reading.ok) return refused(table.rows.length, reading.errors);
  return { ok: true, rows: reading.rows.length, ...asParts(reading.rows) };
}

export function readRows({ kind, bytes, today }: FileToRead): RowsRead {
  const table = tableOf(bytes);
  if ('problem' in table) return refused(0, [table]);
  if (kind === 'accounts')
    return partsOf(table, readAccountRows(table, today), (rows) => {
      return { parts: inParts(rows).map((part) => ({ kind, rows: part })), reversed: [] };
    });
  return partsOf(table, readPaymentRows(table, today), (rows) => {
    const ids = new Set(rows.map(({ paymentId }) => paymentId));
    // What takes a payment back comes after every payment, whatever the order of the file.
    const inOrder = [
      ...rows.filter(({ reverses }) => reverses === ''),
      ...rows.filter(({ reverses }) => reverses !== ''),
    ];
    const reversed = rows.map(({ reverses }) => reverses).filter((id) => ids.has(id));
    return { parts: inParts(inOrder).map((part) => ({ kind, rows: part })), reversed };
  });
}
