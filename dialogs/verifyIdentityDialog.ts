// Verify: no account fact, and no hint that a debt exists, before this is known to be the cardholder (promise P2).
import type { Customer } from '../data/domain/records';
import { handOff } from './handoffDialog';
import type { Flow, Turn } from './turn';

const fourAndFour = /(?<![\dXx])(\d{4})[\s,;/+-]*(\d{3}[\dXx])(?![\dXx])/;
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

async function check(turn: Turn, cardTail: string, idTail: string): Promise<void> {
  const { bank } = turn.services;
  const attempts = await turn.services.verifyAttempts(cardTail);
  const spent = attempts?.day === turn.today && attempts.failures >= bank.verify.failuresPerCardADay;
  const holder = spent ? undefined : await holderOf(turn, cardTail, idTail);
  if (holder !== undefined) {
    turn.state.verifiedCustomerId = holder.customerId;
    turn.state.verifyFailures = 0;
    turn.state.stage = 'open';
    turn.audit('verified', { method: 'cardAndIdTail' }, { customerId: holder.customerId });
    turn.say('verify.done', {});
    return;
  }
  if ((await countFailure(turn, cardTail)) === 'lock') return lock(turn);
  turn.say('verify.wrong', { left: bank.verify.failuresPerConversation - turn.state.verifyFailures });
  turn.tap('button.human', {}, 'human');
}

export const verifyIdentityDialog: Flow = {
  async begin(turn) {
    turn.state.stage = 'verifying';
    turn.state.waitingTurn ??= turn.heard;
    turn.say('verify.ask', {});
    turn.tap('button.human', {}, 'human');
  },
  async hear(turn) {
    const codes = readCodes(turn.input.text);
    if (codes === 'half') turn.say('verify.needBoth', {});
    else if (codes === undefined) turn.say(turn.timesSaid('verify.why') === 0 ? 'verify.why' : 'verify.resume', {});
    else return check(turn, codes.cardTail, codes.idTail);
    turn.tap('button.human', {}, 'human');
  },
  async resume(turn) {
    turn.say('verify.resume', {});
    turn.tap('button.human', {}, 'human');
  },
};

/** After the lock only a person can help; questions in general are still answered elsewhere. */
export async function hearLocked(turn: Turn): Promise<void> {
  if (turn.heard.intent === 'human') return handOff(turn, 'person');
  turn.say('verify.lockedStill', { hotline: turn.services.bank.hotline });
  turn.tap('button.human', {}, 'human');
}
