// Which of the allowed plans to show: the one worth most that leaves room, and neighbours of another shape.
import type { OfferShape } from '../../offer/offer';
import { type CapacityBelief, quantile } from '../hear/capacity';
import type { OfferGrid } from './offerGrid';
import { deferralFactor, instalmentsWorth } from './planValue';

/** What the ranking may spend of the customer's money; all are hard limits and none is ever traded for worth. */
export interface RankingBounds {
  /** No instalment above it is shown: the most the customer said, and the most that evidence supports. */
  readonly instalmentFenMax: number;
  /** Above it an instalment leaves too little room to be recommended. */
  readonly comfortableFenMax: number;
  /** Money known to be there for a first payment; null when it is not known. */
  readonly lumpSumFen: number | null;
  /** Down payments to propose unasked, as shares of the balance, the first one first. */
  readonly proposedStartShares: readonly number[];
}

export interface RankedPlan {
  readonly index: number;
  readonly shape: OfferShape;
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

/** Share of the recommended plan's worth that a neighbour may lack, and how far its instalment must differ. */
const nearlyEqual = 0.15;
const clearlyLower = 0.92;

/** Up to three plans: recommended, then shapes that differ. Empty when nothing fits the bounds. */
export function rankMenu(grid: OfferGrid, belief: CapacityBelief, bounds: RankingBounds): RankedPlan[] {
  const worth = worthOfAll(grid, belief, bounds.instalmentFenMax);
  const recommended = recommendedPlan(grid, worth, bounds);
  if (recommended < 0) return [];
  const { lowerTotal, lowerInstalment } = neighbours(grid, worth, bounds, recommended);
  const starts = bounds.lumpSumFen === null ? largerStarts(grid, worth, bounds, recommended) : [];
  const menu: RankedPlan[] = [
    { index: recommended, shape: 'recommended' },
    { index: lowerTotal, shape: 'lowerTotal' },
    { index: lowerInstalment, shape: 'lowerInstalment' },
    ...starts.map((index) => ({ index, shape: 'largerStart' as const })),
  ];
  return menu.filter((plan) => plan.index >= 0).slice(0, 3);
}

const startLimit = (grid: OfferGrid, lumpSumFen: number | null): number => lumpSumFen ?? lowestDown(grid);

/** The lowest first payment in the grid, in fen: policy may ask for one. */
export const lowestDown = ({ downPaymentFen, size }: OfferGrid): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < size; i++) least = Math.min(least, downPaymentFen[i] ?? least);
  return least;
};

/** Worth most among the plans that leave room; where none does, the lightest of those that can be paid at all. */
function recommendedPlan(grid: OfferGrid, worth: Float64Array, bounds: RankingBounds): number {
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

/** A shorter plan inside what may be put forward, and a lighter one of nearly the same worth, with the same first payment. */
function neighbours(grid: OfferGrid, worth: Float64Array, bounds: RankingBounds, recommended: number) {
  const { size, downPaymentFen, instalmentFen } = grid;
  const down = downPaymentFen[recommended] ?? 0;
  const instalment = instalmentFen[recommended] ?? 0;
  const least = (worth[recommended] ?? 0) - nearlyEqual * Math.abs(worth[recommended] ?? 0);
  let lowerTotal = -1;
  let lowerTotalFen = Number.POSITIVE_INFINITY;
  let lowerInstalment = -1;
  let lowerWorth = least;
  for (let i = 0; i < size; i++) {
    const other = instalmentFen[i] ?? 0;
    const otherDown = downPaymentFen[i] ?? 0;
    if (
      otherDown === down &&
      other <= bounds.instalmentFenMax &&
      other * clearlyLower > instalment &&
      other < lowerTotalFen
    ) {
      lowerTotal = i;
      lowerTotalFen = other;
    }
    if (otherDown <= down && other <= instalment * clearlyLower && (worth[i] ?? 0) > lowerWorth) {
      lowerInstalment = i;
      lowerWorth = worth[i] ?? 0;
    }
  }
  return { lowerTotal, lowerInstalment };
}

/** Plans with a first payment, one for each proposed share, none dearer a month than what leaves room. */
export function largerStarts(
  grid: OfferGrid,
  worth: Float64Array,
  bounds: RankingBounds,
  recommended: number,
): number[] {
  const { size, downPaymentFen, instalmentFen, financedFen } = grid;
  const least = downPaymentFen[recommended] ?? 0;
  const roomy = Math.max(instalmentFen[recommended] ?? 0, bounds.comfortableFenMax);
  const starts = bounds.proposedStartShares.map((wanted) => {
    let winner = -1;
    let distance = Number.POSITIVE_INFINITY;
    let group = { down: Number.NaN, distance: Number.POSITIVE_INFINITY };
    for (let i = 0; i < size; i++) {
      const down = downPaymentFen[i] ?? 0;
      if (down <= least || (instalmentFen[i] ?? 0) > roomy) continue;
      // Rows come by first payment: how far it lies from the wanted share is worked out once for each.
      if (down !== group.down) group = { down, distance: Math.abs(down / (down + (financedFen[i] ?? 1)) - wanted) };
      if (group.distance > distance) continue;
      if (group.distance < distance || (worth[i] ?? 0) > (worth[winner] ?? 0)) {
        winner = i;
        distance = group.distance;
      }
    }
    return winner;
  });
  return [...new Set(starts.filter((index) => index >= 0))];
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
