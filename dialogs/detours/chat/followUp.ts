// A question that goes on from the last answer ("那5年从哪天算", "and who decides that?"): the topic is kept and heard in it.
import { type CustomerTurn, certainTurn, type Intent } from '../../../data/domain/customer/customerTurn';
import { type Answer, answerGoingOn, fitOf } from '../../../data/knowledge/knowledge';
import { isProtective } from '../../talk/acts/steps';
import type { Turn } from '../../talk/turn';
import words from './followUpWords.json';

/** A topic lasts for the answer's own turn and the two after it. */
const topicTurnsMax = 2;

/** Confidence (0-1) below which a reading gives way to one that goes on from the topic. */
const sureAlone = 0.65;

/** Longer messages bring a matter of their own. */
const followUpMax = { 'zh-CN': 24, 'en-US': 70 } as const;

function topicOf(turn: Turn): Answer | undefined {
  const { topic, turnNumber } = turn.state;
  if (topic === null || turnNumber - topic.turnNumber > topicTurnsMax) return undefined;
  return turn.services.knowledge.answers.find(({ id }) => id === topic.answerId);
}

/** Short, and asked in the way of a question that goes on. */
function goesOn({ input: { text }, state: { locale } }: Turn): boolean {
  const { opens, asks } = words[locale];
  const isShort = text.length <= followUpMax[locale];
  return isShort && new RegExp(opens, 'i').test(text) && new RegExp(asks, 'i').test(text);
}

const isWeak = ({ intent, ambiguity, confidence }: CustomerTurn): boolean =>
  intent === 'outOfScope' || ambiguity?.kind === 'intent' || confidence < sureAlone;

const asked = (heard: CustomerTurn, intent: Intent): CustomerTurn => ({
  ...certainTurn(intent),
  language: heard.language,
});

/** Hears a message in the light of the last answer, where it can be that. What protects is never heard away. */
export function hearInTopic(turn: Turn): void {
  const { heard, services, state, input, today } = turn;
  const last = topicOf(turn);
  const readings =
    heard.ambiguity?.kind === 'intent' ? [heard.ambiguity.first, heard.ambiguity.second] : [heard.intent];
  if (last === undefined || readings.some(isProtective) || readings.includes(last.intent)) return;
  if (!isWeak(heard) && !goesOn(turn)) return;
  if (input.text.length > followUpMax[state.locale]) return;
  if (answerGoingOn(services.knowledge, last, input.text, state.locale, today) !== undefined)
    turn.heard = asked(heard, last.intent);
}

/** Of two readings, the one whose approved answers speak of what was said; undefined where neither or both do. */
export function readingByKnowledge(turn: Turn, first: Intent, second: Intent): Intent | undefined {
  const { services, state, input } = turn;
  const last = topicOf(turn);
  if (last?.intent === first || last?.intent === second) return last.intent;
  const [a, b] = [first, second].map((intent) => fitOf(services.knowledge, intent, input.text, state.locale));
  if (a === undefined || b === undefined || a === b) return undefined;
  return a > b ? first : second;
}
