// The offers that a move puts forward: the answer to a wish, true reasons, what was understood, then the offers themselves.
import { type Move, offersOf, type WishLine } from '../../../data/domain/negotiation/move';
import type { Negotiation } from '../../../data/domain/negotiation/negotiation';
import type { WhyLine } from '../../../data/domain/negotiation/whyNotLower';
import type { After, Turn } from '../../talk/turn';
import { sayNoted } from './notedLines';
import { sayOfferLines } from './offerLines';
import { sayWhy } from './whyLines';
import { hasMoved, sayWish } from './wishLines';

/** What the engine knew before and after this message, and what its words need besides the move. */
export interface MoveContext {
  readonly before: Negotiation;
  readonly after: Negotiation;
  /** The last day of the month on which instalments may fall due. */
  readonly latestDay: number;
  readonly why: () => WhyLine[];
}

/** One tap an offer on the table, then further talk and a person. */
export function offerTaps(turn: Turn): void {
  for (const number of turn.state.negotiation?.shownNumbers ?? [])
    turn.tap('button.choose', { number }, 'negotiate.accept', { offerNumber: number });
  turn.tap('button.negotiate', {}, 'negotiate.reject').tap('button.human', {}, 'human');
}

const hasReason = (move: Move, rule: string): boolean => move.reasons.some((reason) => reason.rule === rule);

/** What gives relief: reasons with proof, a first payment, or nothing; each only where the rules have it. */
export function sayRelief(turn: Turn, move: Move): void {
  const told = move.reasons.find(({ rule }) => rule === 'relief.rules');
  const [amount, waived] = [told?.facts.firstPaymentFen, told?.facts.waivedFen];
  const byStart = typeof amount === 'number' && typeof waived === 'number';
  if (move.messageId === 'negotiation.relief.notInPolicy') turn.say('negotiation.relief.notInPolicy', {});
  else if (move.messageId !== 'negotiation.relief.byFirstPayment') turn.say('negotiation.relief.needsEvidence', {});
  if (byStart) turn.say('negotiation.relief.byFirstPayment', { amount, waived });
}

/** Offers alone, or with the question for money at hand beside them. */
export type OffersMove = Move & { kind: 'offer' | 'ask' };

/** What ends a message of offers: the question beside them, or that they may still be changed. */
const sayClose = (turn: Turn, { kind }: OffersMove): void => {
  if (kind === 'ask') turn.say('negotiation.ask.lumpSumBeside', {});
  else turn.say('negotiation.offer.close', {});
};

export function sayOffers(turn: Turn, move: OffersMove, heard: MoveContext): After {
  turn.expects = move.kind === 'ask' ? 'lumpSum' : 'offer';
  const asksPrice = move.messageId.startsWith('negotiation.relief.');
  const same = JSON.stringify(heard.before.shownNumbers) === JSON.stringify(heard.after.shownNumbers);
  // Asked again, or refused with nothing left to change: the true reasons instead of the same words.
  if ((asksPrice && turn.timesSaid('negotiation.relief.needsEvidence') > 0) || hasReason(move, 'unmoved'))
    sayWhy(turn, heard.why());
  else if (move.wish !== undefined) sayWished(turn, move, move.wish, heard);
  else if (asksPrice) sayRelief(turn, move);
  else if (same && hasReason(move, 'nothingNew') && turn.heard.intent === 'negotiate.terms')
    turn.say('negotiation.whatToChange', {});
  else if (same && heard.before.lastAsked === 'lumpSum') {
    // The question beside the offers is answered, and they are the same: they are not read out again.
    sayNoted(turn, heard.before.facts, heard.after.facts);
    turn.say('negotiation.resume', { offers: heard.after.shownNumbers.length });
  } else {
    // A wish for less that came with new facts: the wish is answered, and so are the facts.
    if (hasReason(move, 'relief.rules')) sayRelief(turn, move);
    sayNoted(turn, heard.before.facts, heard.after.facts);
    sayOfferBlock(turn, move);
  }
  offerTaps(turn);
  return 'stay';
}

/** The wish first; the offers only where there are others than before. */
function sayWished(turn: Turn, move: OffersMove, wish: WishLine, { before, after }: MoveContext): void {
  if (hasReason(move, 'relief.rules')) sayRelief(turn, move);
  sayNoted(turn, before.facts, after.facts);
  sayWish(turn, wish);
  const same = JSON.stringify(before.shownNumbers) === JSON.stringify(after.shownNumbers);
  if (same && !hasMoved(wish)) {
    turn.say('negotiation.resume', { offers: after.shownNumbers.length });
    return;
  }
  sayOfferLines(turn, offersOf(move));
  sayClose(turn, move);
}

function sayOfferBlock(turn: Turn, move: OffersMove): void {
  const { messageId } = move;
  const offers = offersOf(move);
  const [first] = offers;
  if (first === undefined) return;
  const { dueDay, instalmentCount: count, instalmentFen: instalment } = first;
  if (messageId === 'negotiation.offer.safer' || messageId === 'negotiation.offer.tight')
    turn.say(messageId, { count, instalment, dueDay });
  else if (offers.length === 1) turn.say('negotiation.offer.one', { dueDay });
  else turn.say(offers.length === 2 ? 'negotiation.offer.two' : 'negotiation.offer.three', { dueDay });
  sayOfferLines(turn, offers);
  sayClose(turn, move);
}
