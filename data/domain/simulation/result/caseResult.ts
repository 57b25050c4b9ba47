// What one customer and one policy came to: worth, fate of the plan, and the figures that gates and pictures need.
import type { CalendarDate } from '../../calendar/calendar';
import { type PolicyLimits, segmentFor } from '../../limits/policyLimits';
import { instalmentAmountsFast } from '../../offer/instalmentAmounts';
import type { Offer } from '../../offer/offer';
import type { BargainingPolicy } from '../bargainer';
import { type Conversation, converse, type Ending } from '../conversation';
import { type Conduct, conduct } from '../customer/conduct';
import { breaksAt, planWorth, worthWithoutAgreement } from '../planWorth';
import type { SimulatedCustomer } from '../population/customers';
import type { Population } from '../population/population';

/** A signed plan and how it went. All amounts in fen. */
export interface SignedPlan {
  readonly instalmentFen: number;
  readonly instalmentCount: number;
  readonly downPaymentFen: number;
  readonly totalFen: number;
  /** Fees and interest given up, and the part of the rate below the list, as a share of the balance. */
  readonly reliefShare: number;
  /** Instalment over true capacity. */
  readonly burden: number;
  readonly survival: number;
  /** True where the customer asked for more than the bank advises. */
  readonly againstAdvice: boolean;
  /** The instalment that was missed, or null for a plan that was kept. */
  readonly brokenAt: number | null;
  /** What the customer really paid until the end or the break, first payment included. */
  readonly paidFen: number;
}

export interface PolicyOutcome {
  readonly ending: Ending;
  readonly turns: number;
  readonly worthFen: number;
  readonly plan: SignedPlan | null;
}

export interface Setting {
  readonly population: Population;
  readonly limits: PolicyLimits;
  readonly today: CalendarDate;
}

/** Fees and interest given up, and what the rate costs less than the list would. */
function reliefFen(offer: Offer, { account }: SimulatedCustomer, limits: PolicyLimits): number {
  const listRate = segmentFor(limits, account)?.monthlyRateList ?? offer.monthlyRate;
  const listed = instalmentAmountsFast({ ...offer, monthlyRate: listRate }).totalFen;
  const rate = listRate > offer.monthlyRate ? listed - (offer.totalFen - offer.downPaymentFen) : 0;
  return offer.feeWaiverFen + offer.interestWaiverFen + rate;
}

/** What an ending is worth, and how a signed plan goes. */
export function outcomeOf(
  { ending, turns, agreement }: Pick<Conversation, 'ending' | 'turns' | 'agreement'>,
  customer: SimulatedCustomer,
  { limits, population }: Setting,
): PolicyOutcome {
  const { account } = customer;
  if (agreement === null) {
    const worthFen = worthWithoutAgreement(account.balanceFen, account.daysPastDue, population.value);
    return { ending, turns, worthFen, plan: null };
  }
  const { worthFen, survival } = planWorth(agreement, customer, population.value);
  const brokenAt = breaksAt(agreement, customer, population.value, customer.fate);
  const untilBreak = agreement.downPaymentFen + ((brokenAt ?? 1) - 1) * agreement.instalmentFen;
  const plan: SignedPlan = {
    instalmentFen: agreement.instalmentFen,
    instalmentCount: agreement.instalmentCount,
    downPaymentFen: agreement.downPaymentFen,
    totalFen: agreement.totalFen,
    reliefShare: reliefFen(agreement, customer, limits) / account.balanceFen,
    burden: agreement.instalmentFen / customer.capacityFen,
    survival,
    againstAdvice: agreement.chosenAgainstAdvice === true,
    brokenAt,
    paidFen: brokenAt === null ? agreement.totalFen : untilBreak,
  };
  return { ending, turns, worthFen, plan };
}

export function playCase(
  policy: BargainingPolicy,
  customer: SimulatedCustomer,
  setting: Setting,
  seed: number,
  observed: boolean,
): PolicyOutcome & { readonly conduct: Conduct | null } {
  const { limits, today } = setting;
  const facts = { account: customer.account, limits, today, seed };
  const conversation = converse(policy, customer, facts);
  return {
    ...outcomeOf(conversation, customer, setting),
    conduct: observed ? conduct(conversation, facts) : null,
  };
}
