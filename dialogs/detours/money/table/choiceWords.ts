// How people point at an offer: by its number or place, or as the one that is best at something. And a day alone, after a day was spoken of.
import { z } from 'zod';
import type { Locale } from '../../../../data/domain/customer/customerTurn';
import type { Offer } from '../../../../data/domain/offer/offer';
import { inBothLanguages, oneWriting } from '../../../talk/acts/wordPatterns';
import type { Turn } from '../../../talk/turn';
import words from './choiceWords.json';

const both = inBothLanguages();
const parsed = z
  .strictObject({
    picks: both,
    ordinalTaken: both,
    numbers: z.record(z.string(), z.number().int()),
    best: z.strictObject({ cheapest: both, lightest: both, quickest: both, longest: both }),
    picksBest: both,
    bareWish: z.strictObject({ stepUp: both, shorter: both, lower: both, cheaper: both }),
    dayAlone: both,
  })
  .parse(words);

const plain = (text: string): string => oneWriting(text).toLowerCase().trim();
/** Longer messages choose nothing by a number alone. */
const choiceMax = 60;

export const offersShown = ({ state: { negotiation } }: Turn): readonly Offer[] =>
  (negotiation?.table ?? []).filter(({ number }) => negotiation?.shownNumbers.includes(number) === true);

/** The number of an offer by its figure or word; undefined for none. */
export function numberOf(name: string, shown: readonly Offer[]): number | undefined {
  if (name === 'last') return shown.at(-1)?.number;
  if (name === 'middle') return shown[Math.floor(shown.length / 2)]?.number;
  return parsed.numbers[name] ?? (/^\d$/.test(name) ? Number(name) : undefined);
}

/** "第二个", "the second one": the number of the offer in that place, which need not be 2; undefined where no place is named. */
export function offerInPlace(text: string, locale: Locale, shown: readonly Offer[]): number | undefined {
  const name = parsed.ordinalTaken[locale].exec(plain(text))?.[1];
  if (name === undefined) return undefined;
  const place = parsed.numbers[name] ?? (/^\d$/.test(name) ? Number(name) : undefined);
  return place === undefined ? numberOf(name, shown) : shown[place - 1]?.number;
}

/** "I'd like 1", "算了换成第三个": the number of an offer that is chosen in so many words; undefined where none is. */
export function numberPicked(text: string, locale: Locale, shown: readonly Offer[]): number | undefined {
  const said = plain(text);
  const name = said.length > choiceMax ? undefined : parsed.picks[locale].exec(said)?.[1];
  return name === undefined ? undefined : (offerInPlace(text, locale, shown) ?? numberOf(name, shown));
}

/** "2" and nothing else, of an offer that is shown. */
export function numberAlone(text: string, shown: readonly Offer[]): number | undefined {
  const said = plain(text);
  return /^\d$/.test(said) ? shown.find(({ number }) => number === Number(said))?.number : undefined;
}

/** The offer that an acceptance means without a number: by its place, or as the best at something. */
export function offerTaken(text: string, locale: Locale, shown: readonly Offer[]): number | undefined {
  const said = plain(text);
  const inPlace = offerInPlace(text, locale, shown);
  if (inPlace !== undefined) return inPlace;
  const by = (compare: (a: Offer, b: Offer) => number) => [...shown].sort(compare)[0]?.number;
  if (parsed.best.lightest[locale].test(said)) return by((a, b) => a.instalmentFen - b.instalmentFen);
  if (parsed.best.quickest[locale].test(said)) return by((a, b) => a.instalmentCount - b.instalmentCount);
  if (parsed.best.cheapest[locale].test(said)) return by((a, b) => a.totalFen - b.totalFen);
  if (parsed.best.longest[locale].test(said)) return by((a, b) => b.instalmentCount - a.instalmentCount);
  return undefined;
}

/** "Whichever costs me least": the best of the plans at what is named; undefined where none is chosen so. */
export function bestPicked(text: string, locale: Locale, shown: readonly Offer[]): number | undefined {
  const said = plain(text);
  return said.length <= choiceMax && parsed.picksBest[locale].test(said) ? offerTaken(text, locale, shown) : undefined;
}

/** "还能再短不", "anything lower?": a wish with a direction and nothing else; undefined for anything more. */
export function bareWishIn(text: string, locale: Locale): 'stepUp' | 'shorter' | 'lower' | 'cheaper' | undefined {
  const said = plain(text);
  return (['stepUp', 'shorter', 'lower', 'cheaper'] as const).find((wish) => parsed.bareWish[wish][locale].test(said));
}

/** "那5号呢": a day of the month and nothing else; undefined for anything more. */
export function dayAlone(text: string, locale: Locale): number | undefined {
  const day = parsed.dayAlone[locale].exec(plain(text))?.[1];
  return day === undefined ? undefined : Number(day);
}
