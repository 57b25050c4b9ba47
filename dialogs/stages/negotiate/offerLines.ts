// How offers are put into lines: which message fits an offer, what it is best for among its neighbours, and its typed values.
import { bestFor } from '../../../data/domain/offer/bestFor';
import type { Offer } from '../../../data/domain/offer/offer';
import type { Turn } from '../../talk/turn';
import { offerMessage } from '../../text/offerMessage';

/** The few words at the end of an offer's line; none for one alone. */
function bestForWords(turn: Turn, offer: Offer, offers: readonly Offer[]): string {
  const best = bestFor(offer, offers);
  return best === null ? '' : turn.words(`bestFor.${best}`, {});
}

/** One numbered line an offer, and a line more for relief or a later start. A card shows the same again. */
export function sayOfferLines(turn: Turn, offers: readonly Offer[]): void {
  const [first] = offers;
  const startTogether = offers.length > 1 && offers.every((offer) => offer.firstDueDate === first?.firstDueDate);
  for (const offer of offers) {
    const { id, values } = offerMessage(offer, bestForWords(turn, offer, offers));
    turn.say(id, values);
    const { number, firstDueDate } = offer;
    const waived = offer.feeWaiverFen + offer.interestWaiverFen;
    if (waived > 0) turn.say('negotiation.offer.relief', { number, waived });
    if (offer.deferMonths > 0 && !startTogether) turn.say('negotiation.offer.deferred', { number, firstDueDate });
  }
  if (first !== undefined && first.deferMonths > 0 && startTogether)
    turn.say('negotiation.offer.allDeferred', { firstDueDate: first.firstDueDate });
  turn.offers = offers;
}

/** Offers in one line, to choose among once more. */
export function offersInShort(turn: Turn, offers: readonly Offer[]): string {
  const short = ({ number, downPaymentFen, instalmentFen, instalmentCount }: Offer): string => {
    const values = { number, instalment: instalmentFen, count: instalmentCount };
    return downPaymentFen > 0
      ? turn.words('negotiation.offer.shortWithStart', { ...values, downPayment: downPaymentFen })
      : turn.words('negotiation.offer.short', values);
  };
  return offers.map(short).join(turn.words('negotiation.offer.shortAnd', {}));
}

/** Says what the plan comes to and what missing an instalment means; the table of costs that follows says the rest (P7). */
export function sayReadBack(turn: Turn, offer: Offer): void {
  turn.say('negotiation.readBack', {
    dueDay: offer.dueDay,
    instalment: offer.instalmentFen,
    count: offer.instalmentCount,
    firstDueDate: offer.firstDueDate,
    lastDueDate: offer.lastDueDate,
    lastInstalment: offer.lastInstalmentFen,
    total: offer.totalFen,
    yearlyRate: offer.yearlyRateNominal,
    yearlyRateEffective: offer.yearlyRateEffective,
  });
  turn.say('negotiation.readBack.consequences', {});
}
