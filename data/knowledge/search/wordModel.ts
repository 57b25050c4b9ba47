// How likely each answer is by the words of a question alone: naive Bayes over all ways of asking, counted when the index is made.
// It weighs what tells answers apart, where the index weighs what is rare.
import type { Locale } from '../../domain/customer/customerTurn';
import type { Answer } from '../answer';
import { termsOf } from './words';

export interface WordModel {
  /** Probability of each answer by its id, 0-1, all together 1; empty where no word was ever seen. */
  probabilities(text: string): ReadonlyMap<string, number>;
}

/** What an answer says, and the words that point to it, count half as much as a question. */
const besidesWeight = 0.5;

/** How many words of the whole collection each answer is thought to have seen besides its own. */
const smoothing = 50;

/** Words of one question are not independent; the higher, the less sure the model is. */
const temperature = 8;

interface Counts {
  readonly words: Map<string, number>;
  total: number;
}

const distinct = (text: string, locale: Locale): readonly string[] => [...new Set(termsOf(text, locale))];

function countsOf({ questions, keywords, short }: Answer, locale: Locale): Counts {
  const counts: Counts = { words: new Map(), total: 0 };
  const count = (text: string, weight: number) => {
    for (const word of distinct(text, locale)) {
      counts.words.set(word, (counts.words.get(word) ?? 0) + weight);
      counts.total += weight;
    }
  };
  for (const question of questions[locale]) count(question, 1);
  for (const besides of [...keywords[locale], short[locale]]) count(besides, besidesWeight);
  return counts;
}

function shares(logs: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const highest = Math.max(...logs.map(([, log]) => log));
  const weights = logs.map(([id, log]): [string, number] => [id, Math.exp((log - highest) / temperature)]);
  const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(weights.map(([id, weight]) => [id, weight / all]));
}

export function createWordModel(answers: readonly Answer[], locale: Locale): WordModel {
  const byAnswer = answers.map((answer): [string, Counts] => [answer.id, countsOf(answer, locale)]);
  const overall = new Map<string, number>();
  let total = 0;
  for (const [, { words }] of byAnswer)
    for (const [word, count] of words) {
      overall.set(word, (overall.get(word) ?? 0) + count);
      total += count;
    }

  // Log odds of words under one answer against under all of them: each answer has its own for a word that it has not seen, and
  // what a word adds that it has.
  const unseen = byAnswer.map(([, counts]) => Math.log(smoothing / (counts.total + smoothing)));
  const added = new Map<string, { readonly place: number; readonly more: number }[]>();
  for (const [place, [, { words }]] of byAnswer.entries())
    for (const [word, count] of words) {
      const expected = (smoothing * (overall.get(word) ?? 0)) / total;
      const places = added.get(word) ?? [];
      places.push({ place, more: Math.log((count + expected) / expected) });
      added.set(word, places);
    }

  return {
    probabilities(text) {
      const seen = distinct(text, locale)
        .flatMap((word) => [added.get(word) ?? []])
        .filter(({ length }) => length > 0);
      if (seen.length === 0) return new Map();
      const logs = unseen.map((one) => seen.length * one);
      for (const { place, more } of seen.flat()) logs[place] = (logs[place] ?? 0) + more;
      return shares(byAnswer.map(([id], place) => [id, logs[place] ?? 0]));
    },
  };
}
