// Date expressions → the day they mean, resolved forward from the reference date. Each reader answers null when its words make no date.
import {
  addDays,
  type CalendarDate,
  type DayOfMonth,
  dayOfMonth,
  dayOfWeek,
  onDayOfMonth,
} from '../../../data/domain/calendar/calendar';
import words from '../lexicons/dateWords.json';
import { asDate, forward, inMonth, numberIn as number, pad, type Reader, shiftOf } from './dateParts';
import { dayReaders } from './dayReaders';
import { lunarDate, nextHoliday } from './holidays';
import type { Measure, UnitMatch } from './quantity';

const asDay = (day: number | undefined): Measure | null =>
  day !== undefined && Number.isInteger(day) && day >= 1 && day <= 31 ? { kind: 'day', day } : null;

function readFullDate(match: UnitMatch): Measure | null {
  const [year, month, day] = [number(match, 0), number(match, 1), number(match, 2)];
  if (year === undefined || month === undefined || day === undefined) return null;
  if (year >= 1900 && year <= 2200) return asDate(`${year}-${pad(month)}-${pad(day)}`, match.refDate);
  // 15/12/2026: day first, as outside China and America, unless only month first makes a date.
  if (day < 1900 || day > 2200) return null;
  return asDate(month <= 12 ? `${day}-${pad(month)}-${pad(year)}` : `${day}-${pad(year)}-${pad(month)}`, match.refDate);
}

function readMonthDay(match: UnitMatch): Measure | null {
  const [month, day] = [number(match, 0), number(match, 1)];
  if (month === undefined || day === undefined || month > 12 || month < 1) return null;
  const year = Number(match.refDate.slice(0, 4)) + 1;
  return match.groups.year === words.nextYear
    ? asDate(`${year}-${pad(month)}-${pad(day)}`, match.refDate)
    : asDate(forward(month, day, match.refDate), match.refDate);
}

/** 12/15, or 3/4 with a word that only follows a Chinese date: month first. Where both orders make a date, both are kept. */
function readSlash(match: UnitMatch): Measure | null {
  const [first, second] = [number(match, 0), number(match, 1)];
  if (first === undefined || second === undefined || first < 1 || second < 1) return null;
  const monthFirst = first <= 12 ? forward(first, second, match.refDate) : null;
  const dayFirst =
    second <= 12 && words.slashIsMonthFirst.every((sign) => !match.text.includes(sign))
      ? forward(second, first, match.refDate)
      : null;
  const read = asDate(monthFirst ?? dayFirst, match.refDate);
  return read?.kind === 'date' && monthFirst !== null && dayFirst !== null && monthFirst !== dayFirst
    ? { ...read, other: dayFirst }
    : read;
}

/** In Chinese the month stands first. */
const withoutOther = (measure: Measure | null): Measure | null =>
  measure?.kind === 'date' ? { ...measure, other: null } : measure;

/** That day, or the Friday before it. */
const workingDayUpTo = (date: CalendarDate) => addDays(date, Math.min(0, 5 - dayOfWeek(date)));

function readNamedMonth(match: UnitMatch, end: boolean): Measure | null {
  const month = words.months.indexOf((match.groups.month ?? '').slice(0, 3)) + 1;
  if (month < 1) return null;
  if (end) {
    const first = forward(month, 28, match.refDate);
    const last = first === null ? null : onDayOfMonth(first, 'last');
    return asDate(last !== null && match.text.includes(words.working) ? workingDayUpTo(last) : last, match.refDate);
  }
  const day = number(match, 0);
  const year = match.groups.year === undefined ? undefined : number(match, 1);
  if (day === undefined || day < 1 || day > 31) return null;
  return asDate(
    year === undefined ? forward(month, day, match.refDate) : `${year}-${pad(month)}-${pad(day)}`,
    match.refDate,
  );
}

function readRelativeMonthDay(match: UnitMatch, day: DayOfMonth | undefined): Measure | null {
  if (day === undefined || (day !== 'last' && (day < 1 || day > 31))) return null;
  const shift = shiftOf(match.groups.which ?? match.groups.which2);
  return asDate(inMonth(match.refDate, shift, day), match.refDate);
}

/** 周五 is the next Friday to come; 下周五 and "next Friday" lie in the week after this one. */
function readWeekday(match: UnitMatch): Measure | null {
  const { which2 = '', which = which2, sunday, weekday2, weekday3, weekday4, after = '' } = match.groups;
  const weekday = match.groups.weekday ?? weekday2 ?? weekday3 ?? weekday4;
  const named = weekday === undefined ? number(match, 0) : words.weekdays.indexOf(weekday.slice(0, 3)) + 1;
  const day = sunday === undefined ? named : 7;
  if (day === undefined || day < 1 || day > 7) return null;
  if (words.everyWeek.includes(which)) return { kind: 'other' };
  const monday = addDays(match.refDate, 1 - dayOfWeek(match.refDate));
  const weeks = words.weekShift[which as keyof typeof words.weekShift];
  if (weeks !== undefined || after.trim() !== '')
    return asDate(addDays(monday, 7 * (after.trim() === '' ? (weeks ?? 0) : 1) + day - 1), match.refDate);
  const here = addDays(monday, day - 1);
  return asDate(here > match.refDate ? here : addDays(here, 7), match.refDate);
}

const daysOn = (match: UnitMatch, factor: number): Measure | null => {
  // "within three to five days" ends with the fifth.
  const count = match.numerals.length === 0 ? 1 : match.numerals[0]?.max;
  return count === undefined || !Number.isInteger(count) || count > 3660
    ? null
    : asDate(addDays(match.refDate, count * factor), match.refDate);
};

function readLunarDay(match: UnitMatch): Measure | null {
  const named = match.groups.newYear === undefined ? (match.groups.month ?? '') : words.firstLunarMonth;
  const month = words.lunarMonths[named as keyof typeof words.lunarMonths] ?? number(match, 0);
  const day = number(match, match.numerals.length - 1);
  const year = Number(match.refDate.slice(0, 4));
  if (month === undefined || day === undefined) return null;
  const dates = [year - 1, year, year + 1].map((lunarYear) => lunarDate(lunarYear, month, day));
  return asDate(dates.find((date) => date !== null && date >= match.refDate) ?? null, match.refDate);
}

/** 12.15号 is a month and a day; 15号 is a day of the month. */
function readDottedDay(match: UnitMatch): Measure | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})$/.exec(match.numerals[0]?.digits ?? '');
  if (dotted) return asDate(forward(Number(dotted[1]), Number(dotted[2]), match.refDate), match.refDate);
  return asDay(number(match, 0));
}

const onlyDate = (measure: Measure | null) => (measure?.kind === 'date' ? measure : null);

const relativeDay = (match: UnitMatch): Measure | null => {
  const shift = words.dayShift[(match.groups.day ?? '') as keyof typeof words.dayShift];
  return shift === undefined ? null : asDate(addDays(match.refDate, shift), match.refDate);
};

export const dateReaders: Readonly<Record<string, Reader>> = {
  fullDate: readFullDate,
  monthDay: readMonthDay,
  ...dayReaders,
  monthBeforeDay: (match) => withoutOther(readSlash(match)),
  dayOrMonthFirst: readSlash,
  monthEnd: (match) => {
    const month = number(match, 0);
    const first = month === undefined || month < 1 || month > 12 ? null : forward(month, 28, match.refDate);
    return asDate(first === null ? null : onDayOfMonth(first, 'last'), match.refDate);
  },
  namedMonthDay: (match) => readNamedMonth(match, false),
  namedMonthEnd: (match) => readNamedMonth(match, true),
  relativeMonthDay: (match) => readRelativeMonthDay(match, number(match, 0)),
  // The end of this month may be the payday of every month: it stays a day until its role is known.
  relativeMonthEnd: (match) =>
    shiftOf(match.groups.which ?? match.groups.which2) === 0
      ? { kind: 'day', day: 'last' }
      : readRelativeMonthDay(match, 'last'),
  everyMonthDay: (match) => asDay(number(match, 0)),
  everyMonthEnd: () => ({ kind: 'day', day: 'last' }),
  lastDay: () => ({ kind: 'day', day: 'last' }),
  ordinalDay: (match) => asDay(number(match, 0)),
  // "the second" in words is rarely a day of the month.
  ordinalDigits: (match) => (match.numerals[0]?.weak === true ? null : asDay(number(match, 0))),
  dottedDay: readDottedDay,
  dottedDate: (match) => (match.numerals[0]?.digits?.includes('.') === true ? onlyDate(readDottedDay(match)) : null),
  yearEnd: (match) => asDate(`${match.refDate.slice(0, 4)}-12-31`, match.refDate),
  lunarDay: readLunarDay,
  holiday: (match) => asDate(nextHoliday(match.groups.name ?? '', match.refDate), match.refDate),
  weekday: readWeekday,
  relativeDay,
  dayAfterTomorrow: (match) => asDate(addDays(match.refDate, 2), match.refDate),
  pastDay: (match) => ({ kind: 'date', date: addDays(match.refDate, -1), past: true, other: null }),
  daysOn: (match) => daysOn(match, 1),
  // "过两天" is said of some day soon, not of the day after tomorrow.
  daysPassing: (match) => (number(match, 0) === 2 ? { kind: 'other' } : daysOn(match, 1)),
  weeksOn: (match) => daysOn(match, 7),
  fortnightOn: (match) => asDate(addDays(match.refDate, 14), match.refDate),
  halfMonthOn: (match) => asDate(addDays(match.refDate, 15), match.refDate),
};

/** The first such day of the month that is not past. */
export const nextSuchDay = (day: DayOfMonth, refDate: CalendarDate): CalendarDate => {
  const here = onDayOfMonth(refDate, day);
  const exists = day === 'last' || dayOfMonth(here) === day;
  return exists && here >= refDate ? here : inMonth(refDate, 1, day);
};
