// What a plan is worth to the bank if the customer can pay so much a month: a plan that is kept longer is worth more
// than a dear one that breaks. Closed forms only, because every candidate of a large grid is valued.

import type { z } from 'zod';
import type { instalmentMethodSchema } from '../offer';

/** The engine's own assumptions; they rank offers and never price one. The simulator has parameters of its own. */
export const valueAssumptions = {
  /** Bank's discount a month, share. */
  discount: 0.008,
  /** Chance a month that even an easy plan breaks, and the most that strain adds. */
  hazardBase: 0.006,
  hazardStrain: 0.25,
  /** Share of capacity, uncertainty included, around which plans break, and how sharply. */
  strainAt: 1.05,
  strainWidth: 0.08,
  /** Typical swing of monthly income, share. */
  volatility: 0.25,
  /** Share of the outstanding principal that comes back after a break, and how many months later. */
  recovery: 0.25,
  recoveryLag: 6,
} as const;

/** Chance a month that a plan breaks when its instalment takes the share `burden` of true capacity. */
export function hazard(burden: number): number {
  const { hazardBase, hazardStrain, strainAt, strainWidth, volatility } = valueAssumptions;
  return hazardBase + hazardStrain / (1 + Math.exp(-(burden * (1 + volatility / 2) - strainAt) / strainWidth));
}

const tableStep = 1 / 128;
const tableSize = 3 * 128;
const logSurvival = Float64Array.from({ length: tableSize + 1 }, (_, i) => Math.log(1 - hazard(i * tableStep)));

/** Log of the monthly chance that the plan goes on, read from a table between whose rows it is straight. */
function logSurvivalAt(burden: number): number {
  const at = Math.min(burden / tableStep, tableSize - 1e-9);
  const row = at | 0;
  const here = logSurvival[row] ?? 0;
  return here + ((logSurvival[row + 1] ?? here) - here) * (at - row);
}

export type Method = z.infer<typeof instalmentMethodSchema>;

const logDiscount = Math.log(1 / (1 + valueAssumptions.discount));
const recoveryWorth = valueAssumptions.recovery * Math.exp(logDiscount * valueAssumptions.recoveryLag);

/** What the instalments of one plan are worth, in fen; the down payment comes on top. */
export function instalmentsWorth(
  financedFen: number,
  instalmentFen: number,
  count: number,
  monthlyRate: number,
  method: Method,
  deferMonths: number,
  capacityFen: number,
): number {
  const logStay = logSurvivalAt(capacityFen > 0 ? instalmentFen / capacityFen : 3);
  const stay = Math.exp(logStay);
  const g = stay / (1 + valueAssumptions.discount);
  const gToN = Math.exp(count * (logStay + logDiscount));
  const sum = (g * (1 - gToN)) / (1 - g);
  const later = deferMonths === 0 ? 1 : Math.exp(deferMonths * logDiscount);
  const breaks = ((1 - stay) / stay) * recoveryWorth;
  if (method === 'annuity' && monthlyRate > 1e-9) {
    const growth = (1 + monthlyRate) ** count;
    const x = g * (1 + monthlyRate);
    const grown = Math.abs(x - 1) < 1e-12 ? count : (x * (1 - gToN * growth)) / (1 - x);
    const outstanding = (instalmentFen / monthlyRate) * (sum - grown / growth);
    return later * (instalmentFen * sum + breaks * outstanding);
  }
  // Payments that fall by the same step, and principal that falls in a straight line.
  const weighted = (g * (1 - (count + 1) * gToN + count * gToN * g)) / (1 - g) ** 2;
  const step = method === 'equalPrincipal' ? (financedFen / count) * monthlyRate : 0;
  const paid = (instalmentFen + step) * sum - step * weighted;
  return later * (paid + breaks * financedFen * (sum - weighted / count));
}
