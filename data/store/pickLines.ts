// Which lines of a log are worth a closer look, told from their place and their JSON text alone: parsing is what takes long.
import type { LogLine } from './transactionPlan';

/** Case does not count; without words every text will do. */
export const holdsWords = (text: string, words: string | undefined): boolean =>
  words === undefined || text.toLowerCase().includes(words.toLowerCase());

/** Where the first line with this sequence or a later one stands; lines are in order, and some may be lost. */
function placeOf(lines: readonly LogLine[], sequence: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.sequence ?? sequence) < sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lines with from <= sequence < before, without going through all of them. */
export const stretchOf = (lines: readonly LogLine[], from: number, before: number): readonly LogLine[] =>
  lines.slice(placeOf(lines, from), placeOf(lines, before));
