// A person, from every state, at the first time of asking: case number, place in the queue, office hours.
import type { CaseKind } from '../../data/domain/case/case';
import type { After, Turn } from '../talk/turn';

/** Puts the conversation in the queue of the bank's staff and tells the customer where it stands. */
export async function handOff(turn: Turn, kind: CaseKind): Promise<void> {
  const place = await turn.services.queuePlace(turn.input.now);
  const already = turn.state.handoffCase;
  if (already !== null) {
    turn.say('handoff.already', { caseNumber: already, position: place.position });
    offerMeanwhile(turn);
    return;
  }
  const urgent = kind === 'vulnerable' || kind === 'bereavement';
  const caseNumber = turn.openCase(kind, 1, urgent ? 'urgent' : 'normal');
  turn.state.handoffCase = caseNumber;
  turn.audit('handoff', { kind, stage: turn.state.stage }, { caseNumber, open: place.open });
  if (place.open) turn.say('handoff.waiting', { caseNumber, position: place.position + 1 });
  else turn.say('handoff.closed', { caseNumber, opens: place.opensAt });
  offerMeanwhile(turn);
}

function offerMeanwhile(turn: Turn): void {
  // Someone at risk, or somebody else, is offered nothing about money while waiting.
  if (turn.state.stage === 'atRisk' || turn.state.stage === 'someoneElse') return;
  turn.say('handoff.meanwhile', {});
  turn.tap('button.backToAssistant', {}, 'help');
}

export async function person(turn: Turn): Promise<After> {
  await handOff(turn, 'person');
  return 'stay';
}
