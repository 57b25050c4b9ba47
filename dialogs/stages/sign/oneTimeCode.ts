// The one-time code before a signature: sent to the registered phone, kept as a hash, three tries, ten minutes.
import { maskedPhone } from '../../../data/domain/customer/customer';
import type { Turn } from '../../talk/turn';

const codeTyped = /(?<!\d)\d{6}(?!\d)/;
/** Six digits in a message, full-width ones included. */
export const typedCode = (text: string): string | undefined => codeTyped.exec(text.normalize('NFKC'))?.[0];

/** Sends a new code; an earlier one is void. */
export async function sendCode(turn: Turn): Promise<void> {
  const { services, input, state } = turn;
  const customer = turn.customerId === null ? undefined : await services.customer(turn.customerId);
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

/** True for a code with hardly a word beside it, however a figure of that size would be understood elsewhere. */
export const isCodeAlone = (text: string): boolean =>
  typedCode(text) !== undefined && text.normalize('NFKC').replace(/\d{6}/, '').trim().length <= 8;

/** Checks a typed code; true when the code is good now or was before. */
export async function checkCode(turn: Turn): Promise<boolean> {
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
