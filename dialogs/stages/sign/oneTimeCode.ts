// One-time codes: sent to the registered phone, kept as a hash, ten minutes, and counted for the customer over all
// conversations before any answer leaves. Sending and checking know nothing of what a code is for.

import type { CodeUse } from '../../../data/domain/customer/codeUse';
import {
  type CodeRefusal,
  codeUseNow,
  mayBeTried,
  oneMoreFailed,
  oneMoreSent,
  sendingRefused,
} from '../../../data/domain/customer/codeUse';
import { maskedPhone } from '../../../data/domain/customer/customer';
import { codeIsGood, type OneTimeCode } from '../../../data/domain/negotiation/signing/oneTimeCode';
import type { Turn } from '../../talk/turn';

const codeTyped = /(?<!\d)\d{6}(?!\d)/;
/** Six digits in a message, full-width ones included. */
export const typedCode = (text: string): string | undefined => codeTyped.exec(text.normalize('NFKC'))?.[0];

/** True for a code with hardly a word beside it, however a figure of that size would be understood elsewhere. */
export const isCodeAlone = (text: string): boolean =>
  typedCode(text) !== undefined && text.normalize('NFKC').replace(/\d{6}/, '').trim().length <= 8;

function customerOf(turn: Turn): string {
  const customerId = turn.customerId;
  if (customerId === null) throw new Error('Codes are for verified customers only.');
  return customerId;
}

/** The customer's counts as this turn leaves them so far. */
async function countsNow(turn: Turn): Promise<{ readonly use: CodeUse; readonly version: number | null }> {
  const customerId = customerOf(turn);
  const saved = turn.effects.find((effect) => effect.kind === 'saveCodeUse');
  if (saved !== undefined) return { use: saved.record, version: saved.expectedVersion };
  const kept = await turn.services.codeUse(customerId);
  const use = codeUseNow(kept?.record, customerId, turn.today, turn.input.now);
  return { use, version: kept?.version ?? null };
}

/**
 * Stores the counts with the turn, or not at all: where another conversation has changed them since they were read, the
 * whole turn runs again on the new counts. So two guesses or two signatures at the same instant come one after the other.
 */
export async function countCodeUse(turn: Turn, change: (use: CodeUse) => CodeUse = (use) => use): Promise<CodeUse> {
  const { use, version } = await countsNow(turn);
  const record = change(use);
  const at = turn.effects.findIndex((effect) => effect.kind === 'saveCodeUse');
  if (at >= 0) turn.effects.splice(at, 1);
  turn.record({ kind: 'saveCodeUse', record, expectedVersion: version });
  return record;
}

export type Sending =
  | { readonly kind: 'sent'; readonly code: OneTimeCode }
  | { readonly kind: 'refused'; readonly until: Exclude<CodeRefusal, null> };

/** Sends a new code unless the customer has had as many as the bank sends in an hour or a day. */
export async function sendCode(turn: Turn): Promise<Sending> {
  const { services, input } = turn;
  const { use } = await countsNow(turn);
  const refusal = sendingRefused(use, services.bank.code);
  if (refusal !== null) {
    turn.audit('codeNotSent', {}, { until: refusal, sentToday: use.sentToday, failuresToday: use.failuresToday });
    return { kind: 'refused', until: refusal };
  }
  const customer = await services.customer(customerOf(turn));
  if (customer === undefined) throw new Error('A code can be sent to a known customer only.');
  await countCodeUse(turn, (counted) => oneMoreSent(counted, input.now));
  const { digits, code } = services.newCode(input.now);
  turn.record({
    kind: 'sendMessage',
    message: {
      messageId: code.codeId,
      customerId: customer.customerId,
      maskedPhone: maskedPhone(customer.phone),
      text: turn.words('agreement.sms', { code: digits, minutes: services.bank.code.validMinutes }),
      sentAt: input.now,
    },
  });
  turn.audit('codeSent', {}, { codeId: code.codeId, expiresAt: code.expiresAt });
  return { kind: 'sent', code };
}

export type Checking =
  | { readonly kind: 'right' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'wrong'; readonly code: OneTimeCode; readonly left: number }
  /** Too many wrong ones, against this code or today: it is void. */
  | { readonly kind: 'void' };

/** Looks at typed digits; the try is counted in the same transaction as its answer, a right one included. */
export async function checkCode(turn: Turn, code: OneTimeCode, typed: string): Promise<Checking> {
  const { services, input } = turn;
  const limits = services.bank.code;
  if (!codeIsGood(code, input.now)) return { kind: 'expired' };
  const { use } = await countsNow(turn);
  if (!mayBeTried(use, limits)) return { kind: 'void' };
  if (services.codeMatches(code, typed)) {
    await countCodeUse(turn);
    turn.audit('codeAccepted', {}, { codeId: code.codeId });
    return { kind: 'right' };
  }
  const failures = code.failures + 1;
  const counted = await countCodeUse(turn, oneMoreFailed);
  turn.audit('codeWrong', {}, { codeId: code.codeId, failures, failuresToday: counted.failuresToday });
  const left = Math.min(limits.failuresMax - failures, limits.failuresPerDayMax - counted.failuresToday);
  return left > 0 ? { kind: 'wrong', code: { ...code, failures }, left } : { kind: 'void' };
}
