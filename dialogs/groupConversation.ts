// Where others read along nothing personal is said, not even that there is something to say: a talk of two is offered (P2).
// Questions in general are not answered either: to be told here what happens when a card is overdue is a hint.

import { atRisk, atRiskDialog } from './detours/protect/danger/safetyDialog';
import { languageToAnswerIn } from './talk/hearing';
import type { Turn } from './talk/turn';

/** Danger is answered wherever it is said; everything else once, and again only when the assistant is called by name. */
export async function hearInGroup(turn: Turn, isCalled: boolean): Promise<void> {
  const { heard, state, services, input } = turn;
  const inDanger = heard.intent === 'vulnerable' || heard.signals.includes('vulnerable');
  state.locale = languageToAnswerIn(input.text, heard, state.locale);
  if (inDanger && state.stage !== 'atRisk') return void (await atRisk(turn));
  if (state.stage === 'atRisk' && !input.arrival) return void (await atRiskDialog.hear(turn));
  // In some groups every word of everybody arrives: who is not called keeps still.
  if (!isCalled && state.greeted) return;
  state.greeted = true;
  turn.say('group.private', { hotline: services.bank.hotline });
}
