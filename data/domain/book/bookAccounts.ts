// What an accounts file of the bank's book would change, against what the book holds: all of it or nothing.
import type { Account } from '../account/account';
import { restrike } from '../account/accountPayments';
import { struckBalance } from '../account/paymentHistory';
import type { CalendarDate } from '../calendar/calendar';
import type { Customer } from '../customer/customer';
import { type ContractTerms, commonContractTerms } from '../money/contractTerms';
import { type AccountRow, type NumberedAccountRow, person, readAccountRows } from './bookAccountRows';
import type { BookError, BookTable, KnownBook, Plan } from './bookTable';

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

/** What the rows say against the book. */
export function accountErrors(rows: readonly NumberedAccountRow[], known: KnownBook): BookError[] {
  const errors: BookError[] = [];
  for (const { line, accountId, customerId, agencyId } of rows) {
    const holder = known.account(accountId)?.customerId ?? customerId;
    if (holder !== customerId) errors.push({ line, field: 'customerId', problem: 'otherCustomer' });
    if (agencyId !== null && !known.hasAgency(agencyId))
      errors.push({ line, field: 'agencyId', problem: 'unknownAgency' });
  }
  return errors;
}

/** What rows without errors would change. */
export function accountChanges(
  rows: readonly AccountRow[],
  known: Pick<KnownBook, 'account' | 'customer'>,
  terms: ContractTerms,
): AccountsPlan {
  const accounts: Account[] = [];
  let older = 0;
  for (const row of rows) {
    const before = known.account(row.accountId);
    if (before !== undefined && row.asOf < struckBalance(before).asOf) older += 1;
    const after = before === undefined ? accountOf(row) : restrike(before, accountOf(row), terms);
    if (!sameValue(after, before)) accounts.push(after);
  }
  const unchanged = rows.length - older - accounts.length;
  return { accounts, customers: changedCustomers(rows, known), rows: rows.length, unchanged, older };
}

/** Reads an accounts file against what is known: everything that would change, or everything that is wrong. */
export function planAccounts(
  table: BookTable,
  known: KnownBook,
  today: CalendarDate,
  terms: ContractTerms = commonContractTerms,
): Plan<AccountsPlan> {
  const reading = readAccountRows(table, today);
  if (!reading.ok) return reading;
  const errors = accountErrors(reading.rows, known);
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, plan: accountChanges(reading.rows, known, terms) };
}

/** Customers as the file has them, with the accounts known before and those of the file. */
function changedCustomers(rows: readonly AccountRow[], known: Pick<KnownBook, 'customer'>): Customer[] {
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
