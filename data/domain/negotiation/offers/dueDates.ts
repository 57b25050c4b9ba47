// On which day of the month instalments fall due, and the first date of them. A day is a wish; a month without payment is time given,
// however it is asked for.
import { addDays, type CalendarDate, dayInMonthAfter, dayOfMonth, nextDayOfMonth } from '../../calendar/calendar';
import type { PolicyLimits, Segment } from '../../limits/policyLimits';
import type { DueDay } from '../../offer/offer';
import type { NegotiationFacts } from '../negotiation';

/** What dates are counted from. */
export interface Dating {
  readonly limits: PolicyLimits;
  readonly segment: Segment;
  readonly today: CalendarDate;
}

/** True when policy lets instalments fall due on this day; 'last' counts as the 31st. */
export const dueDayAllowed = (day: DueDay, limits: PolicyLimits): boolean =>
  (day === 'last' ? 31 : day) <= limits.dueDayMax;

/** The first due day that leaves the days policy asks for, then the months without payment. */
export function firstDueDate(today: CalendarDate, dueDay: DueDay, segment: Segment, deferMonths: number): CalendarDate {
  const first = nextDayOfMonth(addDays(today, segment.firstPaymentDaysMin), dueDay);
  return dayInMonthAfter(first, deferMonths, dueDay);
}

const monthNumber = (date: CalendarDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** Whole months between the month in which policy's own first instalment would fall due and the month of `date`; never below 0. */
export function freeMonths(date: CalendarDate, { limits, segment, today }: Dating): number {
  const own = firstDueDate(today, limits.dueDayDefault, segment, 0);
  return Math.max(0, monthNumber(date) - monthNumber(own));
}

/** Months that a due day costs by itself: 1 where it can only be had by leaving out a month, else 0. */
export const monthsLeftOut = (dueDay: DueDay, dating: Dating): number =>
  freeMonths(firstDueDate(dating.today, dueDay, dating.segment, 0), dating);

/** The earliest day that leaves the days policy asks for and leaves out no month. */
export function earliestDueDay({ limits, segment, today }: Dating): DueDay {
  const day = dayOfMonth(addDays(today, segment.firstPaymentDaysMin));
  return dueDayAllowed(day, limits) ? day : limits.dueDayDefault;
}

/**
 * The day asked for; else the day after payday, when the money is there; else the policy's own. A payday asks for no month
 * without payment: where the day after it would leave one out, the earliest day that leaves out none.
 */
export function dueDayFor(facts: Pick<NegotiationFacts, 'dueDay' | 'payday'>, dating: Dating): DueDay {
  const { limits } = dating;
  if (facts.dueDay !== null) return dueDayAllowed(facts.dueDay, limits) ? facts.dueDay : limits.dueDayMax;
  if (facts.payday === null) return limits.dueDayDefault;
  const after = facts.payday === 'last' || facts.payday >= limits.dueDayMax ? 1 : facts.payday + 1;
  return monthsLeftOut(after, dating) === 0 ? after : earliestDueDay(dating);
}

/** Months without payment that a first day not before `startDate` needs; 0 for one that is near, or gone by. */
export function monthsUntil(startDate: CalendarDate, dueDay: DueDay, { segment, today }: Dating): number {
  const first = firstDueDate(today, dueDay, segment, 0);
  const months = Math.max(0, monthNumber(startDate) - monthNumber(first));
  return dayInMonthAfter(first, months, dueDay) < startDate ? months + 1 : months;
}
