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

/** Every text that a known line is too much like, with that line. */
export function nearDuplicates(texts: readonly string[], known: readonly string[]): NearDuplicate[] {
  const lines = known.map((line) => {
    const bare = bareWords(line);
    return { line, bare, pairs: pairsOf(bare) };
  });
  return texts.flatMap((text) => {
    const bare = bareWords(text);
    if (weight(bare) < shortest) return [];
    const pairs = pairsOf(bare);
    const found = lines.find((candidate) => {
      if (candidate.bare === bare) return true;
      // Texts of very different length cannot share enough pairs.
      if (Math.min(bare.length, candidate.bare.length) / Math.max(bare.length, candidate.bare.length) < 0.84)
        return false;
      return alike(pairs, candidate.pairs, bare.length + candidate.bare.length - 2) >= tooAlike;
    });
    return found === undefined ? [] : [{ text, like: found.line }];
  });
}
