// Compares a secret that came in with the one that is known, in constant time.
import { timingSafeEqual } from 'node:crypto';

/** Compares in constant time. */
export function sameToken(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
