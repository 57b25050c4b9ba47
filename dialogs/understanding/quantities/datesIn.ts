// Every day and every amount that a message names, whatever it is for: for questions that ask of a day or a figure.
import { addMonths, type CalendarDate, nextDayOfMonth } from '../../../data/domain/calendar/calendar';
import { normalise } from '../text/normalise';
import { findQuantities } from './findQuantities';
import type { Quantity } from './quantity';

const quantitiesIn = (text: string, refDate: CalendarDate): readonly Quantity[] =>
  findQuantities(normalise(text).text, refDate).masked.cells.flatMap(({ quantity }) =>
    quantity === null ? [] : [quantity],
  );

/** The days named, those to come, in the order said. */
export const daysAhead = (text: string, refDate: CalendarDate): readonly CalendarDate[] =>
  quantitiesIn(text, refDate).flatMap((one) => (one.kind === 'date' && one.date > refDate ? [one.date] : []));

/** The days named as dates or as days of the month, the next of each, in the order said. */
export const daysNamed = (text: string, refDate: CalendarDate): readonly CalendarDate[] =>
  quantitiesIn(text, refDate).flatMap((one) => {
    if (one.kind === 'date') return one.date > refDate ? [one.date] : [];
    return one.kind === 'day' ? [nextDayOfMonth(refDate, one.day)] : [];
  });

/** The day named as one that is past: the last such day on or before `refDate`; null where none is named. */
export function dayBefore(text: string, refDate: CalendarDate): CalendarDate | null {
  for (const one of quantitiesIn(text, refDate)) {
    // Dates without a year are read as those to come: of a past one, the year before is meant.
    if (one.kind === 'date') return one.date <= refDate ? one.date : addMonths(one.date, -12);
    if (one.kind === 'day') return addMonths(nextDayOfMonth(refDate, one.day), -1);
  }
  return null;
}

/** The amounts named, in yuan, with or without a unit. */
export const amountsIn = (text: string, refDate: CalendarDate): readonly number[] =>
  quantitiesIn(text, refDate).flatMap((one) => (one.kind === 'money' || one.kind === 'bare' ? [one.max] : []));

/** The stretches of time named, in months, in the order said; the longer end of a range. */
export const monthsIn = (text: string, refDate: CalendarDate): readonly number[] =>
  quantitiesIn(text, refDate).flatMap((one) => (one.kind === 'term' && one.months !== null ? [one.months.max] : []));
