// Small moves that many paths share: ask for one thing, hand over, end, refuse.
import type { NegotiationMessageId, Reason, RefusalReason } from '../move';
import type { Negotiation } from '../negotiation';
import type { SigningProof } from '../signing/signingProof';
import type { Answer } from './menu';
import { reason } from './scene';

/** How often one thing is asked before the engine goes on without it. */
export const askedMax = 2;

const askMessages = {
  monthlyAmount: 'negotiation.ask.monthlyAmount',
  lumpSum: 'negotiation.ask.lumpSum',
  payDate: 'negotiation.ask.payDate',
  dueDay: 'negotiation.ask.dueDay',
  offer: 'negotiation.ask.offer',
  /** What of the offers does not fit. */
  change: 'negotiation.ask.change',
} as const satisfies Record<string, NegotiationMessageId>;
export type Askable = keyof typeof askMessages;

export const timesAsked = (negotiation: Negotiation, what: Askable): number => negotiation.asked[what] ?? 0;

/** Asks for one thing, in other words the second time. */
export function ask(
  negotiation: Negotiation,
  what: Askable,
  reasons: readonly Reason[] = [],
  messageId?: NegotiationMessageId,
): Answer {
  const before = timesAsked(negotiation, what);
  const again = what === 'monthlyAmount' && before > 0;
  const slot = what === 'change' ? 'offer' : what;
  return {
    move: {
      kind: 'ask',
      slot,
      messageId: messageId ?? (again ? 'negotiation.ask.monthlyAmountAgain' : askMessages[what]),
      reasons: [reason('missing', { slot: what, asked: before }), ...reasons],
    },
    negotiation: { ...negotiation, asked: { ...negotiation.asked, [what]: before + 1 }, lastAsked: slot },
  };
}

/** What is signed stays signed; anything less is void when the table is left. */
const signedOnly = ({ signing }: Negotiation) => (signing?.step === 'signed' ? signing : null);

export const handOver = (negotiation: Negotiation, why: string): Answer => ({
  move: {
    kind: 'handoff',
    reason: why,
    messageId: 'negotiation.handoff',
    reasons: [reason('handoff', { why, rounds: negotiation.rounds })],
  },
  negotiation: { ...negotiation, stage: 'handoff', signing: signedOnly(negotiation), lastAsked: null },
});

/** The customer stops here; offers on the table stay good until their day. */
export function end(negotiation: Negotiation, why: string): Answer {
  const saved = negotiation.table.length > 0 && negotiation.closedBy === null && negotiation.signing?.step !== 'signed';
  return {
    move: {
      kind: 'end',
      messageId: saved ? 'negotiation.quoteSaved' : 'negotiation.end',
      reasons: [reason('end', { why, offersSaved: saved ? negotiation.table.length : 0 })],
    },
    negotiation: { ...negotiation, stage: 'ended', signing: signedOnly(negotiation), promise: null, lastAsked: null },
  };
}

export const refuse = (negotiation: Negotiation, why: RefusalReason, reasons: readonly Reason[]): Answer => ({
  move: { kind: 'refuse', reason: why, messageId: `negotiation.refuse.${why}`, reasons },
  negotiation: { ...negotiation, stage: 'refused', signing: null, lastAsked: null },
});

/** A review by people who look at the whole budget: no price talk before it. */
export const hardshipReview = (
  negotiation: Negotiation,
  why: Reason = reason('hardship.stated', {}, 'documentedReasons'),
): Answer => ({
  move: { kind: 'hardship', messageId: 'hardship.feel.any', reasons: [why] },
  negotiation: {
    ...negotiation,
    stage: 'hardship',
    hardshipHeard: true,
    signing: signedOnly(negotiation),
    promise: null,
    lastAsked: null,
  },
});

/** The terms that were proved to be read and consented to, and no others. */
export const agreed = (negotiation: Negotiation, proof: SigningProof): Answer => {
  const { offer, policyVersion } = proof.terms;
  return {
    move: {
      kind: 'agreed',
      agreement: proof.terms,
      proof,
      messageId: 'negotiation.agreed',
      reasons: [reason('accepted', { offerNumber: offer.number, policyVersion })],
    },
    negotiation: { ...negotiation, signing: { step: 'signed', terms: proof.terms }, lastAsked: null },
  };
};

/** Reads one offer of the table back; whatever was being signed before is void. */
export const readBack = (negotiation: Negotiation, number: number): Answer | null => {
  const offer = negotiation.table.find((one) => one.number === number);
  if (offer === undefined) return null;
  const policyVersion = negotiation.offerVersions[offer.number] ?? negotiation.policyVersion;
  return {
    move: {
      kind: 'readBack',
      offer,
      messageId: 'negotiation.readBack',
      reasons: [reason('chosen', { offerNumber: number })],
    },
    negotiation: {
      ...negotiation,
      stage: 'offering',
      signing: { step: 'chosen', terms: { offer, policyVersion } },
      lastAsked: 'confirm',
    },
  };
};
