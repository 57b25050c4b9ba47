// A plan that begins later, for who asks for that and names no length: a shorter one that is worth as much today as the plan it
// stands for, so that time without payment is paid for and not given.
import { instalmentParts } from '../../offer/instalmentAmounts';
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

/**
 * The row of `later` with the lowest instalment that begins later than row `at` of `now`, takes the same first payment and no more
 * a month than `instalmentFenMax`, and is worth no less today; -1 where there is none.
 */
export function putOffRow(now: OfferGrid, at: number, later: OfferGrid, instalmentFenMax: number): number {
  const leastFen = paidWorth(now, at);
  const [start, months] = [now.downPaymentFen[at], now.deferMonths[at] ?? 0];
  return bestRow(
    later,
    (i) =>
      later.downPaymentFen[i] === start &&
      (later.deferMonths[i] ?? 0) > months &&
      (later.instalmentFen[i] ?? 0) <= instalmentFenMax &&
      paidWorth(later, i) >= leastFen,
    (i) => -(later.instalmentFen[i] ?? 0),
  );
}
