// A question that goes on from the last answer ("那5年从哪天算", "and who decides that?"): the topic is kept and heard in it.
import { type CustomerTurn, certainTurn, type Intent } from '../../../data/domain/customer/customerTurn';
import { nothingKnown } from '../../../data/knowledge/conditions';
import { findAnswer, intentsAsked } from '../../../data/knowledge/knowledge';
import type { Turn } from '../../talk/turn';
import { arrangementInForce } from '../money/arrangementLines';
import { isReadInto } from '../protect/mentioned';
import { followUpWords } from './followUpWords';
import { questionOf, topicOf } from './questionAsked';

/** Confidence (0-1) below which a reading gives way to one that goes on from the topic. */
const sureAlone = 0.65;

/** Longer messages bring a matter of their own. */
const followUpMax = { 'zh-CN': 24, 'en-US': 70 } as const;

/** Probability from which an answer of the topic is what a message goes on to that was hardly heard, and one that was heard. */
const goesOnFrom = { hardlyHeard: 0.3, heard: 0.5 } as const;

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

/** Heard as a question about plans where there are none: "and how much is that a day?" is asked of the answer. */
async function asksOfNoPlan(turn: Turn): Promise<boolean> {
  if (turn.heard.intent !== 'ask.offer' || (turn.state.negotiation?.table.length ?? 0) > 0) return false;
  return (await arrangementInForce(turn)) === undefined;
}

/** How likely an answer of the topic must be for the message to go on to it. */
async function probabilityLeast(turn: Turn): Promise<number> {
  if (isWeak(turn.heard) || (await asksOfNoPlan(turn))) return goesOnFrom.hardlyHeard;
  return goesOn(turn) ? goesOnFrom.heard : Math.max(goesOnFrom.heard, turn.heard.confidence);
}

/** Hears a message in the light of the last answer, where it can be that. What protects is never heard away. */
export async function hearInTopic(turn: Turn): Promise<void> {
  const { heard, services, state, input } = turn;
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
  const found = findAnswer(services.knowledge, questionOf(turn, nothingKnown));
  if (found?.answer.topic !== last.topic || !found.answer.intent.startsWith('ask.')) return;
  if (found.probability >= (await probabilityLeast(turn))) turn.heard = asked(heard, found.answer.intent);
}

/** Probability from which one of two readings is asked, and how many times likelier than the other it must be. */
const askedFrom = 0.3;
const timesLikelier = 3;

/**
 * Of two readings, the one that the last answer is about, or the question that is clearly asked; undefined where neither is. What is
 * wished is no likelier for an answer that tells about it.
 */
export function readingByKnowledge(turn: Turn, first: Intent, second: Intent): Intent | undefined {
  const last = topicOf(turn);
  if (last?.intent === first || last?.intent === second) return last.intent;
  const asked = intentsAsked(turn.services.knowledge, questionOf(turn, nothingKnown));
  const [a, b] = [asked.get(first) ?? 0, asked.get(second) ?? 0];
  if (Math.max(a, b) < Math.max(askedFrom, timesLikelier * Math.min(a, b))) return undefined;
  const asks = a > b ? first : second;
  return asks.startsWith('ask.') ? asks : undefined;
}
