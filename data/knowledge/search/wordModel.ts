// How likely each answer is by the words of a question alone: naive Bayes over all ways of asking, counted when the index is made.
// It weighs what tells answers apart, where the index weighs what is rare.
import type { Locale } from '../../domain/customer/customerTurn';
import type { Answer } from '../answer';
import { termsOf } from './words';

export interface WordModel {
  /** Probability of each answer by its id, 0-1, all together 1. */
  probabilities(text: string): ReadonlyMap<string, number>;
}

/** What an answer says, and the words that point to it, count half as much as a question. */
const besidesWeight = 0.5;

/** How many words of the whole collection each answer is thought to have seen besides its own. */
const smoothing = 50;

/** Words of one question are not independent; the higher, the less sure the model is. */
const temperature = 7;

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

  /** Log odds of the words under one answer against under all of them. */
  function logOf(counts: Counts, asked: readonly (readonly [string, number])[]): number {
    return asked.reduce((sum, [word, share]) => {
      const own = ((counts.words.get(word) ?? 0) + smoothing * share) / (counts.total + smoothing);
      return sum + Math.log(own / share);
    }, 0);
  }

  return {
    probabilities(text) {
      const asked = distinct(text, locale).flatMap((word): [string, number][] => {
        const count = overall.get(word);
        return count === undefined ? [] : [[word, count / total]];
      });
      return shares(byAnswer.map(([id, counts]) => [id, logOf(counts, asked)]));
    },
  };
}
