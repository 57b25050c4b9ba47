// npm run redteam -- --fuzz: random talks of the model, in lots, so that one can see how far it is and go on from there.
import { searchTalks } from '../model/property';

/** Talks after which it is said how far the search is; each lot has a seed of its own. */
const lot = 200;
const stepsMax = 24;

export interface FuzzResult {
  readonly n: number;
  readonly held: number;
  readonly turns: number;
  readonly seed: number;
  readonly breaches: readonly string[];
}

/** Plays `talks` random talks, or stops at the first lot in which a promise breaks. */
export async function fuzz(talks: number, seed: number, progress: (done: number) => void): Promise<FuzzResult> {
  let [n, turns] = [0, 0];
  for (let index = 0; n < talks; index++) {
    const searched = await searchTalks({ numRuns: Math.min(lot, talks - n), seed: seed + index, stepsMax });
    n += searched.n;
    turns += searched.turns;
    progress(n);
    if (searched.broken !== null) return { n, held: n - 1, turns, seed, breaches: [searched.broken] };
  }
  return { n, held: n, turns, seed, breaches: [] };
}
