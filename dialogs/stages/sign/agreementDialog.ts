// Sign: the code, then the explicit word, on terms that were read and have not changed since. Everything else leaves it unsigned.

import { type CustomerTurn, certainTurn, type SlotName } from '../../../data/domain/customer/customerTurn';
import {
  codeAccepted,
  type ReadSigning,
  readingUnderWay,
  withNewCode,
} from '../../../data/domain/negotiation/signing/signing';
import { proveSigning } from '../../../data/domain/negotiation/signing/signingProof';
import type { Offer } from '../../../data/domain/offer/offer';
import { askOffer } from '../../detours/money/table/offerQuestionDialog';
import { openCase } from '../../talk/matters';
import { signingOf } from '../../talk/signingOf';
import type { After, Flow, Turn } from '../../talk/turn';
import { negotiatedAccounts } from '../negotiate/negotiatedAccounts';
import { negotiate, takeToEngine } from '../negotiate/negotiationDialog';
import { bringsCode, choosesAnother, consentOf, isAnswerToSigning, reactionTo } from './heardAtSigning';
import { checkCode, sendCode, typedCode } from './oneTimeCode';
import { askToSign, sayNoCode } from './readBack';
import { setSigning, termsHash } from './signingState';
import {
  asksAboutConsent,
  hesitatesToSign,
  missesCode,
  needsAMoment,
  putsSigningOff,
  refusesToSign,
  stopsToAsk,
  supposes,
} from './signingWords';

/** No, or not yet: nothing is signed, the code is void, and nothing is asked for. */
function leaveUnsigned(turn: Turn, how: 'refused' | 'hesitated'): After {
  const { state } = turn;
  const offer = signingOf(state)?.terms.offer;
  setSigning(state, null);
  state.stage = 'open';
  state.leftUnsigned = offer?.number ?? null;
  turn.audit('notSigned', { how }, {});
  if (how === 'refused' || offer === undefined) turn.say('agreement.notSigned', {});
  else turn.say('agreement.takeYourTime', { number: offer.number, validUntil: offer.validUntil });
  if (offer !== undefined && how === 'hesitated')
    turn.tap('button.choose', { number: offer.number }, 'negotiate.accept', { offerNumber: offer.number });
  turn.tap('button.negotiate', {}, 'negotiate.start').tap('button.human', {}, 'human');
  return 'stay';
}

const refuse = (turn: Turn): After => leaveUnsigned(turn, putsSigningOff(turn.input.text) ? 'hesitated' : 'refused');

async function hearSigning(turn: Turn): Promise<After> {
  const { input, heard } = turn;
  if (choosesAnother(turn)) return bargainAgain(turn);
  if (refusesToSign(input.text)) return refuse(turn);
  if (hesitatesToSign(input.text)) return leaveUnsigned(turn, 'hesitated');
  const words = consentOf(turn);
  if (words !== null || bringsCode(turn)) return hearCodeAndWord(turn, words);
  if (needsAMoment(input.text)) {
    turn.say('agreement.pause', {});
    return askToSign(turn);
  }
  if (missesCode(input.text) || turn.tapped('button.resendCode')) return anotherCode(turn);
  if (asksAboutConsent(input.text)) return hearCodeAndWord(turn, null);
  if (heard.intent === 'hardship' && supposes(input.text)) return answerSupposed(turn);
  switch (reactionTo(turn, heard)) {
    case 'refuses':
      return stopsToAsk(input.text) ? 'resume' : refuse(turn);
    case 'bargains':
      return bargainAgain(turn);
    case 'wantsTerms':
      return typedCode(input.text) === undefined ? readAgain(turn) : hearCodeAndWord(turn, null);
    default:
      return hearCodeAndWord(turn, null);
  }
}

/** "What if I lose my job halfway?" is a question about missed instalments, not news. */
function answerSupposed(turn: Turn): Promise<After> {
  turn.heard = certainTurn('ask.offer', { aspect: 'missed' });
  return askOffer(turn);
}

/** What moves the day of a plan and leaves the plan as it is. */
const ofDay: readonly string[] = ['dueDay', 'startDate', 'payDate', 'payday'] satisfies SlotName[];

/** "Hold on, can it be on the 20th?" of the plan that was chosen: the same length, on that day. */
function withSameLength(heard: CustomerTurn, offer: Offer | undefined): CustomerTurn {
  const said = Object.keys(heard.slots);
  const isDayAlone =
    heard.intent === 'negotiate.terms' && said.length > 0 && said.every((slot) => ofDay.includes(slot));
  if (!isDayAlone || offer === undefined) return heard;
  const instalmentCount = { min: offer.instalmentCount, max: offer.instalmentCount };
  return { ...heard, slots: { ...heard.slots, instalmentCount } };
}

/** Other terms are wanted: what was being signed is void, and the bargaining goes on. */
function bargainAgain(turn: Turn): Promise<After> {
  turn.heard = withSameLength(turn.heard, signingOf(turn.state)?.terms.offer);
  setSigning(turn.state, null);
  return negotiate(turn);
}

/** Terms that were never read, have changed since, or are asked for once more: read, with a new code. */
function readAgain(turn: Turn): Promise<After> {
  turn.heard = certainTurn('negotiate.accept');
  return negotiate(turn);
}

/** A new code for the same reading; where it has run out of codes, that is said. */
async function anotherCode(turn: Turn, because: 'asked' | 'expired' = 'asked'): Promise<After> {
  const reading = readingUnderWay(signingOf(turn.state));
  if (reading === null) return readAgain(turn);
  const sending = await sendCode(turn);
  setSigning(turn.state, withNewCode(reading, sending.kind === 'sent' ? sending.code : null));
  if (sending.kind === 'refused') sayNoCode(turn, sending.until);
  else if (because === 'expired') turn.say('agreement.codeExpired', {});
  else turn.say('agreement.codeSent', {});
  return askToSign(turn);
}

/** A code and a word, in one message or two; the code is looked at first. */
async function hearCodeAndWord(turn: Turn, words: string | null): Promise<After> {
  const reading = readingUnderWay(signingOf(turn.state));
  if (reading === null) return readAgain(turn);
  if (reading.step === 'codeAccepted') return hearWord(turn, words, false);
  const typed = typedCode(turn.input.text);
  if (reading.code === null) return anotherCode(turn);
  if (typed === undefined) {
    turn.say('agreement.codeFirst', {});
    return askToSign(turn);
  }
  const checking = await checkCode(turn, reading.code, typed);
  switch (checking.kind) {
    case 'expired':
      return anotherCode(turn, 'expired');
    case 'wrong':
      setSigning(turn.state, withNewCode(reading, checking.code));
      turn.say('agreement.codeWrong', { left: checking.left });
      return askToSign(turn);
    case 'void':
      return codeFailed(turn);
    case 'right':
      setSigning(turn.state, codeAccepted(reading, reading.code, turn.input.now));
      return hearWord(turn, words, true);
  }
}

async function codeFailed(turn: Turn): Promise<After> {
  setSigning(turn.state, null);
  turn.state.stage = 'open';
  const { caseNumber } = await openCase(turn, 'codeFailed', 1);
  turn.say('agreement.codeFailed', { caseNumber });
  turn.tap('button.human', {}, 'human');
  return 'stay';
}

/** With the code accepted only the word is missing: anything vaguer asks for it. */
async function hearWord(turn: Turn, words: string | null, codeIsNew: boolean): Promise<After> {
  if (words !== null) return sign(turn, words);
  turn.say(codeIsNew ? 'agreement.codeAccepted' : 'agreement.sayConfirm', {});
  return askToSign(turn);
}

/** The explicit word: proved on the terms, accounts and limits of now, or told what is missing. */
async function sign(turn: Turn, words: string): Promise<After> {
  const { state, input } = turn;
  const signing = signingOf(state);
  const negotiated = await negotiatedAccounts(turn);
  if (negotiated === undefined || signing === null) {
    setSigning(state, null);
    return 'stay';
  }
  const { readingSeconds } = negotiated.limits;
  const hash = await termsHash(turn, signing.terms);
  if (hash === null) return readAgain(turn);
  const consent = { now: input.now, words, termsHash: hash, readingSeconds };
  const proving = proveSigning(signing, consent);
  switch (proving.kind) {
    case 'proved':
      return takeToEngine(turn, negotiated, certainTurn('affirm'), { consent, proof: proving.proof });
    case 'tooEarly':
      turn.audit('consentTooEarly', { words }, { secondsLeft: proving.secondsLeft });
      turn.say('agreement.readFirst', { seconds: proving.secondsLeft });
      return askToSign(turn);
    case 'codeExpired':
      return anotherCode(turn, 'expired');
    case 'noCode':
      turn.say('agreement.codeFirst', {});
      return askToSign(turn);
    case 'notRead':
      return readAgain(turn);
  }
}

export const agreementDialog: Flow = {
  isAnswer: isAnswerToSigning,
  hear: hearSigning,
  async resume(turn) {
    const reading: ReadSigning | null = readingUnderWay(signingOf(turn.state));
    if (reading === null) {
      await readAgain(turn);
      return;
    }
    turn.say(reading.step === 'codeAccepted' ? 'agreement.resumeWord' : 'agreement.resume', {});
    askToSign(turn);
  },
};
