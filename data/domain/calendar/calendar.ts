// Calendar dates in the bank's time zone, as 'YYYY-MM-DD'. They sort as text and know nothing of clocks.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** 'YYYY-MM-DD', a day in the bank's own time zone. */
export type CalendarDate = string;
export const calendarDateSchema = z.iso.date();

/** 1-31, or 'last' for the last day of whatever month it is. */
export type DayOfMonth = number | 'last';

// Day and month arithmetic is plain integers: schedules and simulations call it by the million. A test holds it to
// Temporal, which does here what is hard: time zones.
const millisecondsPerDay = 86_400_000;
const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function dateParts(date: CalendarDate): { year: number; month: number; day: number } {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [year, month, day] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
  if (!(year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) {
    throw new RangeError(`not a calendar date: ${date}`);
  }
  return { year, month, day };
}

const dateText = (year: number, month: number, day: number): CalendarDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const dayNumber = (date: CalendarDate): number => {
  const { year, month, day } = dateParts(date);
  return Date.UTC(year, month - 1, day) / millisecondsPerDay;
};

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const later = new Date((dayNumber(date) + days) * millisecondsPerDay);
  return dateText(later.getUTCFullYear(), later.getUTCMonth() + 1, later.getUTCDate());
}

/** The day of the month some months after the month of `date`; a day that a month lacks is its last day. */
export function dayInMonthAfter(date: CalendarDate, months: number, day: DayOfMonth): CalendarDate {
  const start = dateParts(date);
  const monthIndex = start.year * 12 + start.month - 1 + months;
  const [year, month] = [Math.floor(monthIndex / 12), (monthIndex % 12) + 1];
  const length = daysInMonth(year, month);
  return dateText(year, month, day === 'last' ? length : Math.min(day, length));
}

/** The same day some months on; the 31st becomes the last day of a shorter month. */
export const addMonths = (date: CalendarDate, months: number): CalendarDate =>
  dayInMonthAfter(date, months, dayOfMonth(date));

/** Whole days from one date to another; negative when the second is earlier. */
export const daysBetween = (from: CalendarDate, until: CalendarDate): number => dayNumber(until) - dayNumber(from);

/** The later, and the earlier, of two dates: they sort as text. */
export const laterDate = (a: CalendarDate, b: CalendarDate): CalendarDate => (daysBetween(a, b) > 0 ? b : a);
export const earlierDate = (a: CalendarDate, b: CalendarDate): CalendarDate => (daysBetween(a, b) > 0 ? a : b);

/** 1 (Monday) to 7 (Sunday). 1970-01-01 was a Thursday. */
export const dayOfWeek = (date: CalendarDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

export const dayOfMonth = (date: CalendarDate): number => dateParts(date).day;

/** The due day in the month of `date`: the 31st is the 30th in a month of thirty days. */
export const onDayOfMonth = (date: CalendarDate, day: DayOfMonth): CalendarDate => dayInMonthAfter(date, 0, day);

/** The first `day` of a month that is not before `date`. */
export function nextDayOfMonth(date: CalendarDate, day: DayOfMonth): CalendarDate {
  const here = onDayOfMonth(date, day);
  return here >= date ? here : dayInMonthAfter(date, 1, day);
}

/** The day and the wall-clock time ('HH:MM') of an instant in a time zone. */
export function localTime(instant: string, timeZone: string): { date: CalendarDate; clock: string } {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return { date: zoned.toPlainDate().toString(), clock: zoned.toPlainTime().toString().slice(0, 5) };
}

/** The instant at which a wall clock ('HH:MM') shows a time on a day in a time zone; just after a gap if it is skipped. */
export const instantAt = (date: CalendarDate, clock: string, timeZone: string): string =>
  Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime(timeZone).toInstant().toString();
