// From what is known to the offers that are shown: grid, filters, ranking, table.

import { shareOf } from '../../money/money';
import type { AdmittedOffer } from '../../offer/offer';
import type { Move, NegotiationMessageId, Reason } from '../move';
import type { Negotiation, NegotiationFacts } from '../negotiation';
import { type CapacityView, viewCapacity } from '../offers/bounds';
import { dueDayFor, monthsLeftOut, monthsUntil } from '../offers/dueDates';
import { type RankedPlan, rankMenu } from '../offers/menuChoice';
import { buildOfferGrid, type OfferGrid, termsAt } from '../offers/offerGrid';

import { lightestOf, putOff } from '../offers/putOff';
import { usableLumpSum } from './firstPayment';
import { reason, type Scene } from './scene';
import { layOnTable, lowestOnTable, type PlanToShow } from './table';

/** Everything that a menu is made from. */
export interface Kitchen {
  readonly scene: Scene;
  /** Every plan, begun as late as was asked for and as policy and its price allow. */
  readonly grid: OfferGrid;
  /** Every plan, begun at once. */
  readonly atOnce: OfferGrid;
  readonly view: CapacityView;
  readonly facts: NegotiationFacts;
}

/** Months without payment that were asked for, or that a first day asked for needs. */
export const deferMonthsWished = (facts: NegotiationFacts, scene: Scene): number =>
  facts.startDate === null ? (facts.deferMonths ?? 0) : monthsUntil(facts.startDate, dueDayFor(facts, scene), scene);

/** Months before the first instalment that apply: what was asked for, as far as policy goes after the month a due day leaves out. */
export function deferralFor(
  facts: NegotiationFacts,
  scene: Scene,
): { readonly months: number; readonly leftOut: number } {
  const leftOut = monthsLeftOut(dueDayFor(facts, scene), scene);
  const most = Math.max(0, scene.segment.deferMonthsMax - leftOut);
  return { leftOut, months: Math.min(deferMonthsWished(facts, scene), most) };
}

export function openKitchen(scene: Scene, extraDownPaymentsFen: readonly number[] = []): Kitchen {
  const { account, limits, segment } = scene;
  const { facts } = scene.negotiation;
  const lump = usableLumpSum(facts, scene);
  // With no money named a plan has the least first payment that policy asks for.
  const starts = [...extraDownPaymentsFen, lump ?? shareOf(account.balanceFen, segment.downPaymentShareMin)];
  const deferral = deferralFor(facts, scene);
  const begun = (months: number) =>
    buildOfferGrid({
      limits,
      segment,
      account,
      extraDownPaymentsFen: starts,
      deferral: { ...deferral, months },
    });
  const grid = begun(deferral.months);
  const atOnce = deferral.months === 0 ? grid : begun(0);
  return { scene, grid, atOnce, view: viewCapacity(facts, account, limits), facts };
}

/** What the grid holds and what its filters removed. */
export const gridReasons = ({ grid, scene, facts }: Kitchen): Reason[] => [
  reason('policy.segment', { policyVersion: scene.limits.version, segmentId: scene.segment.segmentId }, 'policy'),
  ...Object.entries(grid.removed)
    .filter(([, removed]) => removed > 0)
    .map(([rule, removed]) => ({ ...reason(`filter.${rule}`, { candidates: grid.size }, 'policy'), removed })),
  ...(facts.hardshipStated
    ? [reason('relief.evidence', { hardshipStated: true, documented: false }, 'documentedReasons')]
    : []),
];

const plansOf = (grid: OfferGrid, ranked: readonly RankedPlan[]): PlanToShow[] =>
  ranked.map(({ index, shape }) => ({ terms: termsAt(grid, index), shape }));

const messageByCount: readonly NegotiationMessageId[] = [
  'negotiation.offer.one',
  'negotiation.offer.two',
  'negotiation.offer.three',
];
export const offerMessage = (count: number): NegotiationMessageId =>
  messageByCount[Math.min(count, 3) - 1] ?? 'negotiation.offer.three';

export interface Answer {
  readonly move: Move<AdmittedOffer>;
  readonly negotiation: Negotiation;
}

/** Lays plans on the table and shows them; `messageId` overrides the one for their number. */
export function showPlans(
  kitchen: Kitchen,
  plans: readonly PlanToShow[],
  messageId: NegotiationMessageId | null,
  reasons: readonly Reason[],
): Answer | null {
  const { scene, facts, view } = kitchen;
  const dueDay = dueDayFor(facts, scene);
  const { negotiation, offers } = layOnTable(scene, plans, dueDay);
  if (offers.length === 0) return null;
  const ratchet = lowestOnTable(scene.negotiation.table);
  return {
    move: {
      kind: 'offer',
      offers,
      messageId: messageId ?? offerMessage(offers.length),
      reasons: [
        ...gridReasons(kitchen),
        ...view.reasons,
        ...(ratchet === null ? [] : [reason('ratchet', { lowestShownFen: ratchet.instalmentFen })]),
        ...reasons,
      ],
    },
    negotiation,
  };
}

export interface Menu {
  readonly plans: readonly PlanToShow[];
  readonly reasons: readonly Reason[];
}

/**
 * The menu for all that is known now; none where no plan fits what the customer said and what evidence supports. Who asks to begin
 * later is shown one plan that does, first; beside it the plan that it stands for, begun at once, and the light one.
 */
export function menuOf({ grid, atOnce, view, facts, scene }: Kitchen): Menu {
  const ranked = rankMenu(atOnce, view.belief, { ...view.bounds, lumpSumFen: usableLumpSum(facts, scene) });
  const plain: Menu = { plans: plansOf(atOnce, ranked), reasons: [] };
  if (atOnce === grid) return plain;
  const later = putOff(atOnce, grid, ranked, view.bounds.instalmentFenMax);
  if (later === null) return plain;
  const { row, instead, shape, isWorthAsMuch } = later;
  const lightest = lightestOf(atOnce, ranked);
  const now = ranked.filter(({ index }) => index === instead || index === lightest);
  const terms = termsAt(grid, row);
  const { instalmentCount, deferMonths } = terms;
  const why = { deferMonths, instalmentCount, insteadCount: termsAt(atOnce, instead).instalmentCount };
  return {
    plans: [{ terms, shape }, ...plansOf(atOnce, now)],
    reasons: [reason(isWorthAsMuch ? 'deferral.paidFor' : 'deferral.shortest', why, 'instalmentCount')],
  };
}

export const menuPlans = (kitchen: Kitchen): readonly PlanToShow[] => menuOf(kitchen).plans;

/** The menu, laid on the table; null when no plan fits. */
export function cookMenu(kitchen: Kitchen, reasons: readonly Reason[] = []): Answer | null {
  const { plans, reasons: own } = menuOf(kitchen);
  return plans.length === 0 ? null : showPlans(kitchen, plans, null, [...own, ...reasons]);
}

/** The offers that the last reply showed, once more, with nothing changed. */
export function showAgain(
  scene: Scene,
  messageId: NegotiationMessageId | null,
  reasons: readonly Reason[],
): Answer | null {
  const { negotiation } = scene;
  const shown = negotiation.shownNumbers.flatMap(
    (number) => negotiation.table.find((offer) => offer.number === number) ?? [],
  );
  const offers: readonly AdmittedOffer[] = shown.length > 0 ? shown : negotiation.table.slice(-3);
  if (offers.length === 0) return null;
  return {
    move: { kind: 'offer', offers, messageId: messageId ?? offerMessage(offers.length), reasons },
    negotiation: {
      ...negotiation,
      stage: 'offering',
      signing: null,
      lastAsked: 'offer',
      shownNumbers: offers.map((offer) => offer.number),
    },
  };
}
