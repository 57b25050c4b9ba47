// Which message puts an offer into one line, and its typed values: the same for the assistant and for the staff's desk.
import { interestFen, type Offer } from '../../data/domain/offer/offer';

/** `bestFor` is what the offer is best for among its neighbours, in words; empty for one alone. */
export function offerMessage(offer: Offer, bestFor: string) {
  const falls = offer.method === 'equalPrincipal';
  const starts = offer.downPaymentFen > 0;
  const values = {
    number: offer.number,
    instalment: offer.instalmentFen,
    count: offer.instalmentCount,
    total: offer.totalFen,
    interest: interestFen(offer),
    yearlyRate: offer.yearlyRateNominal,
    downPayment: offer.downPaymentFen,
    bestFor,
  };
  if (falls && starts) return { id: 'negotiation.offer.lineFallingWithStart', values } as const;
  if (falls) return { id: 'negotiation.offer.lineFalling', values } as const;
  if (starts) return { id: 'negotiation.offer.lineWithStart', values } as const;
  return { id: 'negotiation.offer.line', values } as const;
}
