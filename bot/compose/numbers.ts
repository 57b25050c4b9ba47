// Numbers that people read out on the phone, and one-time codes of which only a salted hash is kept.
import { createHash, randomBytes, randomInt, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../data/domain/calendar/instant';
import { canonicalJson } from '../../data/store/hashChain';
import type { CodeState } from '../../dialogs/talk/conversationState';

/** Letters and digits that are not taken for one another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const some = (count: number): string =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)] ?? '2').join('');

/** AG-7F3K-20, from 31^8 numbers: not to be guessed, and hardly ever the same twice. */
export const newNumber = (prefix: 'AG' | 'CS' | 'PR' | 'MS'): string => `${prefix}-${some(4)}-${some(4)}`;

const hashCode = (code: string, salt: string): string => scryptSync(code, salt, 32, { N: 1024 }).toString('base64url');

export function newCode(now: Instant, validMinutes: number): { readonly code: string; readonly state: CodeState } {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const salt = randomBytes(16).toString('base64url');
  const expiresAt = new Date(Date.parse(now) + validMinutes * 60_000).toISOString();
  return { code, state: { hash: hashCode(code, salt), salt, expiresAt, failures: 0, accepted: false } };
}

/** Compares in constant time; how long it takes says nothing about how near a guess was. */
export function codeMatches(state: CodeState, typed: string): boolean {
  const wanted = Buffer.from(state.hash);
  const given = Buffer.from(hashCode(typed.trim(), state.salt));
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** Binds a signature to exactly these terms: any other figure gives another hash. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
