// Whether we may write or call first, and how: the one place that decides it. A contact cannot be made without its answer.
import type { z } from 'zod';
import type { CalendarDate } from '../calendar/calendar';
import { addDays, dayOfWeek, daysBetween } from '../calendar/calendar';
import type { LocalMoment } from '../calendar/officeHours';
import { type ContactChannel, contactChannelSchema, type contactPurposeSchema } from './contactRecords';
import type { ContactCap, ContactRules } from './contactRules';
import type { ContactState, Rest, RestReason } from './contactState';

/**
 * What a contact is for: `collection` asks for what is past due; `reminder` is of a promise or an instalment that the
 * customer agreed to; `service` is what the customer is owed or asked for and asks for no money: a call-back, the answer
 * to a case, an answer that comes late.
 */
export type ContactPurpose = z.infer<typeof contactPurposeSchema>;

/** One contact that was made or tried; an unanswered call counts. */
export interface PastContact {
  readonly on: CalendarDate;
  readonly channel: ContactChannel;
}

export interface ContactQuestion {
  readonly customerId: string;
  readonly purpose: ContactPurpose;
  readonly channel: ContactChannel;
  readonly rules: ContactRules;
  /** Now, on the customer's own clock. */
  readonly now: LocalMoment;
  readonly history: readonly PastContact[];
  readonly state: ContactState;
}

/** Proof that a contact was asked about and allowed; only `mayContact` makes one. */
class Permission {
  readonly #kind = 'contact';
  readonly customerId: string;
  readonly purpose: ContactPurpose;
  readonly channel: ContactChannel;
  readonly at: LocalMoment;
  /** The contact rules that allowed it. */
  readonly rulesVersion: string;

  constructor({ customerId, purpose, channel, now, rules }: ContactQuestion) {
    this.customerId = customerId;
    this.purpose = purpose;
    this.channel = channel;
    this.at = now;
    this.rulesVersion = rules.version;
  }

  get kind(): 'contact' {
    return this.#kind;
  }
}
export type ContactPermission = Permission;

export type ContactReason = RestReason | 'channelNotWished' | 'dayNotWished' | 'outsideHours' | 'cap';

export interface ContactRefused {
  readonly ok: false;
  readonly reason: ContactReason;
  /** The cap that is reached, when it is one. */
  readonly capId?: string;
  /** First moment at which everything allows it as far as is known now; null while no end is in sight. */
  readonly nextAllowed: LocalMoment | null;
}
export type ContactAnswer = { readonly ok: true; readonly permission: ContactPermission } | ContactRefused;

interface Obstacle {
  readonly reason: ContactReason;
  readonly capId?: string;
  /** First moment at which this obstacle no longer stands. Null: no end in sight. */
  readonly until: LocalMoment | null;
}

/** What each rest forbids. Someone else's address, a deceased holder's and a phone that is watched are not written to for anything. */
const forbids: Readonly<Record<RestReason, readonly ContactPurpose[]>> = {
  someoneElse: ['collection', 'reminder', 'service'],
  deceased: ['collection', 'reminder', 'service'],
  phoneUnsafe: ['collection', 'reminder', 'service'],
  atRisk: ['collection', 'reminder'],
  stopped: ['collection', 'reminder'],
  unreadWish: ['collection', 'reminder'],
  dispute: ['collection', 'reminder'],
  hardship: ['collection', 'reminder'],
  arrangement: ['collection'],
};

const startOf = (date: CalendarDate): LocalMoment => ({ date, clock: '00:00' });

/** The first rest that forbids a purpose on a day, whatever the channel; undefined while none does. */
export const restOn = ({ rests }: ContactState, purpose: ContactPurpose, date: CalendarDate): Rest | undefined =>
  rests.find(({ reason, until }) => forbids[reason].includes(purpose) && (until === null || date <= until));

function resting({ state, purpose }: ContactQuestion, { date }: LocalMoment): Obstacle | null {
  const standing = restOn(state, purpose, date);
  if (standing === undefined) return null;
  const { reason, until } = standing;
  return { reason, until: until === null ? null : startOf(addDays(until, 1)) };
}

function notWished({ state: { limits }, channel }: ContactQuestion, { date }: LocalMoment): Obstacle | null {
  if (limits === null) return null;
  if (limits.channels !== null && !limits.channels.includes(channel))
    return { reason: 'channelNotWished', until: null };
  const { days } = limits;
  if (days === null || days.includes(dayOfWeek(date))) return null;
  return { reason: 'dayNotWished', until: startOf(addDays(date, 1)) };
}

/** The day on which one more contact fits under a cap; null when it never does. */
function capFreeOn(
  cap: Pick<ContactCap, 'channels' | 'countMax' | 'days'>,
  history: readonly PastContact[],
  date: CalendarDate,
): CalendarDate | null {
  const counted = history
    .filter((contact) => cap.channels.includes(contact.channel) && contact.on <= date)
    .filter((contact) => daysBetween(contact.on, date) < cap.days)
    .map((contact) => contact.on)
    .sort();
  if (counted.length < cap.countMax) return date;
  // It frees up when the contact that fills it leaves the window; a cap of none never does.
  const filling = cap.countMax === 0 ? undefined : counted[counted.length - cap.countMax];
  return filling === undefined ? null : addDays(filling, cap.days);
}

/** What the holder asked for besides the bank's own caps: it counts every channel. */
function capsOf({
  rules,
  state,
}: ContactQuestion): readonly Pick<ContactCap, 'capId' | 'channels' | 'countMax' | 'days'>[] {
  const wished = state.limits?.atMost;
  if (wished === undefined) return rules.caps;
  const channels = [...contactChannelSchema.options];
  return [...rules.caps, { capId: 'asTheHolderWished', channels, countMax: wished.count, days: wished.days }];
}

/** The cap that is reached and stands longest. What the customer is owed or asked for is counted, but not capped. */
function capReached(question: ContactQuestion, { date }: LocalMoment): Obstacle | null {
  const { channel, history, purpose } = question;
  if (purpose === 'service') return null;
  const reached = capsOf(question)
    .filter((cap) => cap.channels.includes(channel))
    .map((cap) => ({ capId: cap.capId, freeOn: capFreeOn(cap, history, date) }))
    .filter(({ freeOn }) => freeOn !== date)
    .sort((a, b) => (b.freeOn ?? '9999').localeCompare(a.freeOn ?? '9999'));
  const [longest] = reached;
  if (longest === undefined) return null;
  const { capId, freeOn } = longest;
  return { reason: 'cap', capId, until: freeOn === null ? null : startOf(freeOn) };
}

function outsideHours({ rules, state }: ContactQuestion, { date, clock }: LocalMoment): Obstacle | null {
  const { from, until } = state.limits?.hours ?? rules.hours;
  if (clock >= from && clock < until) return null;
  return { reason: 'outsideHours', until: { date: clock < from ? date : addDays(date, 1), clock: from } };
}

const obstacleAt = (question: ContactQuestion, moment: LocalMoment): Obstacle | null =>
  resting(question, moment) ??
  notWished(question, moment) ??
  capReached(question, moment) ??
  outsideHours(question, moment);

/** Whether this contact may be made now; if not, why, and when it may. */
export function mayContact(question: ContactQuestion): ContactAnswer {
  const first = obstacleAt(question, question.now);
  if (first === null) return { ok: true, permission: new Permission(question) };
  let nextAllowed = first.until;
  // Each step leaves one obstacle behind, so the moment only moves on; hours come last.
  while (nextAllowed !== null) {
    const obstacle = obstacleAt(question, nextAllowed);
    if (obstacle === null) break;
    nextAllowed = obstacle.until;
  }
  const answer = { ok: false, reason: first.reason, nextAllowed } as const;
  return first.capId === undefined ? answer : { ...answer, capId: first.capId };
}
