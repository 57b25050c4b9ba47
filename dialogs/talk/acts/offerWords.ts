// The words beside a figure that say how it is paid: at the start, every month, at most; and days that are refused.
import { z } from 'zod';
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { CustomerTurn, Locale, Slots } from '../../../data/domain/customer/customerTurn';
import { amountsIn, monthsIn } from '../../understanding/quantities/datesIn';
import words from './offerWords.json';
import { inBothLanguages, wordPattern } from './wordPatterns';

const both = inBothLanguages();
const pattern = wordPattern();
const parsed = z
  .strictObject({
    start: both,
    regular: both,
    refusedDay: both,
    cap: both,
    able: both,
    life: both,
    spent: both,
    asksLength: both,
    forLength: both,
    inPlaceOf: both,
    clauses: pattern,
  })
  .parse(words);

const [shortestPlan, longestPlan] = [6, 60];

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A single figure of terms by its words: at hand or first is a first payment, else it is what is paid every month. */
function byWords(slots: Slots, text: string, locale: Locale, wantsMonthly: boolean): Slots {
  const { amount, lumpSum, monthlyAmount, ...rest } = slots;
  const isStart = parsed.start[locale].test(text) && !parsed.regular[locale].test(text);
  if (amount !== undefined && lumpSum === undefined && monthlyAmount === undefined && isStart)
    return { ...rest, lumpSum: amount };
  // "2,500 of my pay": nothing said that it is paid first, and a month's figure was what is wanted.
  const isMonthly = lumpSum !== undefined && monthlyAmount === undefined && slots.payDate === undefined;
  return wantsMonthly && isMonthly && !parsed.start[locale].test(text) ? { ...rest, monthlyAmount: lumpSum } : slots;
}

/** "Do you do 24 months?" asks for a plan of that length, however little else was understood. */
function lengthAsked(heard: CustomerTurn, text: string, locale: Locale): CustomerTurn {
  const months = Number(
    parsed.asksLength[locale]
      .exec(text)
      ?.slice(1)
      .find((one) => one !== undefined),
  );
  const isPlan = heard.acts.length < 2 && months >= shortestPlan && months <= longestPlan;
  const slots: Slots = { instalmentCount: { min: months, max: months } };
  return isPlan ? { ...heard, intent: 'negotiate.terms', slots, acts: [] } : heard;
}

/** "Only for a year" wishes a year, and no shorter plan. */
function exactLength(slots: Slots, text: string, locale: Locale): Slots {
  const { instalmentCount: { min, max } = {} } = slots;
  const isExact = min === undefined && max !== undefined && parsed.forLength[locale].test(text);
  return isExact ? { ...slots, instalmentCount: { min: max, max } } : slots;
}

/** "A plan, but only for a year": the length that is wished with it. */
function lengthWished(heard: CustomerTurn, text: string, locale: Locale, today: CalendarDate): CustomerTurn {
  if (Object.keys(heard.slots).length > 0 || !parsed.forLength[locale].test(text)) return heard;
  const [months, ...others] = monthsIn(text, today);
  const isPlan = months !== undefined && others.length === 0 && months >= shortestPlan && months <= longestPlan;
  if (!isPlan) return heard;
  const slots: Slots = { instalmentCount: { min: months, max: months } };
  const acts = heard.acts.map((act) =>
    act.intent === heard.intent ? { ...act, intent: 'negotiate.terms' as const, slots } : act,
  );
  return { ...heard, intent: 'negotiate.terms', slots, acts, ambiguity: null };
}

/**
 * "700 is safe most months, 800 if the orders are good": two sums said of a month are a range, whose lower end is sure, where
 * neither takes the place of the other or follows it in time.
 */
function asRange(heard: CustomerTurn, text: string, { locale, today }: Place): CustomerTurn {
  const { ambiguity, slots } = heard;
  if (ambiguity?.kind !== 'figure' || !(ambiguity.slot === 'monthlyAmount' || ambiguity.slot === 'amount'))
    return heard;
  const named = amountsIn(text, today);
  const isOfTwo = ambiguity.readings.length === 2 && ambiguity.readings.every((yuan) => named.includes(yuan));
  if (!isOfTwo || parsed.inPlaceOf[locale].test(text)) return heard;
  const range = { min: Math.min(...ambiguity.readings), max: Math.max(...ambiguity.readings) };
  return { ...heard, slots: { ...slots, [ambiguity.slot]: range }, ambiguity: null };
}

/** Where a message stands: its language, its day, and whether a sum a month is wanted: no plan is on the table, and no single sum was asked for. */
interface Place {
  readonly locale: Locale;
  readonly today: CalendarDate;
  readonly wantsMonthly: boolean;
}

/** The terms with each figure as its words have it. */
export function termsByWords(heard: CustomerTurn, source: string, place: Place): CustomerTurn {
  const { locale, today, wantsMonthly } = place;
  const text = plain(source);
  if (heard.intent === 'outOfScope') return lengthAsked(heard, text, locale);
  if (heard.intent === 'negotiate.start') return lengthWished(heard, text, locale, today);
  if (heard.intent !== 'negotiate.terms') return heard;
  const ranged = asRange(heard, text, place);
  const { dueDay, ...others } = exactLength(byWords(ranged.slots, text, locale, wantsMonthly), text, locale);
  const isRefused = dueDay === undefined || parsed.refusedDay[locale].test(text);
  const slots = isRefused ? others : { ...others, dueDay };
  return { ...ranged, slots };
}

/** The clause that says how much is possible at most and speaks of nobody's life; undefined where there is none. */
export function offeringClause(source: string, locale: Locale): string | undefined {
  // What is spent first is no part of what is offered.
  const withoutSpent = source.replace(parsed.spent[locale], ' ');
  const clauses = withoutSpent.split(parsed.clauses).filter((clause) => clause.trim() !== '');
  if (clauses.length < 2 && withoutSpent === source) return undefined;
  const [only, ...others] = clauses.filter((clause) => parsed.cap[locale].test(plain(clause)));
  return only === undefined || others.length > 0 || parsed.life[locale].test(plain(only)) ? undefined : only;
}

/** "Could maybe do 450": says what can be paid, and names nothing of anybody's life. */
export function saysAble(source: string, locale: Locale): boolean {
  const text = plain(source.replace(parsed.spent[locale], ' '));
  return (parsed.able[locale].test(text) || parsed.cap[locale].test(text)) && !parsed.life[locale].test(text);
}
