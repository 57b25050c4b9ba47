// With offers on the table: one of them is chosen, by its number, its place, what is best of it, or as the one left unsigned; or a
// word alone moves the day or the plans one way.
import { type CustomerTurn, certainTurn, type Intent } from '../../../../data/domain/customer/customerTurn';
import type { Offer } from '../../../../data/domain/offer/offer';
import { namesSigning } from '../../../stages/sign/signingWords';
import { ownWords } from '../../../talk/acts/ownWords';
import type { Turn } from '../../../talk/turn';
import { bareWishIn, bestPicked, dayAlone, numberAlone, numberPicked, offersShown, offerTaken } from './choiceWords';
import { dayOfPlans, sumSaidAgain } from './figures/figureMoved';
import { asks } from './tableWords';

/** Questions and small readings that may be about the table, whatever else they sound like. */
export const mayAsk: readonly Intent[] = ['outOfScope', 'repeat', 'help', 'evidence'];
/** Readings of a bargaining that may be a question after all: only in the form of one, and with no figure. */
export const mayAskInPassing: readonly Intent[] = [
  'negotiate.start',
  'negotiate.terms',
  'negotiate.reject',
  'negotiate.accept',
  'promiseToPay',
  'undo',
  'goodbye',
];
/** Readings in which an offer may be chosen after all. */
const mayChoose: readonly Intent[] = [...mayAsk, ...mayAskInPassing, 'contactPreference', 'affirm', 'negotiate.accept'];

export const statesAmount = ({ slots }: CustomerTurn): boolean =>
  [slots.monthlyAmount, slots.lumpSum, slots.amount, slots.lumpSumShare].some((slot) => slot !== undefined);
export const statesFigure = (heard: CustomerTurn): boolean =>
  statesAmount(heard) || heard.slots.instalmentCount !== undefined;

/** "Go for that", after a plan of another length was asked for: the one that was worked out for it. */
function offerJustAskedFor({ state: { negotiation } }: Turn, shown: readonly Offer[]): number | undefined {
  const { instalmentCountMin: min, instalmentCountMax: max } = negotiation?.facts ?? {};
  return min === max ? shown.find(({ instalmentCount }) => instalmentCount === max)?.number : undefined;
}

/**
 * "Right, let's sign it", after a plan was read back and left unsigned: that one is read again; a number alone names another. A
 * bare yes or "confirm" chooses nothing.
 */
function chosenAfterAll({ heard, typed, state }: Turn, shown: readonly Offer[]): number | undefined {
  const { leftUnsigned, stage } = state;
  if (leftUnsigned === null || stage !== 'open') return undefined;
  const alone = numberAlone(typed, shown);
  if (alone !== undefined) return alone;
  const isTaken = heard.intent === 'negotiate.accept' || (heard.intent === 'affirm' && namesSigning(typed));
  const namesOther = Object.values(heard.slots).some((slot) => slot !== undefined);
  return isTaken && !namesOther && shown.some(({ number }) => number === leftUnsigned) ? leftUnsigned : undefined;
}

/** A number, a place or "the cheapest" chooses; a day alone moves the day where one was just spoken of. */
export function choiceAtTable(turn: Turn): CustomerTurn | undefined {
  const { heard, state } = turn;
  const shown = offersShown(turn);
  if (shown.length === 0) return undefined;
  const words = ownWords(turn);
  const day = dayAlone(words, state.locale);
  const isDay =
    day !== undefined && (turn.wasJustSaid('negotiation.nearest.dueDay') || !shown.some((one) => one.number === day));
  if (isDay) return certainTurn('negotiate.terms', { dueDay: day });
  const moved = dayOfPlans(turn, words) ?? sumSaidAgain(turn);
  if (moved !== undefined) return moved;
  const best = statesFigure(heard) ? undefined : bestPicked(words, state.locale, shown);
  if (best !== undefined) return certainTurn('negotiate.accept', { offerNumber: best });
  const wish = bareWishIn(words, state.locale);
  if (wish !== undefined) return certainTurn('negotiate.terms', { wish });
  if (heard.intent === 'negotiate.accept' && heard.slots.offerNumber === undefined && !statesFigure(heard)) {
    const taken =
      offerTaken(words, state.locale, shown) ?? chosenAfterAll(turn, shown) ?? offerJustAskedFor(turn, shown);
    return taken === undefined ? undefined : { ...heard, slots: { offerNumber: taken }, ambiguity: null };
  }
  const unsigned = chosenAfterAll(turn, shown);
  if (unsigned !== undefined) return certainTurn('negotiate.accept', { offerNumber: unsigned });
  if (!mayChoose.includes(heard.intent) || statesFigure(heard) || asks(words, state.locale)) return undefined;
  const picked = numberPicked(words, state.locale, shown);
  return picked === undefined ? undefined : certainTurn('negotiate.accept', { offerNumber: picked });
}
