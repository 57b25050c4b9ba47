// Hardship: listens first, opens a review, lists the evidence, and rests all contact meanwhile. No price talk here.
import { addDays } from '../../data/domain/calendar/calendar';
import { hardlyAWish } from '../detours/chat/clarifyDialog';
import { openCase } from '../talk/matters';
import type { After, Flow, Turn } from '../talk/turn';

/** What happened is asked for unless it was just said; then the budget is. */
function askFor(turn: Turn): void {
  const reasonTold = turn.heard.signals.includes('hardship') || turn.timesSaid('hardship.askBudget') > 0;
  turn.say(reasonTold ? 'hardship.askBudget' : 'hardship.ask', {});
}

/** Opens the review: what happened and how the budget looks is asked once, and the hold is placed at once. */
export async function openHardshipReview(turn: Turn): Promise<After> {
  const { bank } = turn.services;
  // Told before in this conversation: the review is open and the evidence has been listed.
  if (turn.timesSaid('hardship.recorded') > 0) return noted(turn);
  turn.state.stage = 'describingHardship';
  const holdUntil = addDays(turn.today, bank.hardshipHoldDays);
  const { caseNumber } = await openCase(turn, 'hardship', bank.hardshipHoldDays);
  turn.restContact('hardship', holdUntil);
  turn.audit('hardship', { signals: turn.heard.signals }, { caseNumber, holdUntil });
  turn.say('negotiation.hardship', {});
  turn.say('hardship.recorded', { caseNumber, holdUntil });
  turn.say('hardship.evidence', { list: bank.hardshipEvidence[turn.state.locale] });
  askFor(turn);
  turn.tap('button.human', {}, 'human').tap('button.plan', {}, 'negotiate.start');
  return 'stay';
}

/** The figures of the budget are kept for the review; the story itself stays in the transcript for a person. */
async function noted(turn: Turn): Promise<After> {
  turn.state.stage = 'open';
  const { caseNumber } = await openCase(turn, 'hardship', turn.services.bank.hardshipHoldDays);
  turn.audit('hardshipBudget', { slots: turn.heard.slots }, { caseNumber });
  turn.say('hardship.noted', {});
  turn.tap('button.plan', {}, 'negotiate.start').tap('button.human', {}, 'human');
  return 'stay';
}

export const hardshipDialog: Flow = {
  // A story is told in words that nobody trains on: what is hardly anything else is taken for it.
  isAnswer: (turn) => hardlyAWish(turn.heard),
  hear: async (turn) => noted(turn),
  async resume(turn) {
    askFor(turn);
    turn.tap('button.human', {}, 'human');
  },
};
