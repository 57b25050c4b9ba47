// Negotiate: speaks each move of the engine. The switch below is the table of contents of a bargaining conversation.
import type { CustomerTurn } from '../../../data/domain/customer/customerTurn';
import type { Move } from '../../../data/domain/negotiation/move';
import type { Negotiation } from '../../../data/domain/negotiation/negotiation';
import { nextMove } from '../../../data/domain/negotiation/nextMove';
import type { Consent, CustomerProof } from '../../../data/domain/negotiation/signing/signingProof';
import { type WhyLine, whyNotLower } from '../../../data/domain/negotiation/whyNotLower';
import { offerNext } from '../../detours/chat/openingDialog';
import { amountAsked } from '../../detours/money/accountDialog';
import { arrangementInForce, sayArrangement } from '../../detours/money/arrangementLines';
import { handOff } from '../../detours/people/handoffDialog';
import type { After, Flow, Turn } from '../../talk/turn';
import { openHardshipReview } from '../hardshipDialog';
import { sayPromise } from '../promiseDialog';
import { conclude } from '../sign/concludeAgreement';
import { readBackAndSendCode } from '../sign/readBack';
import { sayNearest } from './nearestLines';
import { type Negotiated, negotiatedAccounts } from './negotiatedAccounts';
import { sayNoted, sayOfferLines } from './offerLines';
import { refuse } from './refusalLines';
import { sayTableChanges } from './tableChangeLines';
import { sayWhy } from './whyLines';

/** Takes this turn to the engine and speaks its move. */
export async function negotiate(turn: Turn): Promise<After> {
  const negotiated = await negotiatedAccounts(turn);
  return negotiated === undefined ? 'stay' : takeToEngine(turn, negotiated, turn.heard, null);
}

/** The consent that a signature was proved from, as an audit keeps it and a replay proves it again. */
export interface GivenConsent {
  readonly consent: Consent;
  readonly proof: CustomerProof;
}

/** Asks the engine, records the decision with its inputs, and speaks the move. Only with a proof can that be `agreed`. */
export async function takeToEngine(
  turn: Turn,
  { view, limits, before }: Negotiated,
  heard: CustomerTurn,
  given: GivenConsent | null,
): Promise<After> {
  const { state, today } = turn;
  const { move, negotiation } = nextMove(before, heard, view, limits, today, given?.proof ?? null);
  const consent = given === null ? null : { kind: given.proof.kind, ...given.consent };
  turn.audit(
    'negotiation.move',
    { negotiation: before, turn: heard, account: view, policyVersion: limits.version, today, consent },
    { move },
  );
  state.negotiation = negotiation;
  state.stage = 'negotiating';
  keepQuote(turn, negotiation, move);
  sayTableChanges(turn, move);
  return speak(turn, move, () => whyNotLower(negotiation, view, limits));
}

/** Offers on the table wait for the customer in whatever conversation comes next, as long as they are valid. */
function keepQuote(turn: Turn, negotiation: Negotiation, move: Move): void {
  const { customerId } = turn;
  const { negotiatedAccountIds: accountIds } = turn.state;
  if (customerId === null || negotiation.table.length === 0 || move.kind === 'agreed') return;
  // A signature under way belongs to this conversation: whoever finds the offers again has read nothing yet.
  const kept = { ...negotiation, signing: null };
  turn.record({ kind: 'saveQuote', record: { customerId, accountIds, negotiation: kept, savedOn: turn.today } });
}

async function speak(turn: Turn, move: Move, why: () => WhyLine[]): Promise<After> {
  switch (move.kind) {
    case 'ask':
      return sayAsk(turn, move);
    case 'offer':
      return sayOffers(turn, move, why);
    case 'nearest':
      return sayNearest(turn, move);
    case 'readBack':
      return readBackAndSendCode(turn, move.offer);
    case 'agreed':
      if (move.proof.kind !== 'customer') throw new Error('Only a customer’s own proof binds them.');
      return conclude(turn, move.proof);
    case 'promise':
      return sayPromise(turn, move);
    case 'hardship':
      return openHardshipReview(turn);
    case 'handoff':
      turn.say('negotiation.handoff', {});
      await handOff(turn, 'person');
      return 'stay';
    case 'refuse':
      return refuse(turn, move.reason);
    case 'end':
      return sayEnd(turn);
  }
}

function sayAsk(turn: Turn, move: Move & { kind: 'ask' }): After {
  sayNoted(turn, turn.heard.slots);
  turn.expects = move.slot;
  switch (move.slot) {
    case 'lumpSum':
      turn.say('negotiation.ask.lumpSum', {});
      break;
    case 'payDate':
      turn.say('negotiation.ask.payDate', {});
      break;
    case 'offer':
      turn.say('negotiation.ask.offer', {});
      offerTaps(turn);
      break;
    default:
      if (move.messageId.startsWith('negotiation.relief.')) sayRelief(turn, move.messageId);
      turn.say(
        move.messageId === 'negotiation.ask.monthlyAmountAgain' ? move.messageId : 'negotiation.ask.monthlyAmount',
        {},
      );
      turn.tap('button.unsure', {}, 'negotiate.start').tap('button.noIncome', {}, 'hardship');
  }
  return 'stay';
}

/** One tap an offer on the table, then further talk and a person. */
export function offerTaps(turn: Turn): void {
  for (const number of turn.state.negotiation?.shownNumbers ?? [])
    turn.tap('button.choose', { number }, 'negotiate.accept', { offerNumber: number });
  turn.tap('button.negotiate', {}, 'negotiate.reject').tap('button.human', {}, 'human');
}

const hasReason = (move: Move, rule: string): boolean => move.reasons.some((reason) => reason.rule === rule);

function sayRelief(turn: Turn, messageId: Move['messageId']): void {
  turn.say(
    messageId === 'negotiation.relief.notInPolicy'
      ? 'negotiation.relief.notInPolicy'
      : 'negotiation.relief.needsEvidence',
    {},
  );
}

function sayOffers(turn: Turn, move: Move & { kind: 'offer' }, why: () => WhyLine[]): After {
  turn.expects = 'offer';
  const [first] = move.offers;
  const asksPrice = move.messageId.startsWith('negotiation.relief.');
  // Asked again, or refused with nothing left to change: the true reasons instead of the same words.
  if ((asksPrice && turn.timesSaid('negotiation.relief.needsEvidence') > 0) || hasReason(move, 'unmoved'))
    sayWhy(turn, why());
  else if (asksPrice) sayRelief(turn, move.messageId);
  else if (first !== undefined) {
    // A wish for less that came with new facts: the wish is answered, and so are the facts.
    if (hasReason(move, 'relief.rules')) sayRelief(turn, 'negotiation.relief.needsEvidence');
    sayNoted(turn, turn.heard.slots);
    const dueDay = first.dueDay;
    if (move.messageId === 'negotiation.offer.safer') turn.say('negotiation.offer.safer', { dueDay });
    else if (move.offers.length === 1) turn.say('negotiation.offer.one', { dueDay });
    else turn.say(move.offers.length === 2 ? 'negotiation.offer.two' : 'negotiation.offer.three', { dueDay });
    sayOfferLines(turn, move.offers);
    turn.say('negotiation.offer.close', {});
  }
  offerTaps(turn);
  return 'stay';
}

function sayEnd(turn: Turn): After {
  const validUntil = turn.state.negotiation?.table.map((offer) => offer.validUntil).sort()[0];
  turn.state.stage = 'open';
  if (validUntil === undefined) turn.say('negotiation.end', {});
  else turn.say('negotiation.quoteSaved', { validUntil });
  offerNext(turn);
  return 'stay';
}

/** Opens or takes up a negotiation; an arrangement in force is shown instead, unless an instalment was missed. */
export async function startOrGoOn(turn: Turn): Promise<After> {
  const inForce = await arrangementInForce(turn);
  if (inForce !== undefined && turn.heard.slots.dueDay !== undefined && amountAsked(turn) === undefined) {
    turn.say('arrangement.changeDay', { day: turn.heard.slots.dueDay }).tap('button.human', {}, 'human');
    return 'stay';
  }
  if (inForce !== undefined && inForce.missed === 0) {
    await sayArrangement(turn);
    return 'stay';
  }
  return negotiate(turn);
}

export const negotiationDialog: Flow = {
  isAnswer: () => false,
  hear: negotiate,
  async resume(turn) {
    const table = turn.state.negotiation?.table ?? [];
    turn.expects = turn.state.expects;
    if (table.length === 0) {
      turn.say('negotiation.resumeAsk', {});
      turn
        .tap('button.unsure', {}, 'negotiate.start')
        .tap('button.noIncome', {}, 'hardship')
        .tap('button.human', {}, 'human');
      return;
    }
    turn.say('negotiation.resume', { offers: turn.state.negotiation?.shownNumbers.length ?? 1 });
    offerTaps(turn);
  },
};
