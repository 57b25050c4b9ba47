// Take it back: a dispute, a payment that was claimed, a stop, a place in the queue, "wrong person", undone as easily as said.

import { certainTurn, type Intent, type Undone } from '../../../data/domain/customer/customerTurn';
import { hardshipDialog } from '../../stages/hardship/hardshipDialog';
import { setSigning } from '../../stages/sign/signingState';
import { askToVerify } from '../../stages/verify/verifyIdentityDialog';
import { addToWaiting } from '../../talk/acts/waiting';
import { offerNumberIn, unsays } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import { offerStart } from '../chat/openingDialog';
import { arrangementInForce } from '../money/arrangementLines';
import { dropPromise, forgetPromise } from '../money/promise/dropPromise';
import { isPromiseMeant, openPromise } from '../money/promise/promiseState';
import { someoneElseDialog } from '../people/someoneElseDialog';
import { contactPreference } from '../protect/contactDialog';
import { freeKindsMeant, isMatter, isMatterOpen, withdrawFree, withdrawMatter } from './withdraw';

/** What is signed is changed by a colleague, not here. */
function arrangementStands(turn: Turn): After {
  turn.say('undo.arrangement', {}).tap('button.human', {}, 'human');
  return 'stay';
}

/** The promise that still stands is taken back; it is never counted as broken. */
async function withdrawPromise(turn: Turn): Promise<After> {
  if (turn.state.negotiation?.stage === 'promising') return dropPromise(turn);
  const promise = await openPromise(turn);
  if (promise === undefined) {
    // "I made a mistake, undo it", said of what was signed.
    if ((await arrangementInForce(turn)) !== undefined) return arrangementStands(turn);
    turn.say('undo.nothing', {});
    return 'resume';
  }
  const { promiseId, payDate, amountFen } = promise;
  turn.record({ kind: 'withdrawPromise', promiseId });
  forgetPromise(turn);
  turn.audit('withdrawn', { what: 'promise' }, { promiseId });
  turn.say('undo.promise', { date: payDate, amount: amountFen });
  turn.tap('button.promise', {}, 'promiseToPay').tap('button.plan', {}, 'negotiate.start');
  return 'stay';
}

async function leaveQueue(turn: Turn): Promise<After> {
  const { place } = await turn.services.queue(turn.input.conversationId, turn.input.now);
  if (place === null) {
    if (turn.state.stage === 'someoneElse') return someoneElseDialog.hear(turn);
    turn.say('undo.nothing', {});
    return 'resume';
  }
  turn.record({ kind: 'leaveQueue', caseNumber: place.caseNumber, at: turn.input.now });
  turn.audit('withdrawn', { what: 'handoff' }, { caseNumber: place.caseNumber });
  turn.say('undo.handoff', {});
  return 'resume';
}

/** "I am the cardholder": the talk is open again, and nothing is said of an account before the check. */
function holderAfterAll(turn: Turn): After {
  if (turn.state.stage === 'someoneElse') {
    turn.state.stage = 'open';
    const { channelId, userId } = turn.input;
    turn.record({ kind: 'dropWrongContact', channelId, userId });
    turn.audit('withdrawn', { what: 'thirdParty' }, {});
    turn.say('undo.thirdParty', {});
  }
  if (turn.customerId !== null) turn.say('undo.nothing', {});
  if (turn.customerId !== null || turn.state.stage === 'verifying') return 'resume';
  // What waits for the check is what they came for, and not the word that brought them back.
  turn.heard = certainTurn('account.balance');
  askToVerify(turn);
  return 'stay';
}

/** "No, the second one": the number that was meant instead, where one is named. */
function numberMeant({ heard, typed, state }: Turn): number | undefined {
  const { offerNumber } = heard.slots;
  const named = offerNumber ?? offerNumberIn(typed);
  return state.negotiation?.table.some((_, index) => index + 1 === named) === true ? named : undefined;
}

function chooseAgain(turn: Turn): After {
  const number = numberMeant(turn);
  if (number !== undefined) {
    setSigning(turn.state, null);
    return { takeUp: { ...certainTurn('negotiate.accept', { offerNumber: number }), language: turn.heard.language } };
  }
  setSigning(turn.state, null);
  turn.say('undo.choice', {});
  return 'resume';
}

/** Whether there is anything of the kind to take back here. */
async function isOnRecord(turn: Turn, what: Undone): Promise<boolean> {
  if (isMatter(what)) return isMatterOpen(turn, what);
  switch (what) {
    case 'promise':
      return isPromiseMeant(turn);
    case 'handoff':
      return (await turn.services.queue(turn.input.conversationId, turn.input.now)).place !== null;
    case 'choice':
      return turn.state.negotiation?.signing != null;
    case 'arrangement':
      return (await turn.ownArrangements()).length > 0;
    case 'contactStop':
    case 'thirdParty':
      return true;
  }
}

/** In the order in which a bare "forget that" is taken: what was begun last, first. */
const likeliest = ['choice', 'dispute', 'alreadyPaid', 'hardship', 'promise', 'handoff'] as const;

/** Said of one and heard as the other: neither is owed, as the customer sees it; both are how they will pay. */
const kin: Partial<Record<Undone, Undone>> = {
  dispute: 'alreadyPaid',
  alreadyPaid: 'dispute',
  promise: 'choice',
  choice: 'promise',
};

/** What is taken back: what was named, or its kin, where that is on record; what is likeliest where nothing was named. */
async function meant(turn: Turn): Promise<Undone | undefined> {
  const named = turn.heard.slots.what;
  if (named === undefined && turn.state.stage === 'someoneElse') return 'thirdParty';
  if (named !== undefined) {
    const near = kin[named];
    if (await isOnRecord(turn, named)) return named;
    return near !== undefined && (await isOnRecord(turn, near)) ? near : undefined;
  }
  for (const what of likeliest) if (await isOnRecord(turn, what)) return what;
  return undefined;
}

/** A wish that only waits for the identity check is dropped; true where one did. */
function dropWaiting(turn: Turn): boolean {
  const waiting = turn.state.waitingTurn;
  const { what } = turn.heard.slots;
  const isIt = (intent: Intent) => (what === undefined || !isMatter(what) ? false : intent === what);
  if (waiting === null || !(isIt(waiting.intent) || waiting.acts.some(({ intent }) => isIt(intent)))) return false;
  const [first, ...others] = waiting.acts.filter(({ intent }) => !isIt(intent));
  turn.state.waitingTurn =
    first === undefined ? null : { ...waiting, intent: first.intent, slots: first.slots, acts: [first, ...others] };
  return true;
}

function answersQuestion({ state: { affirmMeans }, heard }: Turn): boolean {
  const { what } = heard.slots;
  return affirmMeans !== null && (what === undefined || what === 'thirdParty' || what === affirmMeans.intent);
}

export async function undo(turn: Turn): Promise<After> {
  // A question that stands is answered by it: "no, forget that".
  if (answersQuestion(turn) || dropWaiting(turn)) {
    turn.state.affirmMeans = null;
    turn.say('meant.no', {});
    if (turn.heard.slots.what === 'thirdParty') return holderAfterAll(turn);
    return 'resume';
  }
  const kinds = freeKindsMeant(turn);
  if (kinds.length > 0) return withdrawFree(turn, kinds);
  const what = await meant(turn);
  // Someone else has nothing of the holder's to take back: only who they are, and their own place in the queue.
  if (turn.state.stage === 'someoneElse' && what !== 'thirdParty' && what !== 'handoff')
    return someoneElseDialog.hear(turn);
  if (what === undefined) return nothingFound(turn);
  if (isMatter(what)) return withdrawMatter(turn, what);
  switch (what) {
    case 'contactStop':
      return contactPreference(turn);
    case 'handoff':
      return leaveQueue(turn);
    case 'thirdParty':
      return holderAfterAll(turn);
    case 'choice':
      return chooseAgain(turn);
    case 'promise':
      return withdrawPromise(turn);
    case 'arrangement':
      return arrangementStands(turn);
  }
}

/** Confidence (0-1) from which "take it back" was said plainly. */
const plainFrom = 0.9;

/** Nothing of it in this conversation: what a customer has on record is looked up once it is known who they are. */
async function nothingFound(turn: Turn): Promise<After> {
  const { what } = turn.heard.slots;
  // In the middle of a story of hardship it is part of the story: "it's my back, I can't stand for long".
  const isStory = turn.state.stage === 'describingHardship' && turn.heard.confidence < plainFrom && !unsays(turn.typed);
  if (isStory) return hardshipDialog.hear(turn);
  if (turn.customerId === null && what !== undefined && turn.state.stage !== 'locked') {
    addToWaiting(turn, turn.heard);
    if (turn.state.stage === 'verifying') return 'resume';
    askToVerify(turn);
    return 'stay';
  }
  // "Sorry, my son typed that, but 600 is right": what else is said tells what "sorry" was for.
  if (turn.doesSeveral && turn.heard.confidence < plainFrom) return 'resume';
  if (what !== undefined) {
    turn.say('undo.nothing', {});
    return 'resume';
  }
  turn.say('undo.what', {});
  if (turn.state.stage === 'open') offerStart(turn);
  return 'stay';
}
