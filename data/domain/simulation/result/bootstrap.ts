// Intervals for surplus captured: customers are drawn again with replacement, the same ones for every policy.
import { randomFrom } from '../population/random';
import { percentile } from './sums';

export interface Interval {
  readonly mean: number;
  /** 2.5 and 97.5 percent. */
  readonly low: number;
  readonly high: number;
}

/** Worth of each case with no agreement, by the oracle, and by each policy; all lists of one length, in one order. */
export interface WorthTable {
  readonly silentFen: Float64Array;
  readonly oracleFen: Float64Array;
  readonly byPolicy: Readonly<Record<string, Float64Array>>;
}

const resamples = 1000;

/** (ΣV − ΣV₀)/(ΣV* − ΣV₀); 0 when there was nothing to gain. */
const captured = (gained: number, possible: number): number => (possible > 0 ? gained / possible : 0);

/**
 * Surplus captured by each policy, with 95 % intervals, and by how much `first` is ahead of each other, all on the same
 * draws. The mean is that of the cases as they are.
 */
export function surplusCaptured(
  { silentFen, oracleFen, byPolicy }: WorthTable,
  first: string,
  seed = 20261123,
): { readonly surplus: Record<string, Interval>; readonly ahead: Record<string, Interval> } {
  const names = Object.keys(byPolicy);
  const size = silentFen.length;
  const columns = names.map((name) => byPolicy[name] ?? silentFen);
  const width = columns.length + 1;
  // One case after another, what was possible first: a drawn case is then read in one go.
  const gains = new Float64Array(size * width);
  for (let i = 0; i < size; i++) {
    const silent = silentFen[i] ?? 0;
    gains[i * width] = (oracleFen[i] ?? 0) - silent;
    for (let policy = 1; policy < width; policy++)
      gains[i * width + policy] = (columns[policy - 1]?.[i] ?? silent) - silent;
  }
  const random = randomFrom(seed, size);
  const sums = (pick: (place: number) => number): number[] => {
    const parts = new Float64Array(width);
    for (let place = 0; place < size; place++) {
      const from = pick(place) * width;
      for (let column = 0; column < width; column++) parts[column] = (parts[column] ?? 0) + (gains[from + column] ?? 0);
    }
    return Array.from(parts.subarray(1), (gained) => captured(gained, parts[0] ?? 0));
  };
  const means = sums((place) => place);
  const draws = Array.from({ length: size > 0 ? resamples : 0 }, () => sums(() => Math.floor(random() * size)));
  const leader = names.indexOf(first);
  const interval = (value: (drawn: readonly number[]) => number): Interval => {
    const drawn = draws.map(value);
    return { mean: value(means), low: percentile(drawn, 0.025), high: percentile(drawn, 0.975) };
  };
  const entries = (value: (drawn: readonly number[], policy: number) => number) =>
    Object.fromEntries(names.map((name, policy) => [name, interval((drawn) => value(drawn, policy))]));
  return {
    surplus: entries((drawn, policy) => drawn[policy] ?? 0),
    ahead: entries((drawn, policy) => (drawn[leader] ?? 0) - (drawn[policy] ?? 0)),
  };
}
