// A statement of terms, first or later: the menu that fits it, or the nearest plan and the figure that is missing.
import { shareOf } from '../../money/money';
import { statedFigure } from '../hear/capacity';
import type { Heard } from '../hear/facts';
import type { Shortfall } from '../move';
import { dueDayAllowed } from '../offers/dueDates';
import { bestRow, lowestDown, type RankedPlan, rankMenu, worthOfAll } from '../offers/offerRanking';
import {
  type Answer,
  cookMenu,
  deferMonthsWished,
  type Kitchen,
  openKitchen,
  plansOf,
  showPlans,
  usableLumpSum,
  withinReachOnTable,
} from './menu';
import { answerNearest, nearestCount, nearestMonthly } from './nearest';
import { reason, type Scene, withNegotiation } from './scene';

/** The wanted number of months as a span; null when none is wanted. */
function wantedCounts({ facts }: Kitchen): { least: number; most: number } | null {
  const { instalmentCountMin, instalmentCountMax } = facts;
  if (instalmentCountMin === null && instalmentCountMax === null) return null;
  return { least: instalmentCountMin ?? 1, most: instalmentCountMax ?? Number.POSITIVE_INFINITY };
}

/** The plan of the wanted length, with the recommended one beside it; the safer one is named when the wish is tight. */
function requestedCount(kitchen: Kitchen, least: number, most: number): Answer | null {
  const { grid, view, facts, scene } = kitchen;
  const lump = usableLumpSum(facts, scene);
  const { belief, bounds } = view;
  // What is asked for and within what was said is shown, tight as it may be, with the safer plan beside it.
  const worth = worthOfAll(grid, belief, Math.min(view.saidFenMax, view.supportedFenMax));
  const fits = (i: number) => {
    const count = grid.instalmentCount[i] ?? 0;
    return (
      count >= least &&
      count <= most &&
      (grid.downPaymentFen[i] ?? 0) <= (lump ?? lowestDown(grid)) &&
      (worth[i] ?? 0) > Number.NEGATIVE_INFINITY
    );
  };
  const score = (i: number) => (belief.restsOn === 'nothing' ? -(grid.instalmentFen[i] ?? 0) : (worth[i] ?? 0));
  const wanted = bestRow(grid, fits, score);
  if (wanted < 0) return null;
  const tight = (grid.instalmentFen[wanted] ?? 0) > bounds.comfortableFenMax;
  const menu = belief.restsOn === 'nothing' ? [] : rankMenu(grid, belief, { ...bounds, lumpSumFen: lump });
  const others: RankedPlan[] = menu
    .filter((plan) => plan.index !== wanted)
    .map((plan, i) => (tight && i === 0 ? { ...plan, shape: 'saferChoice' } : plan));
  const ranked: RankedPlan[] = [{ index: wanted, shape: 'requested' }, ...others.slice(0, tight ? 1 : 2)];
  const safer = tight && others.length > 0;
  const messageId = safer ? 'negotiation.offer.safer' : tight ? 'negotiation.offer.tight' : null;
  return showPlans(kitchen, plansOf(grid, ranked), messageId, [
    reason('requested', { least, most: Number.isFinite(most) ? most : null, tight }),
  ]);
}

type CutShort = Shortfall & { readonly slot: 'lumpSum' | 'deferMonths' | 'dueDay' };

/** Wishes that policy cuts short although a plan exists: first payment, deferral, due day. One is named at a time. */
function cutShort(kitchen: Kitchen, stated: Heard['stated']): CutShort | null {
  const { facts, scene } = kitchen;
  const { account, segment, limits } = scene;
  const lump = facts.noDownPayment ? 0 : (statedFigure(facts.lumpSum) ?? 0);
  const wishedMonths = deferMonthsWished(facts, scene);
  const least = shareOf(account.balanceFen, segment.downPaymentShareMin);
  const shortfall = (slot: 'lumpSum' | 'deferMonths' | 'dueDay', asked: number, nearest: number) => ({
    slot,
    asked,
    nearest,
    missing: Math.abs(asked - nearest),
    downPaymentThatCloses: null,
  });
  if ((stated.has('lumpSum') || stated.has('noDownPayment')) && lump < least) return shortfall('lumpSum', lump, least);
  if ((stated.has('deferMonths') || stated.has('startDate')) && wishedMonths > segment.deferMonthsMax)
    return shortfall('deferMonths', wishedMonths, segment.deferMonthsMax);
  // 0 stands for the last day of the month, as the dialogs read it.
  if (stated.has('dueDay') && facts.dueDay !== null && !dueDayAllowed(facts.dueDay, limits))
    return shortfall('dueDay', facts.dueDay === 'last' ? 0 : facts.dueDay, limits.dueDayMax);
  return null;
}

/** An offer on the table uses the first payment that the customer has just named; without one the table would pass that money over. */
function startOnTable({ scene, facts, view }: Kitchen): boolean {
  const lump = usableLumpSum(facts, scene) ?? 0;
  const reaches = (instalmentFen: number) => instalmentFen <= Math.min(view.saidFenMax, view.supportedFenMax);
  return scene.negotiation.table.some(
    ({ downPaymentFen, instalmentFen }) => downPaymentFen > 0 && downPaymentFen <= lump && reaches(instalmentFen),
  );
}

/** Answers what is known after this turn. Null when not even a nearest plan exists. */
export function answerTerms(scene: Scene, heard: Heard): Answer | null {
  const kitchen = openKitchen(withNegotiation(scene, { facts: heard.facts }));
  const wanted = wantedCounts(kitchen);
  if (wanted !== null) {
    const requested = requestedCount(kitchen, wanted.least, wanted.most);
    if (requested !== null) return requested;
  }
  const menu = cookMenu(kitchen);
  if (menu === null) {
    const passedOver = heard.stated.has('lumpSum') && !startOnTable(kitchen);
    return (passedOver ? nearestMonthly(kitchen) : null) ?? withinReachOnTable(kitchen) ?? nearestMonthly(kitchen);
  }
  if (
    wanted !== null &&
    heard.stated.has(wanted.most === Number.POSITIVE_INFINITY ? 'instalmentCountMin' : 'instalmentCountMax')
  ) {
    const nearest = nearestCount(kitchen, Number.isFinite(wanted.most) ? wanted.most : wanted.least);
    if (nearest !== null) return nearest;
  }
  const cut = cutShort(kitchen, heard.stated);
  if (cut === null || menu.move.kind !== 'offer') return menu;
  const plans = menu.move.offers.map((offer) => ({ terms: offer, shape: offer.shape }));
  return answerNearest(kitchen, plans, cut, `negotiation.nearest.${cut.slot}`) ?? menu;
}
