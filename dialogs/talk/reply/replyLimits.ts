// A reply fits on a phone and is never the last one word for word: at most six lines, and something new where it would repeat.
import type { Turn } from '../turn';

/** Lines of a reply, as a reader counts them; offers, read-backs and tables of costs may be longer. */
export const replyLinesMax = 6;

const countLines = (turn: Turn): number =>
  turn.lines.reduce((count, { text }) => count + text.split('\n').filter((line) => line.trim() !== '').length, 0);

/** Leaves out spare lines, the last one first, until the reply fits. */
export function fitToPhone(turn: Turn): void {
  for (const line of [...turn.spare].reverse()) {
    if (countLines(turn) <= replyLinesMax) return;
    turn.lines.splice(turn.lines.indexOf(line), 1);
  }
}

/** The words of a reply, to be compared with the next one. */
export const wordsOf = (turn: Turn): string => turn.lines.map(({ text }) => text).join('\n');

/** A reply that would be the last one again begins with other words and offers a person; who asked to hear it again gets it. */
export function sayNothingTwice(turn: Turn): void {
  const askedAgain = turn.heard.intent === 'repeat' || turn.heard.intent === 'changeLanguage';
  if (askedAgain || turn.lines.length === 0 || wordsOf(turn) !== turn.state.lastWords) return;
  turn.say('chat.sameAgain', {});
  const [first] = turn.lines.splice(-1, 1);
  if (first !== undefined) turn.lines.unshift(first);
  turn.tap('button.human', {}, 'human');
}
