// The schedule of an instalment offer: every payment with its due date, as the agreement prints it.
import { type CalendarDate, type DayOfMonth, dayInMonthAfter } from '../calendar/calendar';
import { type InstalmentPart, type InstalmentTerms, instalmentParts } from './instalmentAmounts';

export {
  type InstalmentAmounts,
  type InstalmentMethod,
  type InstalmentTerms,
  instalmentAmounts,
  instalmentAmountsFast,
} from './instalmentAmounts';

export interface ScheduleTerms extends InstalmentTerms {
  readonly firstDueDate: CalendarDate;
  /** Day of the month of all later payments; the 31st is the last day of a shorter month. */
  readonly dueDay: DayOfMonth;
}

export interface ScheduleRow extends InstalmentPart {
  /** 1-based. */
  readonly number: number;
  readonly dueDate: CalendarDate;
}

/** Due date of instalment `number`: the first as given, the others on the due day of each following month. */
export function instalmentDueDate(firstDueDate: CalendarDate, dueDay: DayOfMonth, number: number): CalendarDate {
  return number === 1 ? firstDueDate : dayInMonthAfter(firstDueDate, number - 1, dueDay);
}

export const instalmentSchedule = (terms: ScheduleTerms): ScheduleRow[] =>
  instalmentParts(terms).map((part, index) => ({
    number: index + 1,
    dueDate: instalmentDueDate(terms.firstDueDate, terms.dueDay, index + 1),
    ...part,
  }));
