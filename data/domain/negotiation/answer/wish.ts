// A wish with a direction and no figure: the plan that moves that way, or the true reason why none does and the nearest.
import type { Wish } from '../../customer/customerTurn';
import type { Fen } from '../../money/money';
import { instalmentAmounts } from '../../offer/instalmentAmounts';
import type { Offer } from '../../offer/offer';
import type { Heard } from '../hear/facts';
import type { WishLine } from '../move';
import { dueDayFor, firstDueDate } from '../offers/dueDates';
import { type OfferGrid, termsAt } from '../offers/offerGrid';
import { bestRow, lowestDown, lowestInstalmentPlan } from '../offers/offerRanking';
import { reliefAnswer } from '../offers/relief';
import { ask, timesAsked } from './answers';
import { usableLumpSum } from './firstPayment';
import { type Answer, cookMenu, deferralFor, type Kitchen, openKitchen, showAgain, showPlans } from './menu';
import { exactInstalment, nearestMonthly } from './nearest';
import { reason, type Scene, withNegotiation } from './scene';
import type { PlanToShow } from './table';

/** Wishes that move one figure of a plan down: instalment, months, or all that is paid. */
type Downward = Extract<Wish, 'lower' | 'shorter' | 'cheaper'>;

/** An instalment counts as lower from two per cent on: less is no answer to "lower". */
const clearlyLower = 0.98;

const told = (answer: Answer | null, wish: WishLine): Answer | null =>
  answer === null
    ? null
    : {
        ...answer,
        move: {
          ...answer.move,
          ...(answer.move.kind === 'offer' ? { messageId: wish.id } : {}),
          wish,
          reasons: [...answer.move.reasons, reason('wish', { line: wish.id })],
        },
      };

/** All that the customer pays under row `i`, the first payment included, in fen. */
function totalOf(grid: OfferGrid, i: number): Fen {
  const terms = termsAt(grid, i);
  const financedFen = grid.financedFen[i] ?? 0;
  const interestFreeFen = grid.interestFreeFen[i] ?? 0;
  return terms.downPaymentFen + instalmentAmounts({ ...terms, financedFen, interestFreeFen }).totalFen;
}

interface Measure {
  readonly ofRow: (grid: OfferGrid, i: number) => number;
  readonly ofOffer: (offer: Offer) => number;
}

const measures: Readonly<Record<Downward, Measure>> = {
  lower: { ofRow: exactInstalment, ofOffer: (offer) => offer.instalmentFen * clearlyLower },
  shorter: { ofRow: (grid, i) => grid.instalmentCount[i] ?? 0, ofOffer: (offer) => offer.instalmentCount },
  cheaper: { ofRow: totalOf, ofOffer: (offer) => offer.totalFen },
};

const startMax = ({ facts, scene, grid }: Kitchen): Fen => usableLumpSum(facts, scene) ?? lowestDown(grid);

/** The offers that a wish is measured against: those shown without money that was never mentioned, else all shown. */
function compared(kitchen: Kitchen): readonly Offer[] {
  const { table, shownNumbers } = kitchen.scene.negotiation;
  const shown = table.filter(({ number }) => shownNumbers.includes(number));
  const offers = shown.length > 0 ? shown : table;
  const plain = offers.filter((offer) => offer.downPaymentFen <= startMax(kitchen));
  return plain.length > 0 ? plain : offers;
}

/** Rows that need no more at the start than is there and lie below the best of what is shown. */
function rowsThatWay(kitchen: Kitchen, { ofRow, ofOffer }: Measure): number[] {
  const { grid } = kitchen;
  const reference = Math.min(...compared(kitchen).map(ofOffer));
  const most = startMax(kitchen);
  return Array.from({ length: grid.size }, (_, i) => i).filter(
    (i) => (grid.downPaymentFen[i] ?? 0) <= most && ofRow(grid, i) < reference,
  );
}

const reachable = ({ view }: Kitchen): Fen => Math.min(view.saidFenMax, view.supportedFenMax);

/** The furthest that leaves room where the customer's figure is known, else one step; a lower instalment is always one step. */
function stepThatWay(kitchen: Kitchen, wish: Downward, rows: readonly number[]): number {
  const { grid, view } = kitchen;
  const { ofRow } = measures[wish];
  const within = rows.filter((i) => exactInstalment(grid, i) <= reachable(kitchen));
  const roomy = within.filter((i) => (grid.instalmentFen[i] ?? 0) <= view.bounds.instalmentFenMax);
  const furthest = wish !== 'lower' && roomy.length > 0 && Number.isFinite(reachable(kitchen));
  const among = new Set(roomy.length > 0 ? roomy : within);
  return bestRow(
    grid,
    (i) => among.has(i),
    (i) => (furthest ? -ofRow(grid, i) : ofRow(grid, i)),
  );
}

const asShown = (offer: Offer): PlanToShow => ({ terms: offer, shape: offer.shape });

/** Lower, shorter, cheaper: the plan that moves that way beside the best of before; else why none does. */
function answerDownward(kitchen: Kitchen, wish: Downward): Answer | null {
  const { grid, scene } = kitchen;
  const rows = rowsThatWay(kitchen, measures[wish]);
  const at = stepThatWay(kitchen, wish, rows);
  if (at < 0) return whyNotThatWay(kitchen, wish, rows);
  const [before] = compared(kitchen);
  const plans: PlanToShow[] = [
    { terms: termsAt(grid, at), shape: 'requested' },
    ...(before === undefined ? [] : [asShown(before)]),
  ];
  const answer = showPlans(kitchen, plans, null, [reason('wish', { line: wish })]);
  const offer = answer?.move.kind === 'offer' ? answer.move.offers[0] : undefined;
  if (answer === null || offer === undefined) return showAgain(scene, null, [reason('nothingNew')]);
  const values = { count: offer.instalmentCount, instalment: offer.instalmentFen, total: offer.totalFen };
  return told(answer, { id: `negotiation.wish.${wish}`, values });
}

/** What stands in the way: what was said, what documents support, or the bank's rules. The offers stay as they are. */
function whyNotThatWay(kitchen: Kitchen, wish: Downward, rows: readonly number[]): Answer | null {
  const { grid, scene, view, facts } = kitchen;
  if (wish === 'lower') return lightestThereIs(kitchen);
  const { ofRow, ofOffer } = measures[wish];
  const among = new Set(rows);
  const next = bestRow(
    grid,
    (i) => among.has(i),
    (i) => ofRow(grid, i),
  );
  const same = showAgain(withNegotiation(scene, { facts }), null, [...view.reasons]);
  if (next >= 0) {
    const values = {
      count: grid.instalmentCount[next] ?? 0,
      instalment: exactInstalment(grid, next),
      most: Math.floor(reachable(kitchen)),
    };
    const bySaid = view.saidFenMax <= view.supportedFenMax;
    return told(same, { id: bySaid ? 'negotiation.wish.aboveSaid' : 'negotiation.wish.aboveDocuments', values });
  }
  const [least] = [...compared(kitchen)].sort((a, b) => ofOffer(a) - ofOffer(b));
  if (least === undefined) return null;
  const values = { count: least.instalmentCount, instalment: least.instalmentFen };
  return told(same, { id: wish === 'shorter' ? 'negotiation.wish.shortest' : 'negotiation.wish.cheapest', values });
}

/** The rules hold no lighter plan; money at the start would make one, and is asked for where it never was. */
function lightestThereIs(kitchen: Kitchen): Answer | null {
  const { grid, facts, scene } = kitchen;
  const lightest = lowestInstalmentPlan(grid, startMax(kitchen));
  if (lightest < 0) return null;
  const instalment = exactInstalment(grid, lightest);
  if (instalment > reachable(kitchen)) return nearestMonthly(kitchen);
  const line: WishLine = {
    id: 'negotiation.wish.lightest',
    values: { count: grid.instalmentCount[lightest] ?? 0, instalment },
  };
  const mayAsk = usableLumpSum(facts, scene) === null && timesAsked(scene.negotiation, 'lumpSum') === 0;
  if (mayAsk && scene.segment.downPaymentShareMax > 0)
    return told(ask({ ...scene.negotiation, signing: null }, 'lumpSum'), line);
  // What was shown stays beside it: who wishes for less is not left with the longest plan alone.
  const others = compared(kitchen).filter((offer) => offer.instalmentFen > instalment);
  const plans: PlanToShow[] = [
    ...others.slice(0, 2).map(asShown),
    { terms: termsAt(grid, lightest), shape: 'lowerInstalment' },
  ];
  return told(showPlans(kitchen, plans, null, []), line);
}

/** The latest first day that policy allows, and the facts that ask for it. */
function latestStart(scene: Scene, heard: Heard) {
  const { segment, today } = scene;
  const facts = { ...heard.facts, startDate: null, deferMonths: segment.deferMonthsMax };
  const { months } = deferralFor(facts, scene);
  return { facts, date: firstDueDate(today, dueDayFor(facts, scene), segment, months) };
}

/** Later, with no day named: as late as policy allows. */
function answerLater(scene: Scene, heard: Heard): Answer | null {
  const { facts, date } = latestStart(scene, heard);
  const moves = deferralFor(facts, scene).months > deferralFor(scene.negotiation.facts, scene).months;
  if (!moves) return told(showAgain(scene, null, []), { id: 'negotiation.wish.latest', values: { date } });
  const kitchen = openKitchen(withNegotiation(scene, { facts }));
  return told(cookMenu(kitchen) ?? nearestMonthly(kitchen), { id: 'negotiation.wish.later', values: { date } });
}

/** What is true of a wish whatever lies on the table: said before the answer that the message gets anyway. */
export function toldOfWish(scene: Scene, heard: Heard, wish: Wish, answer: Answer): Answer {
  if (wish === 'pause' || wish === 'stepUp' || wish === 'settle')
    return told(answer, { id: `negotiation.wish.${wish}`, values: {} }) ?? answer;
  if (wish !== 'later' || heard.stated.has('startDate') || heard.stated.has('deferMonths')) return answer;
  const { facts, date } = latestStart(scene, heard);
  const kept = { ...answer, negotiation: { ...answer.negotiation, facts } };
  return told(kept, { id: 'negotiation.wish.later', values: { date } }) ?? answer;
}

/**
 * Answers a wish while offers lie on the table and nothing else was stated; null where it is answered by the facts alone.
 * Pure; property: what is shown first lies further that way than all that it is measured against, or the reason is told.
 */
export function answerWish(scene: Scene, heard: Heard, wish: Wish): Answer | null {
  const kitchen = () => openKitchen(withNegotiation(scene, { facts: heard.facts }));
  switch (wish) {
    case 'lower':
    case 'shorter':
    case 'cheaper':
      return answerDownward(kitchen(), wish);
    case 'later':
      return answerLater(scene, heard);
    case 'otherDay':
      return ask(scene.negotiation, 'dueDay');
    case 'downPayment':
      return heard.facts.lumpSum === null ? ask(scene.negotiation, 'lumpSum') : null;
    case 'pause':
    case 'stepUp': {
      const same = showAgain(scene, null, []);
      return same === null ? null : toldOfWish(scene, heard, wish, same);
    }
    case 'settle':
      return toldOfWish(scene, heard, wish, reliefAnswer(scene, heard));
    case 'noDownPayment':
      return null;
  }
}
