// Someone may be in danger, or has died: collecting stops for the rest of this conversation, and a person comes first.

import type { After, Turn } from '../talk/turn';
import { handOff, joinQueue } from './handoffDialog';

/** Not one word about money from here on, and staff are told at once. */
export async function atRisk(turn: Turn): Promise<After> {
  const { lifeline, medical, police } = turn.services.bank.lines;
  turn.state.stage = 'atRisk';
  turn.state.waitingTurn = null;
  turn.state.negotiation = null;
  turn.audit('vulnerable', {}, { collecting: 'stopped' });
  turn.restContact('vulnerable');
  turn.say('vulnerable.first', { lifeline, medical, police });
  turn.say('vulnerable.person', {});
  await handOff(turn, 'vulnerable');
  return 'stay';
}

/** The holder of this account has died: condolences, a case, a person, and nothing asked of whoever writes. */
export async function bereaved(turn: Turn): Promise<After> {
  turn.state.stage = 'atRisk';
  turn.state.waitingTurn = null;
  turn.restContact('vulnerable');
  const { caseNumber } = await joinQueue(turn, 'bereavement');
  turn.say('vulnerable.bereaved', { caseNumber, hotline: turn.services.bank.hotline });
  return 'stay';
}

export async function hearAtRisk(turn: Turn): Promise<After> {
  const { lifeline, medical, police } = turn.services.bank.lines;
  const inDanger = turn.heard.intent === 'vulnerable' || turn.heard.signals.includes('vulnerable');
  if (turn.heard.intent === 'human') await handOff(turn, 'vulnerable');
  else if (inDanger && turn.timesSaid('vulnerable.first') === 0)
    turn.say('vulnerable.first', { lifeline, medical, police });
  else turn.say('vulnerable.stay', { lifeline });
  return 'stay';
}
