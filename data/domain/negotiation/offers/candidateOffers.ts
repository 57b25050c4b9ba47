// Everything that the limits allow for an account: what the simulator's oracle and baselines choose from.
import type { NegotiableAccount } from '../../account/account';
import type { CalendarDate } from '../../calendar/calendar';
import type { PolicyLimits } from '../../limits/policyLimits';
import type { Fen } from '../../money/money';
import type { Offer } from '../../offer/offer';
import { eligibility } from './eligibility';
import { buildOfferGrid, type PlanTerms, termsAt } from './offerGrid';
import { insideLimits, priceOffer } from './priceOffer';

export interface CandidateWishes {
  /** First payments to try besides the shares that the segment proposes, in fen. */
  readonly downPaymentsFen?: readonly Fen[];
  readonly deferMonths?: readonly number[];
}

/** A candidate before exact pricing: good enough to rank and to simulate with. */
export interface CandidatePlan {
  readonly terms: PlanTerms;
  readonly financedFen: number;
  readonly interestFreeFen: number;
  /** First instalment in fen, not rounded. */
  readonly instalmentFen: number;
}

/** All plans inside the limits; empty when the account may not be negotiated. */
export function candidatePlans(
  account: NegotiableAccount,
  limits: PolicyLimits,
  wishes: CandidateWishes = {},
): CandidatePlan[] {
  const fit = eligibility(account, limits);
  if (fit.kind === 'refused') return [];
  const { downPaymentsFen = [], deferMonths = [0] } = wishes;
  const grid = buildOfferGrid({
    limits,
    account,
    segment: fit.segment,
    extraDownPaymentsFen: downPaymentsFen,
    deferMonths,
  });
  return Array.from({ length: grid.size }, (_, index) => ({
    terms: termsAt(grid, index),
    financedFen: grid.financedFen[index] ?? 0,
    interestFreeFen: grid.interestFreeFen[index] ?? 0,
    instalmentFen: grid.instalmentFen[index] ?? 0,
  }));
}

/** The same, priced to the fen as offers numbered from 1 and due on the policy's own day. */
export function candidateOffers(
  account: NegotiableAccount,
  limits: PolicyLimits,
  today: CalendarDate,
  wishes: CandidateWishes = {},
): Offer[] {
  const fit = eligibility(account, limits);
  if (fit.kind === 'refused') return [];
  const { segment } = fit;
  const priced = candidatePlans(account, limits, wishes).map(({ terms }, index) =>
    priceOffer({
      terms,
      account,
      limits,
      segment,
      today,
      dueDay: limits.dueDayDefault,
      number: index + 1,
      shape: 'recommended',
    }),
  );
  return priced.filter((offer) => insideLimits(offer, account, limits, segment));
}
