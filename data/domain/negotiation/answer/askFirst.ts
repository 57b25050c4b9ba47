// What is asked, and when: only what moves the deal, each thing once, and never what is said or proved already. A figure that a plan
// fits is answered with plans, and what could still be asked stands beside them.
import { statedFigure } from '../hear/capacity';
import type { Heard } from '../hear/facts';
import type { NegotiationFacts } from '../negotiation';
import { lowestDown, lowestInstalmentPlan } from '../offers/offerRanking';
import { ask, timesAsked } from './answers';
import { type Answer, type Kitchen, openKitchen } from './menu';
import { nearestPlans, tooLittle } from './nearest';
import { reason, type Scene, withNegotiation } from './scene';

/** A figure, documents or a wanted length: enough to begin with. "Not sure" is answered with offers, not with the question again. */
const hasSomethingToGoBy = (facts: NegotiationFacts): boolean =>
  facts.statedMonthly !== null ||
  facts.documentedMonthly !== null ||
  facts.instalmentCountMin !== null ||
  facts.instalmentCountMax !== null;

/** Once, with the first answer or at a later figure: not of who has spoken of it, and not where policy has no first payment. */
function mayAskForMoney({ negotiation, segment }: Scene, { facts, stated }: Heard): boolean {
  const isFigure = negotiation.table.length === 0 || stated.has('statedMonthly');
  const isOpen = facts.lumpSum === null && !facts.noDownPayment && timesAsked(negotiation, 'lumpSum') === 0;
  return isFigure && isOpen && segment.downPaymentShareMax > 0;
}

/** No plan is within what was said: money at hand is what would help, and is asked for with what the figure falls short of. */
function askForMoney(scene: Scene, heard: Heard): Answer | null {
  if (!mayAskForMoney(scene, heard)) return null;
  const kitchen = openKitchen(withNegotiation(scene, { facts: heard.facts }));
  const short = tooLittle(kitchen);
  // Where documents carry no plan at any start, money is not the question: the whole budget is.
  if (short === null || (nearestPlans(kitchen)?.plans.length ?? 0) === 0) return null;
  // Whatever was being signed is void: a yes to this question signs nothing.
  const open = { ...scene.negotiation, stage: 'eliciting' as const, signing: null };
  const { move, negotiation } = ask(open, 'lumpSum', kitchen.view.reasons);
  return { negotiation, move: move.kind === 'ask' ? { ...move, tooLittle: short } : move };
}

/** The one question that comes before an answer; null when the answer needs nothing more. */
export function askFirst(scene: Scene, heard: Heard): Answer | null {
  const { negotiation } = scene;
  if (hasSomethingToGoBy(heard.facts)) return askForMoney(scene, heard);
  const mayAsk = negotiation.table.length === 0 && timesAsked(negotiation, 'monthlyAmount') === 0;
  return mayAsk ? ask({ ...negotiation, stage: 'eliciting' }, 'monthlyAmount') : null;
}

/**
 * A plan is kept best where it takes half to 0.7 of what a person can pay (the opening that negotiation aims at). Where even the
 * lightest takes more than that of what was said or proved, money at the start is what would help.
 */
const roomyShare = 0.7;

function leavesLittleRoom({ grid, view, facts }: Kitchen): boolean {
  const lightest = lowestInstalmentPlan(grid, lowestDown(grid));
  const documentedFen = statedFigure(facts.documentedMonthly) ?? Number.POSITIVE_INFINITY;
  const roomyFen = Math.min(view.bounds.instalmentFenMax, Math.min(view.saidFenMax, documentedFen) * roomyShare);
  return lightest >= 0 && (grid.instalmentFen[lightest] ?? 0) > roomyFen;
}

/** From this balance on (fen) a first payment is worth a question to everybody, whatever was said: it takes months off any plan. */
const largeFen = 3_000_000;

/** Whether money at the start would change what the customer has to choose from; where documents spare the other question it costs nothing to ask. */
function wouldMoveTheDeal(kitchen: Kitchen): boolean {
  const { account, negotiation } = kitchen.scene;
  const { documentedMonthly, statedMonthly } = kitchen.facts;
  const documentsSpareTheOther = documentedMonthly !== null && statedMonthly === null && negotiation.table.length === 0;
  return account.balanceFen >= largeFen || documentsSpareTheOther || leavesLittleRoom(kitchen);
}

/** The answer; where it shows plans and money at the start would move the deal, with that question beside them: no plan waits for it. */
export function askBeside(scene: Scene, heard: Heard, answer: Answer): Answer {
  const { move, negotiation } = answer;
  if (move.kind !== 'offer' || !mayAskForMoney(scene, heard)) return answer;
  if (!wouldMoveTheDeal(openKitchen(withNegotiation(scene, { facts: heard.facts })))) return answer;
  const { asked } = ask(negotiation, 'lumpSum').negotiation;
  return {
    move: {
      ...move,
      kind: 'ask',
      slot: 'lumpSum',
      reasons: [...move.reasons, reason('missing', { slot: 'lumpSum', asked: 0 })],
    },
    negotiation: { ...negotiation, asked, lastAsked: 'lumpSum' },
  };
}
