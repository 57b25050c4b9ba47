// Negotiate: speaks each move of the engine. The switch below is the table of contents of a bargaining conversation.

import { dayOfMonth } from '../../../data/domain/calendar/calendar';
import type { CustomerTurn } from '../../../data/domain/customer/customerTurn';
import { type Move, offersOf } from '../../../data/domain/negotiation/move';
import type { Negotiation } from '../../../data/domain/negotiation/negotiation';
import { nextMove } from '../../../data/domain/negotiation/nextMove';
import type { Consent, CustomerProof } from '../../../data/domain/negotiation/signing/signingProof';
import { whyNotLower } from '../../../data/domain/negotiation/whyNotLower';
import type { DueDay } from '../../../data/domain/offer/offer';
import { offerNext } from '../../detours/chat/openingDialog';
import { amountAsked } from '../../detours/money/accountDialog';
import { arrangementInForce, sayArrangement } from '../../detours/money/arrangementLines';
import { handOff } from '../../detours/people/handoffDialog';
import { ownWords } from '../../talk/acts/ownWords';
import type { After, Flow, Turn } from '../../talk/turn';
import { directionOfRefusal } from '../../understanding/intents/wish';
import { openHardshipReview } from '../hardship/hardshipDialog';
import { askPromisedSum, goOnPromising, sayPromise } from '../promiseDialog';
import { conclude } from '../sign/concludeAgreement';
import { readBackAndSendCode } from '../sign/readBack';
import { sayAsk } from './askLines';
import { sayCards } from './cardLines';
import { sayNearest } from './nearestLines';
import { type Negotiated, negotiatedAccounts } from './negotiatedAccounts';
import { type MoveContext, type OffersMove, offerTaps, sayOffers } from './offerMoves';
import { refuse } from './refusalLines';
import { sayTableChanges } from './tableChangeLines';

/** A refusal that says what is wrong ("too steep") moves the offers that way. */
function withDirection(turn: Turn): CustomerTurn {
  const { heard } = turn;
  if (heard.intent !== 'negotiate.reject' || Object.keys(heard.slots).length > 0) return heard;
  const wish = directionOfRefusal(ownWords(turn), turn.state.locale);
  return wish === undefined ? heard : { ...heard, slots: { wish } };
}

/** "600 a month, and can you knock off the charges": the figure is bargained with, and the wish beside it is answered. */
const asksReliefToo = ({ heard }: Turn): boolean =>
  heard.intent !== 'negotiate.priceRelief' && heard.acts.some(({ intent }) => intent === 'negotiate.priceRelief');

/** Takes this turn to the engine and speaks its move. */
export async function negotiate(turn: Turn): Promise<After> {
  const negotiated = await negotiatedAccounts(turn);
  if (negotiated !== undefined && asksReliefToo(turn)) turn.say('relief.rule', {});
  return negotiated === undefined ? 'stay' : takeToEngine(turn, negotiated, withDirection(turn), null);
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
  // How long a quote is good for depends on the day that limits were superseded, not on their version alone.
  const { version: policyVersion, quoteValidDays } = limits;
  const consent = given === null ? null : { kind: given.proof.kind, ...given.consent };
  turn.audit(
    'negotiation.move',
    { negotiation: before, turn: heard, account: view, policyVersion, quoteValidDays, today, consent },
    { move },
  );
  state.negotiation = negotiation;
  state.stage = 'negotiating';
  keepQuote(turn, negotiation, move);
  sayTableChanges(turn, move);
  return speak(turn, move, {
    before,
    after: negotiation,
    latestDay: limits.dueDayMax,
    why: () => whyNotLower(negotiation, view, limits),
  });
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

/** The cards that the offers are for, where that is not plain, and the offers. */
async function sayOffered(turn: Turn, move: OffersMove, context: MoveContext): Promise<After> {
  await sayCards(turn);
  return sayOffers(turn, move, context);
}

async function speak(turn: Turn, move: Move, context: MoveContext): Promise<After> {
  const { before, after } = context;
  switch (move.kind) {
    case 'ask':
      if (after.stage === 'promising' && move.slot === 'lumpSum') return askPromisedSum(turn, after.promise?.payDate);
      return offersOf(move).length > 0 ? sayOffered(turn, move, context) : sayAsk(turn, move, context);
    case 'offer':
      return sayOffered(turn, move, context);
    case 'nearest':
      return sayNearest(turn, move, before.facts, after.facts);
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

function sayEnd(turn: Turn): After {
  const validUntil = turn.state.negotiation?.table.map((offer) => offer.validUntil).sort()[0];
  turn.state.stage = 'open';
  if (validUntil === undefined) turn.say('negotiation.end', {});
  else turn.say('negotiation.quoteSaved', { validUntil });
  offerNext(turn);
  return 'stay';
}

/** Plans of this conversation that can still be taken, while nothing is under way. */
export const hasLaidAside = ({ state: { stage, negotiation }, today }: Turn): boolean =>
  stage === 'open' && (negotiation?.table ?? []).some(({ validUntil }) => validUntil >= today);

/** Opens or takes up a negotiation; an arrangement in force is shown instead, unless an instalment was missed. */
export async function startOrGoOn(turn: Turn): Promise<After> {
  const inForce = await arrangementInForce(turn);
  const day = dayAskedFor(turn);
  if (inForce !== undefined && day !== undefined) {
    turn.say('arrangement.changeDay', { day }).tap('button.human', {}, 'human');
    return 'stay';
  }
  if (inForce !== undefined && inForce.missed === 0) {
    await sayArrangement(turn);
    return 'stay';
  }
  if (inForce !== undefined && turn.heard.intent !== 'promiseToPay' && turn.timesSaid('arrangement.lighter') === 0) {
    const { agreementNumber, offer } = inForce.record;
    turn.say('arrangement.lighter', { agreementNumber, instalment: offer.instalmentFen });
  }
  return negotiate(turn);
}

/** A hardship that is told; what can be paid, said beside it, is kept where offers are made. */
export async function tellHardship(turn: Turn): Promise<After> {
  const tellsFigure = turn.heard.slots.monthlyAmount !== undefined && (await arrangementInForce(turn)) === undefined;
  return tellsFigure ? negotiate(turn) : openHardshipReview(turn);
}

/** The day of the month that is asked for, and nothing else; of an arrangement, a date is one too: "can the day be the 5th". */
function dayAskedFor(turn: Turn): DueDay | undefined {
  const { intent, slots } = turn.heard;
  if (amountAsked(turn) !== undefined) return undefined;
  const date = intent === 'negotiate.terms' ? slots.payDate : undefined;
  return slots.dueDay ?? slots.payday ?? (date === undefined ? undefined : dayOfMonth(date));
}

const offerLines = [
  'negotiation.offer.line',
  'negotiation.offer.lineWithStart',
  'negotiation.offer.lineFalling',
  'negotiation.offer.lineFallingWithStart',
  'negotiation.offer.short',
  'negotiation.quoteFound',
] as const;

/** Whether the customer has seen a plan in this conversation. */
const hasShown = (turn: Turn): boolean => offerLines.some((id) => turn.timesSaid(id) > 0);

/** The open question after a detour: once more, and not after each detour in a row; what can be tapped still answers it. */
function askOnceMore(turn: Turn, question: 'negotiation.ask.lumpSum' | 'negotiation.resumeAsk'): void {
  const isNagging = turn.wasJustSaid(question) && turn.timesSaid(question) > 1;
  if (!isNagging) turn.say(question, {});
}

export const negotiationDialog: Flow = {
  isAnswer: () => false,
  hear: negotiate,
  async resume(turn) {
    const table = turn.state.negotiation?.table ?? [];
    turn.expects = turn.state.expects;
    const promise = turn.state.negotiation?.stage === 'promising' ? turn.state.negotiation.promise : null;
    if (promise !== null) return goOnPromising(turn, promise);
    // A gap was told, and no plan was shown: what could close it is what is open.
    if (table.length > 0 && !hasShown(turn)) {
      if (!turn.said.some(({ id }) => id === 'negotiation.nearest.close')) turn.say('negotiation.nearest.close', {});
      turn.tap('button.hardshipReview', {}, 'hardship').tap('button.human', {}, 'human');
      return;
    }
    if (table.length === 0 && turn.state.expects === 'lumpSum') {
      askOnceMore(turn, 'negotiation.ask.lumpSum');
      turn.tap('button.noMoneyNow', {}, 'deny').tap('button.human', {}, 'human');
      return;
    }
    if (table.length === 0) {
      askOnceMore(turn, 'negotiation.resumeAsk');
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
