// Ways of asking → the model that finds answers: the same ways, answers and readings give the same bytes.
import { createHash } from 'node:crypto';
import type { Locale } from '../../domain/customer/customerTurn';
import { buildPinyinTable } from '../../linear/buildPinyinTable';
import { pinyinFrom } from '../../linear/pinyinTable';
import { quantise } from '../../linear/quantise';
import { trainLinear } from '../../linear/trainLinear';
import { type Asked, families, type QuestionFeatures, questionFeatures } from '../search/questionFeatures';
import { type LocaleQuestions, type QuestionModel, vectorOf } from '../search/questionModel';

/** A way of asking, with the id of its answer, or `noAnswer` for what asks for none. */
export interface TaughtQuestion extends Asked {
  readonly label: string;
}
export type TaughtQuestions = Readonly<Record<Locale, readonly TaughtQuestion[]>>;

/** Chosen by leaving ways of asking out; a high smoothing because a question may be asked in words that nobody taught. */
const settings = { epochs: 8, rate: 0.5, smoothing: 0.2, dropped: 0, averaged: 6 } as const;

/** A feature that one or two ways of asking have tells nothing of the next one. */
const seenLeast = 3;

const countsOf = (all: readonly QuestionFeatures[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const features of all)
    for (const family of families)
      for (const feature of features[family].keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
};

/** One language's model. The root keeps what is very rare from outweighing all the rest. */
export function trainLocale(taught: readonly TaughtQuestion[], locale: Locale, table: Uint16Array): LocaleQuestions {
  const pinyin = pinyinFrom(table);
  const read = taught.map((one) => questionFeatures(one, locale, pinyin));
  const known = [...countsOf(read)].filter(([, count]) => count >= seenLeast).sort(([a], [b]) => a - b);
  const features = Int32Array.from(known, ([feature]) => feature);
  const rarity = Float32Array.from(known, ([, count]) => Math.sqrt(Math.log(1 + taught.length / count)));
  const placeOf = new Map(known.map(([feature], place) => [feature, place]));
  const labels = [...new Set(taught.map(({ label }) => label))].sort();
  const examples = taught.map(({ label }, at) => ({
    label: labels.indexOf(label),
    ...vectorOf(read[at] ?? questionFeatures({ text: '', readings: [] }, locale, pinyin), placeOf, rarity),
  }));
  const weights = trainLinear(examples, { ...settings, classes: labels.length, features: features.length });
  return { ...quantise(labels, weights, 1), features, rarity };
}

export function trainQuestions(taught: TaughtQuestions): QuestionModel {
  const pinyin = buildPinyinTable();
  const version = createHash('sha256')
    .update(JSON.stringify([settings, taught]))
    .digest('hex')
    .slice(0, 12);
  const locales = {
    'zh-CN': trainLocale(taught['zh-CN'], 'zh-CN', pinyin),
    'en-US': trainLocale(taught['en-US'], 'en-US', pinyin),
  };
  return { version, pinyin, locales };
}
