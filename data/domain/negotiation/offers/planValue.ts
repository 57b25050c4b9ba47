// What a plan is worth to the bank if the customer can pay so much a month: a plan that is kept longer is worth more
// than a dear one that breaks. Closed forms only, because every candidate of a large grid is valued.

import type { z } from 'zod';
import type { instalmentMethodSchema } from '../../offer/offer';

/** The engine's own assumptions; they rank offers and never price one. The simulator has parameters of its own. */
export const valueAssumptions = {
  /** Bank's discount a month, share. */
  discount: 0.008,
  /** Typical swing of monthly income, share. */
  volatility: 0.3,
  /** Share of the outstanding principal that comes back after a break, and how many months later. */
  recovery: 0.22,
  recoveryLag: 7,
} as const;

/**
 * What the households of a bank are like is not known before plans were tried on them, so a plan is judged by three kinds at once and
 * must do well enough with each: the chance a month that even an easy plan breaks, the most that strain adds, the share of capacity
 * (swings included) around which plans break and how sharply, and the weight of the kind.
 */
export const householdKinds = [
  { kind: 'ordinary', base: 0.006, strain: 0.25, strainAt: 1.05, width: 0.1, weight: 0.4 },
  { kind: 'fragile', base: 0.012, strain: 0.25, strainAt: 0.87, width: 0.1, weight: 0.4 },
  { kind: 'calm', base: 0.003, strain: 0.25, strainAt: 1.2, width: 0.1, weight: 0.2 },
] as const;

/** Chance a month that a plan breaks when its instalment takes the share `burden` of true capacity. */
export function hazard(burden: number): number {
  const felt = burden * (1 + valueAssumptions.volatility / 2);
  return householdKinds.reduce(
    (sum, { base, strain, strainAt, width, weight }) =>
      sum + weight * (base + strain / (1 + Math.exp(-(felt - strainAt) / width))),
    0,
  );
}

const tableStep = 1 / 128;
const tableSize = 3 * 128;
/** Monthly chance that the plan goes on, by burden; between rows it is read as straight. */
const survival = Float64Array.from({ length: tableSize + 2 }, (_, i) => 1 - hazard(i * tableStep));

export type Method = z.infer<typeof instalmentMethodSchema>;

const discounting = 1 / (1 + valueAssumptions.discount);
const recoveryWorth = valueAssumptions.recovery * discounting ** valueAssumptions.recoveryLag;

/** Worth of months without payment: each one only puts everything off. */
export const deferralFactor = (months: number): number => discounting ** months;

/** What is known of a plan before anybody's capacity is. */
export interface PlanFigures {
  readonly financedFen: number;
  /** The part of it that bears no interest and is paid off in equal parts. */
  readonly interestFreeFen: number;
  readonly instalmentFen: number;
  readonly count: number;
  readonly monthlyRate: number;
  readonly method: Method;
  /** (1 + monthlyRate) to the power of count. */
  readonly growth: number;
}

/** What the instalments are worth if they start next month, in fen; the down payment comes on top. */
export function instalmentsWorth(plan: PlanFigures, capacityFen: number): number {
  const { financedFen, interestFreeFen, instalmentFen, count, monthlyRate, method, growth } = plan;
  const at = Math.min(instalmentFen / capacityFen / tableStep, tableSize);
  const row = at | 0;
  const here = survival[row] ?? 0;
  const stay = here + ((survival[row + 1] ?? 0) - here) * (at - row);
  const g = stay * discounting;
  const gToN = Math.exp(count * Math.log(g));
  const sum = (g * (1 - gToN)) / (1 - g);
  const breaks = ((1 - stay) / stay) * recoveryWorth;
  const weighted = (g * (1 - (count + 1) * gToN + count * gToN * g)) / ((1 - g) * (1 - g));
  /** Outstanding before each payment, times the chance that it is reached, where it falls in a straight line. */
  const straight = (fen: number) => fen * (sum - weighted / count);
  if (method === 'annuity' && monthlyRate > 1e-9) {
    const x = g * (1 + monthlyRate);
    const rest = 1 - x;
    const grown = rest < 1e-12 && rest > -1e-12 ? count : (x * (1 - gToN * growth)) / rest;
    const level = instalmentFen - interestFreeFen / count;
    const outstanding = (level / monthlyRate) * (sum - grown / growth) + straight(interestFreeFen);
    return instalmentFen * sum + breaks * outstanding;
  }
  // Payments that fall by the same step, and principal that falls in a straight line.
  const step = method === 'equalPrincipal' ? ((financedFen - interestFreeFen) / count) * monthlyRate : 0;
  return (instalmentFen + step) * sum - step * weighted + breaks * straight(financedFen);
}
