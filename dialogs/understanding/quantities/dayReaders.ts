// Days named by a weekday, a part of a month or a count of weeks: the last Friday of December, a week tomorrow, 月中.
import { addDays, addMonths, type CalendarDate, dayOfWeek, onDayOfMonth } from '../../../data/domain/calendar/calendar';
import words from '../lexicons/dateWords.json';
import { asDate, forward, inMonth, monthNamed, numberIn, type Reader, shiftOf } from './dateParts';
import type { UnitMatch } from './quantity';

/** The first day of the month that a match names: by name, by number, or by its place after this one. */
function monthOf(match: UnitMatch): CalendarDate | null {
  const { month, which, year } = match.groups;
  if (which !== undefined) return inMonth(match.refDate, shiftOf(which), 1);
  const number = month === undefined ? numberIn(match, 0) : monthNamed(month);
  if (number === undefined || number < 1 || number > 12) return null;
  const ahead = words.yearShift[(year ?? '') as keyof typeof words.yearShift];
  if (ahead !== undefined && year !== undefined)
    return `${Number(match.refDate.slice(0, 4)) + ahead}-${String(number).padStart(2, '0')}-01`;
  const last = forward(number, 28, match.refDate);
  return last === null ? null : onDayOfMonth(last, 1);
}

/** 1 (Monday) to 7, as written. */
function weekdayOf(match: UnitMatch): number | undefined {
  const { weekday, sunday } = match.groups;
  if (sunday !== undefined) return 7;
  return weekday === undefined
    ? numberIn(match, match.numerals.length - 1)
    : words.weekdays.indexOf(weekday.slice(0, 3)) + 1;
}

/** The n-th such weekday from the first of a month on; from the last of the month back when n is negative. */
export function nthWeekdayOf(first: CalendarDate, weekday: number, nth: number): CalendarDate | null {
  if (nth < 0) {
    const last = onDayOfMonth(first, 'last');
    return addDays(last, -((dayOfWeek(last) - weekday + 7) % 7));
  }
  const date = addDays(first, ((weekday - dayOfWeek(first) + 7) % 7) + 7 * (nth - 1));
  return date.slice(0, 7) === first.slice(0, 7) ? date : null;
}

/** The day of that weekday that comes next, never today. */
export function nextWeekday(refDate: CalendarDate, weekday: number): CalendarDate {
  const ahead = (weekday - dayOfWeek(refDate) + 7) % 7;
  return addDays(refDate, ahead === 0 ? 7 : ahead);
}

const readNthWeekday: Reader = (match) => {
  const first = monthOf(match);
  const weekday = weekdayOf(match);
  const byName = match.groups.weekday !== undefined;
  // Numbers stand in the order month, place, weekday; a month or weekday in words has none.
  const place = match.numerals[byName || match.groups.which !== undefined ? 0 : 1]?.min;
  const nth = match.groups.last === undefined ? place : -1;
  if (first === null || weekday === undefined || weekday < 1 || weekday > 7 || nth === undefined) return null;
  return asDate(nthWeekdayOf(first, weekday, nth), match.refDate);
};

/** 初 is the first day, 中 the fifteenth. */
const dayOfPart = (part: string | undefined) => (words.monthStart.includes(part ?? '') ? 1 : 15);

const readMonthPart: Reader = (match) => {
  const first = monthOf(match);
  const { part, part2 } = match.groups;
  return first === null ? null : asDate(onDayOfMonth(first, dayOfPart(part ?? part2)), match.refDate);
};

/** "A week tomorrow", "a fortnight on Thursday", "Friday week". */
const readWeeksFromDay: Reader = (match) => {
  const { day2, day = day2, unit2, unit = unit2 } = match.groups;
  const count = match.numerals[0]?.min ?? 1;
  if (day === undefined || !Number.isInteger(count) || count > 52) return null;
  const shift = words.dayShift[day as keyof typeof words.dayShift];
  const base =
    shift === undefined
      ? nextWeekday(match.refDate, words.weekdays.indexOf(day.slice(0, 3)) + 1)
      : addDays(match.refDate, shift);
  return asDate(addDays(base, count * (unit === words.fortnight ? 14 : 7)), match.refDate);
};

export const dayReaders: Readonly<Record<string, Reader>> = {
  nthWeekday: readNthWeekday,
  monthPart: readMonthPart,
  dayInMonth: ({ groups }) => ({ kind: 'day', day: dayOfPart(groups.part) }),
  weeksFromDay: readWeeksFromDay,
  weekdayAfterNext: (match) => {
    const weekday = weekdayOf(match);
    return weekday === undefined ? null : asDate(addDays(nextWeekday(match.refDate, weekday), 7), match.refDate);
  },
  // "2moro"
  tomorrowWithDigit: (match) => (numberIn(match, 0) === 2 ? asDate(addDays(match.refDate, 1), match.refDate) : null),
  weekend: (match) => asDate(addDays(match.refDate, 7 - dayOfWeek(match.refDate)), match.refDate),
  monthsOn: (match) => {
    const count = match.numerals.length === 0 ? 1 : numberIn(match, 0);
    return count === undefined || count > 120 ? null : asDate(addMonths(match.refDate, count), match.refDate);
  },
  wholeMonth: (match) => {
    const date = monthOf(match);
    return date === null ? null : { kind: 'wholeMonth', date };
  },
  nextMonth: (match) => {
    const date = monthOf(match);
    return date === null ? null : { kind: 'wholeMonth', date };
  },
  fromNthMonth: (match) => {
    const nth = match.numerals[0]?.min;
    return nth !== undefined && Number.isInteger(nth) && nth > 1 && nth <= 60
      ? { kind: 'defer', months: nth - 1 }
      : null;
  },
};
