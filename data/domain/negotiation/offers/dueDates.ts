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

type DayFacts = Pick<NegotiationFacts, 'dueDay' | 'payday' | 'deferMonths' | 'startDate'>;

/** The day wished for; else the day after payday, when the money is there; else the policy's own. */
function dayWished({ dueDay, payday }: DayFacts, { limits }: Dating): DueDay {
  if (dueDay !== null) return dueDayAllowed(dueDay, limits) ? dueDay : limits.dueDayMax;
  if (payday === null) return limits.dueDayDefault;
  return payday === 'last' || payday >= limits.dueDayMax ? 1 : payday + 1;
}

/**
 * The day on which instalments fall due. A day alone asks for no month without payment: where the one wished for would leave one
 * out, it is the earliest that leaves out none, unless a later beginning was asked for too.
 */
export function dueDayFor(facts: DayFacts, dating: Dating): DueDay {
  const day = dayWished(facts, dating);
  const { deferMonths, startDate } = facts;
  const laterAsked = (deferMonths ?? 0) > 0 || (startDate !== null && freeMonths(startDate, dating) > 0);
  return laterAsked || monthsLeftOut(day, dating) === 0 ? day : earliestDueDay(dating);
}

/** Months without payment that a first day not before `startDate` needs; 0 for one that is near, or gone by. */
export function monthsUntil(startDate: CalendarDate, dueDay: DueDay, { segment, today }: Dating): number {
  const first = firstDueDate(today, dueDay, segment, 0);
  const months = Math.max(0, monthNumber(startDate) - monthNumber(first));
  return dayInMonthAfter(first, months, dueDay) < startDate ? months + 1 : months;
}
