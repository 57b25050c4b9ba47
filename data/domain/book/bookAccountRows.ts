// The accounts file of the bank's book: its columns, and its rows where nothing in the file itself is wrong.
import type { AccountFlag } from '../account/account';
import type { CalendarDate } from '../calendar/calendar';
import type { Customer } from '../customer/customer';
import type { Fen } from '../money/money';
import type { ReliefReason } from '../offer/reliefReason';
import {
  cardTailCell,
  countCell,
  dateCell,
  fenCell,
  flagCell,
  idCell,
  idTailCell,
  listCell,
  localeCell,
  phoneCell,
  rateCell,
  reliefReasonCell,
  textCell,
  yuanCell,
} from './bookColumns';
import {
  type BookError,
  type BookReading,
  type BookTable,
  type Columns,
  optional,
  readBook,
  required,
} from './bookTable';

export interface AccountRow {
  accountId: string;
  customerId: string;
  idTail: string;
  phone: string;
  displayName: string;
  locale: 'zh-CN' | 'en-US';
  product: string;
  cardTail: string;
  asOf: CalendarDate;
  principal: Fen;
  interest: Fen;
  fees: Fen;
  minimumDue: Fen;
  statementDay: number;
  dueDay: number;
  pastDueSince: CalendarDate | null;
  dailyInterestRate: number;
  salaryCredits: Fen[];
  documentedMonthlyCapacity: Fen | null;
  documentedReasons: ReliefReason[];
  brokenArrangements: number;
  agencyId: string | null;
  flags: AccountFlag[];
}

const inFen = (name: string) => ({ name, read: fenCell });

/** Amounts in yuan; `principalFen` and the like, in fen, are taken as well. Lists are separated by semicolons. */
export const accountColumns: Columns<AccountRow> = {
  accountId: required(idCell),
  customerId: required(idCell),
  idTail: required(idTailCell),
  phone: required(phoneCell),
  displayName: optional(textCell, ''),
  locale: optional(localeCell, 'zh-CN'),
  product: optional(textCell, 'standard'),
  cardTail: required(cardTailCell),
  asOf: required(dateCell),
  principal: required(yuanCell, inFen('principalFen')),
  interest: required(yuanCell, inFen('interestFen')),
  fees: required(yuanCell, inFen('feesFen')),
  minimumDue: required(yuanCell, inFen('minimumDueFen')),
  statementDay: optional(countCell(1, 28), 1),
  dueDay: required(countCell(1, 28)),
  pastDueSince: optional<CalendarDate | null>(dateCell, null),
  dailyInterestRate: optional(rateCell(0.01), 0.0005),
  salaryCredits: optional(listCell(yuanCell), [], { name: 'salaryCreditsFen', read: listCell(fenCell) }),
  documentedMonthlyCapacity: optional<Fen | null>(yuanCell, null, inFen('documentedMonthlyCapacityFen')),
  documentedReasons: optional(listCell(reliefReasonCell), []),
  brokenArrangements: optional(countCell(0, 1000), 0),
  agencyId: optional<string | null>(idCell, null),
  flags: optional(listCell(flagCell), []),
};

export type NumberedAccountRow = AccountRow & { readonly line: number };

/** Everything about the person that a row says, as one text to compare. */
export const person = ({ idTail, phone, displayName, locale }: AccountRow | Customer): string =>
  JSON.stringify([idTail, phone, displayName, locale]);

/** What the rows say against each other and the calendar. */
function errorsAmong(rows: readonly NumberedAccountRow[], today: CalendarDate): BookError[] {
  const errors: BookError[] = [];
  const seen = new Map<string, number>();
  const people = new Map<string, { readonly said: string; readonly line: number }>();
  for (const row of rows) {
    const { line, accountId, customerId } = row;
    const before = seen.get(accountId);
    if (before !== undefined) errors.push({ line, field: 'accountId', problem: 'duplicate', hint: `${before}` });
    else seen.set(accountId, line);
    const holder = people.get(customerId) ?? { said: person(row), line };
    people.set(customerId, holder);
    if (holder.said !== person(row))
      errors.push({ line, field: 'customerId', problem: 'differsInFile', hint: `${holder.line}` });
    if (row.minimumDue > row.principal + row.interest + row.fees)
      errors.push({ line, field: 'minimumDue', problem: 'outOfRange' });
    if (row.asOf > today) errors.push({ line, field: 'asOf', problem: 'inFuture' });
    if (row.pastDueSince !== null && row.pastDueSince > row.asOf)
      errors.push({ line, field: 'pastDueSince', problem: 'inFuture' });
  }
  return errors;
}

/** Reads the rows of an accounts file, or everything that is wrong with them whatever the book holds. */
export function readAccountRows(table: BookTable, today: CalendarDate): BookReading<AccountRow> {
  const reading = readBook(table, accountColumns);
  if (!reading.ok) return reading;
  const errors = errorsAmong(reading.rows, today);
  return errors.length > 0 ? { ok: false, errors } : reading;
}
