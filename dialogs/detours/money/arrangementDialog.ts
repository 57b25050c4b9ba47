// Asked for the plan: the arrangement as it stands, else a promise, else the offers that are no agreement yet.
import { hasLaidAside, startOrGoOn } from '../../stages/negotiate/negotiationDialog';
import { signingOf } from '../../talk/signingOf';
import type { After, Turn } from '../../talk/turn';
import { sayAllOwed } from './accountDialog';
import { sayArrangement } from './arrangementLines';
import { sayPromiseState } from './promise/promiseState';

/** Whether offers of this conversation still stand that are no agreement yet. */
const hasOffers = ({ state, today }: Turn): boolean =>
  (state.negotiation?.table ?? []).some(({ validUntil }) => validUntil >= today);

export async function arrangement(turn: Turn): Promise<After> {
  if (!(await sayArrangement(turn))) {
    if (await sayPromiseState(turn)) return 'resume';
    // "Does it go on my file that I've got a plan?" was answered: the one in front of them is meant, which is none yet.
    const isBesideAnswer = turn.lines.length > 0 && turn.state.stage === 'negotiating';
    if (isBesideAnswer && (signingOf(turn.state) !== null || hasOffers(turn))) return 'resume';
    // "Send me the contract", while it is being signed.
    if (signingOf(turn.state) !== null) {
      turn.say('arrangement.afterSigning', {});
      return 'resume';
    }
    turn.say('arrangement.none', {});
    // "Are those plans still there?": they are, until their last day.
    if (hasLaidAside(turn)) return startOrGoOn(turn);
    if (turn.state.stage === 'open') {
      // Whoever asks for a plan that is not there is told what there is.
      if (turn.timesSaid('account.summary') === 0) await sayAllOwed(turn);
      turn.tap('button.plan', {}, 'negotiate.start');
    }
  }
  if (turn.state.stage === 'open') turn.tap('button.repay', {}, 'ask.howToRepay').tap('button.human', {}, 'human');
  return 'resume';
}
