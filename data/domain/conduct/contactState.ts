// What stands in the way of contacting one customer: read afresh from the records that say so, stored nowhere itself.
import type { Account } from '../account/account';
import type { ArrangementRecord } from '../arrangement/arrangementRecord';
import type { CalendarDate } from '../calendar/calendar';
import { type CaseRecord, disputeWasWithdrawn } from '../case/case';
import type { ContactLimits, ContactPreference } from './contactRecords';

/** Why nobody may ask this customer for money, or may not write at all. In the order in which they are told. */
export type RestReason =
  | 'someoneElse'
  | 'deceased'
  | 'phoneUnsafe'
  | 'atRisk'
  | 'stopped'
  | 'unreadWish'
  | 'dispute'
  | 'hardship'
  | 'arrangement';

export interface Rest {
  readonly reason: RestReason;
  /** The last day of rest; null while its end is not known. */
  readonly until: CalendarDate | null;
}

export interface ContactState {
  readonly rests: readonly Rest[];
  /** What the holder agreed to; null where they named nothing. */
  readonly limits: ContactLimits | null;
}

/** Every record that can rest contact with one customer. */
export interface ContactFacts {
  readonly preference: ContactPreference | undefined;
  readonly accounts: readonly Pick<Account, 'flags'>[];
  readonly arrangements: readonly Pick<ArrangementRecord, 'status'>[];
  readonly cases: readonly Pick<CaseRecord, 'kind' | 'status' | 'closed'>[];
  /** True when this very address was said to reach somebody else. */
  readonly reachesSomeoneElse: boolean;
  /** True while the holder has not said that nobody else reads what arrives there. */
  readonly phoneUnsafe: boolean;
}

const preferenceRest: Readonly<Record<ContactPreference['reason'], RestReason | null>> = {
  asked: 'stopped',
  preference: 'stopped',
  dispute: 'dispute',
  hardship: 'hardship',
  vulnerable: 'atRisk',
  // Told by the arrangements themselves: a rest from one that broke or was paid has ended with it.
  arrangement: null,
};

const caseRest: Partial<Record<CaseRecord['kind'], RestReason>> = {
  bereavement: 'deceased',
  vulnerable: 'atRisk',
  dispute: 'dispute',
  fraud: 'dispute',
  alreadyPaid: 'dispute',
};

const flagRest: Partial<Record<Account['flags'][number], RestReason>> = {
  deceased: 'deceased',
  ceaseContact: 'stopped',
  dispute: 'dispute',
  fraud: 'dispute',
};

const order: readonly RestReason[] = [
  'someoneElse',
  'deceased',
  'phoneUnsafe',
  'atRisk',
  'stopped',
  'unreadWish',
  'dispute',
  'hardship',
  'arrangement',
];

/** A wish kept in its words only, as records of earlier versions keep each, is obeyed by not contacting at all. */
function limitsOf(preference: ContactPreference | undefined): ContactLimits | 'unread' | null {
  if (preference === undefined) return null;
  const isOldWish = preference.reason === 'preference' && !preference.ceased;
  return preference.limits ?? (isOldWish ? 'unread' : null);
}

function preferred(preference: ContactPreference | undefined): readonly Rest[] {
  if (preference === undefined || !preference.ceased) return [];
  const reason = preferenceRest[preference.reason];
  return reason === null ? [] : [{ reason, until: preference.until }];
}

/** Computes where contact with a customer stands from their records. */
export function contactStateOf(facts: ContactFacts): ContactState {
  const { preference, accounts, arrangements, cases, reachesSomeoneElse, phoneUnsafe } = facts;
  const limits = limitsOf(preference);
  const isWithdrawn = disputeWasWithdrawn(cases);
  const stands = (flag: Account['flags'][number]): boolean => flag !== 'dispute' || !isWithdrawn;
  const openEnded: readonly (RestReason | undefined)[] = [
    reachesSomeoneElse ? 'someoneElse' : undefined,
    phoneUnsafe ? 'phoneUnsafe' : undefined,
    limits === 'unread' ? 'unreadWish' : undefined,
    ...accounts.flatMap(({ flags }) => flags.filter(stands).map((flag) => flagRest[flag])),
    ...cases.filter(({ status }) => status !== 'closed').map(({ kind }) => caseRest[kind]),
    ...(arrangements.some(({ status }) => status === 'active') ? (['arrangement'] as const) : []),
  ];
  const rests = [
    ...openEnded.flatMap((reason) => (reason === undefined ? [] : [{ reason, until: null }])),
    ...preferred(preference),
  ];
  return {
    rests: rests.toSorted((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason)),
    limits: limits === 'unread' ? null : limits,
  };
}
