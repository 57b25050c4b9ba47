// The day of a holiday in a year: lunar festivals by the lunar calendar, the others by their fixed dates.
import { LunarDay, SolarTerm } from 'tyme4ts';
import { addDays, type CalendarDate } from '../../../data/domain/calendar/calendar';
import lexicon from '../lexicons/holidays.json';
import { nthWeekdayOf } from './dayReaders';

type Rule = {
  readonly solar?: string;
  readonly lunar?: number[];
  readonly term?: string;
  /** Month, weekday (1 is Monday) and its place in the month. */
  readonly nthWeekday?: number[];
  readonly dayBefore?: boolean;
};
const rules = new Map<string, Rule>(Object.entries(lexicon.days));
const names = new Map(Object.entries(lexicon.names));

const pad = (value: number) => String(value).padStart(2, '0');

/** A day of the lunar calendar as a solar date; null for a day that the month lacks. */
export function lunarDate(year: number, month: number, day: number): CalendarDate | null {
  try {
    const solar = LunarDay.fromYmd(year, month, day).getSolarDay();
    return `${solar.getYear()}-${pad(solar.getMonth())}-${pad(solar.getDay())}`;
  } catch {
    return null;
  }
}

function dayIn(year: number, rule: Rule): CalendarDate | null {
  if (rule.solar !== undefined) return `${year}-${rule.solar}`;
  const [month, day] = rule.lunar ?? [];
  if (month !== undefined && day !== undefined) {
    const date = lunarDate(year, month, day);
    return date !== null && rule.dayBefore === true ? addDays(date, -1) : date;
  }
  const [inMonth, weekday, nth] = rule.nthWeekday ?? [];
  if (inMonth !== undefined && weekday !== undefined && nth !== undefined)
    return nthWeekdayOf(`${year}-${pad(inMonth)}-01`, weekday, nth);
  if (rule.term === undefined) return null;
  const solar = SolarTerm.fromName(year, rule.term).getSolarDay();
  return `${solar.getYear()}-${pad(solar.getMonth())}-${pad(solar.getDay())}`;
}

/** The first day of that name on or after the reference date. */
export function nextHoliday(name: string, refDate: CalendarDate): CalendarDate | null {
  const rule = rules.get(names.get(name) ?? '');
  if (rule === undefined) return null;
  const thisYear = Number(refDate.slice(0, 4));
  // A day late in the lunar year lies in the solar year after it.
  for (const year of [thisYear - 1, thisYear, thisYear + 1]) {
    const date = dayIn(year, rule);
    if (date !== null && date >= refDate) return date;
  }
  return null;
}
