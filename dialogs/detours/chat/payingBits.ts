// "I owe twenty thousand, an agency has it, I'll send what I can: does that do anything?" A long story with a figure or two, and
// the question is what paying a little does; it is heard as that, and what else the message does is kept.
import type { Act, Intent } from '../../../data/domain/customer/customerTurn';
import { actsOf } from '../../talk/acts/steps';
import type { Turn } from '../../talk/turn';
import words from './payingBitsWords.json';

const bits = [words['zh-CN'].bits, words['en-US'].bits].map((source) => new RegExp(source, 'i'));
const effect = [words['zh-CN'].effect, words['en-US'].effect].map((source) => new RegExp(source, 'i'));

/** What the story around the question is easily heard as. */
const story: readonly Intent[] = [
  'account.balance',
  'ask.collectionContact',
  'ask.consequences',
  'ask.debtAgents',
  'ask.offer',
  'ask.outsourcing',
  'ask.partialPayment',
  'ask.privacy',
  'budget',
  'negotiate.reject',
  'negotiate.start',
  'negotiate.terms',
  'outOfScope',
  'promiseToPay',
];

/** A monthly figure is meant for a plan as well, and waits for the check. */
const isKept = ({ intent, slots }: Act): boolean =>
  !story.includes(intent) || (intent === 'negotiate.terms' && slots.monthlyAmount !== undefined);

/** Hears the question where both of its halves are said, before anything is known of the customer. */
export function hearPayingBits(turn: Turn): void {
  const { heard, typed: text, customerId, state } = turn;
  if (customerId !== null || state.stage !== 'open') return;
  const acts = actsOf(heard);
  if (acts.length > 1 && acts.some(({ intent }) => intent === 'ask.partialPayment')) return;
  const found = bits.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (found === undefined || found === null || !effect.some((pattern) => pattern.test(text))) return;
  const act: Act = {
    intent: 'ask.partialPayment',
    slots: {},
    span: [found.index, found.index + found[0].length],
    confidence: 1,
  };
  turn.heard = {
    ...heard,
    intent: act.intent,
    slots: {},
    confidence: 1,
    acts: [act, ...acts.filter(isKept)],
    ambiguity: null,
  };
}
