// What readers of dates share: the numbers of a match, months by their names, and days that lie ahead.
import {
  addMonths,
  type CalendarDate,
  calendarDateSchema,
  type DayOfMonth,
  onDayOfMonth,
} from '../../../data/domain/calendar/calendar';
import words from '../lexicons/dateWords.json';
import type { Measure, UnitMatch } from './quantity';

/** Null when the words make no such thing. */
export type Reader = (match: UnitMatch) => Measure | null;

export const pad = (value: number) => String(value).padStart(2, '0');

export const asDate = (date: CalendarDate | null, refDate: CalendarDate): Measure | null =>
  date !== null && calendarDateSchema.safeParse(date).success
    ? { kind: 'date', date, past: date < refDate, other: null }
    : null;

/** The whole number at a place of the match; undefined for a range or a fraction. */
export const numberIn = (match: UnitMatch, index: number): number | undefined => {
  const numeral = match.numerals[index];
  return numeral && numeral.min === numeral.max && Number.isInteger(numeral.min) ? numeral.min : undefined;
};

/** That month and day, this year or, when that is past, the next. */
export function forward(month: number, day: number, refDate: CalendarDate): CalendarDate | null {
  const year = Number(refDate.slice(0, 4));
  const here = `${year}-${pad(month)}-${pad(day)}`;
  const next = `${year + 1}-${pad(month)}-${pad(day)}`;
  if (calendarDateSchema.safeParse(here).success && here >= refDate) return here;
  return calendarDateSchema.safeParse(next).success ? next : null;
}

/** 1-12 for an English name of a month; undefined for another word. */
export const monthNamed = (name: string): number | undefined => {
  const index = words.months.indexOf(name.slice(0, 3));
  return index < 0 ? undefined : index + 1;
};

/** How many months from this one a word like 下个月 or "next" leads. */
export const shiftOf = (which: string | undefined): number =>
  words.monthShift[(which ?? '') as keyof typeof words.monthShift] ?? 0;

/** A day some months from the one we are in. */
export function inMonth(refDate: CalendarDate, months: number, day: DayOfMonth): CalendarDate {
  return onDayOfMonth(addMonths(onDayOfMonth(refDate, 1), months), day);
}
