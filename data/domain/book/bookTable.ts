// A table of the bank's book, read row by row: every problem with its line and field, and nothing at all if there is one.
import type { Account } from '../account/account';
import type { Customer } from '../customer/customer';
import type { CellProblem, Reader } from './bookColumns';
import { folded, unknownColumns } from './columnNames';

/** Records of a CSV file, already split into cells; the first is the header. */
export interface BookTable {
  readonly header: readonly string[];
  /** `line` is the line in the file, as an editor counts. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Lines are counted from the records where the splitter does not know them: right unless a cell holds a line break. */
export function bookTable(records: readonly (readonly string[])[]): BookTable {
  const [header = [], ...rows] = records;
  return { header, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
}

export type RowProblem =
  | CellProblem
  | 'notCsv'
  | 'notUtf8'
  | 'empty'
  | 'missingColumn'
  | 'unknownColumn'
  | 'noKnownColumn'
  | 'doubleColumn'
  | 'tooManyCells'
  | 'duplicate'
  | 'unknownAccount'
  | 'unknownAgency'
  | 'otherCustomer'
  | 'differsFromBook'
  | 'differsInFile'
  | PaymentProblem;

/** What may be wrong with a payment, or with the row that takes one back. */
export type PaymentProblem =
  | 'otherAccount'
  | 'reversalWithoutName'
  | 'reversalNotNegative'
  | 'unknownPayment'
  | 'reversalDiffers'
  | 'reversalTooEarly'
  | 'reversedBefore'
  | 'reversesReversal';

/** One thing that is wrong in a file. */
export interface BookError {
  readonly line: number;
  /** Column the problem is in; '' for the whole row. The cell itself is not repeated: it may be personal. */
  readonly field: string;
  readonly problem: RowProblem;
  /** What helps to mend it: the known column that is nearest, or the line that has the same id. */
  readonly hint?: string;
}

/** Everything that a file would change, or everything that is wrong with it. */
export type Plan<T> =
  | { readonly ok: true; readonly plan: T }
  | { readonly ok: false; readonly errors: readonly BookError[] };

/** What is known before a file comes in. */
export interface KnownBook {
  readonly account: (accountId: string) => Account | undefined;
  readonly customer: (customerId: string) => Customer | undefined;
  readonly hasAgency: (agencyId: string) => boolean;
  /** The account that has a payment or reversal of this id already. */
  readonly accountOfPayment: (paymentId: string) => string | undefined;
}

interface Column<T> {
  readonly read: Reader<T>;
  /** Present: the column, or the cell, may be empty and then means this. */
  readonly empty?: T;
  /** Another column that carries the same value in another unit, such as fen instead of yuan. */
  readonly or?: { readonly name: string; readonly read: Reader<T> };
}

/** Column definitions by the name of the value they give. */
export type Columns<Row> = { readonly [Name in keyof Row]: Column<Row[Name]> };

export const required = <T>(read: Reader<T>, or?: { name: string; read: Reader<T> }): Column<T> =>
  or === undefined ? { read } : { read, or };
export const optional = <T>(read: Reader<T>, empty: T, or?: { name: string; read: Reader<T> }): Column<T> =>
  or === undefined ? { read, empty } : { read, empty, or };

export type BookReading<Row> =
  | { readonly ok: true; readonly rows: readonly (Row & { readonly line: number })[] }
  | { readonly ok: false; readonly errors: readonly BookError[] };

interface Place<Row> {
  readonly name: string & keyof Row;
  readonly field: string;
  readonly at: number | undefined;
  readonly column: Column<Row[keyof Row]>;
  readonly read: Reader<Row[keyof Row]>;
}

function places<Row>(header: readonly string[], columns: Columns<Row>): { found: Place<Row>[]; errors: BookError[] } {
  const names = header.map(folded);
  const errors: BookError[] = [];
  const found: Place<Row>[] = [];
  for (const name in columns) {
    const column = columns[name];
    const choices = [{ name: name as string, read: column.read }, ...(column.or === undefined ? [] : [column.or])];
    const present = choices.flatMap((choice) =>
      names.flatMap((one, at) => (one === folded(choice.name) ? [{ ...choice, at }] : [])),
    );
    const [place] = present;
    if (present.length > 1) errors.push({ line: 1, field: name, problem: 'doubleColumn' });
    if (place === undefined && column.empty === undefined)
      errors.push({ line: 1, field: name, problem: 'missingColumn' });
    found.push({ name, field: place?.name ?? name, at: place?.at, column, read: place?.read ?? column.read });
  }
  // Not one known name: a file without a header, whose first row may be a person's data and is not repeated.
  if (found.every(({ at }) => at === undefined))
    return { found, errors: [{ line: 1, field: '', problem: 'noKnownColumn' }] };
  const known = Object.entries<Column<Row[keyof Row]>>(columns).flatMap(([name, { or }]) =>
    or === undefined ? [name] : [name, or.name],
  );
  const unknown = unknownColumns(header, known).map(({ name, nearest }): BookError => {
    return { line: 1, field: name, problem: 'unknownColumn', ...(nearest === '' ? {} : { hint: nearest }) };
  });
  return { found, errors: [...unknown, ...errors] };
}

/** Reads a table by its columns. A column it does not know is a misspelt one, unless its name begins with x_. */
export function readBook<Row>(table: BookTable, columns: Columns<Row>): BookReading<Row> {
  const { found, errors } = places(table.header, columns);
  if (errors.length > 0) return { ok: false, errors };
  const rows: (Row & { line: number })[] = [];
  for (const { line, cells } of table.rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const isStray = (cell: string, at: number) => cell.trim() !== '' && (table.header[at] ?? '').trim() === '';
    if (cells.some(isStray)) errors.push({ line, field: '', problem: 'tooManyCells' });
    const row: [string, unknown][] = [];
    for (const { name, field, at, column, read } of found) {
      const text = at === undefined ? '' : (cells[at] ?? '').trim();
      const cell = text !== '' ? read(text) : emptyCell(column);
      if (cell.ok) row.push([name, cell.value]);
      else errors.push({ line, field, problem: cell.problem });
    }
    // Complete when no cell had a problem, and only then are rows handed out.
    rows.push({ ...(Object.fromEntries(row) as Row), line });
  }
  if (rows.length === 0) errors.push({ line: 1, field: '', problem: 'empty' });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, rows };
}

const emptyCell = <T>(column: Column<T>) =>
  column.empty === undefined
    ? ({ ok: false, problem: 'missing' } as const)
    : ({ ok: true, value: column.empty } as const);
