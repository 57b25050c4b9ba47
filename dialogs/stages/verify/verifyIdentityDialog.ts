// Verify: no account fact, and no hint that a debt exists, before this is known to be the cardholder (promise P2).

import type { Customer } from '../../../data/domain/customer/customer';
import { certainTurn } from '../../../data/domain/customer/customerTurn';
import { hardlyAWish, readingsOf } from '../../detours/clarifyDialog';
import type { After, Flow, Turn } from '../../talk/turn';

const fourAndFour = /(?<![\dXx])(\d{4})[\s,;/+-]*(\d{3}[\dXx])(?![\dXx])/;
/** As many reminders as the text has wordings. */
const remindersMax = 3;
const halvesMax = 2;
const onlyFour = /(?<![\dXx])\d{3}[\dXx](?![\dXx])/;

/** Reads "6688 1234" from a message, full-width digits included. */
export function readCodes(text: string): { cardTail: string; idTail: string } | 'half' | undefined {
  const plain = text.normalize('NFKC').replace(/[^\dXx\s,;/+-]+/g, ' ');
  const match = fourAndFour.exec(plain);
  const [, cardTail, idTail] = match ?? [];
  if (cardTail !== undefined && idTail !== undefined) return { cardTail, idTail: idTail.toUpperCase() };
  return onlyFour.test(plain) ? 'half' : undefined;
}

async function holderOf(turn: Turn, cardTail: string, idTail: string): Promise<Customer | undefined> {
  const holders = await turn.services.customersByCardTail(cardTail);
  const matching = holders.filter((customer) => customer.idTail === idTail);
  // Two people with the same two endings cannot be told apart here: nobody is verified.
  return matching.length === 1 ? matching[0] : undefined;
}

async function countFailure(turn: Turn, cardTail: string): Promise<'goOn' | 'lock'> {
  const { bank } = turn.services;
  const known = await turn.services.verifyAttempts(cardTail);
  const failures = known?.day === turn.today ? known.failures + 1 : 1;
  turn.record({ kind: 'saveVerifyAttempts', record: { key: cardTail, day: turn.today, failures } });
  turn.state.verifyFailures += 1;
  turn.audit('verifyFailed', {}, { inConversation: turn.state.verifyFailures, onCardToday: failures });
  const locked =
    turn.state.verifyFailures >= bank.verify.failuresPerConversation || failures > bank.verify.failuresPerCardADay;
  return locked ? 'lock' : 'goOn';
}

function lock(turn: Turn): void {
  turn.state.stage = 'locked';
  turn.state.waitingTurn = null;
  const caseNumber = turn.openCase('identityLocked', 1);
  turn.say('verify.locked', { caseNumber, hotline: turn.services.bank.hotline });
  turn.tap('button.human', {}, 'human');
}

async function check(turn: Turn, cardTail: string, idTail: string): Promise<After> {
  const { bank } = turn.services;
  const attempts = await turn.services.verifyAttempts(cardTail);
  const spent = attempts?.day === turn.today && attempts.failures >= bank.verify.failuresPerCardADay;
  const holder = spent ? undefined : await holderOf(turn, cardTail, idTail);
  if (holder !== undefined) {
    const waiting = turn.state.waitingTurn;
    turn.state.verifiedCustomerId = holder.customerId;
    turn.state.verifyFailures = 0;
    turn.state.waitingTurn = null;
    turn.state.stage = 'open';
    turn.audit('verified', { method: 'cardAndIdTail' }, { customerId: holder.customerId });
    return { takeUp: waiting ?? certainTurn('account.balance'), justVerified: true };
  }
  if ((await countFailure(turn, cardTail)) === 'lock') lock(turn);
  else {
    turn.say('verify.wrong', { left: bank.verify.failuresPerConversation - turn.state.verifyFailures });
    turn.tap('button.human', {}, 'human');
  }
  return 'stay';
}

/** The two endings and nothing else, sent without being asked: whoever does that wants to be checked. */
export const areCodesAlone = (text: string): boolean => /^\s*\d{4}\s+\d{3}[\dXx]\s*$/.test(text.normalize('NFKC'));

/** Asks for the two endings; what was wished for waits until they are right. */
export function askToVerify(turn: Turn): void {
  turn.state.stage = 'verifying';
  turn.state.waitingTurn ??= turn.heard;
  turn.say('verify.ask', {});
  turn.tap('button.human', {}, 'human');
}

/** A channel that has signed the customer in itself is believed; returns true when it has. */
export async function verifiedByChannel(turn: Turn): Promise<boolean> {
  if (turn.state.verifiedCustomerId !== null) return true;
  const customerId = await turn.services.boundCustomer(turn.input.channelId, turn.input.userId);
  if (customerId === null) return false;
  turn.state.verifiedCustomerId = customerId;
  turn.audit('verified', { method: 'channel' }, { customerId });
  return true;
}

/** Reminded in every wording that there is: the check is let go instead of being asked for once more (promise P5). */
function remind(turn: Turn): void {
  if (turn.timesSaid('verify.resume') < remindersMax) turn.say('verify.resume', {});
  else {
    turn.state.stage = 'open';
    turn.say('verify.cancelled', {}).tap('button.verify', {}, 'account.balance');
  }
  turn.tap('button.human', {}, 'human');
}

const refusesCheck = ({ heard }: Turn): boolean =>
  readingsOf(heard).some((reading) => ['cancel', 'deny', 'negotiate.reject'].includes(reading));

export const verifyIdentityDialog: Flow = {
  // "Why should I" and the like are told why, once; a refusal ends the check.
  takes: (turn) =>
    readCodes(turn.input.text) !== undefined ||
    refusesCheck(turn) ||
    ((turn.heard.intent === 'outOfScope' || hardlyAWish(turn.heard)) && turn.timesSaid('verify.why') === 0),
  async hear(turn) {
    const codes = readCodes(turn.input.text);
    if (codes !== undefined && codes !== 'half') return check(turn, codes.cardTail, codes.idTail);
    if (codes === undefined && refusesCheck(turn)) {
      turn.state.stage = 'open';
      turn.state.waitingTurn = null;
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
