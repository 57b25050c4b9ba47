// A question that goes on from the last answer ("那5年从哪天算", "and who decides that?"): the topic is kept and heard in it.
import { type CustomerTurn, certainTurn, type Intent } from '../../../data/domain/customer/customerTurn';
import type { Answer } from '../../../data/knowledge/answer';
import { answerGoingOn, fitOf } from '../../../data/knowledge/keywords';
import type { Turn } from '../../talk/turn';
import { isReadInto } from '../protect/mentioned';
import { followUpWords } from './followUpWords';

/** A topic lasts for the answer's own turn and the two after it. */
const topicTurnsMax = 2;

/** Confidence (0-1) below which a reading gives way to one that goes on from the topic. */
const sureAlone = 0.65;

/** Longer messages bring a matter of their own. */
const followUpMax = { 'zh-CN': 24, 'en-US': 70 } as const;

/** The answer that was told last, while a question may still go on from it. */
export function topicOf(turn: Turn): Answer | undefined {
  const { topic, turnNumber } = turn.state;
  if (topic === null || turnNumber - topic.turnNumber > topicTurnsMax) return undefined;
  return turn.services.knowledge.answers.find(({ id }) => id === topic.answerId);
}

/** Short, and asked in the way of a question that goes on. */
function goesOn({ input: { text }, state: { locale } }: Turn): boolean {
  const { opens, asks } = followUpWords[locale];
  const isShort = text.length <= followUpMax[locale];
  return isShort && opens.test(text) && asks.test(text);
}

const isWeak = ({ intent, ambiguity, confidence }: CustomerTurn): boolean =>
  intent === 'outOfScope' || ambiguity?.kind === 'intent' || confidence < sureAlone;

const asked = (heard: CustomerTurn, intent: Intent): CustomerTurn => ({
  ...certainTurn(intent),
  language: heard.language,
});

/** Heard as said, however near a topic is. */
const neverHeardAway: readonly Intent[] = ['vulnerable', 'scam', 'contactPreference', 'human'];

/** What the message may be: the two readings that are near, or its intent. */
export const nearReadings = ({ ambiguity, intent }: CustomerTurn): readonly Intent[] =>
  ambiguity?.kind === 'intent' ? [ambiguity.first, ambiguity.second] : [intent];

/** A question whose words are found in the answers of the topic, and less in those of its own reading. */
function isNearerTo(turn: Turn, topic: Intent): boolean {
  const { heard, services, state, input } = turn;
  if (!heard.intent.startsWith('ask.')) return false;
  const explained = (intent: Intent) => fitOf(services.knowledge, intent, input.text, state.locale);
  return explained(topic) > explained(heard.intent);
}

/** Hears a message in the light of the last answer, where it can be that. What protects is never heard away. */
export function hearInTopic(turn: Turn): void {
  const { heard, services, state, input, today } = turn;
  const readings = nearReadings(heard);
  const isOneThing = heard.acts.length < 2 && !turn.isTap;
  const isKept = (reading: Intent) => neverHeardAway.includes(reading) && !isReadInto(turn, reading);
  if (!isOneThing || readings.some(isKept)) return;
  const [first, second] = readings;
  const known = first === undefined || second === undefined ? undefined : readingByKnowledge(turn, first, second);
  if (known?.startsWith('ask.')) turn.heard = asked(heard, known);
  const last = topicOf(turn);
  if (last === undefined || known !== undefined || readings.includes(last.intent)) return;
  if (input.text.length > followUpMax[state.locale]) return;
  if (!isWeak(heard) && !goesOn(turn) && !isNearerTo(turn, last.intent)) return;
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
