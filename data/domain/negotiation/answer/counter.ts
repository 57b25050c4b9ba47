// A statement of terms, first or later: the menu that fits it, or the nearest plan and the figure that is missing.
import { laterDate } from '../../calendar/calendar';
import { shareOf } from '../../money/money';
import type { DueDay, Offer } from '../../offer/offer';
import { statedFigure } from '../hear/capacity';
import type { Heard } from '../hear/facts';
import type { Shortfall } from '../move';
import type { NegotiationFacts } from '../negotiation';
import { type Answer, cookMenu, deferMonthsWished, type Kitchen, menuOf, openKitchen } from './menu';
import { answerNearest, nearestMonthly } from './nearest';
import { type Scene, withNegotiation } from './scene';
import { nearestCount, requestedCount, wantedCounts } from './wantedCount';

/** Whether one of these facts is still to be answered. */
type IsNews = (...names: (keyof NegotiationFacts)[]) => boolean;

type CutShort = Shortfall & { readonly slot: 'lumpSum' | 'deferMonths' | 'dueDay' | 'startDate' };

const shortfall = <Slot extends CutShort['slot']>(slot: Slot, asked: number, nearest: number) => ({
  slot,
  asked,
  nearest,
  missing: Math.abs(asked - nearest),
  downPaymentThatCloses: null,
});

/** A first day or months without payment beyond what policy has or the plans pay for; a day gone by is none to begin on. */
function timeCutShort({ facts, scene }: Kitchen, offers: readonly Offer[], isNews: IsNews): CutShort | null {
  const { startDate } = facts;
  const wished = deferMonthsWished(facts, scene);
  const granted = Math.max(...offers.map(({ deferMonths }) => deferMonths));
  if (startDate !== null && isNews('startDate') && (wished > granted || startDate < scene.today)) {
    const latest = offers.reduce((date, { firstDueDate }) => laterDate(date, firstDueDate), scene.today);
    return { ...shortfall('startDate', wished, granted), dates: { asked: startDate, nearest: latest } };
  }
  return isNews('deferMonths') && wished > granted ? shortfall('deferMonths', wished, granted) : null;
}

/** 0 stands for the last day of the month, as the dialogs read it. */
const dayNumber = (day: DueDay): number => (day === 'last' ? 0 : day);

/** Wishes that policy cuts short although a plan exists: first payment, first date, due day. One is named at a time. */
function cutShort(kitchen: Kitchen, offers: readonly Offer[], isNews: IsNews): CutShort | null {
  const { facts, scene } = kitchen;
  const { account, segment } = scene;
  const lump = facts.noDownPayment ? 0 : (statedFigure(facts.lumpSum) ?? 0);
  const least = shareOf(account.balanceFen, segment.downPaymentShareMin);
  if (isNews('lumpSum', 'noDownPayment') && lump < least) return shortfall('lumpSum', lump, least);
  const time = timeCutShort(kitchen, offers, isNews);
  if (time !== null) return time;
  const { dueDay } = facts;
  const [first] = offers;
  return isNews('dueDay') && dueDay !== null && first !== undefined && first.dueDay !== dueDay
    ? shortfall('dueDay', dayNumber(dueDay), dayNumber(first.dueDay))
    : null;
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
  const cut = menu.move.kind === 'offer' ? cutShort(kitchen, menu.move.offers, isNews) : null;
  if (cut === null || menu.move.kind !== 'offer') return menu;
  const { plans, reasons } = menuOf(kitchen);
  return answerNearest(kitchen, plans, cut, `negotiation.nearest.${cut.slot}`, reasons) ?? menu;
}
