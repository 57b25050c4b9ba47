// What a wish about contact comes to: all contact, limits, or words that are still to be asked about. A stop is never taken for less
// than was said, and a limit never for more (P9).
import {
  type ContactChannel,
  type ContactLimits,
  type ContactPreference,
  noLimits,
} from '../../../data/domain/conduct/contactRecords';
import type { ContactWish } from '../../../data/domain/customer/customerTurn';
import { ownWords } from '../../talk/acts/ownWords';
import { stopsAllContact, wishesOtherContact } from '../../talk/takenAsSaid';
import type { Turn } from '../../talk/turn';
import { limitsOfWish } from './contactLimits';
import { placesIn, refusesContact, welcomesContact } from './contactScope';
import { allChannels, channelsNamed, clocksNamed, contactLimitsIn, type Hours, waysSaid } from './contactWish';
import { contactWords as words } from './contactWords';

const refusesCallsAlone = ({ rule, channels, where, from, until, number }: ContactWish): boolean =>
  rule === 'not' && channels?.join() === 'phone' && [where, from, until, number].every((one) => one === undefined);

/** What is said of contact: beside a promise for Friday, Friday is no day to be called on. */
export const wishWords = (turn: Turn): string => (turn.doesSeveral ? ownWords(turn) : turn.typed);

/** Some ways were settled before: "no calls, though" is said of calls, and of nothing else. */
const hasWays = (before: ContactPreference | undefined): boolean =>
  before?.limits !== undefined && before.limits !== 'unread' && before.limits.channels !== null;

/** "Quit the phone calls": no word of "only", and one of a refusal, in what was read as the one way that is welcome. */
const isOnlyReadInto = ({ rule, from, until, where, number }: ContactWish, text: string): boolean =>
  rule === 'only' &&
  [from, until, where, number].every((one) => one === undefined) &&
  words.stops.test(text) &&
  !words.only.test(text) &&
  !words.welcome.test(text);

/** Hours, days, a place, a number or a count: what makes a refusal one of something. */
const narrows = (limits: ContactLimits | 'unread'): limits is ContactLimits =>
  limits !== 'unread' &&
  [limits.hours, limits.days, limits.notVia, limits.number, limits.atMost].some(
    (one) => one !== null && one !== undefined,
  );

/** What the slots hold, with what the words say besides. */
const joined = (main: ContactLimits, besides: ContactLimits | 'unread'): ContactLimits =>
  besides === 'unread'
    ? main
    : {
        ...besides,
        ...main,
        channels: main.channels,
        hours: main.hours ?? besides.hours,
        days: main.days ?? besides.days,
        ...(besides.notVia === undefined ? {} : { notVia: besides.notVia }),
      };

/** "Nothing at all except texts": by text, and no other way. */
function exceptFor(text: string): ContactLimits | undefined {
  const match = words.except.exec(text);
  if (match === null) return undefined;
  const channels = channelsNamed(text.slice(match.index));
  return channels.length === 0 ? undefined : { channels: [...channels], hours: null, days: null };
}

/** "Not ten, eleven": the end that was said before, moved. */
function corrected(text: string, before: ContactLimits, common: Hours): ContactLimits | undefined {
  const { hours } = before;
  if (hours === null || !words.corrects.test(text)) return undefined;
  const named = clocksNamed(text);
  // "Make that five": the one end that was said.
  const [only, ...others] = named;
  const isFromSaid = hours.until === common.until && hours.from !== common.from;
  const isUntilSaid = hours.from === common.from && hours.until !== common.until;
  if (only !== undefined && others.length === 0 && isFromSaid !== isUntilSaid) {
    const end = isFromSaid ? { from: only, until: hours.until } : { from: hours.from, until: only };
    return end.from < end.until ? { ...before, hours: end } : undefined;
  }
  const wrong = named.find((one) => sameHour(one, hours.from) || sameHour(one, hours.until));
  const right = named.findLast((one) => one !== wrong);
  if (wrong === undefined || right === undefined) return undefined;
  const isFrom = sameHour(wrong, hours.from);
  const old = isFrom ? hours.from : hours.until;
  const late = old >= '13:00' && right < '12:00' ? `${Number(right.slice(0, 2)) + 12}${right.slice(2)}` : right;
  const moved = isFrom ? { from: late, until: hours.until } : { from: hours.from, until: late };
  return moved.from < moved.until ? { ...before, hours: moved } : undefined;
}

/** The same hour on the clock face: nine, 09:00 and 21:00. */
const sameHour = (a: string, b: string): boolean =>
  Number(a.slice(0, 2)) % 12 === Number(b.slice(0, 2)) % 12 && a.slice(2) === b.slice(2);

/** Days that are welcome besides those that stand. */
function alsoDays(text: string, said: ContactLimits, before: ContactLimits): ContactLimits | undefined {
  if (said.days === null || said.hours !== null || !welcomesContact(text)) return undefined;
  const days = before.days === null ? null : [...new Set([...before.days, ...said.days])].sort();
  return { ...before, days: days?.length === 7 ? null : days };
}

/** Days that are welcome, said beside limits that name none: "weekends are fine". */
export function daysWelcomed(turn: Turn): readonly number[] | null {
  const text = wishWords(turn);
  const said = contactLimitsIn(text, turn.services.contactRules.hours);
  return said !== 'unread' && said.hours === null && welcomesContact(text) ? said.days : null;
}

/** What goes on from an earlier wish: a correction, one more day, the old number dropped. */
function goingOn(text: string, said: ContactLimits | 'unread', before: ContactPreference | undefined, common: Hours) {
  const stood = before?.limits === undefined || before.limits === 'unread' ? noLimits : before.limits;
  const moved = corrected(text, stood, common);
  if (moved !== undefined) return moved;
  if (words.oldNumber.test(text) && !(said !== 'unread' && said.number !== undefined))
    return stood.number === undefined ? 'unread' : stood;
  return said === 'unread' ? undefined : alsoDays(text, said, stood);
}

/** Everything, unless it is said of somebody else ("my sister too, don't ring any of them") or of hours with both ends. */
const stopsAll = (text: string): boolean =>
  stopsAllContact(text) && !placesIn([text]).includes('relatives') && clocksNamed(text).length !== 2;

/** "Take my ex's number off": that person is left alone, and nothing is said of the holder. */
function numberRemoved(text: string): ContactLimits | undefined {
  const [place] = words.removesNumber.test(text) ? placesIn([text]) : [];
  return place === undefined ? undefined : { channels: null, hours: null, days: null, notVia: [place] };
}

/** "STOP. no more texts, no more calls": the word alone is meant of everything, whatever is named after it. */
const isStopAlone = (text: string): boolean =>
  words.stopAlone.test(text) && !words.only.test(text) && clocksNamed(text).length === 0;

/** "The agency keeps calling my sister, make it stop": what is told is what is to stop, and no more than that. */
function toldToStop(text: string): ContactLimits | undefined {
  const notVia = placesIn([text]);
  const isTold = words.tellsContact.test(text) && words.madeToStop.test(text) && notVia.length > 0;
  // Who calls is no place: the agency that calls a sister goes on with the holder.
  const whom = placesIn(text.split(words.tellsContact).slice(1));
  return isTold && whom.length > 0 ? { channels: null, hours: null, days: null, notVia: [...whom] } : undefined;
}

/** Replies that say which ways are left. */
const leftOver: readonly string[] = ['contact.onlyBy', 'undo.contactStop'];

/** A way that is named and is none of those that are left over. */
function refusesOneWay(turn: Turn, said: ContactLimits | 'unread'): said is ContactLimits {
  const { state } = turn;
  const named = channelsNamed(wishWords(turn));
  const isRefused =
    said !== 'unread' && named.length > 0 && named.every((one) => said.channels?.includes(one) === false);
  return isRefused && state.lastSpoken.some(({ id }) => leftOver.includes(id));
}

/** The ways that stood, without those that are refused now; all contact where none is left. */
function withoutWays(said: ContactLimits, before: ContactPreference | undefined): ContactLimits | 'stop' {
  const stood = before?.limits === undefined || before.limits === 'unread' ? noLimits : before.limits;
  const channels = stood.channels?.filter((one) => said.channels?.includes(one)) ?? said.channels;
  return channels?.length === 0 ? 'stop' : { ...said, channels };
}

/** What comes to a home: said of it, the way is refused and not the place. */
const comesHome: readonly ContactChannel[] = ['letter', 'visit'];

/** One way is refused, and another said to be welcome. */
export function refusesBesideWelcome(text: string): boolean {
  const { refused, welcome } = waysSaid(text);
  return refused.length > 0 && welcome.length > 0;
}

/** The ways that stood without these. */
function withoutChannels(refused: readonly ContactChannel[], before: ContactPreference | undefined): ContactLimits {
  const stood = before?.limits === undefined || before.limits === 'unread' ? noLimits : before.limits;
  return { ...stood, channels: (stood.channels ?? allChannels).filter((one) => !refused.includes(one)) };
}

/** "Don't send any letters home": no letters, wherever they would go; calls at home are not spoken of. */
function refusedAtHome(text: string, before: ContactPreference | undefined): ContactLimits | undefined {
  const named = channelsNamed(text);
  if (named.length === 0 || !named.every((one) => comesHome.includes(one)) || !refusesContact(text)) return undefined;
  return withoutChannels(named, before);
}

export function understoodWish(turn: Turn, before: ContactPreference | undefined): ContactLimits | 'stop' | 'unread' {
  const { contact } = turn.heard.slots;
  const text = wishWords(turn);
  const common = turn.services.contactRules.hours;
  const besides = exceptFor(text);
  if (besides !== undefined) return besides;
  const told = toldToStop(text) ?? numberRemoved(text) ?? refusedAtHome(text, before);
  if (told !== undefined) return told;
  const said = contactLimitsIn(text, common);
  const { refused, askedFor } = waysSaid(text);
  // "Don't call, text me": the way that is asked for takes the place of the other.
  if (contact?.rule !== 'only' && refused.length > 0 && askedFor.length > 0)
    return joined({ ...noLimits, channels: [...askedFor] }, said);
  // "Turn the texts off, calls are fine": only that way is refused.
  if (contact?.rule !== 'only' && refusesBesideWelcome(text) && !words.only.test(text))
    return joined(withoutChannels(refused, before), said);
  if (stopsAll(text) || isStopAlone(text)) return 'stop';
  const goesOn = goingOn(text, said, before, common);
  if (goesOn !== undefined) return goesOn;
  // "Still no calls", right after the ways that are left were said, refuses that one way.
  if (refusesOneWay(turn, said)) return withoutWays(said, before);
  // "Stop calling me" and nothing else is meant of all contact.
  const isBareStop =
    contact !== undefined &&
    (refusesCallsAlone(contact) || isOnlyReadInto(contact, text)) &&
    !hasWays(before) &&
    !wishesOtherContact(text);
  if (contact !== undefined && contact.rule !== 'stop' && !isBareStop) {
    const limits = limitsOfWish(contact, before?.limits, common, text);
    return limits === 'stop' ? limits : joined(limits, said);
  }
  if (narrows(said)) return said;
  // "Not while I'm driving" is no stop, and names nothing that can be kept to.
  if (words.situation.test(text)) return 'unread';
  if (wishesOtherContact(text)) return said;
  return contact !== undefined || refusesContact(text) ? 'stop' : 'unread';
}

/**
 * "Ok, text only then", right after all contact was stopped: the ways that are named and not refused. A time beside them is no
 * word on the stop, which stays (P9).
 */
export function waysAfterStop(turn: Turn): readonly ContactChannel[] {
  const text = wishWords(turn);
  const said = contactLimitsIn(text, turn.services.contactRules.hours);
  const namesTime = said !== 'unread' && (said.hours !== null || said.days !== null);
  const isWelcome = turn.wasJustSaid('contact.stopped') && !namesTime && waysSaid(text).refused.length === 0;
  return isWelcome ? channelsNamed(text) : [];
}

/** The ways that the message says are welcome; null where it says so of none. */
export function welcomedChannels(turn: Turn): readonly ContactChannel[] | null {
  const { heard, state } = turn;
  const text = wishWords(turn);
  const { contact, what } = heard.slots;
  // "Texting again is fine, calls still no".
  if (refusesBesideWelcome(text)) return waysSaid(text).welcome;
  const afterStop = waysAfterStop(turn);
  if (afterStop.length > 0) return afterStop;
  const isEarlier = words.also.test(text) && Object.keys(state.timesSaid).some((id) => id.startsWith('contact.'));
  const goesOn = what === 'contactStop' || isEarlier || turn.wasJustSpokenOf(/^contact\./);
  // The ways that are left were said back a moment ago: "calls too" allows one more.
  const isOneMore = state.lastSpoken.some(({ id }) => leftOver.includes(id)) && words.also.test(text);
  const isWelcome = welcomesContact(text) || (isOneMore && !words.unwelcome.test(text));
  if (!goesOn || contact?.rule === 'not' || contact?.rule === 'stop' || !isWelcome) return null;
  const named = channelsNamed(text);
  return named.length === 0 ? null : named;
}
