// Calendar dates in the bank's time zone, as 'YYYY-MM-DD'. They sort as text and know nothing of clocks.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** 'YYYY-MM-DD', a day in the bank's own time zone. */
export type CalendarDate = string;
export const calendarDateSchema = z.iso.date();

/** 1-31, or 'last' for the last day of whatever month it is. */
export type DayOfMonth = number | 'last';

const plain = (date: CalendarDate) => Temporal.PlainDate.from(date);

export const addDays = (date: CalendarDate, days: number): CalendarDate => plain(date).add({ days }).toString();

/** The same day some months on; the 31st becomes the last day of a shorter month. */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => plain(date).add({ months }).toString();

/** Whole days from one date to another; negative when the second is earlier. */
export const daysBetween = (from: CalendarDate, until: CalendarDate): number =>
  plain(from).until(plain(until), { largestUnit: 'day' }).days;

/** 1 (Monday) to 7 (Sunday). */
export const dayOfWeek = (date: CalendarDate): number => plain(date).dayOfWeek;

export const dayOfMonth = (date: CalendarDate): number => plain(date).day;

/** The due day in the month of `date`: the 31st is the 30th in a month of thirty days. */
export function onDayOfMonth(date: CalendarDate, day: DayOfMonth): CalendarDate {
  const month = plain(date);
  const wanted = day === 'last' ? month.daysInMonth : Math.min(day, month.daysInMonth);
  return month.with({ day: wanted }).toString();
}

/** The first `day` of a month that is not before `date`. */
export function nextDayOfMonth(date: CalendarDate, day: DayOfMonth): CalendarDate {
  const here = onDayOfMonth(date, day);
  return here >= date ? here : onDayOfMonth(addMonths(onDayOfMonth(date, 1), 1), day);
}

/** The day and the wall-clock time ('HH:MM') of an instant in a time zone. */
export function localTime(instant: string, timeZone: string): { date: CalendarDate; clock: string } {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return { date: zoned.toPlainDate().toString(), clock: zoned.toPlainTime().toString().slice(0, 5) };
}
