// A statement of terms, first or later: the menu that fits it, or the nearest plan and the figure that is missing.
import { shareOf } from '../../money/money';
import { statedFigure } from '../hear/capacity';
import type { Heard } from '../hear/facts';
import type { Shortfall } from '../move';
import type { NegotiationFacts } from '../negotiation';
import { dueDayAllowed } from '../offers/dueDates';
import { type Answer, cookMenu, deferMonthsWished, type Kitchen, openKitchen } from './menu';
import { answerNearest, nearestMonthly } from './nearest';
import { type Scene, withNegotiation } from './scene';
import { nearestCount, requestedCount, wantedCounts } from './wantedCount';

/** Whether one of these facts is still to be answered. */
type IsNews = (...names: (keyof NegotiationFacts)[]) => boolean;

type CutShort = Shortfall & { readonly slot: 'lumpSum' | 'deferMonths' | 'dueDay' };

/** Wishes that policy cuts short although a plan exists: first payment, deferral, due day. One is named at a time. */
function cutShort(kitchen: Kitchen, isNews: IsNews): CutShort | null {
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
  if (isNews('lumpSum', 'noDownPayment') && lump < least) return shortfall('lumpSum', lump, least);
  if (isNews('deferMonths', 'startDate') && wishedMonths > segment.deferMonthsMax)
    return shortfall('deferMonths', wishedMonths, segment.deferMonthsMax);
  // 0 stands for the last day of the month, as the dialogs read it.
  if (isNews('dueDay') && facts.dueDay !== null && !dueDayAllowed(facts.dueDay, limits))
    return shortfall('dueDay', facts.dueDay === 'last' ? 0 : facts.dueDay, limits.dueDayMax);
  return null;
}

/** Answers what is known after this turn: the same facts lead to the same plans. Null when not even a nearest plan exists. */
export function answerTerms(scene: Scene, heard: Heard): Answer | null {
  const kitchen = openKitchen(withNegotiation(scene, { facts: heard.facts }));
  const wanted = wantedCounts(kitchen);
  const requested = wanted === null ? null : requestedCount(kitchen, wanted);
  if (requested !== null) return requested;
  // Facts that came before the first offer are answered with it; later ones are news in the turn that states them.
  const isFirst = scene.negotiation.table.length === 0;
  const isNews: IsNews = (...names) =>
    names.some(
      (name) => heard.stated.has(name) || (isFirst && heard.facts[name] !== null && heard.facts[name] !== false),
    );
  const counted = isNews('instalmentCountMin', 'instalmentCountMax', 'statedMonthly', 'lumpSum', 'noDownPayment');
  const nearest = wanted === null ? null : nearestCount(kitchen, wanted, counted);
  if (nearest !== null) return nearest;
  const menu = cookMenu(kitchen);
  if (menu === null) return nearestMonthly(kitchen);
  const cut = cutShort(kitchen, isNews);
  if (cut === null || menu.move.kind !== 'offer') return menu;
  const plans = menu.move.offers.map((offer) => ({ terms: offer, shape: offer.shape }));
  return answerNearest(kitchen, plans, cut, `negotiation.nearest.${cut.slot}`) ?? menu;
}
