// What a question about the offers on the table is about, by its words: its topics, clause by clause, and the offers it names.
import { z } from 'zod';
import type { CalendarDate } from '../../../../data/domain/calendar/calendar';
import { type Locale, localeSchema } from '../../../../data/domain/customer/customerTurn';
import type { Offer } from '../../../../data/domain/offer/offer';
import { oneWriting, wordPattern } from '../../../talk/acts/wordPatterns';
import type { Turn } from '../../../talk/turn';
import { monthsIn } from '../../../understanding/quantities/datesIn';
import { numberOf } from './choiceWords';
import words from './tableWords.json';

const topicNames = [
  'converted',
  'seldom',
  'often',
  'list',
  'nextDue',
  'leftAfter',
  'payMore',
  'payTo',
  'missed',
  'validity',
  'agency',
  'changeLater',
  'least',
  'fees',
  'otherCards',
  'cards',
  'without',
  'difference',
  'cheapest',
  'dueDay',
  'whyNot',
  'earlyRepayment',
  'payOff',
  'makeUp',
  'total',
  'firstDate',
  'lastDate',
  'interest',
  'yearlyRate',
  'ways',
] as const;
/** What offers are asked about; aspects of the contract, and what else people ask of them. */
export type TableTopic = (typeof topicNames)[number];

const pattern = wordPattern();
const patterns = z.array(pattern).min(1);
const parsed = z
  .strictObject({
    topics: z.record(z.enum(topicNames), z.record(localeSchema, patterns)),
    compares: z.record(localeSchema, pattern),
    asks: z.record(localeSchema, pattern),
    asksWhy: z.record(localeSchema, pattern),
    wantsLess: z.record(localeSchema, pattern),
    withNext: z.record(localeSchema, pattern),
    next: z.record(localeSchema, pattern),
    numbers: z.record(localeSchema, wordPattern('gi')),
    bareCount: wordPattern('g'),
    noLength: wordPattern('g'),
    clauses: pattern,
  })
  .parse(words);

export interface TableQuestion {
  readonly topic: TableTopic;
  /** The part of the message that asks it. */
  readonly clause: string;
}

const plain = (text: string): string => oneWriting(text).toLowerCase();

/** A message longer than this tells a story: what is asked in it is left to understanding. */
const questionMax = 120;

/** What is asked of offers in these words, each topic once, in the order asked. */
export function questionsIn(text: string, locale: Locale): readonly TableQuestion[] {
  if (text.length > questionMax) return [];
  const found: TableQuestion[] = [];
  for (const clause of plain(text).split(parsed.clauses)) {
    const topic = topicNames.find((name) => parsed.topics[name]?.[locale]?.some((one) => one.test(clause)) === true);
    if (topic !== undefined && !found.some((one) => one.topic === topic)) found.push({ topic, clause });
  }
  return found;
}

/** The offers that a question names by number, by place, or by their months; in the order on the table. */
export function offersNamed(
  text: string,
  { today, state: { locale } }: Turn,
  shown: readonly Offer[],
): readonly Offer[] {
  const said = plain(text);
  const byNumber = [...said.matchAll(parsed.numbers[locale] ?? /$^/g)].map((match) =>
    numberOf(match.slice(1).find((group) => group !== undefined) ?? '', shown),
  );
  const months = lengthsNamed(said, today);
  return shown.filter((one) => byNumber.includes(one.number) || months.includes(one.instalmentCount));
}

/**
 * The lengths that the words name, in months: "36 months", "two years". A month of the year, and half a year, which is said of a
 * stretch of time, name none.
 */
export const lengthsNamed = (text: string, today: CalendarDate): readonly number[] =>
  monthsIn(plain(text).replace(parsed.noLength, ' '), today);

const [shortest, longest] = [6, 60];
/** "Why not 12": a length that is asked about by its figure alone, in months. */
export function lengthAlone(text: string): number | undefined {
  const [count, ...others] = [...plain(text).matchAll(parsed.bareCount)].map(([figure]) => Number(figure));
  const isLength = count !== undefined && others.length === 0 && count >= shortest && count <= longest;
  return isLength ? count : undefined;
}

/** "36 and 48": two lengths by their figures, in months; one alone, or more, compare nothing. */
export function lengthsCompared(text: string, today: CalendarDate): readonly number[] {
  const named = lengthsNamed(text, today);
  const bare = [...plain(text).matchAll(parsed.bareCount)].map(([figure]) => Number(figure));
  const lengths = (named.length > 1 ? named : bare).filter((months) => months >= shortest && months <= longest);
  return lengths.length === 2 ? lengths : [];
}

/** "With the missed one added": that and the next one together. */
export const addsNext = (text: string, locale: Locale): boolean => parsed.withNext[locale]?.test(plain(text)) === true;

/** "The one in December", "next month's": the instalment to come. */
export const namesNext = (text: string, locale: Locale): boolean => parsed.next[locale]?.test(plain(text)) === true;

/** Asks for less instead of asking what it is: "can the charges be waived". */
export const wantsLess = (text: string, locale: Locale): boolean =>
  parsed.wantsLess[locale]?.test(plain(text)) === true;
export const asksWhy = (text: string, locale: Locale): boolean => parsed.asksWhy[locale]?.test(plain(text)) === true;
/** In the form of a question. */
export const asks = (text: string, locale: Locale): boolean => parsed.asks[locale]?.test(plain(text)) === true;
export const compares = (text: string, locale: Locale): boolean => parsed.compares[locale]?.test(plain(text)) === true;
