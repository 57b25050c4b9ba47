// Verify: no account fact, and no hint that a debt exists, before this is known to be the cardholder (promise P2).
import { hardlyAWish, readingsOf } from '../../detours/chat/clarifyDialog';
import type { After, Flow, Turn } from '../../talk/turn';
import { lock } from './lockedDialog';
import { askForCode, checkSecondFactor, isAwaitedCode } from './secondFactor';
import { readCodes } from './typedIdentity';
import { tryerOf, verifiedAs } from './verified';

/** As many reminders as the text has wordings. */
const remindersMax = 3;
const halvesMax = 2;

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
  turn.say('verify.wrong', { left: verdict.left });
  turn.tap('button.human', {}, 'human');
  return 'stay';
}

/** Asks for the two endings; what was wished for waits until they are right. */
export function askToVerify(turn: Turn): void {
  turn.state.stage = 'verifying';
  turn.state.waitingTurn ??= turn.heard;
  turn.state.secondFactor = null;
  turn.say(turn.state.resting === null ? 'verify.ask' : 'verify.again', {});
  turn.tap('button.human', {}, 'human');
}

/** Reminded in every wording that there is: the check is let go instead of being asked for once more (promise P5). */
function remind(turn: Turn): void {
  const about = turn.state.secondFactor === null ? 'verify.resume' : 'verify.resumeCode';
  if (turn.timesSaid(about) < remindersMax) turn.say(about, {});
  else {
    turn.state.stage = 'open';
    turn.state.secondFactor = null;
    turn.say('verify.cancelled', {}).tap('button.verify', {}, 'account.balance');
  }
  turn.tap('button.human', {}, 'human');
}

const refusesCheck = ({ heard }: Turn): boolean =>
  readingsOf(heard).some((reading) => ['cancel', 'deny', 'negotiate.reject'].includes(reading));

export const verifyIdentityDialog: Flow = {
  // "Why should I" and the like are told why, once; a refusal ends the check.
  isAnswer: (turn) =>
    readCodes(turn.input.text) !== undefined ||
    isAwaitedCode(turn) ||
    refusesCheck(turn) ||
    (hardlyAWish(turn.heard) && turn.timesSaid('verify.why') === 0),
  async hear(turn) {
    const codes = readCodes(turn.input.text);
    if (codes !== undefined && codes !== 'half') return checkEndings(turn, codes.cardTail, codes.idTail);
    if (isAwaitedCode(turn)) return checkSecondFactor(turn);
    if (codes === undefined && refusesCheck(turn)) {
      turn.state.stage = 'open';
      turn.state.waitingTurn = null;
      turn.state.secondFactor = null;
      turn.say('verify.cancelled', {}).tap('button.human', {}, 'human');
      return 'stay';
    }
    if (codes === 'half' && turn.timesSaid('verify.needBoth') < halvesMax) turn.say('verify.needBoth', {});
    else if (turn.timesSaid('verify.why') === 0) turn.say('verify.why', {});
    else remind(turn);
    turn.tap('button.human', {}, 'human');
    return 'stay';
  },
  resume: async (turn) => remind(turn),
};
