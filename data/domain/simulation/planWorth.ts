// What an agreed plan is worth to the bank, in the simulator's own terms, and what no agreement is worth.

import type { Fen } from '../money/money';
import type { InstalmentMethod } from '../offer/instalmentAmounts';
import type { Population } from './population/population';

type ValueTerms = Population['value'];

/** The terms of a plan that its worth depends on. */
export interface PlanToValue {
  readonly downPaymentFen: Fen;
  readonly financedFen: Fen;
  readonly instalmentCount: number;
  readonly monthlyRate: number;
  readonly method: InstalmentMethod;
  readonly deferMonths: number;
}

/** Whose plan it is. */
export interface Payer {
  readonly capacityFen: number;
  readonly volatility: number;
}

/** h: chance a month that a plan breaks when an instalment takes the share `burden` of capacity. */
export function hazard(burden: number, volatility: number, { hazard: terms }: ValueTerms): number {
  const { base, strain, strainAt, width, volatilityWeight } = terms;
  return base + strain / (1 + Math.exp(-(burden * (1 + volatility * volatilityWeight) - strainAt) / width));
}

/** Rounded half up to the fen, with room for the error of floating point. */
const toFen = (fen: number): Fen => Math.floor(fen + 0.5 + 1e-7);

/** The payment of month `t` (from 1), before the last one takes what is left. */
function levelPayment({ financedFen, instalmentCount, monthlyRate, method }: PlanToValue, t: number): Fen {
  if (method === 'flatFee') return toFen(financedFen / instalmentCount + financedFen * monthlyRate);
  if (method === 'equalPrincipal')
    return toFen((financedFen * (1 + (instalmentCount - t + 1) * monthlyRate)) / instalmentCount);
  if (monthlyRate === 0) return toFen(financedFen / instalmentCount);
  const growth = (1 + monthlyRate) ** instalmentCount;
  return toFen((financedFen * monthlyRate * growth) / (growth - 1));
}

/** The first payment of a plan, in fen: the highest but for fen. */
export const firstPayment = (plan: PlanToValue): Fen => levelPayment(plan, 1);

export interface PlanWorth {
  /** V in fen, at the day of signing. */
  readonly worthFen: number;
  /** S_n: the chance that every instalment is paid. */
  readonly survival: number;
}

/**
 * V = D + Σ S_t·p_t/(1+δ)^t + Σ (S_{t−1}−S_t)·φ·R_t/(1+δ)^(t+lag), with R_t the principal outstanding when instalment t falls
 * due. Months of deferral come on top of t.
 */
export function planWorth(plan: PlanToValue, payer: Payer, value: ValueTerms): PlanWorth {
  const { instalmentCount, monthlyRate, method, financedFen } = plan;
  const discount = 1 / (1 + value.discountPerMonth);
  const recovered = value.recovery * discount ** value.lagMonths;
  let factor = discount ** plan.deferMonths;
  let survival = 1;
  let outstandingFen = financedFen;
  let worthFen = plan.downPaymentFen;
  const fee = method === 'flatFee' ? toFen(financedFen * monthlyRate) : 0;
  let level = levelPayment(plan, 1);
  let chanceOfBreak = hazard(level / payer.capacityFen, payer.volatility, value);
  for (let t = 1; t <= instalmentCount; t++) {
    if (method === 'equalPrincipal' && t > 1) {
      level = levelPayment(plan, t);
      chanceOfBreak = hazard(level / payer.capacityFen, payer.volatility, value);
    }
    const interestFen = method === 'flatFee' ? fee : toFen(outstandingFen * monthlyRate);
    const wanted = t === instalmentCount ? outstandingFen : Math.max(0, level - interestFen);
    const principalFen = Math.min(wanted, outstandingFen);
    factor *= discount;
    const stays = survival * (1 - chanceOfBreak);
    worthFen += factor * (stays * (principalFen + interestFen) + (survival - stays) * recovered * outstandingFen);
    outstandingFen -= principalFen;
    survival = stays;
  }
  return { worthFen, survival };
}

/** V₀ = γ(days past due)·B/(1+δ)^lag: what comes in with no agreement. */
export function worthWithoutAgreement(balanceFen: Fen, daysPastDue: number, value: ValueTerms): number {
  const band = value.withoutAgreement.find((one) => daysPastDue <= one.daysPastDueMax) ?? value.withoutAgreement.at(-1);
  return ((band?.recovery ?? 0) * balanceFen) / (1 + value.discountPerMonth) ** value.lagMonths;
}

/**
 * The instalment with which the plan breaks (from 1), or null when it is kept to its end. `fate` is the customer's own
 * number from 0 to 1: a plan with a higher hazard breaks no later.
 */
export function breaksAt(plan: PlanToValue, payer: Payer, value: ValueTerms, fate: number): number | null {
  let survival = 1;
  for (let t = 1; t <= plan.instalmentCount; t++) {
    survival *= 1 - hazard(levelPayment(plan, t) / payer.capacityFen, payer.volatility, value);
    if (survival < fate) return t;
  }
  return null;
}
