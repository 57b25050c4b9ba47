// What each of several offers is best for among its neighbours. Pure; each word said of an offer is true of it.
import type { Offer } from './offer';

/** What one offer has over those beside it; null where nothing sets it apart. */
export type BestFor = 'lightestAndCheapest' | 'lightest' | 'cheapest' | 'quickest' | 'noStart' | 'roomy' | null;

/** True for the one offer with the least of a measure; false where two share it. */
const isAloneLeast = (offer: Offer, offers: readonly Offer[], measure: (offer: Offer) => number): boolean =>
  offers.every((other) => other === offer || measure(other) > measure(offer));

/** One offer alone is compared with nothing. */
export function bestFor(offer: Offer, offers: readonly Offer[]): BestFor {
  if (offers.length < 2) return null;
  const lightest = isAloneLeast(offer, offers, ({ instalmentFen }) => instalmentFen);
  const cheapest = isAloneLeast(offer, offers, ({ totalFen }) => totalFen);
  if (lightest && cheapest) return 'lightestAndCheapest';
  if (lightest) return 'lightest';
  if (cheapest) return 'cheapest';
  if (isAloneLeast(offer, offers, ({ instalmentCount }) => instalmentCount)) return 'quickest';
  const noStart = offer.downPaymentFen === 0;
  if (noStart && isAloneLeast(offer, offers, ({ downPaymentFen }) => downPaymentFen)) return 'noStart';
  return offer.shape === 'recommended' || offer.shape === 'saferChoice' ? 'roomy' : null;
}
