// How far the signature of one offer has come: offered → chosen → read → code accepted → signed. The only place that knows.
// `null` is "offered": nothing is being signed. Consent is no step that could be stored: it makes the proof and signs at once.
import { z } from 'zod';
import { type Instant, instantSchema } from '../../calendar/instant';
import { offerSchema } from '../../offer/offer';
import { type OneTimeCode, oneTimeCodeSchema } from './oneTimeCode';

/** The terms that both sides bind themselves to. */
export const agreementTermsSchema = z.object({ offer: offerSchema, policyVersion: z.string() });
export type AgreementTerms = z.infer<typeof agreementTermsSchema>;

const readBack = {
  terms: agreementTermsSchema,
  /** Binds the signature to exactly the terms and the accounts that were read. */
  termsHash: z.string().min(1),
  readAt: instantSchema,
};

export const signingSchema = z.discriminatedUnion('step', [
  /** An offer was chosen and its terms are the move; nothing has been read to a customer yet. */
  z.object({ step: z.literal('chosen'), terms: agreementTermsSchema }),
  /** The terms were read back. No code stands while the customer has had as many as are sent in an hour or a day. */
  z.object({ step: z.literal('read'), ...readBack, code: oneTimeCodeSchema.nullable() }),
  /** The code of exactly this read-back was typed in time. */
  z.object({
    step: z.literal('codeAccepted'),
    ...readBack,
    code: oneTimeCodeSchema,
    codeAcceptedAt: instantSchema,
  }),
  z.object({ step: z.literal('signed'), terms: agreementTermsSchema }),
]);
export type Signing = z.infer<typeof signingSchema>;
export type ReadSigning = Extract<Signing, { step: 'read' | 'codeAccepted' }>;

/** Which terms were read, when, under which hash, and the code sent for this reading. */
export interface Reading {
  readonly terms: AgreementTerms;
  readonly termsHash: string;
  readonly readAt: Instant;
  readonly code: OneTimeCode | null;
}

/** The terms were read back now; whatever stood before is void, its code included. */
export const readNow = (reading: Reading): Signing => ({ step: 'read', ...reading });

/** A new code for the same reading; an earlier one is void, accepted or not. */
export const withNewCode = ({ terms, termsHash, readAt }: ReadSigning, code: OneTimeCode | null): Signing => ({
  step: 'read',
  terms,
  termsHash,
  readAt,
  code,
});

/** The right digits came in time. */
export const codeAccepted = (
  { terms, termsHash, readAt }: ReadSigning,
  code: OneTimeCode,
  codeAcceptedAt: Instant,
): Signing => ({ step: 'codeAccepted', terms, termsHash, readAt, code, codeAcceptedAt });

/** The same figures, dates and rates under the same policy version. The order of fields, as it was saved, does not count. */
export const sameTerms = (one: AgreementTerms, other: AgreementTerms): boolean =>
  JSON.stringify(agreementTermsSchema.parse(one)) === JSON.stringify(agreementTermsSchema.parse(other));

/** The read-back that is on the screen; null while nothing has been read or everything is signed. */
export const readingUnderWay = (signing: Signing | null): ReadSigning | null =>
  signing?.step === 'read' || signing?.step === 'codeAccepted' ? signing : null;
