// What tells that a new act begins between two words: the words around, the mark between them, how far the next marks are.
import type { Locale } from '../../../data/domain/customer/customerTurn';
import { bucket, hashOf } from '../../../data/linear/hashing';
import { joinerAt, type Token } from './tokens';

/** So many words (English) or characters (Chinese) on each side are looked at. */
const reach: Readonly<Record<Locale, number>> = { 'zh-CN': 8, 'en-US': 6 };
const nearest: Readonly<Record<Locale, number>> = { 'zh-CN': 4, 'en-US': 3 };
const log2 = (value: number) => Math.floor(Math.log2(value + 1));

/** The kind of mark between two words. */
export function markBetween(separator: string): string {
  if (/[。.!！;；\n]/.test(separator)) return 'stop';
  if (/[?？]/.test(separator)) return 'question';
  if (/[，,、:：]/.test(separator)) return 'comma';
  if (/[-–—…~+&]/.test(separator)) return 'dash';
  return separator === '' ? 'none' : 'space';
}

export interface TokenLine {
  readonly text: string;
  readonly locale: Locale;
  readonly tokens: readonly Token[];
  /** The mark before each token, 'none' or 'space' where there is none. */
  readonly marks: readonly string[];
}

export function tokenLine(text: string, locale: Locale, tokens: readonly Token[]): TokenLine {
  const marks = tokens.map((token, index) => markBetween(text.slice(tokens[index - 1]?.end ?? 0, token.start)));
  return { text, locale, tokens, marks };
}

const isMark = (mark: string | undefined) => mark !== undefined && mark !== 'none' && mark !== 'space';

/** Words from `from` on in one direction, up to the next mark. */
function wordsToMark(line: TokenLine, from: number, direction: 1 | -1): string[] {
  const words: string[] = [];
  for (let at = from; at >= 0 && at < line.tokens.length; at += direction) {
    words.push(line.tokens[at]?.text ?? '');
    if (isMark(line.marks[direction === 1 ? at + 1 : at])) break;
  }
  return words;
}

/** Distinct buckets of the place before token `index`. */
export function boundaryFeatures(line: TokenLine, index: number): number[] {
  const { locale, tokens, text } = line;
  const out = new Set<number>();
  const mark = line.marks[index] ?? 'none';
  const add = (kind: number, value: string) => {
    out.add(bucket(hashOf(kind, value)));
    out.add(bucket(hashOf(kind + 20, `${mark}|${value}`)));
  };
  const left = wordsToMark(line, index - 1, -1);
  const right = wordsToMark(line, index, 1);
  const joiner = joinerAt(text.slice(tokens[index]?.start ?? 0), locale);
  add(40, 'mark');
  add(41, joiner);
  for (let length = 1; length <= nearest[locale]; length++) {
    add(42, right.slice(0, length).join(' '));
    add(43, left.slice(0, length).join(' '));
  }
  add(44, `${left[0]}|${right[0]}`);
  add(45, `${left.slice(0, 2).join(' ')}|${right.slice(0, 2).join(' ')}`);
  for (const word of left.slice(0, reach[locale])) add(46, word);
  for (const word of right.slice(0, reach[locale])) add(47, word);
  for (let at = 0; at + 1 < Math.min(right.length, reach[locale]); at++) add(48, `${right[at]} ${right[at + 1]}`);
  for (let at = 0; at + 1 < Math.min(left.length, reach[locale]); at++) add(49, `${left[at + 1]} ${left[at]}`);
  add(50, `${log2(left.length)}`);
  add(51, `${log2(right.length)}`);
  add(52, `${log2(index)}|${log2(tokens.length - index)}`);
  add(53, `${/[MTKSPB]/.test(left.join(''))}|${/[MTKSPB]/.test(right.join(''))}`);
  return [...out];
}
