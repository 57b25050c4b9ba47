// A counter-offer that the limits cannot meet: the nearest offer, the one figure that is missing, and what could close it.
import { certainTurn, exactYuan } from '../../../data/domain/customer/customerTurn';
import type { Move } from '../../../data/domain/negotiation/move';
import type { NegotiationFacts } from '../../../data/domain/negotiation/negotiation';
import type { After, Turn } from '../../talk/turn';
import { sayNoted } from './notedLines';
import { sayOfferLines } from './offerLines';
import { sayWish } from './wishLines';

type NearestMove = Move & { kind: 'nearest' };

/** Days of the month as the engine holds them: 0 stands for the last day. */
const dayValue = (day: number) => (day === 0 || day > 31 ? 'last' : day);

function sayShortfall(turn: Turn, move: NearestMove): void {
  const { slot, asked, nearest, missing, instalmentAtAsked, dates } = move.shortfall;
  const [offer] = move.offers;
  switch (slot) {
    case 'lumpSum':
    case 'lumpSumShare':
      turn.say('negotiation.nearest.lumpSum', { asked, nearest, missing });
      return;
    case 'instalmentCount':
      if (instalmentAtAsked === undefined) turn.say('negotiation.nearest.instalmentCount', { asked, nearest });
      else turn.say('negotiation.nearest.instalmentCountTakes', { asked, instalment: instalmentAtAsked, nearest });
      return;
    case 'deferMonths':
      turn.say('negotiation.nearest.deferMonths', { asked, nearest });
      return;
    case 'startDate':
      if (dates !== undefined) turn.say('negotiation.nearest.startDate', dates);
      return;
    case 'dueDay':
      turn.say('negotiation.nearest.dueDay', { asked: dayValue(asked), nearest: dayValue(nearest) });
      return;
    default:
      if (offer !== undefined)
        turn.say('negotiation.nearest.monthlyAmount', {
          balance: offer.financedFen + offer.downPaymentFen,
          count: offer.instalmentCount,
          instalment: nearest,
          asked,
          missing,
        });
  }
}

export function sayNearest(turn: Turn, move: NearestMove, before: NegotiationFacts, after: NegotiationFacts): After {
  const { downPaymentThatCloses, slot } = move.shortfall;
  // A figure that falls short is named in the line that says so; what it was converted from is not.
  const saysMore = turn.heard.slots.monthlyAmount === undefined || turn.heard.slots.frequency !== undefined;
  if (slot !== 'monthlyAmount' || saysMore) sayNoted(turn, before, after);
  if (move.wish !== undefined) sayWish(turn, move.wish);
  sayShortfall(turn, move);
  if (slot !== 'monthlyAmount') sayOfferLines(turn, move.offers);
  // With two ways to close the gap the question is which; with one nearest offer it is whether that will do.
  if (downPaymentThatCloses === null) {
    turn.say('negotiation.nearest.accept', {});
    const [nearest] = move.offers;
    if (nearest !== undefined) turn.affirmMeans = certainTurn('negotiate.accept', { offerNumber: nearest.number });
  } else
    turn
      .say('negotiation.nearest.downPaymentCloses', { downPayment: downPaymentThatCloses })
      .say('negotiation.nearest.close', {});
  turn.expects = 'offer';
  // Of plans that were put in words each can be chosen.
  for (const { number } of slot === 'monthlyAmount' ? move.offers.slice(0, 1) : move.offers)
    turn.tap('button.choose', { number }, 'negotiate.accept', { offerNumber: number });
  if (downPaymentThatCloses !== null)
    turn.tap('button.firstPayment', {}, 'negotiate.terms', { lumpSum: exactYuan(downPaymentThatCloses) });
  turn.tap('button.hardshipReview', {}, 'hardship').tap('button.human', {}, 'human');
  return 'stay';
}
