// The approved answer that a message asks for: found by its words, by what it was understood as, by the topic it goes on from
// and by who asks.
import { daysPastDueOn } from '../../../data/domain/account/account';
import type { CustomerTurn, Intent } from '../../../data/domain/customer/customerTurn';
import type { Answer } from '../../../data/knowledge/answer';
import { type Circumstances, nothingKnown } from '../../../data/knowledge/conditions';
import { keywordsFound } from '../../../data/knowledge/keywords';
import { type Found, findAnswer, type Question } from '../../../data/knowledge/knowledge';
import { placeOf, serviceOf } from '../../table';
import { ownWords } from '../../talk/acts/ownWords';
import { isProtective } from '../../talk/acts/steps';
import type { Turn } from '../../talk/turn';
import { amountsIn } from '../../understanding/quantities/datesIn';
import { arrangementInForce } from '../money/arrangementLines';
import { asksOfOthersCard } from '../people/whoWrites';
import { topicOf } from './followUp';
import { followUpWords } from './followUpWords';

/** Share (0-1) of a message that an answer must account for, where the message was taken for something else. */
const explainedElsewhere = 0.7;

/** Confidence (0-1) below which a message was hardly understood. */
const hardlyHeard = 0.5;
const outsideFor = 0.7;

/** Longer messages bring a matter of their own. */
const lengthMax = { 'zh-CN': 60, 'en-US': 160 } as const;

function readingsOf({ ambiguity, intent, confidence }: CustomerTurn): Question['readings'] {
  if (ambiguity?.kind !== 'intent') return [{ intent, probability: confidence }];
  return [ambiguity.first, ambiguity.second].map((one) => ({ intent: one, probability: 0.5 }));
}

/** What is known of the one who asks; the oldest of several cards counts. */
async function circumstancesOf(turn: Turn): Promise<Circumstances> {
  const { daysPastDue, role = null } = turn.heard.slots;
  if (turn.customerId === null) return { ...nothingKnown, daysPastDue: daysPastDue ?? null, role };
  const days = (await turn.ownAccounts()).map((account) => daysPastDueOn(account, turn.today));
  const arrangement = (await arrangementInForce(turn)) !== undefined;
  return { verified: true, daysPastDue: days.length === 0 ? null : Math.max(...days), arrangement, role };
}

const questionOf = (turn: Turn, who: Circumstances): Question => ({
  text: ownWords(turn),
  locale: turn.state.locale,
  today: turn.today,
  readings: readingsOf(turn.heard),
  last: topicOf(turn),
  who,
});

/** The approved answer to the question of this turn; undefined where there is none. */
export async function approvedAnswer(turn: Turn): Promise<Answer | undefined> {
  return findAnswer(turn.services.knowledge, questionOf(turn, await circumstancesOf(turn)))?.answer;
}

/** The answer told last, where this message asks for more of it and there is more. */
export function moreAsked(turn: Turn): Answer | undefined {
  const last = topicOf(turn);
  if (last === undefined || last.more === null) return undefined;
  const asks = followUpWords[turn.state.locale].more.test(turn.input.text.trim());
  return asks || turn.tapped('button.more') ? last : undefined;
}

const isHardlyHeard = ({ intent, ambiguity, confidence }: CustomerTurn): boolean =>
  ambiguity === null ? confidence < (intent === 'outOfScope' ? outsideFor : hardlyHeard) : ambiguity.kind === 'intent';

/** Share of a message that an answer must account for, where the message was surely taken for something else. */
const explainedOutside = 0.85;

/**
 * An answer is told where it is asked for as it was written down, where the message would otherwise lie outside, or where its own
 * kind of question is served by a dialog ("how do I complain?"). A wish for other terms ("can the interest be less") is weighed by
 * the rules for the own card; it is a question in general only of a stranger, and where it was hardly heard.
 */
function isMeant({ heard, customerId, state, typed }: Turn, { answer, explained, isItsOwn }: Found): boolean {
  if (heard.intent === 'outOfScope') return isItsOwn || explained >= explainedOutside;
  if (neverAsked.includes(heard.intent)) return false;
  const isAsked = isItsOwn && customerId === null;
  if (answer.intent.startsWith('ask.')) return isAsked && heard.intent.startsWith('ask.');
  if (serviceOf(placeOf(state), answer.intent) === 'own') return false;
  if (answer.intent.startsWith('negotiate.')) return customerId === null && isHardlyHeard(heard);
  // "When is my due day" is asked of the account; "and if it falls on a holiday" is not, and is nearly the whole of its question.
  // At the table, "the 20th of each month, is that all right" is about the plans, however near it is to a question about the due day.
  if (answer.intent.startsWith('account.')) {
    const speaksOfPlans = heard.intent.startsWith('negotiate.') || heard.intent === 'ask.offer';
    const isOfTheirPlans = speaksOfPlans && !isHardlyHeard(heard);
    const isPointedTo = keywordsFound([answer], typed, state.locale).has(answer.id);
    return isItsOwn || (explained >= explainedOutside && isPointedTo && !isOfTheirPlans);
  }
  return isAsked || isHardlyHeard(heard) || heard.intent === answer.intent;
}

/** What a message tells or wishes for certain is served as that, however an answer is asked for in nearly the same words. */
const neverAsked: readonly Intent[] = ['dispute', 'alreadyPaid', 'undo', 'evidence', 'verifyCollector', 'thirdParty'];

const plainlyAsks = ({ input: { text }, state: { locale } }: Turn): boolean =>
  followUpWords[locale].plainlyAsks.test(text.trim());

/** True where a question that is none of the general kind has an approved answer, or more of the last one is asked for. */
export function isAnsweredByKnowledge(turn: Turn): boolean {
  if (moreAsked(turn) !== undefined) return true;
  const { heard, input, state, services } = turn;
  const isOneThing = heard.acts.length < 2 && !turn.isTap;
  if (!isOneThing || isProtective(heard.intent) || heard.signals.includes('vulnerable')) return false;
  if (input.text.length > lengthMax[state.locale] || !plainlyAsks(turn)) return false;
  // A sum said where plans are on the table is put on them, or taken off.
  if ((state.negotiation?.table.length ?? 0) > 0 && amountsIn(input.text, turn.today).length > 0) return false;
  // What is on a relative's card is no question in general: whoever speaks for its holder is told so (P2).
  if (heard.intent === 'authority' && asksOfOthersCard(input.text)) return false;
  const found = findAnswer(services.knowledge, questionOf(turn, nothingKnown));
  return found !== undefined && found.explained >= explainedElsewhere && isMeant(turn, found);
}
