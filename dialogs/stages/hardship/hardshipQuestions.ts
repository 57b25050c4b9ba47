// What people ask once a hardship review is open: which papers, when it is decided, what it can change. Short questions that
// mean something else where no review is.
import { certainTurn, type Intent } from '../../../data/domain/customer/customerTurn';
import { actsOf, isProtective } from '../../talk/acts/steps';
import { isUnsure } from '../../talk/takenAsSaid';
import type { After, Turn } from '../../talk/turn';
import words from './hardshipQuestions.json';

const patterns = {
  papers: new RegExp(words.papers, 'i'),
  progress: new RegExp(words.progress, 'i'),
  options: new RegExp(words.options, 'i'),
  paying: new RegExp(words.paying, 'i'),
  meanwhile: new RegExp(words.meanwhile, 'i'),
  nothing: new RegExp(words.nothing, 'i'),
} as const;

const isUnderReview = ({ state }: Turn): boolean => (state.timesSaid['hardship.recorded'] ?? 0) > 0;

/** Heard as said, whatever the review is asked beside it. */
const kept: readonly Intent[] = ['complaint', 'dispute', 'undo', 'promiseToPay', 'negotiate.terms', 'ask.case'];

const isOpen = (turn: Turn): boolean =>
  isUnderReview(turn) &&
  !actsOf(turn.heard).some(
    ({ intent, confidence }) => confidence >= 0.5 && (isProtective(intent) || kept.includes(intent)),
  );

/** A figure that answers the question about the budget, and says nothing of paying, is a part of the budget (R13). */
function hearBudget(turn: Turn): void {
  const { heard, state, input } = turn;
  const { expects } = state;
  if (
    state.stage !== 'describingHardship' ||
    (expects !== 'income' && expects !== 'expenses' && expects !== 'otherDebts')
  )
    return;
  if (patterns.nothing.test(input.text.trim())) {
    turn.heard = { ...certainTurn('budget', { [expects]: { min: 0, max: 0 } }), language: heard.language };
    return;
  }
  // "No idea" passes the part over.
  if (isUnsure(input.text)) turn.heard = { ...certainTurn('outOfScope'), language: heard.language };
  const figure = heard.slots.monthlyAmount ?? heard.slots.amount ?? heard.slots.lumpSum;
  if (figure === undefined || heard.acts.length > 1 || patterns.paying.test(input.text)) return;
  turn.heard = { ...certainTurn('budget', { [expects]: figure }), language: heard.language };
}

/** Hears a question about papers or about the decision as one. */
export function hearInHardship(turn: Turn): void {
  hearBudget(turn);
  if (!isOpen(turn)) return;
  const { text } = turn.input;
  const intent: Intent | undefined = patterns.papers.test(text)
    ? 'evidence'
    : patterns.progress.test(text)
      ? 'ask.case'
      : undefined;
  if (intent !== undefined) turn.heard = { ...certainTurn(intent), language: turn.heard.language };
}

/** True where the message asks what the review can change. */
export const asksWhatReviewCanDo = (turn: Turn): boolean =>
  isOpen(turn) && (patterns.options.test(turn.input.text) || patterns.meanwhile.test(turn.input.text));

export function sayWhatReviewCanDo(turn: Turn): After {
  if (!patterns.meanwhile.test(turn.input.text)) turn.say('hardship.options', {});
  turn.say('hardship.meanwhile', {});
  turn.tap('button.plan', {}, 'negotiate.start').tap('button.human', {}, 'human');
  return 'stay';
}
