// Verify: no account fact, and no hint that a debt exists, before this is known to be the cardholder (promise P2).
import { hardlyAWish } from '../../detours/chat/clarify/clarifyDialog';
import { offerNext } from '../../detours/chat/openingDialog';
import { readingsOf } from '../../talk/acts/steps';
import { asksForOutsideLines, asksWhyAtAll, isQuestion } from '../../talk/takenAsSaid';
import type { After, Flow, Turn } from '../../talk/turn';
import { lock } from './lockedDialog';
import { askForCode, checkSecondFactor, isAwaitedCode } from './secondFactor';
import type { Half, TypedIdentity } from './typedIdentity';
import { tryerOf, verifiedAs } from './verified';

/** As many reminders as the text has wordings. */
const remindersMax = 3;

/** Counted first, answered then: tries that come at the same time are all counted before the first is answered. */
async function checkEndings(turn: Turn, cardTail: string, idTail: string): Promise<After> {
  const { identity } = turn.services;
  const verdict = await identity.countEndings(tryerOf(turn), cardTail, turn.input.now);
  if (verdict.kind === 'wait') return lock(turn, verdict.until);
  const holder = await identity.withEndings(cardTail, idTail);
  const isShared = (await identity.sharing(cardTail)) > turn.services.verification.endingsAloneUpTo;
  if (verdict.codeToo || isShared) return askForCode(turn, holder, verdict.counted);
  if (holder !== undefined) {
    await identity.takeBack(verdict.counted);
    return verifiedAs(turn, holder.customerId, 'endings');
  }
  turn.audit('verifyFailed', { asked: 'endings' }, { left: verdict.left });
  if (verdict.left === 0) return lock(turn, verdict.freeAt);
  turn.state.stage = 'verifying';
  turn.say('verify.wrong', { left: verdict.left });
  turn.tap('button.human', {}, 'human');
  return 'stay';
}

/** Asks for the two endings; what was wished for waits until they are right. */
export function askToVerify(turn: Turn): void {
  turn.state.stage = 'verifying';
  turn.state.waitingTurn ??= turn.heard;
  turn.state.secondFactor = null;
  const { typedHalf, resting } = turn.state;
  if (typedHalf !== null) askOtherHalf(turn, typedHalf.of);
  else turn.say(resting === null ? 'verify.ask' : 'verify.again', {});
  turn.tap('button.human', {}, 'human');
}

/** A named ending beside a wish, before anything was asked: kept, so that only the other one is asked for. */
export function keepNamedHalf({ state, input: { identity } }: Turn): void {
  if (identity?.kind === 'half' && identity.of !== null && identity.rest !== '' && state.typedHalf === null)
    state.typedHalf = { of: identity.of, digits: identity.digits };
}

function askOtherHalf(turn: Turn, known: Half): void {
  turn.say(known === 'cardTail' ? 'verify.needId' : 'verify.needCard', {}).tap('button.human', {}, 'human');
}

/** True where the half that is typed, beside a wish, is the one that was still to come. */
export const completesHalf = (kept: Turn['state']['typedHalf'], typed: TypedIdentity): boolean =>
  typed.kind === 'half' && kept !== null && (typed.of === null || typed.of !== kept.of);

/** The two endings with what was kept of an earlier message, or the half that is known now. An unnamed one fills the gap. */
function joined(typed: TypedIdentity, kept: Turn['state']['typedHalf']) {
  if (typed.kind === 'both') return typed;
  const of = typed.of ?? (kept?.of === 'cardTail' ? 'idTail' : 'cardTail');
  if (kept === null || kept.of === of) return { kind: 'half', of, digits: typed.digits } as const;
  const [cardTail, idTail] = of === 'cardTail' ? [typed.digits, kept.digits] : [kept.digits, typed.digits];
  return { kind: 'both', cardTail, idTail } as const;
}

async function hearEndings(turn: Turn, typed: TypedIdentity): Promise<After> {
  const known = joined(typed, turn.state.typedHalf);
  if (known.kind === 'both') {
    turn.state.typedHalf = null;
    return checkEndings(turn, known.cardTail, known.idTail);
  }
  turn.state.stage = 'verifying';
  turn.state.typedHalf = { of: known.of, digits: known.digits };
  askOtherHalf(turn, known.of);
  return 'stay';
}

/** Lets the check go; the wish that waited for it goes with it. */
function letGo(turn: Turn): void {
  turn.state.stage = 'open';
  turn.state.secondFactor = null;
  turn.state.typedHalf = null;
}

const justAsked: readonly string[] = [
  'verify.ask',
  'verify.again',
  'verify.needId',
  'verify.needCard',
  'verify.otherWays',
];

/** Reminded in every wording that there is: the check is let go instead of being asked for once more (promise P5). */
function remind(turn: Turn): void {
  // Asked for in this very reply.
  if (turn.said.some(({ id }) => justAsked.includes(id))) return;
  const { secondFactor, typedHalf } = turn.state;
  const about = secondFactor === null ? 'verify.resume' : 'verify.resumeCode';
  if (turn.timesSaid(about) >= remindersMax) {
    letGo(turn);
    turn.say('verify.cancelled', {}).tap('button.verify', {}, 'account.balance');
  } else if (secondFactor === null && typedHalf !== null) askOtherHalf(turn, typedHalf.of);
  else turn.say(about, {});
  turn.tap('button.human', {}, 'human');
}

/** The endings of an own card, sent once more after the check. */
export async function isCheckedAlready(turn: Turn): Promise<boolean> {
  const { identity } = turn.input;
  if (turn.customerId === null || identity?.kind !== 'both') return false;
  return (await turn.ownAccounts()).some(({ cardTail }) => cardTail === identity.cardTail);
}

export function sayCheckedAlready(turn: Turn): void {
  turn.say('verify.already', {});
  if (turn.state.stage === 'open') offerNext(turn);
}

const refusesCheck = ({ heard }: Turn): boolean =>
  readingsOf(heard).some((reading) => ['cancel', 'deny', 'negotiate.reject'].includes(reading));

/** A question of another kind: one that asks why is answered by why. */
const asksElse = ({ typed }: Turn): boolean =>
  asksForOutsideLines(typed) || (isQuestion(typed) && !asksWhyAtAll(typed));

export const verifyIdentityDialog: Flow = {
  // "Why should I" and the like are told why, once; a refusal ends the check.
  isAnswer: (turn) =>
    isAwaitedCode(turn) ||
    refusesCheck(turn) ||
    (hardlyAWish(turn.heard) && turn.timesSaid('verify.why') === 0 && !asksElse(turn)),
  async hear(turn) {
    const { identity } = turn.input;
    if (isAwaitedCode(turn)) return checkSecondFactor(turn);
    const breaksOff = turn.heard.intent === 'cancel' && identity !== null && identity.rest !== '';
    const isWhole = identity?.kind === 'both' || identity?.rest === '' || identity?.of === null;
    if (identity !== null && !breaksOff && (isWhole || completesHalf(turn.state.typedHalf, identity)))
      return hearEndings(turn, identity);
    if (refusesCheck(turn)) {
      letGo(turn);
      turn.state.waitingTurn = null;
      turn.say('verify.cancelled', {}).tap('button.human', {}, 'human');
      return 'stay';
    }
    if (turn.timesSaid('verify.why') === 0) turn.say('verify.why', {});
    else remind(turn);
    turn.tap('button.human', {}, 'human');
    return 'stay';
  },
  resume: async (turn) => remind(turn),
};
