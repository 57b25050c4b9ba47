// "… the van died and anyway what I actually want to know is, can you ring people on a Sunday night": whoever marks their own
// question has told the rest to explain it. What the rest says of danger is heard all the same.

import words from './ownQuestion.json';
import { inBothLanguages } from './wordPatterns';

const marks = inBothLanguages('gi').parse(words);

/** Shorter messages are read whole: the mark stands beside nothing that could be taken for the matter. */
const storyFrom = { 'zh-CN': 30, 'en-US': 90 } as const;

/** What follows the last mark; undefined where the message marks no question of its own, or nothing follows. */
export function ownQuestionIn(text: string, locale: 'zh-CN' | 'en-US'): string | undefined {
  if (text.length < storyFrom[locale]) return undefined;
  const last = [...text.matchAll(marks[locale])].at(-1);
  const question = last === undefined ? '' : text.slice(last.index + last[0].length).trim();
  return question === '' ? undefined : question;
}
