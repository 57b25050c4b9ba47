// The accounts file of the bank's book: its columns, and what it would change, all or nothing.
import type { Account, AccountFlag } from '../account/account';
import { restrike } from '../account/accountPayments';
import { struckBalance } from '../account/paymentHistory';
import type { CalendarDate } from '../calendar/calendar';
import type { Customer } from '../customer/customer';
import type { ContractTerms } from '../money/contractTerms';
import type { Fen } from '../money/money';
import type { ReliefReason } from '../offer/reliefReason';
import {
  cardTailCell,
  countCell,
  dateCell,
  fenCell,
  flagCell,
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
  type BookTable,
  type Columns,
  type KnownBook,
  optional,
  type Plan,
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
  accountId: required(textCell),
  customerId: required(textCell),
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
  agencyId: optional<string | null>(textCell, null),
  flags: optional(listCell(flagCell), []),
};

export interface AccountsPlan {
  /** Only what is new or differs from what is known. */
  readonly accounts: readonly Account[];
  readonly customers: readonly Customer[];
  readonly rows: number;
  readonly unchanged: number;
  /** Rows whose figures are older than those we hold; they change nothing. */
  readonly older: number;
}

function accountOf(row: AccountRow): Account {
  return {
    accountId: row.accountId,
    customerId: row.customerId,
    product: row.product,
    cardTail: row.cardTail,
    currency: 'CNY',
    asOf: row.asOf,
    principalFen: row.principal,
    interestFen: row.interest,
    feesFen: row.fees,
    minimumDueFen: row.minimumDue,
    statementDay: row.statementDay,
    dueDay: row.dueDay,
    pastDueSince: row.pastDueSince,
    dailyInterestRate: row.dailyInterestRate,
    payments: [],
    salaryCreditsFen: row.salaryCredits,
    documentedMonthlyCapacityFen: row.documentedMonthlyCapacity,
    ...(row.documentedReasons.length === 0 ? {} : { documentedReasons: row.documentedReasons }),
    brokenArrangements: row.brokenArrangements,
    agencyId: row.agencyId,
    flags: row.flags,
  };
}

const person = ({ idTail, phone, displayName, locale }: AccountRow | Customer) =>
  JSON.stringify([idTail, phone, displayName, locale]);

/** What the rows say against each other, the calendar and the book. */
function accountErrors(
  rows: readonly (AccountRow & { line: number })[],
  known: KnownBook,
  today: CalendarDate,
): BookError[] {
  const errors: BookError[] = [];
  const seen = new Set<string>();
  const people = new Map<string, string>();
  for (const row of rows) {
    const { line, accountId, customerId } = row;
    if (seen.has(accountId)) errors.push({ line, field: 'accountId', problem: 'duplicate' });
    seen.add(accountId);
    if ((people.get(customerId) ?? person(row)) !== person(row))
      errors.push({ line, field: 'customerId', problem: 'differsInFile' });
    people.set(customerId, person(row));
    const holder = known.account(accountId)?.customerId ?? customerId;
    if (holder !== customerId) errors.push({ line, field: 'customerId', problem: 'otherCustomer' });
    if (row.agencyId !== null && !known.hasAgency(row.agencyId))
      errors.push({ line, field: 'agencyId', problem: 'unknownAgency' });
    if (row.minimumDue > row.principal + row.interest + row.fees)
      errors.push({ line, field: 'minimumDue', problem: 'outOfRange' });
    if (row.asOf > today) errors.push({ line, field: 'asOf', problem: 'inFuture' });
    if (row.pastDueSince !== null && row.pastDueSince > row.asOf)
      errors.push({ line, field: 'pastDueSince', problem: 'inFuture' });
  }
  return errors;
}

/** Reads an accounts file against what is known: everything that would change, or everything that is wrong. */
export function planAccounts(
  table: BookTable,
  known: KnownBook,
  today: CalendarDate,
  terms?: ContractTerms,
): Plan<AccountsPlan> {
  const reading = readBook(table, accountColumns);
  if (!reading.ok) return reading;
  const errors = accountErrors(reading.rows, known, today);
  if (errors.length > 0) return { ok: false, errors };
  const accounts: Account[] = [];
  let older = 0;
  for (const row of reading.rows) {
    const before = known.account(row.accountId);
    if (before !== undefined && row.asOf < struckBalance(before).asOf) older += 1;
    const after = before === undefined ? accountOf(row) : restrike(before, accountOf(row), terms);
    if (!sameValue(after, before)) accounts.push(after);
  }
  const { rows } = reading;
  const unchanged = rows.length - older - accounts.length;
  return {
    ok: true,
    plan: { accounts, customers: changedCustomers(rows, known), rows: rows.length, unchanged, older },
  };
}

/** Customers as the file has them, with the accounts known before and those of the file. */
function changedCustomers(rows: readonly AccountRow[], known: KnownBook): Customer[] {
  const customers = new Map<string, Customer>();
  for (const row of rows) {
    const { customerId, idTail, phone, displayName, locale } = row;
    const before = customers.get(customerId) ?? known.customer(customerId);
    const accountIds = [...new Set([...(before?.accountIds ?? []), row.accountId])];
    customers.set(customerId, { customerId, idTail, locale, accountIds, phone, displayName });
  }
  const differs = (customer: Customer) => {
    const before = known.customer(customer.customerId);
    return (
      before === undefined ||
      person(before) !== person(customer) ||
      before.accountIds.length !== customer.accountIds.length
    );
  };
  return [...customers.values()].filter(differs);
}

/** Equal as stored, whatever the order of the fields. */
function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [first, second] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return (
    first.length === second.size && first.every(([key, one]) => second.has(key) && sameValue(one, second.get(key)))
  );
}
