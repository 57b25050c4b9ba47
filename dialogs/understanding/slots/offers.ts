// Which of the offers on the table a message means: by number, by place, by size, or by one of its figures.
import type { Expects } from '../../../data/domain/customer/customerTurn';
import type { Offer } from '../../../data/domain/offer/offer';
import type { Quantity } from '../quantities/quantity';
import type { RoleLexicon } from './roleLexicon';
import type { Figure } from './roles';

/** A bare figure may choose an offer: asked which, or asked beside them for money at hand. */
export const mayChoose = (expects: Expects | undefined): boolean => expects === 'offer' || expects === 'lumpSum';

/** Offers are counted from 1; a number above this one is no number of an offer that anybody has seen. */
const offerNumberMax = 99;

/** The offer at a place on the screen; a plain number stands as it was said, for the dialogs say when no offer has it. */
export function offerAt(choice: number | 'last' | 'middle', offers: readonly Offer[]): number | null {
  if (typeof choice === 'number')
    return Number.isInteger(choice) && choice >= 1 && choice <= offerNumberMax ? choice : null;
  if (offers.length === 0) return null;
  if (choice === 'last') return offers.at(-1)?.number ?? null;
  return offers.length % 2 === 1 ? (offers[(offers.length - 1) / 2]?.number ?? null) : null;
}

/** The one offer that is first in an order; null when two are equal there. */
function first(offers: readonly Offer[], measure: (offer: Offer) => number): number | null {
  const sorted = [...offers].sort((a, b) => measure(a) - measure(b));
  const [best, next] = sorted;
  if (best === undefined) return null;
  return next !== undefined && measure(next) === measure(best) ? null : best.number;
}

/** 便宜点那个, the longer one. "Cheaper" is what costs less in all, as the offers say of themselves; "lower" is the instalment. */
export function offerBySize(text: string, lexicon: RoleLexicon, offers: readonly Offer[]): number | null {
  if (offers.length === 0) return null;
  const price = lexicon.byTotal.test(text) ? (offer: Offer) => offer.totalFen : (offer: Offer) => offer.instalmentFen;
  if (lexicon.longer.test(text)) return first(offers, (offer) => -offer.instalmentCount);
  if (lexicon.shorter.test(text)) return first(offers, (offer) => offer.instalmentCount);
  if (lexicon.cheaper.test(text)) return first(offers, price);
  return lexicon.dearer.test(text) ? first(offers, (offer) => -price(offer)) : null;
}

/** People round a figure when they point at it: 589 or 590 for 589.72, and 600 for 590 in "the 600 one"; "600 at most" is a figure of their own. */
const nearAmount = (fen: number, yuan: number, points: boolean) =>
  Math.abs(fen - yuan * 100) <= Math.max(100, points ? fen * 0.02 : 0);

function matches(quantity: Quantity, offer: Offer, points: boolean): boolean {
  if (quantity.kind === 'term')
    return quantity.months?.min === offer.instalmentCount && quantity.months.max === offer.instalmentCount;
  if (quantity.kind !== 'money' && quantity.kind !== 'bare') return false;
  const isCount = quantity.kind === 'bare' && quantity.min === offer.instalmentCount;
  return quantity.min === quantity.max && (isCount || nearAmount(offer.instalmentFen, quantity.min, points));
}

/** The 36 one, 每月500那个: the only offer with that figure. `points` where the words point at one, else the figure has to be its own. */
export function offerByFigure(figure: Figure, offers: readonly Offer[], points: boolean): Offer | null {
  const found = offers.filter((offer) => matches(figure.quantity, offer, points));
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}
