// What was learned from the ways of asking: how likely each answer is, and how likely a message asks for none of them.
import type { Locale } from '../../domain/customer/customerTurn';
import { type LinearModel, probabilitiesOf } from '../../linear/linear';
import { type Pinyin, pinyinFrom } from '../../linear/pinyinTable';
import { type Asked, families, type QuestionFeatures, questionFeatures } from './questionFeatures';

/** The label of messages that ask for no approved answer. */
export const noAnswer = 'none';

/** One language: a linear model over the features that more than one way of asking has. */
export interface LocaleQuestions extends LinearModel {
  /** The features that have weights, in the order of the weights. */
  readonly features: Int32Array;
  /** How much each of them counts: what is rare tells more. */
  readonly rarity: Float32Array;
}

export interface QuestionModel {
  /** Hash of the ways of asking, the settings and the language model. */
  readonly version: string;
  readonly pinyin: Uint16Array;
  readonly locales: Readonly<Record<Locale, LocaleQuestions>>;
}

/** What the letters and the readings of a question count; chosen by leaving out what one sitting wrote. */
const familyWeight: Readonly<Record<(typeof families)[number], number>> = { letters: 0.7, readings: 0.7 };

/** A question among the features that are known: their places, and how much each counts. */
export interface Vector {
  readonly features: number[];
  readonly values: number[];
}

/** Each kind of features is brought to one length, so that a long question says no more than a short one. */
export function vectorOf(
  features: QuestionFeatures,
  placeOf: ReadonlyMap<number, number>,
  rarity: Float32Array | readonly number[],
): Vector {
  const vector: Vector = { features: [], values: [] };
  for (const family of families) {
    const known = [...features[family]].flatMap(([feature, count]) => {
      const place = placeOf.get(feature);
      return place === undefined || count === 0 ? [] : [{ place, value: count * (rarity[place] ?? 0) }];
    });
    const length = Math.sqrt(known.reduce((sum, { value }) => sum + value * value, 0));
    for (const { place, value } of known) {
      vector.features.push(place);
      vector.values.push((familyWeight[family] * value) / length);
    }
  }
  return vector;
}

/** Probability of each label by what was learned, 0-1. */
export type ReadQuestion = (asked: Asked) => ReadonlyMap<string, number>;

export function questionReader(model: LocaleQuestions, locale: Locale, pinyin: Pinyin): ReadQuestion {
  const placeOf = new Map([...model.features].map((feature, place) => [feature, place]));
  return (asked) => {
    const { features, values } = vectorOf(questionFeatures(asked, locale, pinyin), placeOf, model.rarity);
    const probabilities = probabilitiesOf(model, features, values);
    return new Map(model.labels.map((label, place) => [label, probabilities[place] ?? 0]));
  };
}

export function questionReaders({ locales, pinyin: table }: QuestionModel): Readonly<Record<Locale, ReadQuestion>> {
  const pinyin = pinyinFrom(table);
  return {
    'zh-CN': questionReader(locales['zh-CN'], 'zh-CN', pinyin),
    'en-US': questionReader(locales['en-US'], 'en-US', pinyin),
  };
}
