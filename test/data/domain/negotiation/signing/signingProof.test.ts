// A signature is proved from reading, code, time and word, or it says what is missing; nothing else makes a proof.
import fc from 'fast-check';
import { codeAccepted, readNow, type Signing } from '../../../../../data/domain/negotiation/signing/signing';
import { type Consent, proveSigning } from '../../../../../data/domain/negotiation/signing/signingProof';
import { anOffer } from '../../builders';

const at = (seconds: number) => new Date(Date.parse('2026-11-23T02:00:00.000Z') + seconds * 1000).toISOString();
const terms = { offer: anOffer(), policyVersion: 'offers-2026-11' };
const code = { codeId: 'MS-1', hash: 'h', salt: 's', sentAt: at(0), expiresAt: at(600), failures: 0 };
const read: Signing = readNow({ terms, termsHash: 'terms', readAt: at(0), code });
const accepted = read.step === 'read' ? codeAccepted(read, code, at(5)) : read;
const consent = (seconds: number, changes: Partial<Consent> = {}): Consent => ({
  now: at(seconds),
  words: '确认',
  termsHash: 'terms',
  readingSeconds: 10,
  ...changes,
});

test('read, code and word, in time and after the reading time, prove the terms that were read', () => {
  expect(proveSigning(accepted, consent(30))).toMatchObject({
    kind: 'proved',
    proof: { kind: 'customer', terms, readAt: at(0), codeId: 'MS-1', codeAcceptedAt: at(5), consentedAt: at(30) },
  });
});

test.each<readonly [string, Signing | null, Consent, string]>([
  ['nothing was chosen', null, consent(30), 'notRead'],
  ['the terms were chosen but not read', { step: 'chosen', terms }, consent(30), 'notRead'],
  ['everything is signed already', { step: 'signed', terms }, consent(30), 'notRead'],
  ['the terms are others now', accepted, consent(30, { termsHash: 'others' }), 'notRead'],
  ['no word was said', accepted, consent(30, { words: '' }), 'notRead'],
  ['no code was typed', read, consent(30), 'noCode'],
  ['the accepted code is older than ten minutes', accepted, consent(601), 'codeExpired'],
  ['the clock was set back before the code was sent', accepted, consent(-1), 'codeExpired'],
  ['the reading time is not over', accepted, consent(9), 'tooEarly'],
])('%s: no proof', (_, signing, given, missing) => {
  expect(proveSigning(signing, given).kind).toBe(missing);
});

test('a yes too early says how many seconds are left', () => {
  expect(proveSigning(accepted, consent(3))).toEqual({ kind: 'tooEarly', secondsLeft: 7 });
  expect(proveSigning(accepted, consent(9.5))).toEqual({ kind: 'tooEarly', secondsLeft: 1 });
});

test('whatever the times, there is a proof exactly when reading time and code allow it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 900 }), fc.integer({ min: 0, max: 600 }), (now, readingSeconds) => {
      const proved = proveSigning(accepted, consent(now, { readingSeconds })).kind === 'proved';
      expect(proved).toBe(now >= 0 && now <= 600 && now >= readingSeconds);
    }),
  );
});
