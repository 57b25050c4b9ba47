// The files that a simulation starts from: population, limits, and a bank's own book; a wrong one is refused with its field.
import { parse } from 'csv-parse/sync';
import { type Account, negotiableAccount } from '../../../data/domain/account/account';
import { withEntries } from '../../../data/domain/account/paymentHistory';
import { planAccounts, planPayments } from '../../../data/domain/book/book';
import { type BookError, type BookTable, bookTable, type KnownBook } from '../../../data/domain/book/bookTable';
import { addMonths, type CalendarDate } from '../../../data/domain/calendar/calendar';
import { type PolicyLimits, readPolicyLimits } from '../../../data/domain/limits/policyLimits';
import type { BookFacts } from '../../../data/domain/simulation/population/bookFacts';
import { DataFileError, readJsonFile, readTextFile, refusedFile } from '../../config/dataFile';

export function readPolicyFile(path: string): PolicyLimits {
  const reading = readPolicyLimits(readJsonFile(path));
  if (reading.kind === 'refused') throw refusedFile(path, reading.problems);
  return reading.limits;
}

function readTable(path: string): BookTable {
  try {
    const records: string[][] = parse(readTextFile(path), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return bookTable(records);
  } catch (error) {
    if (error instanceof DataFileError) throw error;
    throw new DataFileError(`${path} is not a CSV file: ${error instanceof Error ? error.message : ''}`);
  }
}

const wrongRows = (path: string, errors: readonly BookError[]): DataFileError => {
  const shown = errors
    .slice(0, 20)
    .map(({ line, field, problem }) => `  - line ${line}, ${field || 'row'}: ${problem}`);
  const more = errors.length > shown.length ? `\n  and ${errors.length - shown.length} more` : '';
  return new DataFileError(`${path} cannot be used:\n${shown.join('\n')}${more}`);
};

const emptyBook: KnownBook = {
  account: () => undefined,
  customer: () => undefined,
  hasAgency: () => true,
  accountOfPayment: () => undefined,
};

/** Months of payments that say something of what a person can pay. */
const recentMonths = 6;

/** What the simulator may use of a real account; flags and names stay behind. */
export function bookFactsOf(account: Account, today: CalendarDate): BookFacts {
  const {
    documentedMonthlyCapacityFen,
    salaryCreditsFen,
    documentedReasons = [],
    ...rest
  } = negotiableAccount([account], today);
  const from = addMonths(today, -recentMonths);
  const paid = account.payments.filter(({ paidOn }) => paidOn >= from && paidOn <= today);
  const paidMonthlyFen = Math.round(paid.reduce((sum, { amountFen }) => sum + amountFen, 0) / recentMonths);
  return { ...rest, documentedReasons, known: { documentedMonthlyCapacityFen, salaryCreditsFen, paidMonthlyFen } };
}

/** The accounts that owe something and are late, in the order of the file. */
export function readBookFile(path: string, paymentsPath: string | undefined, today: CalendarDate): BookFacts[] {
  const planned = planAccounts(readTable(path), emptyBook, today);
  if (!planned.ok) throw wrongRows(path, planned.errors);
  const accounts = new Map(planned.plan.accounts.map((account) => [account.accountId, account]));
  if (paymentsPath !== undefined) {
    const paid = planPayments(readTable(paymentsPath), { ...emptyBook, account: (id) => accounts.get(id) }, today);
    if (!paid.ok) throw wrongRows(paymentsPath, paid.errors);
    for (const { accountId, ...payment } of paid.plan.payments) {
      const account = accounts.get(accountId);
      if (account !== undefined) accounts.set(accountId, withEntries(account, [payment]));
    }
  }
  const late = [...accounts.values()].filter(({ pastDueSince, flags }) => pastDueSince !== null && flags.length === 0);
  const facts = late.map((account) => bookFactsOf(account, today)).filter(({ balanceFen }) => balanceFen > 0);
  if (facts.length === 0) throw new DataFileError(`${path} holds no account that is past due and may be negotiated.`);
  return facts;
}
