// What a simulated customer can bear and what it likes: the rule that both the customer and the oracle go by.
import type { Offer } from '../../offer/offer';
import type { SimulatedCustomer } from '../population/customers';

type Terms = Pick<Offer, 'instalmentFen' | 'downPaymentFen' | 'totalFen'>;

/** The most a month that this customer takes after so many counters, in fen. */
export function willingFen(customer: SimulatedCustomer, counters: number): number {
  const { behaviour, capacityFen, statedShare, acceptsShare, risePerTurn } = customer;
  switch (behaviour) {
    case 'overPromiser':
    case 'forgedEvidence':
    case 'tokenPayer':
      return capacityFen * statedShare;
    case 'lowBaller':
      return capacityFen * Math.min(1, statedShare * (1 + risePerTurn) ** counters);
    case 'interestOnly':
      return capacityFen * (counters === 0 ? statedShare : 1);
    default:
      return capacityFen * acceptsShare;
  }
}

/** The figure that it names, in fen; honest people may misjudge by a little, and then sign by what they have. */
export function statedFen(customer: SimulatedCustomer, counters: number): number {
  const { behaviour, capacityFen, statedShare } = customer;
  switch (behaviour) {
    case 'overPromiser':
    case 'forgedEvidence':
    case 'tokenPayer':
    case 'lowBaller':
    case 'interestOnly':
      return willingFen(customer, counters);
    case 'changesMind':
      return capacityFen * (counters === 0 ? statedShare : 1);
    case 'contradicts':
      return capacityFen * (counters % 2 === 0 ? statedShare : 2 - statedShare);
    default:
      return capacityFen * statedShare;
  }
}

/** True for who names figures at all, asked or not; others speak of months, of days, or of nothing. */
export const namesFigures = ({ behaviour, namesFigureInTrouble }: SimulatedCustomer): boolean =>
  behaviour !== 'countsOnly' && behaviour !== 'datesOnly' && (behaviour !== 'vague' || namesFigureInTrouble);

export const canBear = (customer: SimulatedCustomer, counters: number, terms: Terms): boolean =>
  terms.downPaymentFen <= customer.lumpSumFen && terms.instalmentFen <= willingFen(customer, counters);

/** Lower is better: λ weighs the instalment against capacity, 1 − λ what the plan costs above nothing. */
const dislike = ({ lambda, capacityFen, totalWeight, account }: SimulatedCustomer, terms: Terms): number =>
  (lambda * terms.instalmentFen) / capacityFen + ((1 - lambda) * totalWeight * terms.totalFen) / account.balanceFen;

/** The offer it likes best among those it can bear; null when it can bear none. */
export function likedBest(customer: SimulatedCustomer, counters: number, offers: readonly Offer[]): Offer | null {
  const bearable = offers.filter((offer) => canBear(customer, counters, offer));
  return bearable.reduce<Offer | null>(
    (best, offer) => (best === null || dislike(customer, offer) < dislike(customer, best) ? offer : best),
    null,
  );
}

/** Behaviours that no plan can end in, whatever the bank offers. */
export const neverSigns = ({ behaviour }: SimulatedCustomer): boolean =>
  behaviour === 'willNotPay' ||
  behaviour === 'hardship' ||
  behaviour === 'jobLossMidChat' ||
  behaviour === 'alreadyPaid' ||
  behaviour === 'disputer' ||
  behaviour === 'wrongPerson';

/** Behaviours that belong with the hardship review. */
export const belongsToHardship = ({ behaviour }: SimulatedCustomer): boolean =>
  behaviour === 'hardship' || behaviour === 'jobLossMidChat';
