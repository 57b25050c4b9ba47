// A counter that cannot be met: the nearest plan that can, and the one figure that is missing.
import { instalmentAmounts } from '../instalmentAmounts';
import { type Fen, shareOf } from '../money';
import type { NegotiationMessageId, Reason, Shortfall } from '../move';
import { dueDayFor } from './dueDates';
import { type Answer, gridReasons, type Kitchen, openKitchen, plansOf, usableLumpSum } from './menu';
import { type PlanTerms, termsAt } from './offerGrid';
import { bestRow, lowestInstalmentPlan } from './offerRanking';
import { reason } from './scene';
import { layOnTable, type PlanToShow } from './table';

type NearestMessage = Extract<NegotiationMessageId, `negotiation.nearest.${string}`>;
const messageOf: Partial<Record<Shortfall['slot'], NearestMessage>> = {
  monthlyAmount: 'negotiation.nearest.monthlyAmount',
  lumpSum: 'negotiation.nearest.lumpSum',
  instalmentCount: 'negotiation.nearest.instalmentCount',
  deferMonths: 'negotiation.nearest.deferMonths',
  dueDay: 'negotiation.nearest.dueDay',
};

/** Lays the nearest plans on the table and says what is missing. */
export function answerNearest(
  kitchen: Kitchen,
  plans: readonly PlanToShow[],
  shortfall: Shortfall,
  reasons: readonly Reason[] = [],
): Answer | null {
  const dueDay = dueDayFor(kitchen.facts, kitchen.scene.limits);
  const { negotiation, offers } = layOnTable(kitchen.scene, plans, dueDay);
  const messageId = messageOf[shortfall.slot];
  if (offers.length === 0 || messageId === undefined) return null;
  const { slot, asked, nearest, missing } = shortfall;
  const told = reason(`counter.${slot}`, { asked, nearest, missing }, slot === 'monthlyAmount' ? 'lumpSum' : 'policy');
  return {
    move: {
      kind: 'nearest',
      offers,
      shortfall,
      messageId,
      reasons: [...gridReasons(kitchen), ...kitchen.view.reasons, told, ...reasons],
    },
    negotiation,
  };
}

/**
 * The first payment, rounded up to the policy's step, with which the plan's instalment is no more than `wantedFen`;
 * null when policy has none. Worked out without relief in return, so that the figure always suffices.
 */
export function downPaymentThatCloses(kitchen: Kitchen, terms: PlanTerms, wantedFen: Fen): Fen | null {
  const { account, limits, segment } = kitchen.scene;
  if (wantedFen < segment.instalmentFenMin) return null;
  const most = shareOf(account.balanceFen, segment.downPaymentShareMax);
  const { method, monthlyRate, instalmentCount } = terms;
  const owedFen = account.balanceFen - terms.feeWaiverFen - terms.interestWaiverFen;
  const instalment = (downFen: Fen) =>
    instalmentAmounts({ financedFen: owedFen - downFen, instalmentCount, monthlyRate, method }).instalmentFen;
  const perFen = instalment(0) / owedFen;
  const step = limits.downPaymentStepFen;
  let downFen = Math.max(0, Math.ceil((owedFen - wantedFen / perFen) / step) * step);
  // The estimate is within a step of the answer; the exact schedule decides.
  while (downFen >= step && instalment(downFen - step) <= wantedFen) downFen -= step;
  while (downFen <= most && instalment(downFen) > wantedFen) downFen += step;
  return downFen <= most ? downFen : null;
}

/** The monthly figure cannot be met: the lightest plan, what is missing, and the first payment that would close it. */
export function nearestMonthly(kitchen: Kitchen, wantedFen: Fen): Answer | null {
  const { grid, scene, facts } = kitchen;
  const lump = usableLumpSum(facts, scene);
  const own = lowestInstalmentPlan(grid, lump ?? 0);
  const lightest = own >= 0 ? own : lowestInstalmentPlan(grid, Number.POSITIVE_INFINITY);
  if (lightest < 0) return null;
  const terms = termsAt(grid, lightest);
  const exact = instalmentAmounts({ ...terms, financedFen: grid.financedFen[lightest] ?? 0 }).instalmentFen;
  const closes = downPaymentThatCloses(kitchen, { ...terms, feeWaiverFen: 0, interestWaiverFen: 0 }, wantedFen);
  const plans: PlanToShow[] = [{ terms, shape: 'recommended' }];
  if (closes !== null && lump === null) {
    const wider = openKitchen(scene, [closes]);
    const closing = bestRow(
      wider.grid,
      (i) => wider.grid.downPaymentFen[i] === closes && wider.grid.instalmentCount[i] === terms.instalmentCount,
      (i) => -(wider.grid.instalmentFen[i] ?? 0),
    );
    if (closing >= 0) plans.push({ terms: termsAt(wider.grid, closing), shape: 'largerStart' });
  }
  return answerNearest(kitchen, plans, {
    slot: 'monthlyAmount',
    asked: wantedFen,
    nearest: exact,
    missing: exact - wantedFen,
    downPaymentThatCloses: closes,
  });
}

/** A number of months that policy or capacity does not allow: the nearest number that both do. */
export function nearestCount(kitchen: Kitchen, asked: number): Answer | null {
  const { grid, view } = kitchen;
  const lump = usableLumpSum(kitchen.facts, kitchen.scene) ?? 0;
  const index = bestRow(
    grid,
    (i) => (grid.downPaymentFen[i] ?? 0) <= lump && (grid.instalmentFen[i] ?? 0) <= view.bounds.instalmentFenMax,
    (i) => -Math.abs((grid.instalmentCount[i] ?? 0) - asked) + (grid.downPaymentFen[i] ?? 0) * 1e-13,
  );
  if (index < 0) return null;
  const nearest = grid.instalmentCount[index] ?? 0;
  return answerNearest(kitchen, plansOf(grid, [{ index, shape: 'requested' }]), {
    slot: 'instalmentCount',
    asked,
    nearest,
    missing: Math.abs(nearest - asked),
    downPaymentThatCloses: null,
  });
}
