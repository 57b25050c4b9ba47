// Sign: full read-back, one-time code, explicit consent, then the agreement in writing; collection contact stops (P7, P9).

import { certainTurn, type Intent } from '../../../data/domain/customer/customerTurn';
import type { Offer } from '../../../data/domain/offer/offer';
import type { After, Flow, Turn } from '../../talk/turn';
import { sayReadBack } from '../negotiate/offerLines';
import { isExplicitConsent, refusesToSign } from './explicitWords';
import { checkCode, isCodeAlone, sendCode, typedCode } from './oneTimeCode';

/** What goes back to the bargaining table: a counter-offer, another choice, a question of price. */
const bargains: readonly Intent[] = [
  'negotiate.terms',
  'negotiate.accept',
  'negotiate.priceRelief',
  'negotiate.start',
  'promiseToPay',
];

/** Reads every term back and sends the code; nothing is signed by this. */
export async function readBackAndSendCode(turn: Turn, offer: Offer): Promise<After> {
  sayReadBack(turn, offer);
  await sendCode(turn);
  turn.state.stage = 'signing';
  turn.say('agreement.codeSent', {});
  return askToConfirm(turn);
}

function askToConfirm(turn: Turn): After {
  turn.expects = 'confirm';
  turn.tap('button.confirm', {}, 'affirm').tap('button.notSign', {}, 'negotiate.reject');
  turn.tap('button.resendCode', {}, 'repeat').tap('button.human', {}, 'human');
  return 'stay';
}

function notSigned(turn: Turn): After {
  turn.state.stage = 'negotiating';
  turn.state.code = null;
  turn.audit('notSigned', {}, {});
  turn.say('agreement.notSigned', {});
  turn.tap('button.negotiate', {}, 'negotiate.start').tap('button.human', {}, 'human');
  return 'stay';
}

/** Only the code and the explicit word together sign; a bare yes asks for the word. */
async function hearSigning(turn: Turn): Promise<After> {
  const { input, heard, state } = turn;
  const { intent } = heard;
  if (refusesToSign(input.text) || ['negotiate.reject', 'deny', 'cancel'].includes(intent)) return notSigned(turn);
  if (bargains.includes(intent) && !isCodeAlone(input.text)) {
    state.stage = 'negotiating';
    state.code = null;
    return { takeUp: heard };
  }
  if (intent === 'repeat' && typedCode(input.text) === undefined) {
    await sendCode(turn);
    turn.say('agreement.codeSent', {});
    return askToConfirm(turn);
  }
  const hadCode = state.code?.accepted === true;
  if (!(await checkCode(turn))) return state.stage === 'signing' ? askToConfirm(turn) : 'stay';
  if (isExplicitConsent(input.text) || turn.tapped('button.confirm')) {
    state.stage = 'negotiating';
    return { takeUp: certainTurn('affirm') };
  }
  turn.say(hadCode ? 'agreement.sayConfirm' : 'agreement.codeAccepted', {});
  return askToConfirm(turn);
}

export const agreementDialog: Flow = {
  takes: (turn) =>
    typedCode(turn.input.text) !== undefined ||
    refusesToSign(turn.input.text) ||
    isExplicitConsent(turn.input.text) ||
    ['affirm', 'deny', 'cancel', 'negotiate.reject', 'repeat', ...bargains].includes(turn.heard.intent),
  hear: hearSigning,
  async resume(turn) {
    turn.say('agreement.resume', {});
    askToConfirm(turn);
  },
};
