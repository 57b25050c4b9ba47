// How offers and their facts are put into lines: which message fits an offer, and its typed values.

import type { Slots } from '../../../data/domain/customer/customerTurn';
import { yuanToFen } from '../../../data/domain/money/money';
import type { Offer } from '../../../data/domain/offer/offer';
import type { Turn } from '../../talk/turn';
import { offerMessage } from '../../text/offerMessage';

/** One numbered line an offer, and a line more for relief or a later start. A card shows the same again. */
export function sayOfferLines(turn: Turn, offers: readonly Offer[]): void {
  for (const offer of offers) {
    const { id, values } = offerMessage(offer);
    turn.say(id, values);
    const { number, firstDueDate } = offer;
    const waived = offer.feeWaiverFen + offer.interestWaiverFen;
    if (waived > 0) turn.say('negotiation.offer.relief', { number, waived });
    if (offer.deferMonths > 0) turn.say('negotiation.offer.deferred', { number, firstDueDate });
  }
  turn.offers = offers;
}

/** "Noted: 700 to 800 a month, paid on the 15th": only what this message stated, in its own terms. */
export function sayNoted(turn: Turn, slots: Slots): void {
  const parts: string[] = [];
  const { min, max } = slots.monthlyAmount ?? {};
  if (min !== undefined && max !== undefined && min !== max)
    parts.push(turn.words('negotiation.noted.range', { min: yuanToFen(min), max: yuanToFen(max) }));
  else {
    const amount = max ?? min;
    if (amount !== undefined) parts.push(turn.words('negotiation.noted.figure', { amount: yuanToFen(amount) }));
  }
  if (slots.payday !== undefined) parts.push(turn.words('negotiation.noted.payday', { payday: slots.payday }));
  if (parts.length === 0) return;
  turn.say('negotiation.noted', { capacity: parts.join(turn.words('negotiation.noted.and', {})) });
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
