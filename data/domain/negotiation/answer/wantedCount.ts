// A wanted number of months: the plan of that length where the figures carry it, else the nearest length. The wish stands until it
// is changed, and what is shown depends on the facts alone: figure first or months first leads to the same table.
import { type OfferGrid, termsAt } from '../offers/offerGrid';
import { bestRow, lowestDown, worthOfAll } from '../offers/offerRanking';
import { usableLumpSum } from './firstPayment';
import { type Answer, type Kitchen, menuPlans, showPlans } from './menu';
import { answerNearest, exactInstalment, instalmentOf, nearestPlans } from './nearest';
import { reason } from './scene';
import type { PlanToShow } from './table';

/** Months from `least` to `most`; `most` is Infinity for "at least". */
export interface CountSpan {
  readonly least: number;
  readonly most: number;
}

/** The wanted number of months as a span; null when none is wanted. */
export function wantedCounts({ facts }: Kitchen): CountSpan | null {
  const { instalmentCountMin, instalmentCountMax } = facts;
  if (instalmentCountMin === null && instalmentCountMax === null) return null;
  return { least: instalmentCountMin ?? 1, most: instalmentCountMax ?? Number.POSITIVE_INFINITY };
}

const startMax = ({ facts, scene, grid }: Kitchen): number => usableLumpSum(facts, scene) ?? lowestDown(grid);

/** Of several methods for the same length and start the lightest, so that a figure said later changes nothing about the plan. */
function lightestOfLength(grid: OfferGrid, row: number): number {
  const [count, down] = [grid.instalmentCount[row], grid.downPaymentFen[row]];
  return bestRow(
    grid,
    (i) => grid.instalmentCount[i] === count && grid.downPaymentFen[i] === down,
    (i) => -(grid.instalmentFen[i] ?? 0),
  );
}

/** The menu, or where none leaves room the plans nearest to it. */
function menuOrNearest(kitchen: Kitchen): readonly PlanToShow[] {
  const menu = menuPlans(kitchen);
  return menu.length > 0 ? menu : (nearestPlans(kitchen)?.plans ?? []);
}

/** What stands beside a wanted plan: the menu's first, and its lightest, so that no order of saying things hides it. */
function beside(kitchen: Kitchen, wanted: number): PlanToShow[] {
  const { grid, scene } = kitchen;
  const asked = JSON.stringify(termsAt(grid, wanted));
  const rest = menuOrNearest(kitchen).filter(({ terms }) => JSON.stringify(terms) !== asked);
  const [first, ...others] = rest;
  if (first === undefined) return [];
  const lightest = others.reduce(
    (low, plan) => (instalmentOf(scene, plan.terms) < instalmentOf(scene, low.terms) ? plan : low),
    first,
  );
  return lightest === first ? [first, ...others.slice(0, 1)] : [first, lightest];
}

/** The plan of the wanted length, with the menu beside it; the safer one is named when the wish is tight. Null when it cannot be. */
export function requestedCount(kitchen: Kitchen, { least, most }: CountSpan): Answer | null {
  const { grid, view } = kitchen;
  const { belief, bounds } = view;
  // What is asked for and within what was said is shown, tight as it may be, with the safer plan beside it.
  const worth = worthOfAll(grid, belief, Math.min(view.saidFenMax, view.supportedFenMax));
  const fits = (i: number) => {
    const count = grid.instalmentCount[i] ?? 0;
    const within = (grid.downPaymentFen[i] ?? 0) <= startMax(kitchen);
    return count >= least && count <= most && within && (worth[i] ?? 0) > Number.NEGATIVE_INFINITY;
  };
  // Money that was named for the start goes into the plan that is asked for, as far as a plan of that length takes it.
  const largest = bestRow(grid, fits, (i) => grid.downPaymentFen[i] ?? 0);
  if (largest < 0) return null;
  const start = grid.downPaymentFen[largest];
  const best = bestRow(
    grid,
    (i) => fits(i) && grid.downPaymentFen[i] === start,
    (i) => worth[i] ?? 0,
  );
  const wanted = lightestOfLength(grid, best);
  const tight = (grid.instalmentFen[wanted] ?? 0) > bounds.comfortableFenMax;
  const others = beside(kitchen, wanted);
  const plans: PlanToShow[] = [
    { terms: termsAt(grid, wanted), shape: 'requested' },
    ...others.map((plan, i): PlanToShow => (tight && i === 0 ? { ...plan, shape: 'saferChoice' } : plan)),
  ];
  const messageId = !tight ? null : others.length > 0 ? 'negotiation.offer.safer' : 'negotiation.offer.tight';
  return showPlans(kitchen, plans, messageId, [
    reason('requested', { least, most: Number.isFinite(most) ? most : null, tight }),
  ]);
}

/**
 * The wanted length is not possible: the nearest that leaves room, with the menu beside it. `isNews` says why; a wish that was
 * answered before goes on being shown without being told again. Null when no length leaves room.
 */
export function nearestCount(kitchen: Kitchen, { least, most }: CountSpan, isNews: boolean): Answer | null {
  const { grid, view } = kitchen;
  const asked = Number.isFinite(most) ? most : least;
  const start = startMax(kitchen);
  const closest = bestRow(
    grid,
    (i) => (grid.downPaymentFen[i] ?? 0) <= start && (grid.instalmentFen[i] ?? 0) <= view.bounds.instalmentFenMax,
    (i) => -Math.abs((grid.instalmentCount[i] ?? 0) - asked) + (grid.downPaymentFen[i] ?? 0) * 1e-13,
  );
  if (closest < 0) return null;
  const index = lightestOfLength(grid, closest);
  const plans: PlanToShow[] = [{ terms: termsAt(grid, index), shape: 'requested' }, ...beside(kitchen, index)];
  if (!isNews) return showPlans(kitchen, plans, null, [reason('requested', { least, most: asked, tight: false })]);
  const nearest = grid.instalmentCount[index] ?? 0;
  const wanted = bestRow(
    grid,
    (i) => grid.instalmentCount[i] === asked && (grid.downPaymentFen[i] ?? 0) <= start,
    (i) => -(grid.instalmentFen[i] ?? 0),
  );
  const takes = wanted < 0 ? 0 : exactInstalment(grid, wanted);
  return answerNearest(
    kitchen,
    plans,
    {
      slot: 'instalmentCount',
      asked,
      nearest,
      missing: Math.abs(nearest - asked),
      downPaymentThatCloses: null,
      ...(takes > view.saidFenMax ? { instalmentAtAsked: takes } : {}),
    },
    'negotiation.nearest.instalmentCount',
  );
}
