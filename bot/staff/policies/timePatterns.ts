// Tries expressions on awkward text, each with a time limit that the engine itself enforces.
import { runInNewContext } from 'node:vm';

/** An expression of a policy and the sentences that it is meant for. */
export interface TimedPattern {
  /** The field it stands in. */
  readonly path: string;
  readonly pattern: string;
  readonly examples: readonly string[];
}

const limitMs = 1000;
const awkward = [
  `${'a'.repeat(3000)}!`,
  `${'\u4e0d'.repeat(3000)}!`,
  `${'\u60a8\u7684 '.repeat(800)}!`,
  'you will '.repeat(400),
];

function isSlow({ pattern, examples }: TimedPattern): boolean {
  // Its own examples over and over, ending in what fits nothing: where a pattern goes round, it goes round here.
  const texts = [...awkward, ...examples.map((text) => `${text.repeat(Math.ceil(600 / text.length))}\u0001`)];
  try {
    runInNewContext(
      'for (const text of texts) [...text.matchAll(new RegExp(pattern, "giu"))].length',
      { pattern, texts },
      { timeout: limitMs },
    );
    return false;
  } catch {
    return true;
  }
}

/** The path of the first slow expression, or null. The first is enough: each costs its whole time limit. */
export const timePatterns = (patterns: readonly TimedPattern[]): string | null => patterns.find(isSlow)?.path ?? null;
