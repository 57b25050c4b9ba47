// A question → what is learned of it: runs of its letters and words, and what it may be understood as.
import { type Intent, intents, type Locale } from '../../domain/customer/customerTurn';
import { bucketCount } from '../../linear/hashing';
import type { Pinyin } from '../../linear/pinyinTable';
import { addTextFeatures, readPart } from '../../linear/textFeatures';
import { plain } from './words';

/** What a message may be understood as, each with its probability, 0-1. */
export type Readings = readonly { readonly intent: Intent; readonly probability: number }[];

export interface Asked {
  readonly text: string;
  readonly readings: Readings;
}

/** The kinds of features; each kind as a whole counts the same, however long a question is. */
export const families = ['letters', 'readings'] as const;
export type Family = (typeof families)[number];

/** Features of each kind with how much each counts; numbered so that no two kinds share one. */
export type QuestionFeatures = Readonly<Record<Family, ReadonlyMap<number, number>>>;

const readingsFrom = bucketCount;

/** Probability below which a reading says nothing. */
const unlikely = 1e-4;

/** A reading counts by the order of magnitude of its probability: what is one in a hundred still tells something. */
const weightOfReading = (probability: number): number => Math.log((probability + unlikely) / unlikely);

export function questionFeatures({ text, readings }: Asked, locale: Locale, pinyin: Pinyin): QuestionFeatures {
  const letters = new Set<number>();
  addTextFeatures(readPart(plain(text)), locale, pinyin, letters);
  return {
    letters: new Map([...letters].map((one) => [one, 1])),
    readings: new Map(
      readings.map(({ intent, probability }) => [readingsFrom + intents.indexOf(intent), weightOfReading(probability)]),
    ),
  };
}
