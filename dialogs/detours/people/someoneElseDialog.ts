// Someone else: nothing about any debt, before or after, and this way of contact is not used again (promise P2).

import { isSaidInPassing } from '../../talk/acts/steps';
import { asksWhereToSend } from '../../talk/takenAsSaid';
import type { After, Flow, Turn } from '../../talk/turn';
import { handOff } from './handoffDialog';
import { deniesBeingHolder, isHelped, mentionsRelative, namesPerson, wasSentByMistake } from './whoWrites';

/**
 * What was heard as "somebody else writes" and was not said plainly: a message gone astray, somebody who helps to type, or, of a
 * customer who has shown who they are, a relative who is merely mentioned changes nothing (R3). Null where it is asked about.
 */
export function onlyMentioned(turn: Turn): 'thirdParty.notForUs' | 'thirdParty.helped' | 'thirdParty.onlyYou' | null {
  const { typed, customerId } = turn;
  if (deniesBeingHolder(typed)) return null;
  if (wasSentByMistake(typed)) return 'thirdParty.notForUs';
  if (isHelped(typed)) return 'thirdParty.helped';
  if (customerId === null) return null;
  // "And what does he owe?", right after somebody of theirs was mentioned.
  return mentionsRelative(typed) || turn.wasJustSaid('thirdParty.onlyYou') ? 'thirdParty.onlyYou' : null;
}

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

/** Nobody is asked for money at this address any more. */
function restAddress(turn: Turn): void {
  const { channelId, userId, conversationId, now } = turn.input;
  turn.record({ kind: 'saveWrongContact', record: { channelId, userId, conversationId, notedAt: now } });
  turn.audit('thirdParty', {}, { contact: 'stopped' });
}

export async function someoneElse(turn: Turn): Promise<After> {
  const mentioned = onlyMentioned(turn);
  if (mentioned !== null) {
    turn.say(mentioned, {});
    return 'resume';
  }
  leaveHoldersTalk(turn);
  restAddress(turn);
  turn.say('thirdParty.noted', {});
  return 'stay';
}

/** Confidence (0-1) below which a goodbye, a hello or a wish about contact was no such thing: "what has she done?", "6688 1234". */
const hardlyHeard = 0.5;
/** Confidence (0-1) from which a wish for a person needs no word that names one. */
const sureOfWish = 0.9;
/** A hardly heard wish for a person is no reason to put somebody else's question before the bank's people. */
const asksForPerson = ({ heard, typed }: Turn): boolean => heard.confidence >= sureOfWish || namesPerson(typed);

/** Somebody who speaks for the holder is told how to go on; whoever was reached by mistake, only that nothing is asked of them. */
async function hearSomeoneElse(turn: Turn): Promise<After> {
  const { intent } = turn.heard;
  const { bank } = turn.services;
  const hasRole = turn.timesSaid('authority.person') > 0;
  if ((intent === 'human' && asksForPerson(turn)) || intent === 'complaint') await handOff(turn, 'wrongContact');
  else if (hasRole && (intent === 'evidence' || asksWhereToSend(turn.typed))) {
    turn.say('authority.papers', {});
    turn.say('evidence.where', { places: bank.papers[turn.state.locale] });
  } else if (intent === 'contactPreference' && turn.heard.confidence >= hardlyHeard) {
    restAddress(turn);
    turn.say('thirdParty.noMore', {});
  } else if (intent === 'ask.howToRepay') turn.say('thirdParty.holderCan', {});
  else if (hasRole) turn.say('authority.still', { hotline: bank.hotline }).tap('button.human', {}, 'human');
  else turn.say('thirdParty.still', {});
  return 'stay';
}

export const someoneElseDialog: Flow = { isAnswer: () => false, hear: hearSomeoneElse, resume: async () => undefined };

export const isGuessOfStranger = ({ heard, state }: Turn): boolean =>
  state.stage === 'someoneElse' &&
  isSaidInPassing(heard.intent) &&
  (heard.ambiguity !== null || heard.confidence < hardlyHeard);
