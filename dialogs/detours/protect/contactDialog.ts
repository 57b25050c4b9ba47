// Stop contact, other times, another way, another number, contact again: only what was asked, said back, and honoured at once (P9).
import { addDays, type CalendarDate } from '../../../data/domain/calendar/calendar';
import { restsOn } from '../../../data/domain/conduct/contactPreference';
import {
  type ContactChannel,
  type ContactLimits,
  type ContactPreference,
  chatAddressKey,
  noLimits,
} from '../../../data/domain/conduct/contactRecords';
import { isQuestion } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import { asks } from '../money/table/tableWords';
import { limitsOfWish } from './contactLimits';
import { daysText, sayContactNow, sayHoursRefused, sayLimits } from './contactLines';
import { refusesContact, welcomeFrom, welcomesContact } from './contactScope';
import { daysWelcomed, refusesBesideWelcome, understoodWish, welcomedChannels, wishWords } from './contactUnderstood';
import { allChannels, channelsNamed, contactLimitsIn, waysSaid } from './contactWish';
import { contactWords } from './contactWords';

/** Before verification a wish holds for this address; afterwards for the customer, on every channel. */
const holderOf = ({ customerId, input }: Turn): string => customerId ?? chatAddressKey(input);

const isStopped = (turn: Turn, before: ContactPreference | undefined): boolean =>
  before !== undefined && before.reason === 'asked' && restsOn(before, turn.today);

/** Keeps the wish; a stop ends with the day `until`, or not at all. */
function keep(turn: Turn, wish: ContactLimits | 'stop' | 'unread', until: CalendarDate | null = null): void {
  const ceased = wish === 'stop';
  turn.record({
    kind: 'saveContactPreference',
    record: {
      customerId: holderOf(turn),
      ceased,
      reason: ceased ? 'asked' : 'preference',
      until,
      changedAt: turn.input.now,
      wish: turn.input.masked,
      ...(wish === 'stop' ? {} : { limits: wish }),
    },
  });
  turn.audit('contactPreference', { verified: turn.customerId !== null }, { ceased });
}

/** "Nothing before 10 December": contact rests until then, and is welcome again from that day on. */
function restUntil(turn: Turn, from: CalendarDate): After {
  keep(turn, 'stop', addDays(from, -1));
  turn.say('contact.restsUntil', { date: from });
  return 'resume';
}

export async function contactPreference(turn: Turn): Promise<After> {
  const { contact, what } = turn.heard.slots;
  const words = wishWords(turn);
  const before = await turn.services.contactPreferenceOf(holderOf(turn));
  const from = channelsNamed(words).length === 0 ? welcomeFrom(words, turn.today) : undefined;
  if (from !== undefined && !isStopped(turn, before)) return restUntil(turn, from);
  const isTakenBack = what === 'contactStop' && contact?.rule !== 'stop';
  const refusesOne = isTakenBack && !isStopped(turn, before) && waysSaid(words).refused.length > 0;
  if (contact?.rule === 'resume' || (isTakenBack && !refusesOne)) return contactAgain(turn);
  // "And at no other time": just what was noted.
  const isNoted = before?.limits !== undefined && contactWords.othersOff.test(words);
  if (isNoted || asksWhatHolds(turn)) {
    // What was wished before the check holds for this address.
    sayWhatHolds(turn, before ?? (await turn.services.contactPreferenceOf(chatAddressKey(turn.input))));
    return 'resume';
  }
  const onlyThese = isStopped(turn, before) ? waysStoppedOnly(turn) : undefined;
  if (onlyThese !== undefined) return contactAgain(turn, onlyThese);
  const allowed = welcomedChannels(turn);
  if (allowed !== null && isStopped(turn, before)) return contactAgain(turn);
  if (allowed !== null && !refusesBesideWelcome(words)) return alsoBy(turn, allowed, before);
  const wish = understoodWish(turn, before);
  keep(turn, wish);
  if (wish === 'stop') turn.say('contact.stopped', {});
  else if (wish === 'unread') turn.say('contact.which', {});
  else {
    turn.say('contact.noted', {});
    const welcomed = wish.days === null ? daysWelcomed(turn) : null;
    if (welcomed !== null) turn.say('contact.daysToo', { days: daysText(turn, welcomed) });
    sayHoursRefused(turn, wish, words);
    sayLimits(turn, wish);
  }
  if (wish !== 'stop' && isStopped(turn, before)) turn.say('contact.stillStopped', {});
  return 'resume';
}

/** "What can you still use to reach me?": a question, and no wish. */
function asksWhatHolds(turn: Turn): boolean {
  const { heard } = turn;
  const words = wishWords(turn);
  if (contactWords.asksNow.test(words))
    return heard.slots.contact?.rule !== 'stop' || isQuestion(words) || asks(words, turn.state.locale);
  const isBareQuestion = heard.slots.contact === undefined && isQuestion(words) && !contactWords.never.test(words);
  return isBareQuestion && !welcomesContact(words) && !refusesContact(words);
}

function sayWhatHolds(turn: Turn, before: ContactPreference | undefined): void {
  if (isStopped(turn, before)) turn.say('contact.stillStopped', {});
  else if (before?.limits === 'unread') turn.say('contact.which', {});
  else sayContactNow(turn, before?.limits ?? noLimits, turn.services.contactRules.hours);
}

/** A way that is welcome is added to those that stand; nothing else is loosened. */
function alsoBy(turn: Turn, allowed: readonly ContactChannel[], before: ContactPreference | undefined): After {
  const stood = before?.limits === undefined || before.limits === 'unread' ? noLimits : before.limits;
  const channels = stood.channels === null ? null : [...new Set([...stood.channels, ...allowed])];
  const { hours, days } = timesNamed(turn);
  const wish = { ...stood, hours: hours ?? stood.hours, days: days ?? stood.days, channels };
  keep(turn, wish);
  turn.say('contact.noted', {});
  // Where only some ways are left, all of them are said; else the one that was asked about.
  sayContactNow(turn, wish, turn.services.contactRules.hours, channels === null ? allowed : null);
  return 'resume';
}

/** The limits that are named beside "get in touch again"; undefined where none are. */
function limitsNamed(turn: Turn): ContactLimits | undefined {
  const rule = turn.heard.slots.contact?.rule;
  const isNamed = rule === 'only' || rule === 'not';
  const words = wishWords(turn);
  if (!isNamed && !contactWords.only.test(words)) return undefined;
  const wish = isNamed ? understoodWish(turn, undefined) : contactLimitsIn(words, turn.services.contactRules.hours);
  return wish === 'stop' || wish === 'unread' ? undefined : wish;
}

/** The times that the message names, by what was understood or by its words; each null where it names none. */
function timesNamed(turn: Turn): Pick<ContactLimits, 'hours' | 'days'> {
  const common = turn.services.contactRules.hours;
  const words = wishWords(turn);
  const { contact } = turn.heard.slots;
  const wished = contact === undefined ? 'stop' : limitsOfWish(contact, undefined, common, words);
  const said = contactLimitsIn(words, common);
  return {
    hours: (wished === 'stop' ? null : wished.hours) ?? (said === 'unread' ? null : said.hours),
    days: said === 'unread' ? null : said.days,
  };
}

/** "Not everything, just the texts": what a stop was meant of; undefined where the words say no such thing. */
function waysStoppedOnly(turn: Turn): ContactLimits | undefined {
  const words = wishWords(turn);
  const named = channelsNamed(words);
  const left = allChannels.filter((one) => !named.includes(one));
  return contactWords.notAll.test(words) && named.length > 0 ? { ...noLimits, channels: left } : undefined;
}

/** A stop, or limits, taken back: what the bank's own rules allow stands again, and nothing beyond it. */
async function contactAgain(turn: Turn, instead?: ContactLimits): Promise<After> {
  const customerId = holderOf(turn);
  const before = await turn.services.contactPreferenceOf(customerId);
  const hasStop = before?.ceased === true && before.reason === 'asked';
  const hasLimits = before?.limits !== undefined;
  if (!hasStop && !hasLimits) {
    turn.say('contact.notStopped', {});
    return 'resume';
  }
  // "I changed my mind, texts are fine": by text, and no more than that.
  const channels = welcomedChannels(turn);
  if (channels !== null && !hasStop) return alsoBy(turn, channels, before);
  const named = channels === null ? limitsNamed(turn) : { ...noLimits, ...timesNamed(turn), channels: [...channels] };
  const limits = instead ?? named;
  if (hasStop)
    turn.record({ kind: 'endRest', customerId, reasons: ['asked'], ...(limits === undefined ? {} : { limits }) });
  else turn.record({ kind: 'dropContactLimits', customerId });
  turn.audit('withdrawn', { what: 'contactStop' }, {});
  const { from, until } = turn.services.contactRules.hours;
  turn.say('undo.contactStop', { from, until });
  if (limits !== undefined) sayLimits(turn, limits);
  return 'resume';
}

/** Says that the stop stands, where one does; false where none does. */
export async function sayStopStands(turn: Turn): Promise<boolean> {
  const preference = await turn.services.contactPreferenceOf(holderOf(turn));
  const stands = isStopped(turn, preference);
  if (stands) turn.say('contact.stillStopped', {});
  return stands;
}
