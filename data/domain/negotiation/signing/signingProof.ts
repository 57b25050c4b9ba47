// What a signature rests on. This module alone can make a proof, and without one nothing can be agreed or concluded.
import type { Instant } from '../../calendar/instant';
import type { CustomerTurn } from '../../customer/customerTurn';
import { codeIsGood } from './oneTimeCode';
import { type AgreementTerms, readingUnderWay, type Signing } from './signing';

/** Not exported: no other module can write a proof down, and none comes out of a file or a memory. */
const proven: unique symbol = Symbol('proven');

interface Proven {
  readonly [proven]: true;
  readonly terms: AgreementTerms;
}

/** A customer signed: what they read and when, the code they typed and when, and the word they then said. */
export interface CustomerProof extends Proven {
  readonly kind: 'customer';
  readonly termsHash: string;
  readonly readAt: Instant;
  readonly codeId: string;
  readonly codeAcceptedAt: Instant;
  readonly words: string;
  readonly consentedAt: Instant;
}

/** The engine on its own said the terms and was told yes: simulations, `negotiate` and samples. It binds nobody. */
export interface RehearsalProof extends Proven {
  readonly kind: 'rehearsal';
}

export type SigningProof = CustomerProof | RehearsalProof;

/** An explicit word of consent, and the world at the moment it was said. */
export interface Consent {
  readonly now: Instant;
  /** The word itself, such as "confirm", as the list of explicit words has it. */
  readonly words: string;
  /** Hash of the terms and accounts as they stand now. */
  readonly termsHash: string;
  /** Seconds that must lie between read-back and consent. */
  readonly readingSeconds: number;
}

export type Proving =
  | { readonly kind: 'proved'; readonly proof: CustomerProof }
  /** The terms were not read, or are no longer those that were read. */
  | { readonly kind: 'notRead' }
  | { readonly kind: 'noCode' }
  | { readonly kind: 'codeExpired' }
  | { readonly kind: 'tooEarly'; readonly secondsLeft: number };

/** Whole seconds of the reading time that are still to pass. A clock that was set back has let none pass. */
export function readingSecondsLeft(readAt: Instant, now: Instant, readingSeconds: number): number {
  const passed = Math.max(0, (Date.parse(now) - Date.parse(readAt)) / 1000);
  return Math.max(0, Math.ceil(readingSeconds - passed));
}

/**
 * Proves a signature, or says what is missing. A yes before the reading time is over is not kept for later: the rule on the
 * cost table asks for a confirmation after reading, so the word must be said again, while the code that came with it stays.
 */
export function proveSigning(signing: Signing | null, { now, words, termsHash, readingSeconds }: Consent): Proving {
  const read = readingUnderWay(signing);
  if (read === null || read.termsHash !== termsHash || words === '') return { kind: 'notRead' };
  if (read.step === 'read') return { kind: 'noCode' };
  if (!codeIsGood(read.code, now)) return { kind: 'codeExpired' };
  const secondsLeft = readingSecondsLeft(read.readAt, now, readingSeconds);
  if (secondsLeft > 0) return { kind: 'tooEarly', secondsLeft };
  const { terms, readAt, codeAcceptedAt } = read;
  const { codeId } = read.code;
  const proof = {
    kind: 'customer',
    terms,
    termsHash,
    readAt,
    codeId,
    codeAcceptedAt,
    words,
    consentedAt: now,
  } as const;
  return { kind: 'proved', proof: { [proven]: true, ...proof } };
}

/**
 * A structured yes to the read-back that was the last move, where no customer is there to sign; null for any other turn and
 * where nothing was read back.
 */
export const rehearseYes = (signing: Signing | null, turn: CustomerTurn): RehearsalProof | null =>
  signing === null || turn.intent !== 'affirm' ? null : rehearseTerms(signing.terms);

/** A rehearsal of terms that a simulated bank has just read back by itself. */
export const rehearseTerms = (terms: AgreementTerms): RehearsalProof => ({ [proven]: true, kind: 'rehearsal', terms });
