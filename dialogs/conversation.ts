// One turn of talk, from what was heard to what is said: safety first, then the dialog under way, then detours, then new wishes.

import type { Intent } from '../data/domain/customer/customerTurn';
import { sayAllOwed } from './detours/accountDialog';
import { clarify, settleReading } from './detours/clarifyDialog';
import { interruptions, needsRightParty } from './detours/interruptions';
import { cancelled, greet, introduce, yesToNothing } from './detours/openingDialog';
import { answerQuestion } from './detours/questionDialog';
import { atRisk, bereaved, hearAtRisk } from './detours/safetyDialog';
import { goodbye } from './detours/smallTalkDialog';
import { hearSomeoneElse } from './detours/someoneElseDialog';
import { collectorDialog } from './stages/collectorDialog';
import { hardshipDialog, openHardshipReview } from './stages/hardshipDialog';
import { negotiationDialog, startOrGoOn } from './stages/negotiate/negotiationDialog';
import { agreementDialog, isAnswerToSigning } from './stages/sign/agreementDialog';
import { sayAlreadySigned } from './stages/sign/concludeAgreement';
import { voidSigningWhereLost } from './stages/sign/signingState';
import { explicitConsentIn } from './stages/sign/signingWords';
import { hearLocked, lockHasEnded } from './stages/verify/lockedDialog';
import { areCodesAlone } from './stages/verify/typedIdentity';
import { verifiedByChannel } from './stages/verify/verified';
import { askToVerify, verifyIdentityDialog } from './stages/verify/verifyIdentityDialog';
import { isQuestion, wishBeside } from './talk/beside';
import type { ConversationState, Stage } from './talk/conversationState';
import { signingOf } from './talk/signingOf';
import type { After, Flow, Turn } from './talk/turn';

/** The dialog that owns each stage; a stage without one is handled by itself below. */
const owners: Partial<Record<Stage, Flow>> = {
  verifying: verifyIdentityDialog,
  negotiating: negotiationDialog,
  describingHardship: hardshipDialog,
  namingCollector: collectorDialog,
};

/** The dialog under way: at the bargaining table, the one that signs while something is being signed. */
const ownerOf = (state: ConversationState): Flow | undefined =>
  signingOf(state) === null ? owners[state.stage] : agreementDialog;

/** Hears one message and speaks; the turn then holds the reply and what is to be stored. */
export async function converse(turn: Turn): Promise<void> {
  if (turn.input.arrival) {
    if (!turn.state.greeted) await greet(turn);
    return;
  }
  voidSigningWhereLost(turn);
  const { stage } = turn.state;
  const stays = stage === 'atRisk' || stage === 'someoneElse';
  const inDanger = turn.heard.intent === 'vulnerable' || turn.heard.signals.includes('vulnerable');
  if (!inDanger) introduce(turn);
  if (inDanger && stage !== 'atRisk') await atRisk(turn);
  else if (stage === 'atRisk') await hearAtRisk(turn);
  else if (stage === 'someoneElse') await hearSomeoneElse(turn);
  else await followUp(turn, await hearInStage(turn));
  if (!stays && !inDanger) await answerAlsoAsked(turn);
  voidSigningWhereLost(turn);
}

async function hearInStage(turn: Turn): Promise<After> {
  if (turn.state.stage === 'locked' && !(await lockHasEnded(turn))) return hearLocked(turn);
  await verifiedByChannel(turn);
  const owner = ownerOf(turn.state);
  if (owner === undefined && turn.customerId === null && areCodesAlone(turn.input.text))
    return verifyIdentityDialog.hear(turn);
  settleReading(turn);
  const { ambiguity } = turn.heard;
  const typedForOwner = owner?.takes(turn) === true;
  // Codes, names and stories are typed where they are asked for: there, they have no second reading.
  const isAnswer =
    [verifyIdentityDialog, collectorDialog, hardshipDialog].some((dialog) => dialog === owner) ||
    (owner === agreementDialog && isAnswerToSigning(turn));
  if (ambiguity !== null && !(typedForOwner && isAnswer)) return clarify(turn, ambiguity);
  if (owner !== undefined && typedForOwner) return owner.hear(turn);
  return detourOrWish(turn);
}

/** An answer to what was under way when the verification ran out: it is meant for that, and waits for the check. */
function goesOnWithResting({ heard, state: { resting, stage } }: Turn): boolean {
  if (resting === null || stage !== 'open') return false;
  const answers: readonly Intent[] = resting.stage === 'open' ? ['affirm'] : ['affirm', 'deny', 'outOfScope'];
  return answers.includes(heard.intent) && (resting.stage !== 'open' || resting.affirmMeans !== null);
}

async function detourOrWish(turn: Turn): Promise<After> {
  const { intent } = turn.heard;
  const owner = ownerOf(turn.state);
  if (turn.customerId === null && (needsRightParty(intent) || goesOnWithResting(turn))) {
    // There is no plan yet that could be turned down: what is refused is to go on.
    if (intent === 'negotiate.reject') return cancelled(turn);
    // Questions asked beside the wish are answered now, and not once more after the check.
    turn.state.waitingTurn = { ...turn.heard, alsoAsked: turn.heard.alsoAsked.filter((one) => !isQuestion(one)) };
    if (turn.state.stage === 'verifying') return 'resume';
    askToVerify(turn);
    return 'stay';
  }
  const detour = interruptions[intent];
  if (detour !== undefined) return detour(turn);
  return owner === undefined ? newWish(turn) : owner.hear(turn);
}

/** A wish that opens something, when nothing is under way. */
async function newWish(turn: Turn): Promise<After> {
  const { intent } = turn.heard;
  const { affirmMeans, signed } = turn.state;
  switch (intent) {
    case 'affirm': {
      const lastSigned = Object.values(signed).at(-1);
      if (lastSigned !== undefined && explicitConsentIn(turn.input.text) !== null)
        return sayAlreadySigned(turn, lastSigned);
      return affirmMeans === null ? yesToNothing(turn) : { takeUp: affirmMeans };
    }
    case 'deny':
      return affirmMeans === null ? yesToNothing(turn) : cancelled(turn);
    case 'cancel':
      return cancelled(turn);
    case 'goodbye':
      return goodbye(turn);
    case 'hardship':
      return openHardshipReview(turn);
    default:
      // Whatever else is wished for is about an account: an intent that nobody has placed yet opens none (promise P2).
      if (turn.customerId !== null) return startOrGoOn(turn);
      askToVerify(turn);
      return 'stay';
  }
}

/** Takes up the thread after a detour, or a wish that had waited for the identity check. */
async function followUp(turn: Turn, after: After): Promise<void> {
  if (after === 'stay') return;
  if (after === 'resume') {
    await ownerOf(turn.state)?.resume(turn);
    return;
  }
  turn.heard = after.takeUp;
  if (after.justVerified === true) {
    // Whoever writes for a holder who has died gets condolences and a person, and not one figure.
    if (await isOfDeceased(turn)) {
      await bereaved(turn);
      return;
    }
    turn.say('verify.done', {});
    const { intent } = turn.heard;
    // Whoever is in hardship, disputes the debt or has paid is not met with the sum that is asked of them.
    const noFigures = ['hardship', 'dispute', 'alreadyPaid'].includes(intent) || intent.startsWith('account.');
    if (!noFigures) await sayAllOwed(turn);
  }
  const next = await hearInStage(turn);
  // One wish waits at a time; a second "take up" would be a loop.
  if (next === 'resume') await ownerOf(turn.state)?.resume(turn);
}

async function isOfDeceased(turn: Turn): Promise<boolean> {
  const accounts = await turn.ownAccounts();
  return accounts.some((account) => account.flags.includes('deceased'));
}

async function answerAlsoAsked(turn: Turn): Promise<void> {
  const questions = turn.heard.alsoAsked.filter(isQuestion).slice(0, 2);
  const wish = wishBeside(turn);
  if (questions.length > 0) turn.say('chat.alsoAsked', {});
  for (const intent of questions) await answerQuestion(turn, intent);
  // With something under way its own question stands last in the reply; a wish beside it is only taken up from the open.
  if (wish === undefined || turn.state.stage !== 'open') return;
  turn.heard = { ...turn.heard, intent: wish, alsoAsked: [], ambiguity: null };
  await followUp(turn, await hearInStage(turn));
}
