// Someone else: nothing about any debt, before or after, and this way of contact is not used again (promise P2).

import type { After, Flow, Turn } from '../../talk/turn';
import { handOff } from './handoffDialog';

/** From here on nobody in this conversation is the holder: nothing of theirs is left in it. */
export function leaveHoldersTalk(turn: Turn): void {
  turn.state.stage = 'someoneElse';
  // Whoever was verified here before is not the one who writes now.
  turn.state.verified = null;
  turn.state.resting = null;
  turn.state.secondFactor = null;
  turn.state.negotiation = null;
  turn.state.negotiatedAccountIds = [];
  turn.state.waitingTurn = null;
  turn.state.signed = {};
}

export async function someoneElse(turn: Turn): Promise<After> {
  const { channelId, userId, conversationId, now } = turn.input;
  leaveHoldersTalk(turn);
  turn.record({ kind: 'saveWrongContact', record: { channelId, userId, conversationId, notedAt: now } });
  turn.audit('thirdParty', {}, { contact: 'stopped' });
  turn.say('thirdParty.noted', {});
  return 'stay';
}

/** Somebody who speaks for the holder is told how to go on; whoever was reached by mistake, only that nothing is asked of them. */
async function hearSomeoneElse(turn: Turn): Promise<After> {
  const { intent } = turn.heard;
  const { bank } = turn.services;
  const hasRole = turn.timesSaid('authority.person') > 0;
  if (intent === 'human' || intent === 'complaint') await handOff(turn, 'wrongContact');
  else if (intent === 'evidence' && hasRole) {
    turn.say('authority.papers', {});
    turn.say('evidence.where', { places: bank.papers[turn.state.locale] });
  } else if (intent === 'contactPreference') turn.say('thirdParty.noMore', {});
  else if (intent === 'ask.howToRepay') turn.say('thirdParty.holderCan', {});
  else if (hasRole) turn.say('authority.still', { hotline: bank.hotline }).tap('button.human', {}, 'human');
  else turn.say('thirdParty.still', {});
  return 'stay';
}

export const someoneElseDialog: Flow = { isAnswer: () => false, hear: hearSomeoneElse, resume: async () => undefined };
