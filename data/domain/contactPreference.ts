// Two wishes of one customer about contact → the one that is kept: a stop is never loosened by a later, lighter word (promise P9).
import { type CalendarDate, laterDate } from './calendar';
import type { ContactPreference } from './records';

/** The later end of two stops; null is for good. */
const laterEnd = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null || b === null ? null : laterDate(a, b);

/** What is kept of an earlier wish when a later one is said: the stricter of the two, in the later words. */
export function strictestContact(before: ContactPreference | undefined, after: ContactPreference): ContactPreference {
  if (before === undefined || !before.ceased) return after;
  const wish = after.wish === '' ? before.wish : after.wish;
  if (!after.ceased) return { ...after, ceased: true, reason: before.reason, until: before.until, wish };
  const until = laterEnd(before.until, after.until);
  return { ...after, until, reason: until === before.until ? before.reason : after.reason, wish };
}
