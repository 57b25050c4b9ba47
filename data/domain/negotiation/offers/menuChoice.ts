// Which two or three plans to show: the one worth most that leaves room, a light one, and the one that adds most to the two when
// people choose by their own taste.
import type { OfferShape } from '../../offer/offer';
import { type CapacityBelief, quantile } from '../hear/capacity';
import type { OfferGrid } from './offerGrid';
import { bestRow, lowestDown, type RankingBounds, recommendedPlan, worthOfAll } from './offerRanking';

export interface RankedPlan {
  readonly index: number;
  readonly shape: OfferShape;
}

/** A plan must take so much less a month than another to be another choice. */
const clearlyLower = 0.85;

/** A plan that costs less in all may lack this share of the recommended one's worth. */
const nearlyEqual = 0.03;

/**
 * How people choose among plans that they can pay: some look at the instalment, some at all that is paid. One weight for the
 * instalment (against what they have a month) for each kind of taste, all equally likely; the rest goes to the total (against
 * the balance), which counts so many times as much.
 */
const tastes = [0.1, 0.3, 0.5, 0.7, 0.9] as const;
const totalWeight = 4;

/** All that is paid under row `i`, first payment included, in fen and not rounded. */
function totalOf(grid: OfferGrid, i: number): number {
  const [count, instalmentFen] = [grid.instalmentCount[i] ?? 0, grid.instalmentFen[i] ?? 0];
  const price = grid.prices[grid.price[i] ?? 0];
  const bearingFen = (grid.financedFen[i] ?? 0) - (grid.interestFreeFen[i] ?? 0);
  const fallsFen = price?.method === 'equalPrincipal' ? (bearingFen / count) * price.monthlyRate : 0;
  return (grid.downPaymentFen[i] ?? 0) + instalmentFen * count - (fallsFen * count * (count - 1)) / 2;
}

/** What a menu is worth on average, when each taste takes what it dislikes least of it; fen. */
function menuWorth(grid: OfferGrid, worth: Float64Array, capacityFen: number): (menu: readonly number[]) => number {
  const dislike = (i: number, taste: number) => {
    const owedFen = (grid.financedFen[i] ?? 0) + (grid.downPaymentFen[i] ?? 0);
    const instalment = (grid.instalmentFen[i] ?? 0) / capacityFen;
    return taste * instalment + ((1 - taste) * totalWeight * totalOf(grid, i)) / owedFen;
  };
  return (menu) =>
    tastes.reduce<number>((sum, taste) => {
      const taken = menu.reduce((a, b) => (dislike(b, taste) < dislike(a, taste) ? b : a));
      return sum + (worth[taken] ?? 0);
    }, 0) / tastes.length;
}

/**
 * Up to three plans of different size, all with the first payment of the one worth most; none where nothing fits the bounds.
 * Neither the light plan nor anything else of it depends on how often or how loudly something was asked.
 */
export function rankMenu(grid: OfferGrid, belief: CapacityBelief, bounds: RankingBounds): RankedPlan[] {
  const worth = worthOfAll(grid, belief, bounds.instalmentFenMax);
  const best = recommendedPlan(grid, worth, bounds);
  if (best < 0) return [];
  const instalment = (i: number) => grid.instalmentFen[i] ?? 0;
  const clearlyBelow = (a: number, b: number) => instalment(a) < instalment(b) * clearlyLower;
  const light = lightPlan(grid, best, bounds);
  const isOther = clearlyBelow(light, best);
  // Where the best plan is about as light as the light one, or lighter, the light one stands for both.
  const shown = isOther ? [best, light] : [light];
  const isChoice = (i: number) =>
    grid.downPaymentFen[i] === grid.downPaymentFen[best] &&
    instalment(i) <= bounds.instalmentFenMax &&
    clearlyBelow(light, i) &&
    (!isOther || clearlyBelow(i, best) || clearlyBelow(best, i));
  // The cheapest in all that is worth nearly as much; where there is none, what lies between the two, if it draws people from the light one.
  const worthMin = (worth[best] ?? 0) - nearlyEqual * Math.abs(worth[best] ?? 0);
  const cheapest = bestRow(
    grid,
    (i) => isChoice(i) && instalment(i) > instalment(best) && (worth[i] ?? 0) >= worthMin,
    instalment,
  );
  const other =
    cheapest >= 0 ? cheapest : isOther ? between(grid, worth, belief, shown, isChoice) : shorter(grid, isChoice);
  const isDearer = other >= 0 && instalment(other) > instalment(best);
  return [
    { index: isOther ? best : light, shape: 'recommended' as const },
    { index: other, shape: isDearer ? ('lowerTotal' as const) : ('lowerInstalment' as const) },
    { index: isOther ? light : -1, shape: 'lowerInstalment' as const },
  ].filter((plan) => plan.index >= 0);
}

/** Of the plans between the two that are shown, the one that adds most by people's own choices; -1 where none adds anything. */
function between(
  grid: OfferGrid,
  worth: Float64Array,
  belief: CapacityBelief,
  shown: readonly number[],
  isChoice: (i: number) => boolean,
): number {
  const valued = menuWorth(grid, worth, quantile(belief, 0.5));
  const most = Math.max(...shown.map((i) => grid.instalmentFen[i] ?? 0));
  const third = bestRow(
    grid,
    (i) => isChoice(i) && (grid.instalmentFen[i] ?? 0) < most,
    (i) => valued([...shown, i]),
  );
  return third >= 0 && valued([...shown, third]) > valued(shown) ? third : -1;
}

/** A menu is a choice: beside a plan that stands alone the next shorter one. */
const shorter = (grid: OfferGrid, isChoice: (i: number) => boolean): number =>
  bestRow(grid, isChoice, (i) => -(grid.instalmentFen[i] ?? 0));

/**
 * The light plan beside row `at`: as long as the one whose instalment, with nothing paid at the start, is the largest within what
 * the bank sees to be light for this person; where the bank sees nothing, the lightest there is. Nothing that is said earns
 * another one, but a figure that has no room for it, and money at the start makes it lighter.
 */
function lightPlan(grid: OfferGrid, at: number, { lightFen, instalmentFenMax }: RankingBounds): number {
  const [plainFen, mostFen] = [lowestDown(grid), Math.min(lightFen, instalmentFenMax)];
  const instalment = (i: number) => grid.instalmentFen[i] ?? 0;
  const seen = bestRow(grid, (i) => grid.downPaymentFen[i] === plainFen && instalment(i) <= mostFen, instalment);
  const longest = seen < 0 ? Number.POSITIVE_INFINITY : (grid.instalmentCount[seen] ?? 0);
  return bestRow(
    grid,
    (i) => grid.downPaymentFen[i] === grid.downPaymentFen[at] && (grid.instalmentCount[i] ?? 0) <= longest,
    (i) => -instalment(i),
  );
}
