// A bare "why?" after an answer: it is so by the rule that the answer was taken from; a person can go through it.
import type { After, Turn } from '../../talk/turn';
import { followUpWords } from './followUpWords';

/** The answer told in the last reply, where the message asks nothing but why. */
function answerQuestioned({ state, services, input: { text } }: Turn) {
  const { topic, turnNumber } = state;
  if (topic === null || topic.turnNumber !== turnNumber - 1) return undefined;
  const asksWhy = [followUpWords['zh-CN'].why, followUpWords['en-US'].why].some((why) => why.test(text));
  return asksWhy ? services.knowledge.answers.find(({ id }) => id === topic.answerId) : undefined;
}

export const asksWhy = (turn: Turn): boolean => answerQuestioned(turn) !== undefined;

export function sayWhyAnswer(turn: Turn): After {
  const answer = answerQuestioned(turn);
  if (answer !== undefined) turn.say('question.why', { source: answer.source[turn.state.locale] });
  turn.tap('button.human', {}, 'human');
  return 'resume';
}
