// Which of the allowed plans to show: the one worth most that leaves room, and neighbours of another shape.
import type { OfferShape } from '../../offer/offer';
import { type CapacityBelief, isGuess, quantile } from '../hear/capacity';
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

/**
 * A plan that costs less may lack this share of the recommended one's worth: little where a figure is known, more where everything is
 * a guess. A shape must differ by this much a month to be one.
 */
const nearlyEqual = { known: 0.03, guessed: 0.1 } as const;
const clearlyLower = 0.92;

/**
 * Up to three plans of different shape: the one worth most that leaves room, the one that costs least among those worth nearly as
 * much, and the lightest there is. Everybody is shown the lightest from the start, so that no way of asking can earn it. Empty
 * when nothing fits the bounds.
 */
export function rankMenu(grid: OfferGrid, belief: CapacityBelief, bounds: RankingBounds): RankedPlan[] {
  const worth = worthOfAll(grid, belief, bounds.instalmentFenMax);
  const best = recommendedPlan(grid, worth, bounds);
  if (best < 0) return [];
  const lightest = lightestBeside(grid, best);
  const isOther = (grid.instalmentFen[lightest] ?? 0) < (grid.instalmentFen[best] ?? 0) * clearlyLower;
  // Where the best plan is about as light as the lightest, the lightest stands for it.
  const recommended = isOther ? best : lightest;
  const lacking = isGuess(belief) ? nearlyEqual.guessed : nearlyEqual.known;
  const worthMin = (worth[recommended] ?? 0) - lacking * Math.abs(worth[recommended] ?? 0);
  const { cheapest, nextShorter } = shorterBeside(grid, worth, bounds.instalmentFenMax, recommended, worthMin);
  // A menu is a choice: where nothing else stands beside the lightest, the next shorter plan does.
  const lowerTotal = cheapest < 0 && !isOther ? nextShorter : cheapest;
  return [
    { index: recommended, shape: 'recommended' as const },
    { index: lowerTotal, shape: 'lowerTotal' as const },
    { index: isOther ? lightest : -1, shape: 'lowerInstalment' as const },
  ].filter((plan) => plan.index >= 0);
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

/** The lightest plan with the same first payment as row `at`. */
function lightestBeside(grid: OfferGrid, at: number): number {
  const down = grid.downPaymentFen[at];
  return bestRow(
    grid,
    (i) => grid.downPaymentFen[i] === down,
    (i) => -(grid.instalmentFen[i] ?? 0),
  );
}

/** Clearly dearer a month than row `at`, with its first payment: the cheapest in all of nearly the same worth, and the next one. */
function shorterBeside(grid: OfferGrid, worth: Float64Array, instalmentFenMax: number, at: number, worthMin: number) {
  const { size, downPaymentFen, instalmentFen } = grid;
  const least = (instalmentFen[at] ?? 0) / clearlyLower;
  let [cheapest, nextShorter] = [-1, -1];
  let [highestFen, nextFen] = [least, Number.POSITIVE_INFINITY];
  for (let i = 0; i < size; i++) {
    const instalment = instalmentFen[i] ?? 0;
    if (downPaymentFen[i] !== downPaymentFen[at] || instalment > instalmentFenMax || instalment <= least) continue;
    if (instalment > highestFen && (worth[i] ?? 0) >= worthMin) {
      cheapest = i;
      highestFen = instalment;
    }
    if (instalment < nextFen) {
      nextShorter = i;
      nextFen = instalment;
    }
  }
  return { cheapest, nextShorter };
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
