// "好，核实吧", "go on, check me": a wish to be checked, which sounds much like one to check a collector. And "sorry, fat thumbs:
// 3101 4417", which wishes for nothing but the check.
import { certainTurn, type Intent } from '../../../data/domain/customer/customerTurn';
import { asks } from '../../detours/money/table/tableWords';
import { refusesContact } from '../../detours/protect/contactScope';
import { isProtective, isSaidInPassing } from '../../talk/acts/steps';
import type { Turn } from '../../talk/turn';
import { identityWords } from './identityWords';

/** Confidence (0-1) from which what protects is not heard away. */
const plainFrom = 0.7;

const isCheckOrPassing = (intent: Intent): boolean =>
  intent === 'verifyCollector' || intent === 'authority' || intent === 'account.balance' || isSaidInPassing(intent);

const partsOf = (text: string): readonly string[] => text.split(/[，,。.!！;；\s]+/u).filter((part) => part !== '');

/** True where a part of the message asks for the check, and nothing in it is about anybody else. */
export function wishesToBeChecked(text: string): boolean {
  if (identityWords.aboutOthers.test(text)) return false;
  return [text, ...partsOf(text)].some((part) => identityWords.checkMe.test(part));
}

/** Hears the wish to be checked as the yes to what was offered, or else as the wish to see one's own account. */
export function hearWishToBeChecked(turn: Turn): void {
  const { heard, input, state, customerId } = turn;
  if (customerId !== null || (state.stage !== 'open' && state.stage !== 'verifying')) return;
  // What was tapped, or heard in the light of our last reply, is no misreading.
  if (heard.confidence === 1 && heard.intent === 'verifyCollector') return;
  const isMoreSaid = heard.acts.length > 1 && !heard.acts.every(({ intent }) => isCheckOrPassing(intent));
  const protects = isProtective(heard.intent) && heard.confidence >= plainFrom;
  if (isMoreSaid || protects || input.identity !== null || !wishesToBeChecked(input.text)) return;
  const isOffered = state.affirmMeans !== null || state.stage === 'verifying';
  turn.heard = { ...certainTurn(isOffered ? 'affirm' : 'account.balance'), language: heard.language };
}

/** Confidence (0-1) below which what stands beside both endings is no wish. */
const hardlyAnything = 0.5;

/** Hears what is hardly heard beside both endings, asks nothing and states nothing as said in passing. */
export function hearEndingsAlone(turn: Turn): void {
  const { heard, typed, state, customerId } = turn;
  const { identity } = turn.input;
  if (customerId !== null || identity?.kind !== 'both' || identity.rest === '' || heard.acts.length > 1) return;
  const isGuess = heard.confidence < hardlyAnything && Object.values(heard.slots).every((slot) => slot === undefined);
  if (!isGuess || heard.signals.length > 0 || asks(typed, state.locale) || refusesContact(typed)) return;
  turn.heard = { ...certainTurn('affirm'), language: heard.language };
}
