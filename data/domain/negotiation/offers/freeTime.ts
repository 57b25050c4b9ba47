// What time without payment costs the bank: a plan may begin later only as long as its all-in rate stays at the floor of policy.
import type { Segment } from '../../limits/policyLimits';
import { type InstalmentMethod, instalmentParts } from '../../offer/instalmentAmounts';
import type { Offer } from '../../offer/offer';

/** True where the payments, the first one month later for each free month, are worth what they pay off at the floor rate. */
export function paysForTime(offer: Offer, freeMonths: number, { monthlyRateFloor }: Segment): boolean {
  const discount = 1 / (1 + monthlyRateFloor);
  let factor = discount ** freeMonths;
  let worth = 0;
  for (const { paymentFen } of instalmentParts(offer)) {
    factor *= discount;
    worth += paymentFen * factor;
  }
  // Half a fen a payment is rounding.
  return worth >= offer.financedFen - offer.instalmentCount / 2 - 1;
}

/** Worth today, at the floor rate, of one fen a month for each count, and of one that falls evenly from count to 1. */
export interface FloorWorth {
  readonly discount: number;
  readonly level: Float64Array;
  readonly falling: Float64Array;
}

export function floorWorth({ monthlyRateFloor }: Segment, countMax: number): FloorWorth {
  const discount = 1 / (1 + monthlyRateFloor);
  const level = new Float64Array(countMax + 1);
  const falling = new Float64Array(countMax + 1);
  for (let count = 1; count <= countMax; count++) {
    level[count] = (level[count - 1] ?? 0) + discount ** count;
    // Σ (count − k + 1)·v^k is the sum of the level ones up to count.
    falling[count] = (falling[count - 1] ?? 0) + (level[count] ?? 0);
  }
  return { discount, level, falling };
}

export interface PlanInGrid {
  readonly financedFen: number;
  readonly interestFreeFen: number;
  readonly instalmentFen: number;
  readonly count: number;
  readonly method: InstalmentMethod;
  readonly monthlyRate: number;
}

/** The most free months up to `wanted` that a plan pays for; 0 when it pays for none. */
export function monthsPaidFor(plan: PlanInGrid, wanted: number, floor: FloorWorth): number {
  if (wanted === 0) return 0;
  const { financedFen, interestFreeFen, instalmentFen, count, method, monthlyRate } = plan;
  const step = method === 'equalPrincipal' ? ((financedFen - interestFreeFen) / count) * monthlyRate : 0;
  const levelFen = instalmentFen - step * count;
  let worth = levelFen * (floor.level[count] ?? 0) + step * (floor.falling[count] ?? 0);
  let months = 0;
  while (months < wanted) {
    worth *= floor.discount;
    // The same within rounding counts as paid.
    if (worth < financedFen * (1 - 1e-9)) break;
    months++;
  }
  return months;
}
