// Which offer an acceptance means: by its number, its number of months or its size; one alone needs no naming.
import type { Slots, Wish } from '../../customer/customerTurn';
import { yuanToFen } from '../../money/money';
import type { Offer } from '../../offer/offer';
import type { Negotiation } from '../negotiation';

/** People say 589 or 590 for 589.72: a figure names an amount when both are the same whole yuan, down or to the nearest. */
const sameSize = (fen: number, yuan: number): boolean => {
  const asked = yuanToFen(yuan);
  return (
    fen === asked ||
    (asked % 100 === 0 && (Math.floor(fen / 100) * 100 === asked || Math.round(fen / 100) * 100 === asked))
  );
};

const figureOf = (slots: Slots): number | undefined => {
  const range = slots.monthlyAmount ?? slots.amount;
  return range?.max ?? range?.min;
};

/** "The cheapest one", "the lightest", "the shortest": what each is measured by, the least of the offers shown. */
const measures: Partial<Record<Wish, (offer: Offer) => number>> = {
  cheaper: (offer) => offer.totalFen,
  lower: (offer) => offer.instalmentFen,
  shorter: (offer) => offer.instalmentCount,
  noDownPayment: (offer) => offer.downPaymentFen,
};

function leastBy(offers: readonly Offer[], measure: (offer: Offer) => number): readonly Offer[] {
  const least = Math.min(...offers.map(measure));
  return offers.filter((offer) => measure(offer) === least);
}

/** Offers that fit what was said; the newest wording on the screen comes before the rest of the table. */
function meant(offers: readonly Offer[], slots: Slots): readonly Offer[] {
  const { offerNumber, instalmentCount, lumpSum } = slots;
  if (offerNumber !== undefined) return offers.filter((offer) => offer.number === offerNumber);
  const measure = slots.wish === undefined ? undefined : measures[slots.wish];
  if (measure !== undefined && offers.length > 0) return leastBy(offers, measure);
  const figure = figureOf(slots);
  const count = instalmentCount?.max ?? instalmentCount?.min;
  const down = lumpSum?.max ?? lumpSum?.min;
  return offers.filter(
    (offer) =>
      (figure === undefined || sameSize(offer.instalmentFen, figure) || sameSize(offer.totalFen, figure)) &&
      (count === undefined || offer.instalmentCount === count) &&
      (down === undefined || sameSize(offer.downPaymentFen, down)),
  );
}

/** The one offer that is meant, or null when none or several could be. */
export function acceptedOffer(negotiation: Negotiation, slots: Slots): Offer | null {
  const { table, shownNumbers } = negotiation;
  const shown = table.filter((offer) => shownNumbers.includes(offer.number));
  for (const offers of [shown, table]) {
    const [only, ...others] = meant(offers, slots);
    if (only !== undefined && others.length === 0) return only;
    if (only !== undefined) return null;
  }
  return null;
}

/** The figures of an acceptance fit nothing on the table: "the 24 one" where none has 24 instalments is a wish, not a yes. */
export const wishesAnother = ({ table }: Negotiation, slots: Slots): boolean =>
  slots.offerNumber === undefined &&
  (figureOf(slots) !== undefined || slots.instalmentCount !== undefined) &&
  meant(table, slots).length === 0;
