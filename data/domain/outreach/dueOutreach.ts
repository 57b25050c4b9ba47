// What a day gives reason to write about, from a customer's records. Pure: the same records give the same messages, so a day that
// is worked out twice, or late, queues nothing twice.
import type { Account } from '../account/account';
import { arrangementState } from '../arrangement/arrangement';
import type { ArrangementRecord } from '../arrangement/arrangementRecord';
import type { PromiseRecord } from '../arrangement/promiseRecord';
import { addDays, type CalendarDate, dayInMonthAfter, localTime, onDayOfMonth } from '../calendar/calendar';
import type { CaseRecord } from '../case/case';
import type { ContractTerms } from '../money/contractTerms';
import { quoteIsLive, type SavedQuote } from '../negotiation/savedQuote';
import type { OutreachKind, OutreachRules } from './outreachRules';

/** Everything on record that a message can be about. */
export interface OutreachFacts {
  readonly customerId: string;
  readonly accounts: readonly Account[];
  readonly arrangements: readonly ArrangementRecord[];
  readonly promises: readonly PromiseRecord[];
  readonly quote: SavedQuote | undefined;
  readonly cases: readonly CaseRecord[];
}

/** A message that there is reason to send. */
export interface DueMessage {
  /** The same for the same matter, whichever day it is found on and whichever way it goes: it is sent once. */
  readonly key: string;
  readonly kind: OutreachKind;
  readonly customerId: string;
  /** Number of the promise, agreement or case; the account for a due date. */
  readonly subject: string;
  /** The day that it is about. */
  readonly aboutOn: CalendarDate;
  /** The last day on which it still makes sense. */
  readonly until: CalendarDate;
}

export interface OutreachTerms {
  readonly rules: OutreachRules;
  readonly timeZone: string;
  readonly contract: Pick<ContractTerms, 'graceDays' | 'graceShortfallFen'>;
}

/** Something that lies on a day: to come, or past. */
interface Matter {
  readonly subject: string;
  readonly on: CalendarDate;
}

type Find = (facts: OutreachFacts, day: CalendarDate, terms: OutreachTerms) => readonly Matter[];

const active = ({ status }: ArrangementRecord): boolean => status === 'active';

const find: Readonly<Record<OutreachKind, Find>> = {
  promiseDue: ({ promises }) =>
    promises
      .filter(({ status }) => status === 'open')
      .map(({ promiseId, payDate }) => ({ subject: promiseId, on: payDate })),

  instalmentDue: ({ arrangements }, day) =>
    arrangements.filter(active).flatMap(({ agreementNumber, schedule }) => {
      const next = schedule.find(({ status, dueDate }) => status !== 'paid' && dueDate >= day);
      return next === undefined ? [] : [{ subject: agreementNumber, on: next.dueDate }];
    }),

  instalmentMissed: ({ arrangements }, day, { contract }) =>
    arrangements.filter(active).flatMap((one) => {
      const missed = arrangementState(one, day, contract).missed.at(-1);
      return missed === undefined
        ? []
        : [{ subject: one.agreementNumber, on: addDays(missed.dueDate, contract.graceDays) }];
    }),

  quoteExpiring: ({ quote, arrangements }, day) => {
    if (quote === undefined || !quoteIsLive(quote, day) || arrangements.some(active)) return [];
    const last = quote.negotiation.table
      .map(({ validUntil }) => validUntil)
      .sort()
      .at(-1);
    return last === undefined ? [] : [{ subject: 'quote', on: last }];
  },

  caseAnswered: ({ cases }, _day, { timeZone }) =>
    cases.flatMap(({ caseNumber, closed }) =>
      closed === undefined || closed.by === 'customer'
        ? []
        : [{ subject: caseNumber, on: localTime(closed.at, timeZone).date }],
    ),

  planFinished: ({ arrangements }) =>
    arrangements.flatMap(({ agreementNumber, status, closedOn }) =>
      status === 'completed' && closedOn !== null ? [{ subject: agreementNumber, on: closedOn }] : [],
    ),

  documentReady: ({ arrangements }) =>
    arrangements.filter(active).map(({ agreementNumber, signedOn }) => ({ subject: agreementNumber, on: signedOn })),

  earlyReminder: ({ accounts, arrangements }, day) =>
    accounts
      .filter(({ pastDueSince, minimumDueFen }) => pastDueSince === null && minimumDueFen > 0)
      .filter(({ accountId }) => !arrangements.some((one) => active(one) && one.accountIds.includes(accountId)))
      .map(({ accountId, dueDay }) => ({ subject: accountId, on: nextDueDate(dueDay, day) })),
};

function nextDueDate(dueDay: number, day: CalendarDate): CalendarDate {
  const thisMonth = onDayOfMonth(day, dueDay);
  return thisMonth >= day ? thisMonth : dayInMonthAfter(day, 1, dueDay);
}

/** Kinds about something that is still to come; of all others the day has been. */
const toCome: readonly OutreachKind[] = ['promiseDue', 'instalmentDue', 'quoteExpiring', 'earlyReminder'];

/** What there is reason to write to one customer about on a day, the kinds in the order of the rules. */
export function dueOutreach(facts: OutreachFacts, day: CalendarDate, terms: OutreachTerms): readonly DueMessage[] {
  const kinds = Object.entries(terms.rules.kinds) as [OutreachKind, OutreachRules['kinds'][OutreachKind]][];
  return kinds.flatMap(([kind, rule]) => {
    if (!rule.isOn) return [];
    const isToCome = toCome.includes(kind);
    return find[kind](facts, day, terms)
      .filter(({ on }) =>
        isToCome ? on >= day && addDays(on, -rule.daysBefore) <= day : on < day && addDays(on, rule.daysAfter) >= day,
      )
      .map(({ subject, on }) => ({
        key: [kind, facts.customerId, subject, on].join(':'),
        kind,
        customerId: facts.customerId,
        subject,
        aboutOn: on,
        until: isToCome ? on : addDays(on, rule.daysAfter),
      }));
  });
}

/** True where a queued message still says something true: nothing was paid, signed or withdrawn meanwhile. */
export const isStillDue = (
  { key }: Pick<DueMessage, 'key'>,
  facts: OutreachFacts,
  day: CalendarDate,
  terms: OutreachTerms,
): boolean => dueOutreach(facts, day, terms).some((one) => one.key === key);

/** The name of the quiet days that a day lies in, or null. */
export const quietOn = ({ quietDays }: OutreachRules, day: CalendarDate): string | null =>
  quietDays.find(({ from, until }) => from <= day && day <= until)?.name ?? null;
