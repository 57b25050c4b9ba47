// Puts a structured act into words that a customer might type. The phrases stand in a file of their own, apart from all
// training data; which one is taken, and how a figure is written, is left to seeded chance.
import { z } from 'zod';
import type { CustomerTurn, Locale, NumberRange } from '../../../../data/domain/customer/customerTurn';
import type { SimulatedCustomer } from '../../../../data/domain/simulation/population/customers';
import type { Random } from '../../../../data/domain/simulation/population/random';
import shippedPhrases from './phrases.json';

const phraseList = z.array(z.string().min(1)).min(1);
const phrasesSchema = z.strictObject({
  start: phraseList,
  monthly: z.strictObject({ plain: phraseList, atMost: phraseList, range: phraseList }),
  count: phraseList,
  year: phraseList,
  defer: phraseList,
  withPayday: phraseList,
  withLumpSum: phraseList,
  lumpSum: phraseList,
  noLumpSum: phraseList,
  accept: phraseList,
  priceRelief: phraseList,
  reject: phraseList,
  refuseFigure: phraseList,
  vague: phraseList,
  abuse: phraseList,
  hardship: phraseList,
  hardshipFigure: phraseList,
  alreadyPaid: phraseList,
  disputer: phraseList,
  wrongPerson: phraseList,
  confirm: z.string(),
  join: z.string(),
  figures: phraseList,
  numerals: z.strictObject({ digits: z.string(), units: z.array(z.string()), two: z.string() }),
  ordinals: phraseList,
});
export type Phrases = z.infer<typeof phrasesSchema>;
export const phrases: Record<Locale, Phrases> = z
  .strictObject({ 'zh-CN': phrasesSchema, 'en-US': phrasesSchema })
  .parse(shippedPhrases);

/** 1250 → 一千二百五: as it is said, the last unit left out after another. Below 100,000. */
export function spokenChinese(yuan: number, { digits, units, two }: Phrases['numerals']): string {
  const figures = [...String(yuan)].map(Number);
  let text = '';
  let gap = false;
  figures.forEach((figure, place) => {
    const power = figures.length - 1 - place;
    if (figure === 0) {
      gap = text !== '';
      return;
    }
    const isLast = figures.slice(place + 1).every((later) => later === 0);
    const digit = figure === 2 && power >= 2 && text === '' ? two : (digits[figure] ?? '');
    const dropsUnit = isLast && text !== '' && !gap && power >= 1;
    text += `${gap ? (digits[0] ?? '') : ''}${digit}${dropsUnit ? '' : (units[power] ?? '')}`;
    gap = false;
  });
  return text;
}

const ordinalEnding = (day: number): string => {
  const last = day % 10;
  if (day >= 11 && day <= 13) return 'th';
  return last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th';
};

function pick(list: readonly string[], random: Random): string {
  return list[Math.floor(random() * list.length)] ?? '';
}

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

function figure(yuan: number, words: Phrases, random: Random): string {
  return fill(pick(words.figures, random), {
    digits: String(yuan),
    grouped: yuan.toLocaleString('en-US'),
    spoken: words.numerals.digits === '' ? String(yuan) : spokenChinese(yuan, words.numerals),
  });
}

/** The figure in its form, and whatever else is said of terms as further clauses. */
function wordTerms(turn: CustomerTurn, words: Phrases, locale: Locale, random: Random): string {
  const { instalmentCount, deferMonths, payday, lumpSum, monthlyAmount } = turn.slots;
  const write = (yuan: number | undefined) => figure(yuan ?? 0, words, random);
  const clauses: string[] = [];
  if (monthlyAmount !== undefined) clauses.push(wordFigure(turn, monthlyAmount, words, random));
  if (instalmentCount !== undefined)
    clauses.push(fill(pick(words.count, random), { count: String(instalmentCount.max ?? instalmentCount.min) }));
  if (deferMonths !== undefined) {
    const months =
      locale === 'en-US' ? `${deferMonths} ${deferMonths === 1 ? 'month' : 'months'}` : String(deferMonths);
    clauses.push(fill(pick(words.defer, random), { months }));
  }
  if (lumpSum !== undefined) {
    const list = monthlyAmount === undefined ? words.lumpSum : words.withLumpSum;
    clauses.push(fill(pick(list, random), { lump: write(lumpSum.max ?? lumpSum.min) }));
  }
  if (typeof payday === 'number') {
    const day = locale === 'en-US' ? `${payday}${ordinalEnding(payday)}` : String(payday);
    clauses.push(fill(pick(words.withPayday, random), { payday: day }));
  }
  return clauses.join(words.join);
}

/** So much a month, or the sum of a year where that is how it was meant. */
function wordFigure({ slots, signals }: CustomerTurn, monthly: NumberRange, words: Phrases, random: Random): string {
  const write = (yuan: number | undefined) => figure(yuan ?? 0, words, random);
  if (slots.frequency === 'year') return fill(pick(words.year, random), { amount: write(slots.statedAmount?.max) });
  const template = signals.includes('hardship')
    ? pick(words.hardshipFigure, random)
    : monthlyTemplate(monthly, words, random);
  return fill(template, { amount: write(monthly.max ?? monthly.min), low: write(monthly.min) });
}

function monthlyTemplate({ min, max }: NumberRange, { monthly }: Phrases, random: Random): string {
  if (min === undefined) return pick(monthly.atMost, random);
  return pick(min === max ? monthly.plain : monthly.range, random);
}

/** What the customer types for a structured act; `asked` is what the assistant asked for last. */
export function wordTurn(
  turn: CustomerTurn,
  customer: Pick<SimulatedCustomer, 'behaviour'>,
  asked: string | null,
  locale: Locale,
  random: Random,
): string {
  const words = phrases[locale];
  switch (turn.intent) {
    case 'negotiate.terms':
      return wordTerms(turn, words, locale, random);
    case 'negotiate.accept': {
      const number = turn.slots.offerNumber ?? 1;
      const ordinal = words.ordinals[number - 1] ?? String(number);
      return fill(pick(words.accept, random), { number: String(number), ordinal });
    }
    case 'negotiate.priceRelief':
      return pick(words.priceRelief, random);
    case 'negotiate.reject':
      return pick(words.reject, random);
    case 'deny':
      return pick(asked === 'lumpSum' ? words.noLumpSum : words.refuseFigure, random);
    case 'hardship':
      return pick(words.hardship, random);
    case 'abuse':
      return pick(words.abuse, random);
    case 'outOfScope':
      return pick(words.vague, random);
    case 'alreadyPaid':
      return pick(words.alreadyPaid, random);
    case 'dispute':
      return pick(words.disputer, random);
    case 'thirdParty':
      return pick(words.wrongPerson, random);
    default:
      return customer.behaviour === 'wrongPerson' ? pick(words.wrongPerson, random) : pick(words.start, random);
  }
}
