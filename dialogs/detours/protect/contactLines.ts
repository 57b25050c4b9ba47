// What was understood of a wish about contact, said back line by line (R5): ways, places, hours, days, number.
import type { ContactChannel, ContactLimits } from '../../../data/domain/conduct/contactRecords';
import type { Turn } from '../../talk/turn';
import { allChannels, allDays, clocksNamed } from './contactWish';
import { contactWords as words } from './contactWords';

/** 2026-11-23 is a Monday: weekday 1 is that day. */
const mondayOf = (weekday: number): Date => new Date(Date.UTC(2026, 10, 22 + weekday));

/** Days of the week by their names. */
export function daysText({ state: { locale } }: Turn, days: readonly number[]): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return new Intl.ListFormat(locale).format(days.map((day) => name.format(mondayOf(day))));
}

const waysText = (turn: Turn, channels: readonly ContactChannel[]): string =>
  new Intl.ListFormat(turn.state.locale, { type: 'conjunction' }).format(
    channels.map((channel) => turn.words(`contactWay.${channel}`, {})),
  );

function sayChannels(turn: Turn, channels: readonly ContactChannel[]): void {
  const refused = allChannels.filter((channel) => !channels.includes(channel));
  if (refused.length > channels.length) turn.say('contact.onlyBy', { channels: waysText(turn, channels) });
  const told = refused.length > channels.length ? refused.filter((one) => one === 'call') : refused;
  if (told.length > 0) turn.say('contact.notBy', { channels: waysText(turn, told) });
}

const viaLine = {
  work: 'contact.notWork',
  home: 'contact.notHome',
  relatives: 'contact.notRelatives',
  agency: 'contact.notAgency',
} as const;

const atMostLine = {
  1: 'contact.atMostDaily',
  7: 'contact.atMostWeekly',
  14: 'contact.atMostFortnightly',
  30: 'contact.atMostMonthly',
} as const;

function sayAtMost(turn: Turn, { count, days }: NonNullable<ContactLimits['atMost']>): void {
  if (days === 1 || days === 7 || days === 14 || days === 30) turn.say(atMostLine[days], { count });
}

/** How contact stands now: the ways that are left (or the one that was asked about), and the hours. */
export function sayContactNow(
  turn: Turn,
  limits: ContactLimits,
  common: { readonly from: string; readonly until: string },
  asked: readonly ContactChannel[] | null = null,
): void {
  const { from, until } = limits.hours ?? common;
  if (asked?.join() === 'call' && words.ownPhone.test(turn.typed)) turn.say('contact.ownPhone', {});
  const channels = asked ?? limits.channels ?? chatChannels;
  if (asked === null && limits.channels !== null) sayChannels(turn, limits.channels);
  turn.say('contact.now', { channels: waysText(turn, channels), from, until });
  sayLimits(turn, { ...limits, channels: null, hours: null });
}

/** Of more days than half the week, those are said that are left out. */
const weekdays = 7;

/** The ways that a bank uses while nothing else was wished. */
const chatChannels: readonly ContactChannel[] = ['call', 'text', 'message', 'letter'];

/** "Not in the evening": the hours that were refused are said first, and then what is left. */
export function sayHoursRefused(turn: Turn, { hours }: ContactLimits, text: string): void {
  const common = turn.services.contactRules.hours;
  const isRefusal = words.never.test(text) && !words.only.test(text);
  // Of hours in the middle of the day one side is left, which is said as it is.
  const { midday, afternoon, day } = words.parts;
  const isInTheMiddle = clocksNamed(text).length > 1 || [midday, afternoon, day].some((part) => part.test(text));
  if (hours === null || !isRefusal || isInTheMiddle) return;
  if (hours.from === common.from && hours.until < common.until)
    turn.say('contact.notHours', { from: hours.until, until: common.until });
  else if (hours.until === common.until && hours.from > common.from)
    turn.say('contact.notHours', { from: common.from, until: hours.from });
}

/** One line for each thing that the wish limits; the ways are the bank's while none is named. */
export function sayLimits(turn: Turn, { channels, hours, days, notVia = [], number, atMost }: ContactLimits): void {
  if (channels !== null) sayChannels(turn, channels);
  for (const via of notVia) turn.say(viaLine[via], {});
  if (hours !== null) turn.say('contact.hours', hours);
  if (days?.join('') === '12345') turn.say('contact.noWeekend', {});
  else if (days !== null && days.length > weekdays / 2)
    turn.say('contact.notDays', {
      days: daysText(
        turn,
        allDays.filter((day) => !days.includes(day)),
      ),
    });
  else if (days !== null) turn.say('contact.days', { days: daysText(turn, days) });
  if (atMost !== undefined) sayAtMost(turn, atMost);
  if (number !== undefined) turn.say('contact.number', { ending: number.slice(-4) });
}
