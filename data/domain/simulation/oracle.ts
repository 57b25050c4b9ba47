// The oracles: the best plan that this very customer would accept within its patience, everything known. One stays inside
// policy alone, the other inside what documents support as well, as every bot of the bank must. (Who knows everything need
// not ask, so that what customers say binds no oracle.)
import type { PolicyLimits } from '../limits/policyLimits';
import { shareOf } from '../money/money';
import { eligibility } from '../negotiation/offers/eligibility';
import { buildOfferGrid, type OfferGrid } from '../negotiation/offers/offerGrid';
import { neverSigns, willingFen } from './customer/customerTaste';
import { documentsGateFen } from './evidenceGate';
import { firstPayment, type PlanToValue, type PlanWorth, planWorth, worthWithoutAgreement } from './planWorth';
import type { SimulatedCustomer } from './population/customers';
import type { Population } from './population/population';

export interface OracleAnswer {
  /** V*: never less than no agreement, because the oracle may stay silent. */
  readonly worthFen: number;
  readonly plan: (PlanToValue & PlanWorth) | null;
}

export interface Oracles {
  /** Inside policy alone. */
  readonly policy: OracleAnswer;
  /** Inside policy and what documents support. */
  readonly gated: OracleAnswer;
  /** The gated one, had it no more than this much of the money at hand to work with; fen. */
  gatedWithin(downPaymentFen: number): OracleAnswer;
  /** False where no plan at all is within what the customer can pay and what documents support. */
  readonly bearable: boolean;
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

function planAt(grid: OfferGrid, row: number): PlanToValue | null {
  const price = grid.prices[grid.price[row] ?? 0];
  if (price === undefined) return null;
  return {
    downPaymentFen: grid.downPaymentFen[row] ?? 0,
    financedFen: grid.financedFen[row] ?? 0,
    interestFreeFen: grid.interestFreeFen[row] ?? 0,
    instalmentCount: grid.instalmentCount[row] ?? 0,
    monthlyRate: price.monthlyRate,
    method: price.method,
    deferMonths: 0,
  };
}

const better = (a: OracleAnswer, b: OracleAnswer): OracleAnswer => (b.worthFen > a.worthFen ? b : a);

/** V* of one customer under these limits. The candidates are a superset of what any policy of the simulator can offer. */
export function oracle(customer: SimulatedCustomer, limits: PolicyLimits, { value }: Population): Oracles {
  const { account } = customer;
  const silent: OracleAnswer = {
    worthFen: worthWithoutAgreement(account.balanceFen, account.daysPastDue, value),
    plan: null,
  };
  const fit = eligibility(account, limits);
  if (neverSigns(customer) || fit.kind === 'refused')
    return { policy: silent, gated: silent, gatedWithin: () => silent, bearable: true };
  const { segment } = fit;
  const { downPaymentShareMin, downPaymentShareMax } = segment;
  const extraDownPaymentsFen = firstPayments(customer, limits, downPaymentShareMin, downPaymentShareMax);
  const grid = buildOfferGrid({ limits, segment, account, extraDownPaymentsFen });
  const willing = willingFen(customer, customer.patience);
  const gateFen = documentsGateFen(account, limits);
  const bearableFen = Math.min(customer.capacityFen, gateFen);
  let policy = silent;
  let bearable = false;
  /** The best gated plan for each first payment. */
  const byStart = new Map<number, OracleAnswer>();
  for (let row = 0; row < grid.size; row++) {
    const downPaymentFen = grid.downPaymentFen[row] ?? 0;
    const nearlyFen = grid.instalmentFen[row] ?? 0;
    if (downPaymentFen > customer.lumpSumFen) continue;
    bearable ||= nearlyFen <= bearableFen;
    // A fen of slack before the exact check: columns of the grid are not rounded.
    if (nearlyFen > willing + 1) continue;
    const plan = planAt(grid, row);
    if (plan === null) continue;
    const instalmentFen = firstPayment(plan);
    if (instalmentFen > willing) continue;
    const worth = planWorth(plan, customer, value);
    const answer = { worthFen: worth.worthFen, plan: { ...plan, ...worth } };
    policy = better(policy, answer);
    if (instalmentFen <= gateFen) byStart.set(downPaymentFen, better(byStart.get(downPaymentFen) ?? silent, answer));
  }
  const gatedWithin = (mostFen: number) =>
    [...byStart].reduce<OracleAnswer>(
      (best, [startFen, answer]) => (startFen <= mostFen ? better(best, answer) : best),
      silent,
    );
  return { policy, gated: gatedWithin(Number.POSITIVE_INFINITY), gatedWithin, bearable };
}
