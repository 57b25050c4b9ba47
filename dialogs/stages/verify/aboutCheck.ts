// Whoever would rather not give the endings, or not here, is told why they are asked and which other ways there are.
import { dangerKindIn } from '../../detours/protect/danger/dangerKind';
import { ownWords } from '../../talk/acts/ownWords';
import type { After, Turn } from '../../talk/turn';
import words from './aboutCheckWords.json';

const [worries, otherWay, lacksEnding] = [words.worries, words.otherWay, words.lacksEnding].map(
  (sources) => new RegExp(sources.join('|'), 'iu'),
) as [RegExp, RegExp, RegExp];

/** True for "I've lost the card, so I don't know the number". */
export const lacksCardNumber = (text: string): boolean => lacksEnding.test(text.replaceAll('’', "'"));

/** True where the check itself is doubted, or, right after it was talked of, another way is asked for. */
export function asksAboutCheck(turn: Turn): boolean {
  const { customerId, heard, state, typed } = turn;
  const { identity } = turn.input;
  if (customerId !== null || identity?.kind === 'both') return false;
  if ((state.stage !== 'open' && state.stage !== 'verifying') || dangerKindIn(typed) !== null) return false;
  const wasTalkedOf = turn.wasJustSpokenOf(/^verify\.|^question\.offerVerify$/);
  const asksOtherWay = wasTalkedOf && otherWay.test(ownWords(turn)) && heard.intent !== 'ask.howToRepay';
  return worries.test(typed) || lacksCardNumber(typed) || asksOtherWay;
}

export function sayAboutCheck(turn: Turn): After {
  if (lacksCardNumber(turn.typed)) turn.say('verify.whereEnding', { hotline: turn.services.bank.hotline });
  else turn.say('verify.otherWays', { hotline: turn.services.bank.hotline });
  turn.tap('button.verify', {}, 'account.balance').tap('button.human', {}, 'human');
  return 'stay';
}
