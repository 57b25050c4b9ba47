// Chance for the simulator: seeded and passed on explicitly, so that the same seed gives the same customers everywhere.

/** Numbers that look random and are not: the next one, from 0 up to but not including 1. */
export type Random = () => number;

/** splitmix32: spreads any whole number into 32 well-mixed bits (Steele, Lea, Flood 2014, in 32 bits). */
function splitmix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/** sfc32 (Doty-Humphrey's small fast counting generator), seeded from any list of whole numbers. */
export function randomFrom(...seeds: readonly number[]): Random {
  let folded = 0x1234567;
  for (const seed of seeds) folded = splitmix(folded ^ Math.imul(seed + 1, 0x85ebca6b))();
  const spread = splitmix(folded);
  let a = spread() | 0;
  let b = spread() | 0;
  let c = spread() | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 12; warm++) next();
  return next;
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
