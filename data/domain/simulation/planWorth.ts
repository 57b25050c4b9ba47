// What an agreed plan is worth to the bank, in the simulator's own terms, and what no agreement is worth.

import type { Fen } from '../money/money';
import type { InstalmentMethod } from '../offer/instalmentAmounts';
import type { Population } from './population/population';

type ValueTerms = Population['value'];

/** The terms of a plan that its worth depends on. */
export interface PlanToValue {
  readonly downPaymentFen: Fen;
  readonly financedFen: Fen;
  /** The part of it that bears no interest and is paid off in equal parts. */
  readonly interestFreeFen: Fen;
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

/** The payment of month `t` (from 1), before the last one takes what is left: on what bears interest, and in all. */
function levelPayment(plan: PlanToValue, t: number): { bearing: Fen; all: Fen } {
  const { instalmentCount, monthlyRate, method } = plan;
  const bearingFen = plan.financedFen - plan.interestFreeFen;
  const spread = toFen(plan.interestFreeFen / instalmentCount);
  const growth = (1 + monthlyRate) ** instalmentCount;
  const exact =
    method === 'flatFee'
      ? bearingFen / instalmentCount + bearingFen * monthlyRate
      : method === 'equalPrincipal'
        ? (bearingFen * (1 + (instalmentCount - t + 1) * monthlyRate)) / instalmentCount
        : monthlyRate === 0
          ? bearingFen / instalmentCount
          : (bearingFen * monthlyRate * growth) / (growth - 1);
  const bearing = toFen(exact);
  return { bearing, all: bearing + spread };
}

/** The first payment of a plan, in fen: the highest but for fen. */
export const firstPayment = (plan: PlanToValue): Fen => levelPayment(plan, 1).all;

export interface PlanWorth {
  /** V in fen, at the day of signing. */
  readonly worthFen: number;
  /** S_n: the chance that every instalment is paid. */
  readonly survival: number;
}

/**
 * V = D + Σ S_t·p_t/(1+δ)^t + Σ (S_{t−1}−S_t)·φ·R_t/(1+δ)^(t+lag), with R_t all that is still to be paid off when instalment t
 * falls due. Months of deferral come on top of t.
 */
export function planWorth(plan: PlanToValue, payer: Payer, value: ValueTerms): PlanWorth {
  const { instalmentCount, monthlyRate, method } = plan;
  const discount = 1 / (1 + value.discountPerMonth);
  const recovered = value.recovery * discount ** value.lagMonths;
  let factor = discount ** plan.deferMonths;
  let survival = 1;
  let bearingFen = plan.financedFen - plan.interestFreeFen;
  let freeFen = plan.interestFreeFen;
  const spread = toFen(freeFen / instalmentCount);
  let worthFen = plan.downPaymentFen;
  const fee = method === 'flatFee' ? toFen(bearingFen * monthlyRate) : 0;
  let level = levelPayment(plan, 1);
  let chanceOfBreak = hazard(level.all / payer.capacityFen, payer.volatility, value);
  for (let t = 1; t <= instalmentCount; t++) {
    if (method === 'equalPrincipal' && t > 1) {
      level = levelPayment(plan, t);
      chanceOfBreak = hazard(level.all / payer.capacityFen, payer.volatility, value);
    }
    const last = t === instalmentCount;
    const interestFen = method === 'flatFee' ? fee : toFen(bearingFen * monthlyRate);
    const principalFen = Math.min(last ? bearingFen : Math.max(0, level.bearing - interestFen), bearingFen);
    const spreadFen = last ? freeFen : Math.min(spread, freeFen);
    const paymentFen = principalFen + spreadFen + interestFen;
    factor *= discount;
    const stays = survival * (1 - chanceOfBreak);
    worthFen += factor * (stays * paymentFen + (survival - stays) * recovered * (bearingFen + freeFen));
    bearingFen -= principalFen;
    freeFen -= spreadFen;
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
    survival *= 1 - hazard(levelPayment(plan, t).all / payer.capacityFen, payer.volatility, value);
    if (survival < fate) return t;
  }
  return null;
}
