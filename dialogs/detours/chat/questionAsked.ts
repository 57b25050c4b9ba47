// What a message asks, as the approved answers are asked it: its words, what they may mean, and the answer that was told last.
import type { CustomerTurn } from '../../../data/domain/customer/customerTurn';
import type { Answer } from '../../../data/knowledge/answer';
import type { Circumstances } from '../../../data/knowledge/conditions';
import type { Question } from '../../../data/knowledge/knowledge';
import { ownWords } from '../../talk/acts/ownWords';
import type { Turn } from '../../talk/turn';
import { readingsOf } from '../../understanding/understand';

/** A topic lasts for the answer's own turn and the two after it. */
const topicTurnsMax = 2;

/** The answer that was told last, while a question may still go on from it. */
export function topicOf(turn: Turn): Answer | undefined {
  const { topic, turnNumber } = turn.state;
  if (topic === null || turnNumber - topic.turnNumber > topicTurnsMax) return undefined;
  return turn.services.knowledge.answers.find(({ id }) => id === topic.answerId);
}

/** What the words of a message may mean, by what it was heard as: it is asked for more than once while it is answered. */
const known = new WeakMap<CustomerTurn, { readonly text: string; readonly readings: Question['readings'] }>();

/** How likely the words are each intent, drawn towards what the message was heard as where it was said. */
function readingsIn({ heard, state }: Turn, text: string): Question['readings'] {
  const before = known.get(heard);
  if (before?.text === text) return before.readings;
  const share = heard.confidence / 2;
  const readings = readingsOf(text, state.locale).map(({ intent, probability }) => ({
    intent,
    probability: probability * (1 - share) + (intent === heard.intent ? share : 0),
  }));
  known.set(heard, { text, readings });
  return readings;
}

export function questionOf(turn: Turn, who: Circumstances): Question {
  const text = ownWords(turn);
  const { today, state } = turn;
  return { text, locale: state.locale, today, readings: readingsIn(turn, text), last: topicOf(turn), who };
}
