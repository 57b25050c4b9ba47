// When people answer: whether the desk is open at a moment of the bank's own clock, and when it opens next.
import { addDays, type CalendarDate, dayOfWeek } from './calendar';

/** A moment on the wall of the bank: a day, and 'HH:MM'. Two of them compare as text, day first. */
export interface LocalMoment {
  readonly date: CalendarDate;
  readonly clock: string;
}

export interface OfficeHours {
  /** 1 (Monday) to 7 (Sunday). */
  readonly days: readonly number[];
  readonly opens: string;
  /** The first minute that is closed again. */
  readonly closes: string;
  /** Days on which it stays closed, such as public holidays. */
  readonly closedOn?: readonly CalendarDate[];
}

const isOpenDay = (hours: OfficeHours, date: CalendarDate): boolean =>
  hours.opens < hours.closes && hours.days.includes(dayOfWeek(date)) && !(hours.closedOn ?? []).includes(date);

export const isDeskOpen = (hours: OfficeHours, { date, clock }: LocalMoment): boolean =>
  isOpenDay(hours, date) && clock >= hours.opens && clock < hours.closes;

/** Longer than any run of holidays: if nothing opens within it, the hours say "never". */
const daysLookedAhead = 60;

/** The moment itself while it is open, else the next opening; null when it never opens. */
export function nextOpening(hours: OfficeHours, now: LocalMoment): LocalMoment | null {
  if (isDeskOpen(hours, now)) return now;
  const first = now.clock < hours.opens ? now.date : addDays(now.date, 1);
  for (let ahead = 0; ahead <= daysLookedAhead; ahead++) {
    const date = addDays(first, ahead);
    if (isOpenDay(hours, date)) return { date, clock: hours.opens };
  }
  return null;
}
