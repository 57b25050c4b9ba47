// A question → what it is found by: its words and what they stand for, runs of its letters, and what it may be understood as.
import { type Intent, intents, type Locale } from '../../domain/customer/customerTurn';
import { bucket, bucketCount, hashOf } from '../../linear/hashing';
import type { Pinyin } from '../../linear/pinyinTable';
import { addTextFeatures, readPart } from '../../linear/textFeatures';
import { plain, termsOf } from './words';

/** What a message may be understood as, each with its probability, 0-1. */
export type Readings = readonly { readonly intent: Intent; readonly probability: number }[];

export interface Asked {
  readonly text: string;
  readonly readings: Readings;
}

/** The kinds of features; each kind as a whole counts the same, however long a question is. */
export const families = ['words', 'letters', 'readings'] as const;
export type Family = (typeof families)[number];

/** Features of each kind with how much each counts; numbered so that no two kinds share one. */
export type QuestionFeatures = Readonly<Record<Family, ReadonlyMap<number, number>>>;

const lettersFrom = bucketCount;
const readingsFrom = 2 * bucketCount;
export const featureCount = readingsFrom + intents.length;

const wordKind = 60;

/** Probability below which a reading says nothing. */
const unlikely = 1e-4;

/** A reading counts by the order of magnitude of its probability: what is one in a hundred still tells something. */
const weightOfReading = (probability: number): number => Math.log((probability + unlikely) / unlikely);

const each = (features: Iterable<number>): ReadonlyMap<number, number> =>
  new Map([...features].map((feature) => [feature, 1]));

export function questionFeatures({ text, readings }: Asked, locale: Locale, pinyin: Pinyin): QuestionFeatures {
  const part = readPart(plain(text));
  const letters = new Set<number>();
  addTextFeatures(part, locale, pinyin, letters);
  return {
    words: each(termsOf(part, locale).map((term) => bucket(hashOf(wordKind, term)))),
    letters: each([...letters].map((one) => lettersFrom + one)),
    readings: new Map(
      readings.map(({ intent, probability }) => [readingsFrom + intents.indexOf(intent), weightOfReading(probability)]),
    ),
  };
}
