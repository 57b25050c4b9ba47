// What is said of signing while nothing waits for it: a code nobody asked for, "don't sign anything"; and, at any time, the
// wish that somebody else signs.
import { deniesBeingHolder } from '../../detours/people/whoWrites';
import { namesSwindle } from '../../detours/protect/swindle';
import { ownWords } from '../../talk/acts/ownWords';
import { signingOf } from '../../talk/signingOf';
import type { After, Turn } from '../../talk/turn';
import { isCodeAlone } from './oneTimeCode';
import { missesNamedCode, namesCode, namesSigning, refusesToSign, wantsAnotherToSign } from './signingWords';

type Said = 'codeNotAskedFor' | 'refusesToSign' | 'wantsAnotherToSign';

/** Six digits that are read as a figure of the bargaining are one, and those of the check have just been used. */
const isIdleCode = ({ input, heard, said, state }: Turn): boolean =>
  isCodeAlone(input.text) &&
  !said.some(({ id }) => id === 'verify.done') &&
  /^\D*\d{6}\D*$/.test(input.text) &&
  Object.keys(heard.slots).length === 0 &&
  heard.ambiguity?.kind !== 'figure' &&
  (state.stage === 'open' || state.stage === 'negotiating');

function saidOf(turn: Turn): Said | undefined {
  const { state, customerId } = turn;
  if (customerId === null || (state.stage !== 'open' && state.stage !== 'negotiating')) return undefined;
  const words = ownWords(turn);
  // Who signs for somebody else is not the holder, and is heard as such.
  if (wantsAnotherToSign(words) && !deniesBeingHolder(words)) return 'wantsAnotherToSign';
  if (signingOf(state) !== null) return undefined;
  const speaksOfOwnCode = missesNamedCode(words) || (turn.heard.intent === 'scam' && namesCode(words));
  if (isIdleCode(turn) || (speaksOfOwnCode && !namesSwindle(words))) return 'codeNotAskedFor';
  const hasOffers = (state.negotiation?.table ?? []).length > 0;
  return hasOffers && namesSigning(words) && refusesToSign(words) ? 'refusesToSign' : undefined;
}

export const isOfSigning = (turn: Turn): boolean => saidOf(turn) !== undefined;

export function sayOfSigning(turn: Turn): After {
  switch (saidOf(turn)) {
    case 'wantsAnotherToSign':
      turn.say('agreement.onlyYou', {});
      return 'resume';
    case 'codeNotAskedFor':
      turn.say('agreement.noCodeNow', {});
      return 'resume';
    default:
      turn.state.stage = 'open';
      turn.say('agreement.notSigned', {});
      turn.tap('button.negotiate', {}, 'negotiate.start').tap('button.human', {}, 'human');
      return 'stay';
  }
}
