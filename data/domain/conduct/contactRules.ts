// When and how often the bank may get in touch about what is owed; hours and caps are the bank's own data.
import { z } from 'zod';
import { addDays, type CalendarDate, calendarDateSchema, daysBetween } from '../calendar/calendar';
import type { LocalMoment } from '../calendar/officeHours';
import { restsOn } from './contactPreference';
import type { ContactPreference } from './contactRecords';

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const contactChannelSchema = z.enum(['call', 'text', 'message', 'letter', 'visit']);
export type ContactChannel = z.infer<typeof contactChannelSchema>;

const sourceFields = { source: z.string().min(1), asOf: calendarDateSchema, confirmed: z.boolean() };

/** A cap: at most `countMax` contacts by these channels together within `days` days, today included. */
export const contactCapSchema = z.strictObject({
  capId: z.string().min(1),
  channels: z.array(contactChannelSchema).min(1),
  countMax: z.number().int().min(0).max(1000),
  days: z.number().int().min(1).max(366),
  ...sourceFields,
});
export type ContactCap = z.infer<typeof contactCapSchema>;

const hoursSchema = z
  .strictObject({ from: clockSchema, until: clockSchema, ...sourceFields })
  .refine((hours) => hours.from < hours.until, 'from must be before until');

export const contactRulesSchema = z
  .strictObject({
    version: z.string().min(1),
    /** Local hours of the customer; `until` is the first minute that is too late. */
    hours: hoursSchema,
    caps: z.array(contactCapSchema),
    /** Years that a contact is kept on record; at least two (办法 Art. 68). */
    keepYears: z.number().int().min(2).max(30),
  })
  .refine(({ caps }) => new Set(caps.map((cap) => cap.capId)).size === caps.length, 'capId must be unique');
export type ContactRules = z.infer<typeof contactRulesSchema>;

/** One contact that was made or tried; an unanswered call counts. */
export interface PastContact {
  readonly on: CalendarDate;
  readonly channel: ContactChannel;
}

export interface ContactQuestion {
  readonly rules: ContactRules;
  readonly now: LocalMoment;
  readonly channel: ContactChannel;
  readonly history: readonly PastContact[];
  /** What the customer asked for, or what rests contact; null when nothing does. */
  readonly preference: Pick<ContactPreference, 'ceased' | 'until'> | null;
  /** Hours that the holder agreed to instead of the common ones. */
  readonly agreedHours?: { readonly from: string; readonly until: string };
}

export type ContactReason = 'ceased' | 'outsideHours' | 'cap';
export type ContactAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: ContactReason;
      /** The cap that is reached, when it is one. */
      readonly capId?: string;
      /** First moment at which everything allows it; null while contact rests without an end. */
      readonly nextAllowed: LocalMoment | null;
    };

interface Obstacle {
  readonly reason: ContactReason;
  readonly capId?: string;
  /** First day on which this obstacle no longer stands; the hours of that day still apply. Null: no end. */
  readonly until: LocalMoment | null;
}

const hoursOf = ({ rules, agreedHours }: ContactQuestion) => agreedHours ?? rules.hours;

function ceased({ preference }: ContactQuestion, { date }: LocalMoment): Obstacle | null {
  if (preference === null || !restsOn(preference, date)) return null;
  if (preference.until === null) return { reason: 'ceased', until: null };
  return { reason: 'ceased', until: { date: addDays(preference.until, 1), clock: '00:00' } };
}

/** The day on which one more contact fits under a cap; null when it never does. */
function capFreeOn(cap: ContactCap, history: readonly PastContact[], date: CalendarDate): CalendarDate | null {
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

/** The cap that is reached and stands longest. */
function capReached({ rules, channel, history }: ContactQuestion, { date }: LocalMoment): Obstacle | null {
  const reached = rules.caps
    .filter((cap) => cap.channels.includes(channel))
    .map((cap) => ({ capId: cap.capId, freeOn: capFreeOn(cap, history, date) }))
    .filter(({ freeOn }) => freeOn !== date)
    .sort((a, b) => (b.freeOn ?? '9999').localeCompare(a.freeOn ?? '9999'));
  const [longest] = reached;
  if (longest === undefined) return null;
  const { capId, freeOn } = longest;
  return { reason: 'cap', capId, until: freeOn === null ? null : { date: freeOn, clock: '00:00' } };
}

function outsideHours(question: ContactQuestion, { date, clock }: LocalMoment): Obstacle | null {
  const { from, until } = hoursOf(question);
  if (clock >= from && clock < until) return null;
  return { reason: 'outsideHours', until: { date: clock < from ? date : addDays(date, 1), clock: from } };
}

const obstacleAt = (question: ContactQuestion, moment: LocalMoment): Obstacle | null =>
  ceased(question, moment) ?? capReached(question, moment) ?? outsideHours(question, moment);

/** Whether one more contact may be made now, and if not, why and when it may. */
export function mayContact(question: ContactQuestion): ContactAnswer {
  const first = obstacleAt(question, question.now);
  if (first === null) return { ok: true };
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
