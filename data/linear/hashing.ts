// Features are hashed into buckets: no word list has to be kept, and a new word has a place at once.

/** Buckets of the hashed feature space; a power of two. */
export const bucketCount = 1 << 17;
const mask = bucketCount - 1;
const fnvPrime = 0x01000193;
export const fnvOffset = 0x811c9dc5;

export const step = (hash: number, code: number) => Math.imul(hash ^ code, fnvPrime);

export function hashOf(kind: number, text: string): number {
  let hash = step(fnvOffset, kind);
  for (let index = 0; index < text.length; index++) hash = step(hash, text.charCodeAt(index));
  return hash;
}

/** Spreads the bits: FNV alone fills low buckets unevenly. */
export function bucket(hash: number): number {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & mask;
}
