// What is asked beside the main act, to be answered afterwards, once.
import type { Act, Intent } from '../../../data/domain/customer/customerTurn';

const mostKept = 3;
const wishes: ReadonlySet<Intent> = new Set([
  'human',
  'contactPreference',
  'verifyCollector',
  'complaint',
  'dispute',
  'negotiate.priceRelief',
]);
const isQuestion = (intent: Intent) => intent.startsWith('ask.') || intent.startsWith('account.');

/** Someone in danger, or who is not the customer, is not told answers about money. */
const answersNothing: ReadonlySet<Intent> = new Set(['vulnerable', 'thirdParty', 'outOfScope']);

/** Only questions and requests are answered afterwards; a question that ends in a wish for an arrangement keeps the wish. */
export function alsoAsked(acts: readonly Act[], main: Intent): Intent[] {
  if (answersNothing.has(main)) return [];
  const endsInWish = isQuestion(main) && acts.at(-1)?.intent === 'negotiate.start';
  const kept = (intent: Intent) =>
    isQuestion(intent) || wishes.has(intent) || (endsInWish && intent === 'negotiate.start');
  const asked = acts.map(({ intent }) => intent).filter((intent) => intent !== main && kept(intent));
  return [...new Set(asked)].slice(0, mostKept);
}
