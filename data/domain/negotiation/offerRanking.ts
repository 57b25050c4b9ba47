// Which of the allowed plans to show: the one worth most that leaves room, and neighbours of another shape.
import type { OfferShape } from '../offer';
import { type CapacityBelief, quantile } from './capacity';
import type { OfferGrid } from './offerGrid';
import { instalmentsWorth } from './planValue';

/** What the ranking may spend of the customer's money; all are hard limits and none is ever traded for worth. */
export interface RankingBounds {
  /** No instalment above it is shown: the most the customer said, and the most that evidence supports. */
  readonly instalmentFenMax: number;
  /** Above it an instalment leaves too little room to be recommended. */
  readonly comfortableFenMax: number;
  /** The customer named a range: its lower end is what they are sure of, so the shortest plan that leaves room comes first. */
  readonly shortestFirst: boolean;
  /** A shorter plan may be shown beside the recommended one up to here; null shows none. */
  readonly stretchFenMax: number | null;
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
  const capacities = summaryChances.map((chance) => quantile(belief, chance));
  const [low = 0, middle = 0, high = 0] = capacities;
  const [lowWeight, middleWeight, highWeight] = summaryWeights;
  const worth = new Float64Array(grid.size);
  for (let i = 0; i < grid.size; i++) {
    const instalment = grid.instalmentFen[i] ?? 0;
    const price = grid.prices[grid.price[i] ?? 0];
    if (instalment > instalmentFenMax || price === undefined) {
      worth[i] = Number.NEGATIVE_INFINITY;
      continue;
    }
    const financed = grid.financedFen[i] ?? 0;
    const count = grid.instalmentCount[i] ?? 0;
    const defer = grid.deferMonths[i] ?? 0;
    const { monthlyRate, method } = price;
    worth[i] =
      (grid.downPaymentFen[i] ?? 0) +
      lowWeight * instalmentsWorth(financed, instalment, count, monthlyRate, method, defer, low) +
      middleWeight * instalmentsWorth(financed, instalment, count, monthlyRate, method, defer, middle) +
      highWeight * instalmentsWorth(financed, instalment, count, monthlyRate, method, defer, high);
  }
  return worth;
}

/** Index of the greatest score among rows that pass; -1 when none does. The first of equals wins. */
function best(grid: OfferGrid, passes: (i: number) => boolean, score: (i: number) => number): number {
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

/** Share of the recommended plan's worth that a neighbour may lack, and how far its instalment must differ. */
const nearlyEqual = 0.15;
const clearlyLower = 0.92;

/** Up to three plans: recommended, then shapes that differ. Empty when nothing fits the bounds. */
export function rankMenu(grid: OfferGrid, belief: CapacityBelief, bounds: RankingBounds): RankedPlan[] {
  const worth = worthOfAll(grid, belief, bounds.instalmentFenMax);
  const down = (i: number) => grid.downPaymentFen[i] ?? 0;
  const instalment = (i: number) => grid.instalmentFen[i] ?? 0;
  const value = (i: number) => worth[i] ?? Number.NEGATIVE_INFINITY;
  const startMax = bounds.lumpSumFen ?? lowestDown(grid);
  const affordable = (i: number) => down(i) <= startMax && instalment(i) <= bounds.instalmentFenMax;
  const comfortable = (i: number) => affordable(i) && instalment(i) <= bounds.comfortableFenMax;
  let recommended = best(grid, comfortable, bounds.shortestFirst ? instalment : value);
  if (recommended < 0) recommended = best(grid, affordable, (i) => -instalment(i));
  if (recommended < 0) return [];
  const here = { down: down(recommended), instalment: instalment(recommended), value: value(recommended) };
  const near = (i: number) => value(i) >= here.value - nearlyEqual * Math.abs(here.value);
  const lowerTotal = best(
    grid,
    (i) =>
      bounds.stretchFenMax !== null &&
      affordable(i) &&
      down(i) === here.down &&
      instalment(i) * clearlyLower > here.instalment &&
      instalment(i) <= bounds.stretchFenMax,
    (i) => -instalment(i),
  );
  const lowerInstalment = best(
    grid,
    (i) => affordable(i) && near(i) && down(i) <= here.down && instalment(i) <= here.instalment * clearlyLower,
    value,
  );
  const starts = bounds.lumpSumFen === null ? largerStarts(grid, bounds, here, value) : [];
  const menu: RankedPlan[] = [
    { index: recommended, shape: 'recommended' },
    { index: lowerTotal, shape: 'lowerTotal' },
    { index: lowerInstalment, shape: 'lowerInstalment' },
    ...starts.map((index) => ({ index, shape: 'largerStart' as const })),
  ];
  return menu.filter((plan) => plan.index >= 0).slice(0, 3);
}

const lowestDown = (grid: OfferGrid): number =>
  grid.downPaymentFen.subarray(0, grid.size).reduce((a, b) => Math.min(a, b), Infinity);

interface Here {
  readonly down: number;
  readonly instalment: number;
  readonly value: number;
}

/** Plans with a first payment, one for each proposed share, none dearer a month than what leaves room. */
function largerStarts(grid: OfferGrid, bounds: RankingBounds, here: Here, value: (i: number) => number): number[] {
  const down = (i: number) => grid.downPaymentFen[i] ?? 0;
  const share = (i: number) => down(i) / (down(i) + (grid.financedFen[i] ?? 1));
  const roomy = (i: number) => (grid.instalmentFen[i] ?? 0) <= Math.max(here.instalment, bounds.comfortableFenMax);
  const starts = bounds.proposedStartShares.map((wanted) => {
    const passes = (i: number) => down(i) > here.down && value(i) > Number.NEGATIVE_INFINITY;
    const nearest = best(grid, passes, (i) => -Math.abs(share(i) - wanted));
    return nearest < 0 ? -1 : best(grid, (i) => down(i) === down(nearest) && roomy(i), value);
  });
  return [...new Set(starts.filter((index) => index >= 0))];
}

/** The plan with the lowest instalment at a down payment the customer has; -1 when the grid is empty. */
export const lowestInstalmentPlan = (grid: OfferGrid, downPaymentFenMax: number): number =>
  best(
    grid,
    (i) => (grid.downPaymentFen[i] ?? 0) <= downPaymentFenMax,
    (i) => -(grid.instalmentFen[i] ?? 0),
  );

export { best as bestRow };
