// Which message puts an offer into one line, and its typed values: the same for the assistant and for the staff's desk.
import type { Offer } from '../../data/domain/offer/offer';

export function offerMessage(offer: Offer) {
  const falls = offer.method === 'equalPrincipal';
  const starts = offer.downPaymentFen > 0;
  const values = {
    number: offer.number,
    instalment: offer.instalmentFen,
    count: offer.instalmentCount,
    total: offer.totalFen,
    yearlyRate: offer.yearlyRateNominal,
    downPayment: offer.downPaymentFen,
  };
  if (falls && starts) return { id: 'negotiation.offer.lineFallingWithStart', values } as const;
  if (falls) return { id: 'negotiation.offer.lineFalling', values } as const;
  if (starts) return { id: 'negotiation.offer.lineWithStart', values } as const;
  return { id: 'negotiation.offer.line', values } as const;
}
