// A counter that cannot be met: the nearest plan that can, and the one figure that is missing.

import { type Fen, shareOf } from '../../money/money';
import { financed } from '../../offer/financed';
import { instalmentAmounts } from '../../offer/instalmentAmounts';
import type { NegotiationMessageId, Reason, Shortfall, TooLittle } from '../move';
import { dueDayFor } from '../offers/dueDates';
import { type OfferGrid, type PlanTerms, termsAt } from '../offers/offerGrid';
import { bestRow, lowestDown, lowestInstalmentPlan } from '../offers/offerRanking';
import { usableLumpSum } from './firstPayment';
import { type Answer, gridReasons, type Kitchen, openKitchen, showPlans } from './menu';
import { reason, type Scene } from './scene';
import { layOnTable, type PlanToShow } from './table';

type NearestMessage = Extract<NegotiationMessageId, `negotiation.nearest.${string}`>;

/** Lays the nearest plans on the table and says what is missing. */
export function answerNearest(
  kitchen: Kitchen,
  plans: readonly PlanToShow[],
  shortfall: Shortfall,
  messageId: NearestMessage,
  reasons: readonly Reason[] = [],
): Answer | null {
  const dueDay = dueDayFor(kitchen.facts, kitchen.scene);
  const { negotiation, offers } = layOnTable(kitchen.scene, plans, dueDay);
  if (offers.length === 0) return null;
  const { slot, asked, nearest, missing } = shortfall;
  const told = reason(`counter.${slot}`, { asked, nearest, missing }, slot === 'monthlyAmount' ? 'lumpSum' : 'policy');
  return {
    move: {
      kind: 'nearest',
      offers,
      shortfall,
      messageId,
      reasons: [...gridReasons(kitchen), ...kitchen.view.reasons, ...reasons, told],
    },
    negotiation,
  };
}

/** The first instalment of a plan to the fen, as it would be signed. */
export function instalmentOf({ account, limits }: Scene, terms: PlanTerms): Fen {
  const { totalFen: financedFen, interestFreeFen } = financed(account, terms, limits.interestBearing);
  return instalmentAmounts({ ...terms, financedFen, interestFreeFen }).instalmentFen;
}

/** The same of a row of the grid. */
export const exactInstalment = (grid: OfferGrid, index: number): Fen =>
  instalmentAmounts({
    ...termsAt(grid, index),
    financedFen: grid.financedFen[index] ?? 0,
    interestFreeFen: grid.interestFreeFen[index] ?? 0,
  }).instalmentFen;

/**
 * The first payment, rounded up to the policy's step, with which the plan's instalment is no more than `wantedFen`;
 * null when policy has none. Worked out without relief in return, so that the figure always suffices.
 */
export function downPaymentThatCloses(kitchen: Kitchen, terms: PlanTerms, wantedFen: Fen): Fen | null {
  const { account, limits, segment } = kitchen.scene;
  if (wantedFen < segment.instalmentFenMin || !Number.isFinite(wantedFen)) return null;
  const most = shareOf(account.balanceFen, segment.downPaymentShareMax);
  const instalment = (downPaymentFen: Fen) => instalmentOf(kitchen.scene, { ...terms, downPaymentFen });
  const step = limits.downPaymentStepFen;
  // A larger first payment never makes the instalment dearer, so the least number of steps is found by halving.
  let [tooFew, enough] = [-1, Math.floor(most / step)];
  if (instalment(enough * step) > wantedFen) return null;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (instalment(middle * step) <= wantedFen) enough = middle;
    else tooFew = middle;
  }
  return enough * step;
}

/**
 * The first payment with which the lightest plan leaves room, and that plan where documents carry nothing else: it is told of, and
 * money at hand is asked for, before anybody is shown a first payment that was never spoken of. Who has nothing is asked for nothing.
 */
function closingStart(kitchen: Kitchen, lightest: number, carried: boolean) {
  const { grid, view, scene, facts } = kitchen;
  const terms = { ...termsAt(grid, lightest), feeWaiverFen: 0, interestWaiverFen: 0 };
  const downFen = downPaymentThatCloses(kitchen, terms, view.bounds.instalmentFenMax);
  const isOnlyWay = !carried && usableLumpSum(facts, scene) !== 0;
  const plan = downFen === null || !isOnlyWay ? null : closingPlan(kitchen, terms.instalmentCount, downFen);
  return { downFen, plan };
}

interface Nearest {
  /** The lightest plan at the start that is there, to the fen. */
  readonly instalmentFen: Fen;
  readonly carried: boolean;
  readonly downPaymentThatCloses: Fen | null;
  /** The lightest, where documents carry it; else the one with a first payment with which they do, where there is one. */
  readonly plans: readonly PlanToShow[];
}

/** Where no plan leaves room in what was said: the lightest, and the one with a first payment that would leave room. */
export function nearestPlans(kitchen: Kitchen): Nearest | null {
  const { grid, scene, facts, view } = kitchen;
  const lightest = lowestInstalmentPlan(grid, usableLumpSum(facts, scene) ?? lowestDown(grid));
  if (lightest < 0) return null;
  const instalmentFen = exactInstalment(grid, lightest);
  const carried = instalmentFen <= view.supportedFenMax;
  const { downFen, plan: closing } = closingStart(kitchen, lightest, carried);
  const lightestPlan: PlanToShow = { terms: termsAt(grid, lightest), shape: 'lowerInstalment' };
  const plans = carried ? [lightestPlan] : closing === null ? [] : [closing];
  return { instalmentFen, carried, downPaymentThatCloses: downFen, plans };
}

function monthlyShortfall({ view }: Kitchen, instalmentFen: Fen, downPaymentThatCloses: Fen | null): Shortfall {
  const asked = Math.min(view.saidFenMax, view.supportedFenMax, instalmentFen - 1);
  const missing = instalmentFen - asked;
  return { slot: 'monthlyAmount', asked, nearest: instalmentFen, missing, downPaymentThatCloses };
}

/** By how much the figure said falls short of the lightest plan; null where it reaches it. */
export function tooLittle(kitchen: Kitchen): TooLittle | null {
  const { grid, view } = kitchen;
  const lightest = lowestInstalmentPlan(grid, lowestDown(grid));
  if (lightest < 0) return null;
  const instalmentFen = exactInstalment(grid, lightest);
  if (instalmentFen <= Math.min(view.saidFenMax, view.supportedFenMax)) return null;
  const { downFen } = closingStart(kitchen, lightest, true);
  return {
    shortfall: monthlyShortfall(kitchen, instalmentFen, downFen),
    instalmentCount: grid.instalmentCount[lightest] ?? 0,
    repaidFen: (grid.financedFen[lightest] ?? 0) + (grid.downPaymentFen[lightest] ?? 0),
  };
}

/**
 * No plan leaves room in what was said. Within what was said the lightest is possible and advised against; above it the missing
 * figure is named. Null when documents carry neither it nor one with a first payment.
 */
export function nearestMonthly(kitchen: Kitchen): Answer | null {
  const { view } = kitchen;
  const nearest = nearestPlans(kitchen);
  if (nearest === null) return null;
  const { instalmentFen, downPaymentThatCloses, plans } = nearest;
  if (nearest.carried && instalmentFen <= view.saidFenMax) {
    return showPlans(kitchen, plans, 'negotiation.offer.tight', [reason('tight', { instalmentFen })]);
  }
  const shortfall = monthlyShortfall(kitchen, instalmentFen, downPaymentThatCloses);
  return answerNearest(kitchen, plans, shortfall, 'negotiation.nearest.monthlyAmount');
}

/** The plan that the closing first payment makes possible. */
function closingPlan({ scene }: Kitchen, count: number, downFen: Fen): PlanToShow | null {
  const { grid } = openKitchen(scene, [downFen]);
  const index = bestRow(
    grid,
    (i) => grid.downPaymentFen[i] === downFen && grid.instalmentCount[i] === count,
    (i) => -(grid.instalmentFen[i] ?? 0),
  );
  return index < 0 ? null : { terms: termsAt(grid, index), shape: 'largerStart' };
}
