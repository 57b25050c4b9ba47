// What the engine asks for: a figure, a day, or which of the offers.
import { exactYuan } from '../../../data/domain/customer/customerTurn';
import type { Move, TooLittle } from '../../../data/domain/negotiation/move';
import type { Negotiation } from '../../../data/domain/negotiation/negotiation';
import type { After, Turn } from '../../talk/turn';
import { sayNoted } from './notedLines';
import { offersInShort } from './offerLines';
import { type MoveContext, offerTaps, sayRelief } from './offerMoves';
import { sayWish } from './wishLines';

export function sayAsk(turn: Turn, move: Move & { kind: 'ask' }, { before, after, latestDay }: MoveContext): After {
  sayNoted(turn, before.facts, after.facts);
  if (move.wish !== undefined) sayWish(turn, move.wish);
  turn.expects = move.slot;
  switch (move.slot) {
    case 'lumpSum':
      askMoneyAtHand(turn, move.tooLittle);
      break;
    case 'payDate':
      turn.say('negotiation.ask.payDate', {});
      break;
    case 'dueDay':
      turn.say('negotiation.ask.dueDay', { latest: latestDay >= 31 ? 'last' : latestDay });
      break;
    case 'offer':
      if (move.messageId === 'negotiation.ask.change') askWhatToChange(turn);
      else sayWhichOffer(turn, after);
      break;
    default:
      if (move.messageId.startsWith('negotiation.relief.')) sayRelief(turn, move);
      turn.say(
        move.messageId === 'negotiation.ask.monthlyAmountAgain' ? move.messageId : 'negotiation.ask.monthlyAmount',
        {},
      );
      turn.tap('button.unsure', {}, 'negotiate.start').tap('button.noIncome', {}, 'hardship');
  }
  return 'stay';
}

/** Money for a start; where the monthly figure falls short of every plan, by how much, and what would close it. */
function askMoneyAtHand(turn: Turn, short: TooLittle | undefined): void {
  if (short !== undefined) {
    const { asked, nearest, missing, downPaymentThatCloses } = short.shortfall;
    const [balance, count] = [short.repaidFen, short.instalmentCount];
    turn.say('negotiation.nearest.monthlyAmount', { balance, count, instalment: nearest, asked, missing });
    if (downPaymentThatCloses !== null) {
      turn.say('negotiation.ask.lumpSumCloses', { downPayment: downPaymentThatCloses });
      turn.tap('button.firstPayment', {}, 'negotiate.terms', { lumpSum: exactYuan(downPaymentThatCloses) });
    }
  }
  turn.say('negotiation.ask.lumpSum', {}).tap('button.noMoneyNow', {}, 'deny');
  if (short !== undefined) turn.tap('button.hardshipReview', {}, 'hardship');
  turn.tap('button.human', {}, 'human');
}

/** A bare no: what of the offers does not fit? They stay as they are. */
function askWhatToChange(turn: Turn): void {
  turn.say('negotiation.ask.change', {});
  turn
    .tap('button.lower', {}, 'negotiate.terms', { wish: 'lower' })
    .tap('button.shorter', {}, 'negotiate.terms', { wish: 'shorter' })
    .tap('button.human', {}, 'human');
}

/** Which of the offers? With each in short, and where a number named none of them, that is said. */
function sayWhichOffer(turn: Turn, { table, shownNumbers }: Negotiation): void {
  const shown = table.filter(({ number }) => shownNumbers.includes(number));
  const list = offersInShort(turn, shown.length > 0 ? shown : table);
  const { offerNumber } = turn.heard.slots;
  const isUnknown = offerNumber !== undefined && !table.some(({ number }) => number === offerNumber);
  if (isUnknown) turn.say('negotiation.ask.noSuchOffer', { number: offerNumber, list });
  else turn.say('negotiation.ask.offerAmong', { list });
  turn.say('negotiation.ask.offer', {});
  offerTaps(turn);
}
