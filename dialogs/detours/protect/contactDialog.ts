// Stop contact, other times, another way, another number, contact again: only what was asked, said back, and honoured at once (P9).
import { restsOn } from '../../../data/domain/conduct/contactPreference';
import {
  type ContactChannel,
  type ContactLimits,
  type ContactPreference,
  chatAddressKey,
  noLimits,
} from '../../../data/domain/conduct/contactRecords';
import { ownWords } from '../../talk/acts/ownWords';
import { isQuestion } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import { limitsOfWish } from './contactLimits';
import { daysText, sayContactNow, sayLimits } from './contactLines';
import { refusesContact, welcomesContact } from './contactScope';
import { daysWelcomed, understoodWish, welcomedChannels } from './contactUnderstood';
import { allChannels, channelsNamed, contactLimitsIn } from './contactWish';
import { contactWords } from './contactWords';

/** Before verification a wish holds for this address; afterwards for the customer, on every channel. */
const holderOf = ({ customerId, input }: Turn): string => customerId ?? chatAddressKey(input);

const isStopped = (turn: Turn, before: ContactPreference | undefined): boolean =>
  before !== undefined && before.reason === 'asked' && restsOn(before, turn.today);

function keep(turn: Turn, wish: ContactLimits | 'stop' | 'unread'): void {
  const ceased = wish === 'stop';
  turn.record({
    kind: 'saveContactPreference',
    record: {
      customerId: holderOf(turn),
      ceased,
      reason: ceased ? 'asked' : 'preference',
      until: null,
      changedAt: turn.input.now,
      wish: turn.input.masked,
      ...(wish === 'stop' ? {} : { limits: wish }),
    },
  });
  turn.audit('contactPreference', { verified: turn.customerId !== null }, { ceased });
}

export async function contactPreference(turn: Turn): Promise<After> {
  const { contact, what } = turn.heard.slots;
  if (contact?.rule === 'resume' || (what === 'contactStop' && contact?.rule !== 'stop')) return contactAgain(turn);
  const before = await turn.services.contactPreferenceOf(holderOf(turn));
  // "And at no other time": just what was noted.
  const isNoted = before?.limits !== undefined && contactWords.othersOff.test(turn.typed);
  if (isNoted || asksWhatHolds(turn)) {
    // What was wished before the check holds for this address.
    sayWhatHolds(turn, before ?? (await turn.services.contactPreferenceOf(chatAddressKey(turn.input))));
    return 'resume';
  }
  const onlyThese = isStopped(turn, before) ? waysStoppedOnly(turn) : undefined;
  if (onlyThese !== undefined) return contactAgain(turn, onlyThese);
  const allowed = welcomedChannels(turn);
  if (allowed !== null && isStopped(turn, before)) return contactAgain(turn);
  if (allowed !== null) return alsoBy(turn, allowed, before);
  const wish = understoodWish(turn, before);
  keep(turn, wish);
  if (wish === 'stop') turn.say('contact.stopped', {});
  else if (wish === 'unread') turn.say('contact.which', {});
  else {
    turn.say('contact.noted', {});
    const welcomed = wish.days === null ? daysWelcomed(turn) : null;
    if (welcomed !== null) turn.say('contact.daysToo', { days: daysText(turn, welcomed) });
    sayLimits(turn, wish);
  }
  if (wish !== 'stop' && isStopped(turn, before)) turn.say('contact.stillStopped', {});
  return 'resume';
}

/** "What can you still use to reach me?": a question, and no wish. */
function asksWhatHolds(turn: Turn): boolean {
  const { typed, heard } = turn;
  if (contactWords.asksNow.test(typed)) return heard.slots.contact?.rule !== 'stop' || isQuestion(typed);
  const words = ownWords(turn);
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
  if (!isNamed && !contactWords.only.test(turn.typed)) return undefined;
  const wish = isNamed
    ? understoodWish(turn, undefined)
    : contactLimitsIn(turn.typed, turn.services.contactRules.hours);
  return wish === 'stop' || wish === 'unread' ? undefined : wish;
}

/** The times that the message names, by what was understood or by its words; each null where it names none. */
function timesNamed({ heard, typed, services }: Turn): Pick<ContactLimits, 'hours' | 'days'> {
  const common = services.contactRules.hours;
  const { contact } = heard.slots;
  const wished = contact === undefined ? 'stop' : limitsOfWish(contact, undefined, common, typed);
  const said = contactLimitsIn(typed, common);
  return {
    hours: (wished === 'stop' ? null : wished.hours) ?? (said === 'unread' ? null : said.hours),
    days: said === 'unread' ? null : said.days,
  };
}

/** "Not everything, just the texts": what a stop was meant of; undefined where the words say no such thing. */
function waysStoppedOnly({ typed }: Turn): ContactLimits | undefined {
  const named = channelsNamed(typed);
  const left = allChannels.filter((one) => !named.includes(one));
  return contactWords.notAll.test(typed) && named.length > 0 ? { ...noLimits, channels: left } : undefined;
}

/** A stop, or limits, taken back: what the bank's own rules allow stands again, and nothing beyond it. */
export async function contactAgain(turn: Turn, instead?: ContactLimits): Promise<After> {
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
