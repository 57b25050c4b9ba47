// Turns a persona into the records of the book, with calendar dates counted back from the seed day.
import type { Account } from '../domain/account/account';
import { addDays, type CalendarDate, dayOfMonth } from '../domain/calendar/calendar';
import type { Instant } from '../domain/calendar/instant';
import type { CaseRecord } from '../domain/case/case';
import type { Placement } from '../domain/conduct/agencyRegister';
import type { ContactPreference } from '../domain/conduct/contactRecords';
import type { Customer } from '../domain/customer/customer';
import { minimumDue } from '../domain/money/minimumDue';
import type { Persona, SeedAccount } from './persona';

/** Ten in the morning in the bank's time zone. */
export const morningOf = (date: CalendarDate): Instant => `${date}T02:00:00Z`;

/** Accounts keep due days up to the 28th, which every month has. */
const contractDay = (date: CalendarDate): number => Math.min(28, dayOfMonth(date));

/** Days from a statement to its due date. */
const daysToPay = 20;

export function accountRecord(seed: SeedAccount, customerId: string, today: CalendarDate): Account {
  const { daysPastDue, agency, payments, ...figures } = seed;
  const pastDueSince = addDays(today, -daysPastDue);
  return {
    ...figures,
    customerId,
    currency: 'CNY',
    asOf: today,
    minimumDueFen: minimumDue(seed),
    statementDay: contractDay(addDays(pastDueSince, -daysToPay)),
    dueDay: contractDay(pastDueSince),
    pastDueSince,
    dailyInterestRate: 0.0005,
    payments: payments
      .toSorted((a, b) => b.daysAgo - a.daysAgo)
      .map(({ daysAgo, amountFen }) => ({
        paymentId: `${seed.accountId}-${daysAgo}`,
        paidOn: addDays(today, -daysAgo),
        amountFen,
        channel: 'transfer',
      })),
    brokenArrangements: 0,
    agencyId: agency?.agencyId ?? null,
  };
}

export const customerRecord = ({ customer, accounts }: Persona): Customer => ({
  ...customer,
  accountIds: accounts.map((account) => account.accountId),
});

export const placementRecords = ({ accounts }: Persona, today: CalendarDate): readonly Placement[] =>
  accounts.flatMap(({ accountId, agency }) =>
    agency === null
      ? []
      : [{ accountId, agencyId: agency.agencyId, placedOn: addDays(today, -agency.placedDaysAgo), endedOn: null }],
  );

/** The contact wish of a persona. */
export function contactRecord({ customer, contact }: Persona, today: CalendarDate): ContactPreference | null {
  const { customerId } = customer;
  const stopped = (reason: ContactPreference['reason'], daysAgo: number): ContactPreference => {
    return { customerId, ceased: true, reason, until: null, changedAt: morningOf(addDays(today, -daysAgo)), wish: '' };
  };
  if (contact) return stopped(contact.reason, contact.changedDaysAgo);
  return null;
}

export function caseRecord({ customer, openCase }: Persona, today: CalendarDate): CaseRecord | null {
  if (!openCase) return null;
  const openedOn = addDays(today, -openCase.openedDaysAgo);
  return {
    caseNumber: openCase.caseNumber,
    kind: openCase.kind,
    conversationId: 'seed',
    customerId: customer.customerId,
    openedAt: morningOf(openedOn),
    dueOn: addDays(openedOn, openCase.answerWithinDays),
    status: 'open',
    priority: 'normal',
    locale: customer.locale,
    lastWords: '',
    agencyId: null,
  };
}
