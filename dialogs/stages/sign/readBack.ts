// Reads the terms of one offer back and sends a code for exactly this reading; nothing is signed by it.
import { readNow } from '../../../data/domain/negotiation/signing/signing';
import type { Offer } from '../../../data/domain/offer/offer';
import { signingOf } from '../../talk/signingOf';
import type { After, Turn } from '../../talk/turn';
import { sayReadBack } from '../negotiate/offerLines';
import { costTableNow, sayCostTable } from './costTable';
import { sendCode } from './oneTimeCode';
import { setSigning, termsHash } from './signingState';

/** Speaks the read-back move of the engine. */
export async function readBackAndSendCode(turn: Turn, offer: Offer): Promise<After> {
  const signing = signingOf(turn.state);
  if (signing === null) throw new Error('Only an offer that was chosen is read back.');
  const { terms } = signing;
  const table = await costTableNow(turn, offer);
  const hash = await termsHash(turn, terms);
  if (table === null || hash === null) throw new Error('Offers above what is owed never reach a read-back.');
  sayReadBack(turn, offer);
  sayCostTable(turn, table);
  const sending = await sendCode(turn);
  const code = sending.kind === 'sent' ? sending.code : null;
  const readAt = turn.input.now;
  setSigning(turn.state, readNow({ terms, termsHash: hash, readAt, code }));
  turn.audit('readBack', { terms }, { termsHash: hash, readAt, codeId: code?.codeId ?? null });
  if (sending.kind === 'sent') turn.say('agreement.codeSent', {});
  else sayNoCode(turn, sending.until);
  return askToSign(turn);
}

/** No more codes for now: said kindly, with a person who can finish it. */
export function sayNoCode(turn: Turn, until: 'hour' | 'day'): void {
  turn.say(until === 'hour' ? 'agreement.codeLimitHour' : 'agreement.codeLimitDay', {});
}

/** The ways on from a read-back: the word, no, a new code, a person. */
export function askToSign(turn: Turn): After {
  turn.expects = 'confirm';
  turn.tap('button.confirm', {}, 'affirm').tap('button.notSign', {}, 'negotiate.reject');
  turn.tap('button.resendCode', {}, 'repeat').tap('button.human', {}, 'human');
  return 'stay';
}
