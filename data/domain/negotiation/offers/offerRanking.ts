// What each of the allowed plans is worth to the bank with what is believed of the customer, and which is worth most.
import { type CapacityBelief, quantile } from '../hear/capacity';
import type { OfferGrid } from './offerGrid';
import { deferralFactor, instalmentsWorth } from './planValue';

/** What the ranking may spend of the customer's money; all are hard limits and none is ever traded for worth. */
export interface RankingBounds {
  /** No instalment above it is shown: the most the customer said, and the most that evidence supports. */
  readonly instalmentFenMax: number;
  /** Above it an instalment leaves too little room to be recommended. */
  readonly comfortableFenMax: number;
  /** Money known to be there for a first payment; null when it is not known, and then none is proposed. */
  readonly lumpSumFen: number | null;
  /** What the bank itself sees of this person lets an instalment of so much be called light, in fen; 0 where it sees nothing. */
  readonly lightFen: number;
}

/** Three points of the belief stand for all of it, so that a large grid is valued in milliseconds. */
const summaryChances = [0.1, 0.5, 0.9] as const;
const summaryWeights = [0.3, 0.4, 0.3] as const;

/** Worth of every candidate to the bank, in fen; -Infinity where `instalmentFenMax` forbids it. */
export function worthOfAll(grid: OfferGrid, belief: CapacityBelief, instalmentFenMax: number): Float64Array {
  const [low = 1, middle = 1, high = 1] = summaryChances.map((chance) => Math.max(1, quantile(belief, chance)));
  const [lowWeight, middleWeight, highWeight] = summaryWeights;
  const { size, downPaymentFen, instalmentFen, instalmentCount, deferMonths, price, prices } = grid;
  const deferrals = Float64Array.from({ length: 25 }, (_, months) => deferralFactor(months));
  const worth = new Float64Array(size);
  // Rows that differ only in deferral stand next to each other and share one valuation.
  let knownInstalment = -1;
  let knownCount = -1;
  let knownPrice = -1;
  let expected = 0;
  for (let i = 0; i < size; i++) {
    const instalment = instalmentFen[i] ?? 0;
    const at = price[i] ?? 0;
    const point = prices[at];
    if (instalment > instalmentFenMax || point === undefined) {
      worth[i] = Number.NEGATIVE_INFINITY;
      continue;
    }
    const count = instalmentCount[i] ?? 0;
    if (instalment !== knownInstalment || count !== knownCount || at !== knownPrice) {
      const { monthlyRate, method } = point;
      const growth = point.growths[count] ?? 1;
      const [financedFen, interestFreeFen] = [grid.financedFen[i] ?? 0, grid.interestFreeFen[i] ?? 0];
      const plan = { financedFen, interestFreeFen, instalmentFen: instalment, count, monthlyRate, method, growth };
      expected =
        lowWeight * instalmentsWorth(plan, low) +
        middleWeight * instalmentsWorth(plan, middle) +
        highWeight * instalmentsWorth(plan, high);
      knownInstalment = instalment;
      knownCount = count;
      knownPrice = at;
    }
    worth[i] = (downPaymentFen[i] ?? 0) + expected * (deferrals[deferMonths[i] ?? 0] ?? 0);
  }
  return worth;
}

const startLimit = (grid: OfferGrid, lumpSumFen: number | null): number => lumpSumFen ?? lowestDown(grid);

/** The lowest first payment in the grid, in fen: policy may ask for one. */
export const lowestDown = ({ downPaymentFen, size }: OfferGrid): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < size; i++) least = Math.min(least, downPaymentFen[i] ?? least);
  return least;
};

/** Worth most among the plans that leave room; where none does, the lightest of those that can be paid at all; -1 where none can. */
export function recommendedPlan(grid: OfferGrid, worth: Float64Array, bounds: RankingBounds): number {
  const { size, downPaymentFen, instalmentFen } = grid;
  const startMax = startLimit(grid, bounds.lumpSumFen);
  let roomy = -1;
  let roomyScore = Number.NEGATIVE_INFINITY;
  let lightest = -1;
  let lightestFen = Number.POSITIVE_INFINITY;
  for (let i = 0; i < size; i++) {
    const instalment = instalmentFen[i] ?? 0;
    if (instalment > bounds.instalmentFenMax || (downPaymentFen[i] ?? 0) > startMax) continue;
    if (instalment < lightestFen) {
      lightest = i;
      lightestFen = instalment;
    }
    if (instalment <= bounds.comfortableFenMax && (worth[i] ?? 0) > roomyScore) {
      roomy = i;
      roomyScore = worth[i] ?? 0;
    }
  }
  return roomy >= 0 ? roomy : lightest;
}

/** The plan with the lowest instalment at a down payment the customer has; -1 when the grid is empty. */
export const lowestInstalmentPlan = (grid: OfferGrid, downPaymentFenMax: number): number =>
  bestRow(
    grid,
    (i) => (grid.downPaymentFen[i] ?? 0) <= downPaymentFenMax,
    (i) => -(grid.instalmentFen[i] ?? 0),
  );

/** Index of the greatest score among rows that pass; -1 when none does. The first of equals wins. */
export function bestRow(grid: OfferGrid, passes: (i: number) => boolean, score: (i: number) => number): number {
  let winner = -1;
  let winning = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < grid.size; i++) {
    if (!passes(i)) continue;
    const own = score(i);
    if (own > winning) {
      winner = i;
      winning = own;
    }
  }
  return winner;
}
