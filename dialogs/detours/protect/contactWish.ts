// What a wish about times, days or channels comes to: "only text me after 6", "周末别打电话". Read, or said to be unread.
import type { ContactChannel, ContactLimits } from '../../../data/domain/conduct/contactRecords';
import { atMostIn, numberIn, placesIn } from './contactScope';
import { contactWords as words } from './contactWords';

export interface Hours {
  readonly from: string;
  readonly until: string;
}

export const allChannels: readonly ContactChannel[] = ['call', 'text', 'message', 'email', 'letter', 'visit'];
export const allDays = [1, 2, 3, 4, 5, 6, 7] as const;
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** A telephone number holds no hours. */
const longNumber = /(?<!\d)(?:\d[ -]?){7,}/g;

/** The clauses of a wish: "别打电话，发短信" forbids one thing and asks for another. */
const clausesOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .replace(longNumber, ' ')
    .toLowerCase()
    .replaceAll('’', "'")
    .split(new RegExp(`(?<!between [^ ]{1,6} )(?:${words.clauseEnds.source})`, 'i'))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

/** An hour in figures or in Chinese numerals up to the twenties. */
function hourOf(said: string): number {
  if (/^\d/.test(said)) return Number(said);
  const ten = words.numerals.at(10) ?? '';
  const digit = (character: string | undefined) => words.numerals.indexOf(character ?? '');
  if (!said.includes(ten)) return digit(said[0]);
  const [tens, ones] = said.split(ten);
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

const numbered = (clause: string) =>
  [...clause.matchAll(new RegExp(words.hour.source, 'g'))].filter(([whole]) => words.hourMark.test(whole));

/** How far before an hour its own "morning" or "evening" stands, in characters. */
const markWithin = 4;

/** Hours as people say them: without a mark, 1 to 7 are of the afternoon or evening, when people ask to be called. */
function hoursNamed(clause: string): readonly number[] {
  const isLate = words.afternoonMark.test(clause);
  const isEarly = words.morningMark.test(clause) && !isLate;
  return numbered(clause)
    .map((match) => {
      const hour = hourOf(match[1] ?? '');
      // "从早上九点到晚上六点": each hour has a mark of its own.
      const before = clause.slice(Math.max(0, match.index - markWithin), match.index);
      if (words.morningMark.test(before) && !words.afternoonMark.test(before)) return hour;
      return hour < 12 && (isLate || (hour <= 7 && !isEarly)) ? hour + 12 : hour;
    })
    .filter((hour) => hour >= 0 && hour <= 23);
}

function windowIn(said: string, common: Hours): Hours | null {
  const clause = said.replace(words.noon, '12:00');
  const [first, second] = hoursNamed(clause);
  if (first !== undefined && second !== undefined && first < second)
    return { from: clock(first), until: clock(second) };
  if (first !== undefined) {
    if (words.after.test(clause)) return { from: clock(first), until: common.until };
    return words.before.test(clause) ? { from: common.from, until: clock(first) } : null;
  }
  const { morning, midday, afternoon, day, evening } = words.parts;
  if (evening.test(clause)) return { from: '18:00', until: common.until };
  if (morning.test(clause)) return { from: common.from, until: '12:00' };
  if (midday.test(clause)) return { from: '12:00', until: '14:00' };
  if (afternoon.test(clause)) return { from: '12:00', until: '18:00' };
  return day.test(clause) ? { from: '09:00', until: '18:00' } : null;
}

/** What is left of the common hours without a window: the longer side, since one window is kept. */
export function without(window: Hours, common: Hours): Hours | null {
  const before = { from: common.from, until: window.from };
  const after = { from: window.until, until: common.until };
  const minutes = ({ from, until }: Hours) => Number(until.slice(0, 2)) - Number(from.slice(0, 2));
  const longer = minutes(after) >= minutes(before) ? after : before;
  return longer.from < longer.until ? longer : null;
}

function daysIn(clause: string): readonly number[] {
  const named = Object.entries(words.days).filter(([, one]) => one.test(clause));
  return named.flatMap(([name]) =>
    name === 'weekend' ? [6, 7] : name === 'weekday' ? [1, 2, 3, 4, 5] : [Number(name)],
  );
}

const channelsIn = (clause: string): readonly ContactChannel[] =>
  allChannels.filter((channel) => words.channels[channel].test(clause));

/** The hours that a text names, HH:00, in the order said. */
export const clocksNamed = (text: string): readonly string[] =>
  clausesOf(text).flatMap((clause) => hoursNamed(clause).map(clock));

/** The ways that a text names, whatever it says of them. */
export const channelsNamed = (text: string): readonly ContactChannel[] => [
  ...new Set(clausesOf(text).flatMap(channelsIn)),
];

/** What a message says of each way, clause by clause. */
interface WaysSaid {
  readonly refused: readonly ContactChannel[];
  readonly welcome: readonly ContactChannel[];
  /** Of the welcome ways those that are asked for, and not only allowed: "please text". */
  readonly askedFor: readonly ContactChannel[];
}

/**
 * "Turn the texts off, calls are fine", "电话停着就好 短信能发": the ways that are refused, and those that are spoken of and are
 * not. A clause that names none speaks of the one before: "短信太吵了 关了". What is told of contact so far is no wish.
 */
export function waysSaid(text: string): WaysSaid {
  const refused = new Set<ContactChannel>();
  const spokenOf = new Set<ContactChannel>();
  const askedFor = new Set<ContactChannel>();
  let before: readonly ContactChannel[] = [];
  for (const clause of clausesOf(text).flatMap((one) => one.split(words.chineseSpace))) {
    const named = channelsIn(clause);
    const about = named.length > 0 ? named : before;
    if (words.never.test(clause)) for (const channel of about) refused.add(channel);
    else if (!words.tellsContact.test(clause))
      for (const channel of named) {
        spokenOf.add(channel);
        if (!words.welcome.test(clause)) askedFor.add(channel);
      }
    before = about;
  }
  const notRefused = (channel: ContactChannel) => !refused.has(channel);
  return {
    refused: [...refused],
    welcome: [...spokenOf].filter(notRefused),
    askedFor: [...askedFor].filter(notRefused),
  };
}

/** Channels that are left: those asked for where others are refused or "only" is said; else all but those refused. */
function channelsLeft(clauses: readonly string[]): ContactChannel[] | null {
  const isPlainNo = (clause: string) =>
    words.never.test(clause) &&
    windowIn(clause, { from: '00:00', until: '23:59' }) === null &&
    daysIn(clause).length === 0 &&
    placesIn([clause]).length === 0 &&
    atMostIn(clause) === undefined;
  const refused = new Set(clauses.filter(isPlainNo).flatMap(channelsIn));
  const wanted = clauses.filter((clause) => !words.never.test(clause)).flatMap(channelsIn);
  const isOnly = clauses.some((clause) => words.only.test(clause));
  const asked = wanted.filter((channel) => !refused.has(channel));
  if (asked.length > 0 && (isOnly || refused.size > 0)) return [...new Set(asked)];
  return refused.size > 0 ? allChannels.filter((channel) => !refused.has(channel)) : null;
}

/** "Same for my mum", with nothing said to be welcome. */
const isOneMore = (clause: string): boolean => words.also.test(clause) && !words.welcome.test(clause);

/** What a wish says besides ways and times: places refused, a number to call, how often at most. */
function scopeIn(text: string, clauses: readonly string[]): Pick<ContactLimits, 'notVia' | 'number' | 'atMost'> {
  const notVia = placesIn(clauses.filter((clause) => words.never.test(clause) || isOneMore(clause)));
  const number = numberIn(text);
  const atMost = atMostIn(text);
  return {
    ...(notVia.length === 0 ? {} : { notVia: [...notVia] }),
    ...(number === undefined ? {} : { number }),
    ...(atMost === undefined ? {} : { atMost }),
  };
}

/**
 * The limits that a wish names, in the bank's own hours where it leaves one end open. 'unread' when nothing was
 * recognised: nobody is then contacted about money until the wish is understood.
 */
export function contactLimitsIn(text: string, common: Hours): ContactLimits | 'unread' {
  const clauses = clausesOf(text);
  let hours: Hours | null = null;
  let days: readonly number[] | null = null;
  for (const clause of clauses) {
    const isNo = words.never.test(clause);
    const window = windowIn(clause, common);
    if (window !== null) hours = isNo ? without(window, common) : window;
    const named = daysIn(clause);
    if (named.length > 0) days = isNo ? allDays.filter((day) => !named.includes(day)) : [...new Set(named)].sort();
  }
  const channels = channelsLeft(clauses);
  const isEmpty = (list: readonly unknown[] | null) => list !== null && list.length === 0;
  const scope = scopeIn(text, clauses);
  const isAny = hours !== null || days !== null || channels !== null || Object.keys(scope).length > 0;
  const isRead = isAny && !isEmpty(days) && !isEmpty(channels);
  return isRead ? { channels, hours, days: days === null ? null : [...days], ...scope } : 'unread';
}
