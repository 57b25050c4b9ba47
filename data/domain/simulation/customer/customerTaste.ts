// What a simulated customer can bear and what it likes: the rule that both the customer and the oracle go by.
import type { Offer } from '../../offer/offer';
import type { SimulatedCustomer } from '../population/customers';

type Terms = Pick<Offer, 'instalmentFen' | 'downPaymentFen' | 'totalFen'>;

/** The most a month that this customer takes after so many counters, in fen. */
export function willingFen(customer: SimulatedCustomer, counters: number): number {
  const { behaviour, capacityFen, statedShare, risePerTurn } = customer;
  switch (behaviour) {
    case 'overPromiser':
    case 'forgedEvidence':
      return capacityFen * statedShare;
    case 'lowBaller':
      return capacityFen * Math.min(1, statedShare * (1 + risePerTurn) ** counters);
    default:
      return capacityFen;
  }
}

/** The figure that it names; honest people may misjudge by a little, and then sign by what they have. */
export const statedFen = (customer: SimulatedCustomer, counters: number): number => {
  const willing = willingFen(customer, counters);
  return willing === customer.capacityFen && customer.behaviour !== 'lowBaller'
    ? willing * customer.statedShare
    : willing;
};

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
