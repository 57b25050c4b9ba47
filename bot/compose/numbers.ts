// Numbers that people read out on the phone, and one-time codes of which only a salted hash is kept.
import { createHash, randomBytes, randomInt, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../data/domain/calendar/instant';
import type { OneTimeCode } from '../../data/domain/negotiation/signing/oneTimeCode';
import { canonicalJson } from '../../data/store/hashChain';

/** Letters and digits that are not taken for one another; without vowels, so that no number spells a word. */
const alphabet = '23456789BCDFGHJKMNPQRSTVWXZ';
const some = (count: number): string =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)] ?? '2').join('');

/** AG-7F3K-2XTB, from 27^8 numbers: not to be guessed, and hardly ever the same twice. */
export const newNumber = (prefix: 'AG' | 'CS' | 'PR' | 'MS'): string => `${prefix}-${some(4)}-${some(4)}`;

const hashCode = (code: string, salt: string): string => scryptSync(code, salt, 32, { N: 1024 }).toString('base64url');

/** A new code and what is remembered of it; `codeId` names the message that carries it. */
export function newCode(now: Instant, validMinutes: number): { readonly digits: string; readonly code: OneTimeCode } {
  const digits = String(randomInt(1_000_000)).padStart(6, '0');
  const salt = randomBytes(16).toString('base64url');
  const expiresAt = new Date(Date.parse(now) + validMinutes * 60_000).toISOString();
  const codeId = newNumber('MS');
  return { digits, code: { codeId, hash: hashCode(digits, salt), salt, sentAt: now, expiresAt, failures: 0 } };
}

/** Compares in constant time; how long it takes says nothing about how near a guess was. */
export function codeMatches(code: OneTimeCode, typed: string): boolean {
  const wanted = Buffer.from(code.hash);
  const given = Buffer.from(hashCode(typed.trim(), code.salt));
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** Binds a signature to exactly these terms: any other figure gives another hash. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
