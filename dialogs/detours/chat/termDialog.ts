// What one of our own words means: said in a line or two, and the conversation stays where it was.
import { meaningAsked } from '../../../data/knowledge/glossary';
import { isProtective } from '../../talk/acts/steps';
import type { After, Turn } from '../../talk/turn';

/** True where the message asks what a term means, and does nothing that protects. */
export const asksMeaning = ({ heard, input, state }: Turn): boolean =>
  heard.acts.length < 2 && !isProtective(heard.intent) && meaningAsked(input.text, state.locale) !== undefined;

export function sayMeaning(turn: Turn): After {
  const text = meaningAsked(turn.input.text, turn.state.locale);
  if (text !== undefined) turn.say('question.term', { text });
  return 'resume';
}
