// The approved answer that a message asks for: found by its words, by what it was understood as, by the topic it goes on from
// and by who asks.
import { daysPastDueOn } from '../../../data/domain/account/account';
import type { Intent } from '../../../data/domain/customer/customerTurn';
import type { Answer } from '../../../data/knowledge/answer';
import { type Circumstances, nothingKnown } from '../../../data/knowledge/conditions';
import { type Found, findAnswer } from '../../../data/knowledge/knowledge';
import { hardshipReasonIn } from '../../stages/hardship/hardshipReason';
import { lacksCardNumber } from '../../stages/verify/aboutCheck';
import { placeOf, serviceOf } from '../../table';
import { isProtective } from '../../talk/acts/steps';
import type { Turn } from '../../talk/turn';
import { amountsIn } from '../../understanding/quantities/datesIn';
import { arrangementInForce } from '../money/arrangementLines';
import { asksOfOthersCard } from '../people/whoWrites';
import { followUpWords } from './followUpWords';
import { questionOf, topicOf } from './questionAsked';

/** Probability from which an answer is told to what was taken for something else, and was not read as it more surely. */
const answeredFrom = 0.5;

/** Longer messages bring a matter of their own. */
const lengthMax = { 'zh-CN': 60, 'en-US': 160 } as const;

/** What is known of the one who asks; the oldest of several cards counts. */
async function circumstancesOf(turn: Turn): Promise<Circumstances> {
  const { daysPastDue, role = null } = turn.heard.slots;
  if (turn.customerId === null) return { ...nothingKnown, daysPastDue: daysPastDue ?? null, role };
  const days = (await turn.ownAccounts()).map((account) => daysPastDueOn(account, turn.today));
  const arrangement = (await arrangementInForce(turn)) !== undefined;
  return { verified: true, daysPastDue: days.length === 0 ? null : Math.max(...days), arrangement, role };
}

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

/** What a message tells or wishes is served as that, however near a question it stands to. */
const neverAsked: readonly Intent[] = [
  'dispute',
  'alreadyPaid',
  'undo',
  'evidence',
  'verifyCollector',
  'thirdParty',
  'authority',
];

/**
 * A question that was heard as something else has its answer where that is likelier right than the reading was. What the place
 * itself answers stays there. A checked customer has cards, plans and cases that a question may be about: what was heard is first
 * asked of those, and what can be done for the own card is weighed by its rules, not told in general.
 */
function isMeant({ heard, customerId, state }: Turn, { answer, probability }: Found): boolean {
  if (neverAsked.includes(heard.intent) && heard.intent !== answer.intent) return false;
  // A wish is met by its rules, of which the answer only tells.
  if (heard.intent === answer.intent && heard.intent.startsWith('negotiate.')) return false;
  if (serviceOf(placeOf(state), answer.intent) === 'own') return false;
  // A cry of need of somebody who was checked is met with care, and not with where to apply.
  if (customerId !== null && heard.intent === 'hardship') return false;
  const arePlansShown = (state.negotiation?.table.length ?? 0) > 0;
  const isOfTheirOwn = /^(?:ask|negotiate)\./.test(answer.intent) || (arePlansShown && answer.topic === 'instalments');
  if (customerId !== null && heard.intent !== 'outOfScope' && isOfTheirOwn) return false;
  return probability >= Math.max(answeredFrom, heard.intent === answer.intent ? 0 : heard.confidence);
}

const plainlyAsks = ({ input: { text }, state: { locale } }: Turn): boolean =>
  followUpWords[locale].plainlyAsks.test(text.trim());

/** True where a question that is none of the general kind has an approved answer, or more of the last one is asked for. */
export function isAnsweredByKnowledge(turn: Turn): boolean {
  if (moreAsked(turn) !== undefined) return true;
  const { heard, input, state, services } = turn;
  if (heard.slots.right !== undefined) return false;
  const isOneThing = heard.acts.length < 2 && !turn.isTap;
  if (!isOneThing || isProtective(heard.intent) || heard.signals.includes('vulnerable')) return false;
  // Hunger is met with food and a colleague, however it is asked about.
  if (heard.intent === 'hardship' && hardshipReasonIn(turn.typed) === 'hunger') return false;
  if (input.text.length > lengthMax[state.locale] || !plainlyAsks(turn)) return false;
  // A sum said where plans are on the table is put on them, or taken off.
  if ((state.negotiation?.table.length ?? 0) > 0 && amountsIn(input.text, turn.today).length > 0) return false;
  // What is on a relative's card is no question in general: whoever speaks for its holder is told so (P2).
  if (heard.intent === 'authority' && asksOfOthersCard(input.text)) return false;
  // Where the digits are that the check asks for, the check itself says.
  if (turn.customerId === null && lacksCardNumber(turn.typed)) return false;
  const found = findAnswer(services.knowledge, questionOf(turn, nothingKnown));
  return found !== undefined && isMeant(turn, found);
}
