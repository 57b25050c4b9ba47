// A one-time code besides the endings: where the bank asks for it, and while somebody is guessing. What is said is the same
// for right and wrong endings, so that a guess learns nothing; only the holder's own phone has the code.
import { type Customer, maskedPhone } from '../../../data/domain/customer/customer';
import { codeIsGood } from '../../../data/domain/negotiation/signing/oneTimeCode';
import type { After, Turn } from '../../talk/turn';
import { typedCode } from '../sign/oneTimeCode';
import { lock } from './lockedDialog';
import { tryerOf, verifiedAs } from './verified';

/** Counted for endings that are nobody's, so that as much is written for them. */
const nobody = '';

/** Asks for a code; it is on its way only when the endings were somebody's. */
export async function askForCode(turn: Turn, holder: Customer | undefined, counted: readonly string[]): Promise<After> {
  const { services, input, state } = turn;
  const { digits, code } = services.newCode(input.now);
  const maySend = await services.identity.countSentCode(holder?.customerId ?? nobody, input.now);
  const customer = maySend ? holder : undefined;
  state.stage = 'verifying';
  state.secondFactor = { customerId: customer?.customerId ?? null, code, counted: [...counted] };
  if (customer !== undefined)
    turn.record({
      kind: 'sendMessage',
      message: {
        messageId: code.codeId,
        customerId: customer.customerId,
        maskedPhone: maskedPhone(customer.phone),
        text: turn.words('verify.sms', {
          bankName: services.bank.name[state.locale],
          code: digits,
          minutes: services.bank.code.validMinutes,
        }),
        sentAt: input.now,
      },
    });
  turn.audit('identityCodeAsked', {}, { expiresAt: code.expiresAt });
  turn.say('verify.codeAsked', {});
  return offerWaysOn(turn);
}

function offerWaysOn(turn: Turn): After {
  turn.tap('button.human', {}, 'human');
  return 'stay';
}

/** True when this message is the code that was asked for. */
export const isAwaitedCode = (turn: Turn): boolean =>
  turn.state.secondFactor !== null && typedCode(turn.input.text) !== undefined;

/** Compares a typed code; as much is done for endings that were nobody's. */
export async function checkSecondFactor(turn: Turn): Promise<After> {
  const { services, input, state } = turn;
  const { secondFactor } = state;
  const typed = typedCode(input.text);
  if (secondFactor === null || typed === undefined) return 'stay';
  const verdict = await services.identity.countCode(tryerOf(turn), input.now);
  if (verdict.kind === 'wait') return lock(turn, verdict.until);
  const { customerId, code, counted } = secondFactor;
  const matches = services.codeMatches(code, typed);
  if (matches && customerId !== null && codeIsGood(code, input.now)) {
    await services.identity.takeBack([...counted, ...verdict.counted]);
    return verifiedAs(turn, customerId, 'endingsAndCode');
  }
  turn.audit('verifyFailed', { asked: 'oneTimeCode' }, { left: verdict.left });
  if (verdict.left === 0) return lock(turn, verdict.freeAt);
  if (!codeIsGood(code, input.now)) {
    state.secondFactor = null;
    turn.say('verify.codeExpired', {});
    return offerWaysOn(turn);
  }
  turn.say('verify.codeWrong', { left: verdict.left });
  return offerWaysOn(turn);
}
