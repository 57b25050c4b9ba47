// A plan that begins later, for who asks for that and names no length: time without payment is paid for by a shorter plan, and not given.
import { instalmentParts } from '../../offer/instalmentAmounts';
import type { OfferShape } from '../../offer/offer';
import type { RankedPlan } from './menuChoice';
import { type OfferGrid, termsAt } from './offerGrid';
import { bestRow } from './offerRanking';
import { deferralFactor } from './planValue';

/** What all payments of row `i` are worth today if each is made, at the engine's own discount; fen. */
function paidWorth(grid: OfferGrid, i: number): number {
  const { deferMonths, downPaymentFen, ...terms } = termsAt(grid, i);
  const [financedFen, interestFreeFen] = [grid.financedFen[i] ?? 0, grid.interestFreeFen[i] ?? 0];
  return instalmentParts({ ...terms, financedFen, interestFreeFen }).reduce(
    (sum, { paymentFen }, month) => sum + paymentFen * deferralFactor(deferMonths + month + 1),
    downPaymentFen,
  );
}

/** The row with the lowest instalment; -1 of an empty menu. */
export const lightestOf = (grid: OfferGrid, menu: readonly RankedPlan[]): number =>
  menu.reduce(
    (low, { index }) => (low < 0 || (grid.instalmentFen[index] ?? 0) < (grid.instalmentFen[low] ?? 0) ? index : low),
    -1,
  );

export interface PutOff {
  /** Row of `later`. */
  readonly row: number;
  /** The row of `now` that it stands for. */
  readonly instead: number;
  readonly shape: OfferShape;
  /** False where it is only the shortest that leaves room. */
  readonly isWorthAsMuch: boolean;
}

/**
 * One plan of the menu begun later: instead of the second lightest (the light one is worth least already) a shorter one that is
 * worth no less today. Where none such leaves room in `instalmentFenMax`, the shortest that does: it pays for as much of the time
 * as it can. Null where nothing can begin later.
 */
export function putOff(
  now: OfferGrid,
  later: OfferGrid,
  menu: readonly RankedPlan[],
  instalmentFenMax: number,
): PutOff | null {
  const fen = (grid: OfferGrid, i: number) => grid.instalmentFen[i] ?? 0;
  const lightest = lightestOf(now, menu);
  const heavier = menu.filter(({ index }) => index !== lightest).sort((a, b) => fen(now, a.index) - fen(now, b.index));
  const [plan = menu[0]] = heavier;
  if (plan === undefined) return null;
  const { index, shape } = plan;
  const fits = (i: number) =>
    later.downPaymentFen[i] === now.downPaymentFen[index] &&
    (later.deferMonths[i] ?? 0) > (now.deferMonths[index] ?? 0) &&
    fen(later, i) <= instalmentFenMax;
  const leastFen = paidWorth(now, index);
  // As late as was asked for before all else: a month outweighs any instalment.
  const months = (i: number) => (later.deferMonths[i] ?? 0) * 1e12;
  const worth = bestRow(
    later,
    (i) => fits(i) && paidWorth(later, i) >= leastFen,
    (i) => months(i) - fen(later, i),
  );
  const row = worth >= 0 ? worth : bestRow(later, fits, (i) => months(i) + fen(later, i));
  return row < 0 ? null : { row, instead: index, shape, isWorthAsMuch: worth >= 0 };
}
