// Asks the guard's model what words do to the person who hears them; the worst part of a message decides.
import type { HeardWords, Meaning, ReadMeaning, Wrong } from '../domain/conduct/words/meaning';
import type { Locale } from '../domain/customer/customerTurn';
import { type LinearModel, probabilitiesOf } from '../linear/linear';
import { type Pinyin, pinyinFrom } from '../linear/pinyinTable';
import { meaningFeatures } from './features';
import { type MeaningLabel, wrongOf } from './labels';
import type { MeaningModel } from './modelFile';
import { partsOf } from './parts';
import settings from './settings.json';

export interface Likeliest {
  readonly wrong: Wrong;
  /** That the words do any wrong, 0–1. */
  readonly probability: number;
}

/** How likely the words are wrong, and which wrong is the likeliest. */
export function likeliestWrong(model: LinearModel<MeaningLabel>, words: HeardWords, pinyin: Pinyin): Likeliest {
  const probabilities = probabilitiesOf(model, meaningFeatures(words, pinyin));
  let [wrong, most, sum]: [Wrong, number, number] = ['menace', -1, 0];
  model.labels.forEach((label, index) => {
    const one = wrongOf(label);
    const probability = probabilities[index] ?? 0;
    if (one === null) return;
    sum += probability;
    // To the cardholder nothing is a hint at a debt; the name of the wrong is looked for among the others.
    if (probability > most && !(one === 'hint' && words.audience === 'rightParty')) [wrong, most] = [one, probability];
  });
  return { wrong, probability: sum };
}

/** Thresholds chosen by cross-validation over families of lines; see README. */
export function heardAs(probability: number, locale: Locale): Meaning['heard'] {
  const { plainBelow, sendBelow, blockFrom } = settings[locale];
  if (probability >= blockFrom) return 'wrong';
  if (probability >= sendBelow) return 'unsure';
  return probability < plainBelow ? 'plain' : 'fine';
}

/** Reads words of the model's own language. */
export const readerOf =
  (model: LinearModel<MeaningLabel>, pinyin: Pinyin): ReadMeaning =>
  (words) => {
    const heard = partsOf(words.text).map((text) => ({
      matched: text,
      ...likeliestWrong(model, { ...words, text }, pinyin),
    }));
    const nothing = { matched: '', wrong: 'menace', probability: 0 } as const;
    const worst = heard.reduce<Likeliest & { matched: string }>(
      (a, b) => (b.probability > a.probability ? b : a),
      nothing,
    );
    return { ...worst, heard: heardAs(worst.probability, words.locale) };
  };

export function meaningReader({ locales, pinyin: table }: MeaningModel): ReadMeaning {
  const pinyin = pinyinFrom(table);
  const readers = { 'zh-CN': readerOf(locales['zh-CN'], pinyin), 'en-US': readerOf(locales['en-US'], pinyin) };
  return (words) => readers[words.locale](words);
}
