// What a wish about contact says besides ways and hours: places and people left out, a number to call, how often at most, from
// which day on.

import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { ContactLimits } from '../../../data/domain/conduct/contactRecords';
import { oneWriting } from '../../talk/acts/wordPatterns';
import { daysNamed } from '../../understanding/quantities/datesIn';
import { contactWords as words } from './contactWords';

type Place = NonNullable<ContactLimits['notVia']>[number];
type AtMost = NonNullable<ContactLimits['atMost']>;

/** The agency before the company that it is, relatives before the home they live in. */
const places = ['agency', 'relatives', 'work', 'home'] as const satisfies readonly Place[];

const plain = (text: string): string => oneWriting(text).toLowerCase();

/** Whom or what the clauses name; each clause speaks of one. */
export const placesIn = (clauses: readonly string[]): readonly Place[] => [
  ...new Set(
    clauses.flatMap((clause) => {
      const place = places.find((one) => words.places[one].test(plain(clause)));
      return place === undefined ? [] : [place];
    }),
  ),
];

/** The telephone number that is asked for, digits alone; undefined where none is, or where it is refused. */
export function numberIn(text: string): string | undefined {
  const said = plain(text);
  const match = words.telephone.exec(said);
  if (match === null || words.refusedBefore.test(said.slice(0, match.index))) return undefined;
  return match[1]?.replace(/\D/g, '');
}

const named = (text: string, kinds: Readonly<Record<string, RegExp>>): number | undefined => {
  const kind = Object.entries(kinds).find(([, says]) => says.test(text))?.[0];
  return kind === undefined ? undefined : Number(kind);
};

/** How often at most: "once a week is enough", "一天别超过两个". A bare "five times a day" is told, not asked for. */
export function atMostIn(text: string): AtMost | undefined {
  const said = plain(text);
  const days = named(said, words.atMost.days);
  if (days === undefined || !words.atMost.marks.test(said)) return undefined;
  const withoutPeriod = said.replace(words.atMost.days[String(days)] ?? /$^/, ' ');
  const count = named(withoutPeriod, words.atMost.counts);
  return count === undefined ? undefined : { count, days };
}

/** True where the words refuse contact at all: what says neither a limit nor this is asked about. */
export const refusesContact = (text: string): boolean => words.stops.test(plain(text));

/** True where a way or a time is said to be welcome, and nothing is refused, and it is not the only one. */
export const welcomesContact = (text: string): boolean => {
  const said = plain(text);
  return words.welcome.test(said) && !words.unwelcome.test(said) && !words.only.test(said);
};

/** The day from which contact is welcome again: "nothing before 10 December", "过完年再联系"; undefined where none is named. */
export function welcomeFrom(text: string, today: CalendarDate): CalendarDate | undefined {
  const [day, ...others] = daysNamed(text, today);
  return others.length === 0 && words.untilDay.test(plain(text)) ? day : undefined;
}
