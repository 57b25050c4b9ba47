// Someone may be in danger, or has died: collecting stops for the rest of this conversation, and a person comes first.

import type { After, Flow, Turn } from '../../talk/turn';
import { handOff, joinQueue, sayWhereItStands } from '../people/handoffDialog';

/** Not one word about money from here on, and staff are told at once. */
export async function atRisk(turn: Turn): Promise<After> {
  const { lifeline, medical, police } = turn.services.bank.lines;
  turn.state.stage = 'atRisk';
  turn.state.waitingTurn = null;
  turn.state.negotiation = null;
  turn.audit('vulnerable', {}, { collecting: 'stopped' });
  turn.restContact('vulnerable');
  turn.say('vulnerable.first', { lifeline, medical, police });
  const joined = await joinQueue(turn, 'vulnerable');
  if (joined !== null) turn.say('vulnerable.person', {});
  sayWhereItStands(turn, 'vulnerable', joined);
  return 'stay';
}

/** The holder of this account has died: condolences, a case, a person, and nothing asked of whoever writes. */
export async function bereaved(turn: Turn): Promise<After> {
  turn.state.stage = 'atRisk';
  turn.state.waitingTurn = null;
  turn.restContact('vulnerable');
  const joined = await joinQueue(turn, 'bereavement');
  // Only a holder's own file says so, and for a verified customer there is always room.
  if (joined === null) throw new Error('A verified customer was refused a case.');
  turn.say('vulnerable.bereaved', { caseNumber: joined.caseNumber, hotline: turn.services.bank.hotline });
  return 'stay';
}

async function hearAtRisk(turn: Turn): Promise<After> {
  const { lifeline, medical, police } = turn.services.bank.lines;
  const inDanger = turn.heard.intent === 'vulnerable' || turn.heard.signals.includes('vulnerable');
  if (turn.heard.intent === 'human') {
    await handOff(turn, 'vulnerable');
    return 'stay';
  }
  if (inDanger && turn.timesSaid('vulnerable.first') === 0) turn.say('vulnerable.first', { lifeline, medical, police });
  else turn.say('vulnerable.stay', { lifeline });
  // Said again after a colleague was done: a colleague comes again, without being asked for.
  const joined = inDanger ? await joinQueue(turn, 'vulnerable') : null;
  if (joined?.isNew === true) sayWhereItStands(turn, 'vulnerable', joined);
  return 'stay';
}

export const atRiskDialog: Flow = { isAnswer: () => false, hear: hearAtRisk, resume: async () => undefined };
