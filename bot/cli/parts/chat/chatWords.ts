// The words of a .chat file, for a person to read: after each line of the customer, what was answered, in lines that begin with "#|".
// They are written by UPDATE_GOLDEN=1 and compared ever after, so that a change of wording is seen where it is read.

export const wordsMark = '#|';

/** Numbers of cases, agreements and their like, drawn anew each time. */
const drawn = /\b(AG|CS|PR|MS)-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b/g;

/** Numbers that are drawn anew each time, and signatures of links, say nothing to a reader. */
export const withoutChance = (text: string): string =>
  text
    .replace(drawn, '$1-····-····')
    .replace(/https?:\/\/\S+/g, (link) => link.replace(/[?#].*$/, '?…').replace(/(AG)-[\w·-]+/, '$1-····-····'));

/** A reply as the customer sees it, one marked line for each of its lines. */
export const marked = (words: string): string[] =>
  withoutChance(words)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `${wordsMark} ${line.trimEnd()}`);

export const isMarked = (line: string): boolean => line.startsWith(wordsMark);

/** The file with the words of now: `replies` by the number of the customer's line, counted from 1 as in the file. */
export function withWords(content: string, replies: ReadonlyMap<number, string>): string {
  const lines = content.split(/\r?\n/);
  const kept: string[] = [];
  lines.forEach((line, index) => {
    if (!isMarked(line)) kept.push(line);
    const words = replies.get(index + 1);
    if (words !== undefined) kept.push(...marked(words));
  });
  return kept.join('\n');
}
