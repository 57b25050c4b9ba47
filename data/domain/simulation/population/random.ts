// Chance for the simulator: seeded and passed on explicitly, so that the same seed gives the same customers everywhere.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { skipN } from 'pure-rand/utils/skipN';

/** Numbers that look random and are not: the next one, from 0 up to but not including 1. */
export type Random = () => number;

/** MurmurHash3's finalizer: every bit of the number decides about every bit of the result. */
function mixed(number: number): number {
  const once = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/** xoroshiro128+ of pure-rand, seeded from any list of whole numbers: neighbouring lists have nothing to do with each other. */
export function randomFrom(...seeds: readonly number[]): Random {
  const seed = seeds.reduce((folded, one) => mixed(Math.imul(folded, 31) + one + 0x9e3779b9), seeds.length);
  const generator = xoroshiro128plus(seed);
  // The first numbers still show how the seed was put in.
  skipN(generator, 4);
  return () => uniformFloat64(generator);
}

export const between = (random: Random, low: number, high: number): number => low + random() * (high - low);

/** A whole number from `low` to `high`, both included. */
export const wholeBetween = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** Standard normal, by Box and Muller; takes two numbers always, so that streams stay in step. */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Lognormal with this median; `sigma` is the spread of the logarithm. */
export const lognormal = (random: Random, median: number, sigma: number): number =>
  median * Math.exp(sigma * normal(random));

export const chance = (random: Random, share: number): boolean => random() < share;

/** One of the entries, by weight (any positive numbers). Throws on an empty list: that is a fault of the caller. */
export function pickWeighted<T>(random: Random, entries: readonly (readonly [T, number])[]): T {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [item, weight] of entries) {
    left -= weight;
    if (left < 0) return item;
  }
  const last = entries.findLast(([, weight]) => weight > 0) ?? entries.at(-1);
  if (last === undefined) throw new RangeError('nothing to pick from');
  return last[0];
}
