// Two wishes of one customer about contact → the one that is kept: a stop is never loosened by a later, lighter word (promise P9).
import { type CalendarDate, laterDate } from '../calendar/calendar';
import type { ContactPreference } from './contactRecords';

/** Whether contact rests on a day; the last day of rest is still one. */
export const restsOn = ({ ceased, until }: Pick<ContactPreference, 'ceased' | 'until'>, day: CalendarDate): boolean =>
  ceased && (until === null || day <= until);

/** The later end of two stops; null is for good. */
const laterEnd = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null || b === null ? null : laterDate(a, b);

/** What is kept of an earlier wish when a later one is said: the stricter of the two, in the later words. */
export function strictestContact(before: ContactPreference | undefined, after: ContactPreference): ContactPreference {
  if (before === undefined) return after;
  const limits = bothLimits(before.limits, after.limits);
  // Only the holder's own word that the phone is safe ends this, and no other wish.
  const phoneUnsafe = after.phoneUnsafe ?? before.phoneUnsafe;
  return {
    ...stricterStop(before, after),
    ...(limits === undefined ? {} : { limits }),
    ...(phoneUnsafe === undefined ? {} : { phoneUnsafe }),
  };
}

type Limits = ContactPreference['limits'];

/** What a later wish does not speak of stays as it was wished before; one that could not be read rests all contact. */
function bothLimits(before: Limits, after: Limits): Limits {
  if (before === undefined || before === 'unread' || after === undefined || after === 'unread') return after ?? before;
  const notVia = [...new Set([...(before.notVia ?? []), ...(after.notVia ?? [])])];
  const number = after.number ?? before.number;
  const atMost = after.atMost ?? before.atMost;
  return {
    channels: after.channels ?? before.channels,
    hours: after.hours ?? before.hours,
    days: after.days ?? before.days,
    ...(notVia.length === 0 ? {} : { notVia }),
    ...(number === undefined ? {} : { number }),
    ...(atMost === undefined ? {} : { atMost }),
  };
}

function stricterStop(before: ContactPreference, after: ContactPreference): ContactPreference {
  // A rest from an arrangement is told by the arrangement: no record of an earlier version outlives it.
  if (!before.ceased || before.reason === 'arrangement') return after;
  const wish = after.wish === '' ? before.wish : after.wish;
  if (!after.ceased) return { ...after, ceased: true, reason: before.reason, until: before.until, wish };
  const until = laterEnd(before.until, after.until);
  // Of two ends alike the customer's own word is the reason.
  const own = [before, after].find((one) => one.until === until && one.reason === 'asked');
  const reason = own?.reason ?? (until === before.until ? before.reason : after.reason);
  return { ...after, until, reason, wish };
}
