// Sign: full read-back, one-time code, explicit consent, then the agreement in writing; collection contact stops (P7, P9).

import { owedOn } from '../data/domain/account';
import { newArrangement } from '../data/domain/arrangement';
import { certainTurn, type Intent } from '../data/domain/customerTurn';
import type { AgreementTerms } from '../data/domain/move';
import type { Offer } from '../data/domain/offer';
import { maskedPhone } from '../data/domain/records';
import { arrangementInForce } from './arrangementDialog';
import { isExplicitConsent, refusesToSign } from './explicitWords';
import { sayReadBack } from './offerLines';
import type { After, Flow, Turn } from './turn';

const codeTyped = /(?<!\d)\d{6}(?!\d)/;
const typedCode = (text: string): string | undefined => codeTyped.exec(text.normalize('NFKC'))?.[0];

/** What goes back to the bargaining table: a counter-offer, another choice, a question of price. */
const bargains: readonly Intent[] = [
  'negotiate.terms',
  'negotiate.accept',
  'negotiate.priceRelief',
  'negotiate.start',
  'promiseToPay',
];

async function sendCode(turn: Turn): Promise<void> {
  const { services, input, state } = turn;
  const customer = state.verifiedCustomerId === null ? undefined : await services.customer(state.verifiedCustomerId);
  if (customer === undefined) throw new Error('A code can be sent to a verified customer only.');
  const { code, state: codeState } = services.newCode(input.now);
  state.code = codeState;
  turn.record({
    kind: 'sendMessage',
    message: {
      messageId: services.newNumber('MS'),
      customerId: customer.customerId,
      maskedPhone: maskedPhone(customer.phone),
      text: turn.words('agreement.sms', { code, minutes: services.bank.code.validMinutes }),
      sentAt: input.now,
    },
  });
  turn.audit('codeSent', {}, { expiresAt: codeState.expiresAt });
}

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

/** Checks a typed code; true when the code is good now or was before. */
async function checkCode(turn: Turn): Promise<boolean> {
  const { state, services, input } = turn;
  const typed = typedCode(input.text);
  if (state.code === null) return false;
  if (state.code.accepted) return true;
  if (typed === undefined) {
    turn.say('agreement.codeFirst', {});
    return false;
  }
  if (input.now > state.code.expiresAt) {
    turn.say('agreement.codeExpired', {});
    await sendCode(turn);
    return false;
  }
  if (services.codeMatches(state.code, typed)) {
    state.code = { ...state.code, accepted: true };
    turn.audit('codeAccepted', {}, {});
    return true;
  }
  return refuseCode(turn);
}

function refuseCode(turn: Turn): false {
  const { state, services } = turn;
  const failures = (state.code?.failures ?? 0) + 1;
  const { failuresMax } = services.bank.code;
  turn.audit('codeWrong', {}, { failures });
  if (failures < failuresMax) {
    if (state.code !== null) state.code = { ...state.code, failures };
    turn.say('agreement.codeWrong', { left: failuresMax - failures });
    return false;
  }
  state.code = null;
  state.stage = 'open';
  turn.say('agreement.codeFailed', { caseNumber: turn.openCase('codeFailed', 1) });
  return false;
}

function notSigned(turn: Turn): After {
  turn.state.stage = 'negotiating';
  turn.state.code = null;
  turn.audit('notSigned', {}, {});
  turn.say('agreement.notSigned', {});
  turn.tap('button.negotiate', {}, 'negotiate.start').tap('button.human', {}, 'human');
  return 'stay';
}

/** Binds the signature to exactly these terms; said twice, it gives the same agreement. */
export async function conclude(turn: Turn, terms: AgreementTerms): Promise<After> {
  const { state, services, input, today } = turn;
  const customerId = state.verifiedCustomerId;
  if (customerId === null) throw new Error('Only a verified customer signs.');
  const offerHash = services.hashOf({ terms, accounts: state.negotiatedAccountIds });
  const signedBefore = state.signed[offerHash];
  if (signedBefore !== undefined) return sayAlreadySigned(turn, signedBefore);
  const all = await services.accountsOf(customerId);
  const accounts = all.filter((account) => state.negotiatedAccountIds.includes(account.accountId));
  const replaced = await arrangementInForce(turn);
  if (replaced !== undefined)
    turn.record({ kind: 'saveArrangement', record: { ...replaced.record, status: 'ended', closedOn: today } });
  const agreementNumber = services.newNumber('AG');
  const record = newArrangement({
    agreementNumber,
    customerId,
    conversationId: input.conversationId,
    offer: terms.offer,
    offerHash,
    policyVersion: terms.policyVersion,
    locale: state.locale,
    signedAt: input.now,
    signedOn: today,
    consents: [
      { kind: 'terms', givenAt: input.now },
      { kind: 'oneTimeCode', givenAt: input.now },
      { kind: 'noOtherCards', givenAt: input.now },
    ],
    accounts: accounts.map((account) => ({
      accountId: account.accountId,
      cardTail: account.cardTail,
      ...owedOn(account, today),
    })),
  });
  state.signed[offerHash] = agreementNumber;
  turn.record({ kind: 'saveArrangement', record });
  turn.record({
    kind: 'saveContactPreference',
    record: { customerId, ceased: true, reason: 'arrangement', until: null, changedAt: input.now, wish: '' },
  });
  turn.audit('signed', { offerHash, terms }, { agreementNumber });
  state.stage = 'open';
  state.code = null;
  state.negotiation = null;
  turn.say('negotiation.agreed', { agreementNumber });
  turn.say('agreement.document', { link: services.documentLink(agreementNumber, state.locale, input.now) });
  const placed = accounts.some((account) => account.agencyId !== null);
  turn.say(placed ? 'agreement.agencyStops' : 'agreement.collectionStops', {});
  turn.tap('button.arrangement', {}, 'account.arrangement').tap('button.human', {}, 'human');
  return 'stay';
}

export function sayAlreadySigned(turn: Turn, agreementNumber: string): After {
  turn.state.stage = 'open';
  turn.say('agreement.already', { agreementNumber });
  turn.say('agreement.document', {
    link: turn.services.documentLink(agreementNumber, turn.state.locale, turn.input.now),
  });
  turn.tap('button.arrangement', {}, 'account.arrangement').tap('button.human', {}, 'human');
  return 'stay';
}

/** Only the code and the explicit word together sign; a bare yes asks for the word. */
async function hearSigning(turn: Turn): Promise<After> {
  const { input, heard, state } = turn;
  const { intent } = heard;
  if (refusesToSign(input.text) || ['negotiate.reject', 'deny', 'cancel'].includes(intent)) return notSigned(turn);
  if (bargains.includes(intent)) {
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
