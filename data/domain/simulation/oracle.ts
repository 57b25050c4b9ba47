// The oracle: the best plan inside policy that this very customer would accept within its patience, everything known.

import type { PolicyLimits } from '../limits/policyLimits';
import { shareOf } from '../money/money';
import { eligibility } from '../negotiation/offers/eligibility';
import { buildOfferGrid } from '../negotiation/offers/offerGrid';
import { neverSigns, willingFen } from './customer/customerTaste';
import { firstPayment, type PlanToValue, type PlanWorth, planWorth, worthWithoutAgreement } from './planWorth';
import type { SimulatedCustomer } from './population/customers';
import type { Population } from './population/population';

export interface OracleAnswer {
  /** V*: never less than no agreement, because the oracle may stay silent. */
  readonly worthFen: number;
  readonly plan: (PlanToValue & PlanWorth) | null;
}

/** First payments to try: every policy step up to the money at hand, and the ends of what policy allows. */
function firstPayments(
  customer: SimulatedCustomer,
  limits: PolicyLimits,
  shareMin: number,
  shareMax: number,
): number[] {
  const { account, lumpSumFen } = customer;
  const most = Math.min(lumpSumFen, shareOf(account.balanceFen, shareMax));
  const step = limits.downPaymentStepFen;
  const steps = Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
  return [...steps, most, shareOf(account.balanceFen, shareMin)].filter((fen) => fen <= lumpSumFen);
}

/** V* of one customer under these limits. The candidates are a superset of what any policy of the simulator can offer. */
export function oracle(customer: SimulatedCustomer, limits: PolicyLimits, { value }: Population): OracleAnswer {
  const { account } = customer;
  const silent = { worthFen: worthWithoutAgreement(account.balanceFen, account.daysPastDue, value), plan: null };
  const fit = eligibility(account, limits);
  if (neverSigns(customer) || fit.kind === 'refused') return silent;
  const { segment } = fit;
  const extraDownPaymentsFen = firstPayments(
    customer,
    limits,
    segment.downPaymentShareMin,
    segment.downPaymentShareMax,
  );
  const grid = buildOfferGrid({ limits, segment, account, extraDownPaymentsFen });
  const willing = willingFen(customer, customer.patience);
  let best: OracleAnswer = silent;
  for (let row = 0; row < grid.size; row++) {
    const downPaymentFen = grid.downPaymentFen[row] ?? 0;
    const price = grid.prices[grid.price[row] ?? 0];
    // A fen of slack before the exact check: columns of the grid are not rounded.
    if (price === undefined || downPaymentFen > customer.lumpSumFen || (grid.instalmentFen[row] ?? 0) > willing + 1)
      continue;
    const plan: PlanToValue = {
      downPaymentFen,
      financedFen: grid.financedFen[row] ?? 0,
      interestFreeFen: grid.interestFreeFen[row] ?? 0,
      instalmentCount: grid.instalmentCount[row] ?? 0,
      monthlyRate: price.monthlyRate,
      method: price.method,
      deferMonths: 0,
    };
    if (firstPayment(plan) > willing) continue;
    const worth = planWorth(plan, customer, value);
    if (worth.worthFen > best.worthFen) best = { worthFen: worth.worthFen, plan: { ...plan, ...worth } };
  }
  return best;
}
