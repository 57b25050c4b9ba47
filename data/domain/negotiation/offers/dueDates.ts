// On which day of the month instalments fall due, and the first date of them.
import { addDays, type CalendarDate, dayInMonthAfter, nextDayOfMonth } from '../../calendar/calendar';
import type { PolicyLimits, Segment } from '../../limits/policyLimits';
import type { DueDay } from '../../offer/offer';
import type { NegotiationFacts } from '../negotiation';

/** True when policy lets instalments fall due on this day; 'last' counts as the 31st. */
export const dueDayAllowed = (day: DueDay, limits: PolicyLimits): boolean =>
  (day === 'last' ? 31 : day) <= limits.dueDayMax;

/** The day asked for; else the day after payday, when the money is there; else the policy's own. */
export function dueDayFor(facts: Pick<NegotiationFacts, 'dueDay' | 'payday'>, limits: PolicyLimits): DueDay {
  if (facts.dueDay !== null) return dueDayAllowed(facts.dueDay, limits) ? facts.dueDay : limits.dueDayMax;
  if (facts.payday === null) return limits.dueDayDefault;
  return facts.payday === 'last' || facts.payday >= limits.dueDayMax ? 1 : facts.payday + 1;
}

/** The first due day that leaves the days policy asks for, then the months without payment. */
export function firstDueDate(today: CalendarDate, dueDay: DueDay, segment: Segment, deferMonths: number): CalendarDate {
  const first = nextDayOfMonth(addDays(today, segment.firstPaymentDaysMin), dueDay);
  return dayInMonthAfter(first, deferMonths, dueDay);
}
