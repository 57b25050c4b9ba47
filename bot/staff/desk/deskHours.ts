// Whether somebody is at the desk now, and the next opening in words that are the same in every language.
import type { BankProfile } from '../../../data/domain/bank/bankProfile';
import { type CalendarDate, localTime } from '../../../data/domain/calendar/calendar';
import type { Instant } from '../../../data/domain/calendar/instant';
import { isDeskOpen, nextOpening } from '../../../data/domain/calendar/officeHours';

export interface DeskHours {
  readonly open: boolean;
  /** "09:00" today, "2026-11-24 09:00" on a later day. */
  readonly opensAt: string;
  /** The day of the next opening; today where it is still to come. */
  readonly opensOn: CalendarDate;
  /** The hour of it: 09:00. */
  readonly opensFrom: string;
}

export function deskHours(
  { officeHours, timeZone }: Pick<BankProfile, 'officeHours' | 'timeZone'>,
  now: Instant,
): DeskHours {
  const here = localTime(now, timeZone);
  const next = nextOpening(officeHours, here) ?? { date: here.date, clock: officeHours.opens };
  return {
    open: isDeskOpen(officeHours, here),
    opensOn: next.date,
    opensFrom: next.clock,
    opensAt: next.date === here.date ? next.clock : `${next.date} ${next.clock}`,
  };
}
