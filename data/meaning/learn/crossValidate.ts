// How well the guard's model reads lines of families that it has not learned: the ground on which its thresholds are chosen.
import type { ReadMeaning } from '../../domain/conduct/words/meaning';
import type { Locale } from '../../domain/customer/customerTurn';
import { buildPinyinTable } from '../../linear/buildPinyinTable';
import { pinyinFrom } from '../../linear/pinyinTable';
import { seededRandom, shuffled } from '../../linear/trainLinear';
import { readerOf } from '../readMeaning';
import { familiesOf } from './families';
import { type MeaningLine, readMeaningLines } from './trainingLines';
import { examplesOf, labelsOf, trainOn } from './trainMeaning';

const folds = 5;

export interface UnseenLine {
  readonly line: MeaningLine;
  /** Reads by a model that has not learned any line of this line's family. */
  readonly read: ReadMeaning;
}

/** Every line with a reader that does not know its family; the same folds every time. */
export function unseenLines(folder: string, locale: Locale): UnseenLine[] {
  const pinyin = pinyinFrom(buildPinyinTable());
  const lines = readMeaningLines(folder, locale);
  const labels = labelsOf(lines);
  const examples = examplesOf(lines, labels, pinyin);
  const families = familiesOf(lines);
  const order = shuffled([...new Set(families)], seededRandom(20261130));
  const foldOf = new Map(order.map((family, at) => [family, at % folds]));
  const fold = (at: number) => foldOf.get(families[at] ?? -1);
  return Array.from({ length: folds }, (_, out) => {
    const read = readerOf(
      trainOn(
        examples.filter((_, at) => fold(at) !== out),
        labels,
      ),
      pinyin,
    );
    return lines.flatMap((line, at) => (fold(at) === out ? [{ line, read }] : []));
  }).flat();
}
