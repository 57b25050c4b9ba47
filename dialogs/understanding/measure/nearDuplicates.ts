// Test lines that are training lines in disguise: the same text but for marks, spaces and figures, or nearly all of its letters in order.
import { findNumerals } from '../numerals/findNumerals';
import { normalise } from '../text/normalise';

/** Share of common letter pairs (Dice) from which two texts count as one. */
const tooAlike = 0.92;

/** Shorter texts (letters, a Chinese character counting three) coincide by themselves: "转人工", "thank you very much". */
const shortest = 20;
const weight = (bare: string) => bare.length + 2 * (bare.match(/\p{Script=Han}/gu)?.length ?? 0);

export interface NearDuplicate {
  readonly text: string;
  readonly like: string;
}

/** The words alone: figures as 0, no marks, no spaces. */
function bareWords(source: string): string {
  const { text } = normalise(source);
  let result = '';
  let at = 0;
  for (const numeral of findNumerals(text)) {
    result += `${text.slice(at, numeral.start)}0`;
    at = numeral.end;
  }
  return (result + text.slice(at)).replace(/[^\p{L}\p{N}]/gu, '');
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function alike(a: Map<string, number>, b: Map<string, number>, total: number): number {
  let common = 0;
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0);
  return total === 0 ? 0 : (2 * common) / total;
}

interface KnownLine {
  readonly line: string;
  readonly bare: string;
  readonly pairs: Map<string, number>;
}

/** Texts of very different length cannot share enough pairs. */
const shortestShare = 0.84;
/** So many of a text's pairs may be missing in a line that is too much like it. */
const missingMost = (count: number) => Math.floor(count * (1 - tooAlike * ((1 + shortestShare) / 2))) + 1;

/** Lines by the pairs that they hold, so that a text is compared only with those that share one of its rarest pairs. */
function indexOf(lines: readonly KnownLine[]): Map<string, KnownLine[]> {
  const index = new Map<string, KnownLine[]>();
  for (const line of lines)
    for (const pair of line.pairs.keys()) {
      const holders = index.get(pair);
      if (holders === undefined) index.set(pair, [line]);
      else holders.push(line);
    }
  return index;
}

/** The rarest pairs of a text, enough of them that a line without any of these is not too much like it. */
function rarestPairs(pairs: Map<string, number>, index: Map<string, KnownLine[]>): string[] {
  const total = [...pairs.values()].reduce((sum, count) => sum + count, 0);
  const rarest = [...pairs].sort(([a], [b]) => (index.get(a)?.length ?? 0) - (index.get(b)?.length ?? 0));
  let left = missingMost(total);
  return rarest.flatMap(([pair, count]) => {
    if (left <= 0) return [];
    left -= count;
    return [pair];
  });
}

/** Every text that a known line is too much like, with that line. */
export function nearDuplicates(texts: readonly string[], known: readonly string[]): NearDuplicate[] {
  const lines = known.map((line): KnownLine => {
    const bare = bareWords(line);
    return { line, bare, pairs: pairsOf(bare) };
  });
  const index = indexOf(lines);
  return texts.flatMap((text) => {
    const bare = bareWords(text);
    if (weight(bare) < shortest) return [];
    const pairs = pairsOf(bare);
    const isTooAlike = (candidate: KnownLine) => {
      if (candidate.bare === bare) return true;
      const [less, more] = [bare.length, candidate.bare.length].sort((a, b) => a - b) as [number, number];
      if (less / more < shortestShare) return false;
      return alike(pairs, candidate.pairs, bare.length + candidate.bare.length - 2) >= tooAlike;
    };
    for (const pair of rarestPairs(pairs, index)) {
      const found = index.get(pair)?.find(isTooAlike);
      if (found !== undefined) return [{ text, like: found.line }];
    }
    return [];
  });
}
