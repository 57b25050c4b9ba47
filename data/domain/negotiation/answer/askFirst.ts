// What is asked before an answer: only what moves the deal, each thing once, and never what is said or proved already.
import { statedFigure } from '../hear/capacity';
import type { Heard } from '../hear/facts';
import type { NegotiationFacts } from '../negotiation';
import { lowestDown, lowestInstalmentPlan } from '../offers/offerRanking';
import { ask, timesAsked } from './answers';
import { type Answer, type Kitchen, openKitchen } from './menu';
import { nearestPlans, tooLittle } from './nearest';
import { type Scene, withNegotiation } from './scene';

/** A figure, documents or a wanted length: enough to begin with. "Not sure" is answered with offers, not with the question again. */
const hasSomethingToGoBy = (facts: NegotiationFacts): boolean =>
  facts.statedMonthly !== null ||
  facts.documentedMonthly !== null ||
  facts.instalmentCountMin !== null ||
  facts.instalmentCountMax !== null;

/**
 * A plan is kept best where it takes half to 0.7 of what a person can pay (the opening that negotiation aims at). Where even the
 * lightest takes more than that of what was said or proved, money at the start is what would help.
 */
const roomyShare = 0.7;

/** Even the lightest plan there is leaves little room: a counter that cannot be met well without money at the start. */
function leavesLittleRoom({ grid, view, facts }: Kitchen): boolean {
  const lightest = lowestInstalmentPlan(grid, lowestDown(grid));
  const documentedFen = statedFigure(facts.documentedMonthly) ?? Number.POSITIVE_INFINITY;
  const roomyFen = Math.min(view.bounds.instalmentFenMax, Math.min(view.saidFenMax, documentedFen) * roomyShare);
  return lightest >= 0 && (grid.instalmentFen[lightest] ?? 0) > roomyFen;
}

/** From this balance on (fen), what a first payment is worth to both is worth a question to everybody, whatever was said. */
const largeFen = 3_000_000;

/** Documents spare the question for a figure: then the one question before the first offers is the other one. */
const documentsSpareTheOther = ({ negotiation }: Scene, facts: NegotiationFacts): boolean =>
  facts.documentedMonthly !== null && facts.statedMonthly === null && negotiation.table.length === 0;

/** Money at hand is asked for once, at the first figure that needs it; what the figure falls short of is told with it. */
function askForMoneyAtHand(scene: Scene, { facts, stated }: Heard): Answer | null {
  const { negotiation, segment } = scene;
  const isCounter = negotiation.table.length === 0 || stated.has('statedMonthly');
  const mayAsk = facts.lumpSum === null && !facts.noDownPayment && timesAsked(negotiation, 'lumpSum') === 0;
  if (!isCounter || !mayAsk || segment.downPaymentShareMax === 0) return null;
  const kitchen = openKitchen(withNegotiation(scene, { facts }));
  const isLarge = scene.account.balanceFen >= largeFen;
  if (!isLarge && !leavesLittleRoom(kitchen) && !documentsSpareTheOther(scene, facts)) return null;
  // Where documents carry no plan at any start, money is not the question: the whole budget is.
  if ((nearestPlans(kitchen)?.plans.length ?? 0) === 0) return null;
  const short = tooLittle(kitchen);
  // Whatever was being signed is void: a yes to this question signs nothing.
  const asked = ask({ ...negotiation, stage: 'eliciting', signing: null }, 'lumpSum', kitchen.view.reasons);
  return short === null || asked.move.kind !== 'ask' ? asked : { ...asked, move: { ...asked.move, tooLittle: short } };
}

/** The one question that comes before an answer; null when the answer needs nothing more. */
export function askFirst(scene: Scene, heard: Heard): Answer | null {
  const { negotiation } = scene;
  if (hasSomethingToGoBy(heard.facts)) return askForMoneyAtHand(scene, heard);
  const mayAsk = negotiation.table.length === 0 && timesAsked(negotiation, 'monthlyAmount') === 0;
  return mayAsk ? ask({ ...negotiation, stage: 'eliciting' }, 'monthlyAmount') : null;
}
