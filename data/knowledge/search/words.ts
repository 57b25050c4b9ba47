// What a text is searched by: Chinese in words and pairs of characters, since words are not set apart; English in stems, with
// the pairs that stand side by side.
import type { Locale } from '../../domain/customer/customerTurn';
import stopWords from './stopWords.json';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const leftOut: ReadonlySet<string> = new Set(stopWords['en-US']);

/** A text without what writing varies in: case, width, apostrophes. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'");

const pairsOf = (parts: readonly string[], between: string): readonly string[] =>
  parts.slice(1).map((part, index) => `${parts[index] ?? ''}${between}${part}`);

function chineseTerms(text: string): readonly string[] {
  const words = [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);
  const runs = text.split(/[^\p{L}\p{N}]+/u).map((run) => [...run]);
  return [...words, ...runs.flatMap((run) => [...run.map((one) => `.${one}`), ...pairsOf(run, '')])];
}

/** The part of an English word that its forms share; rough, since both sides are cut alike. */
const stem = (word: string): string =>
  word
    .replace(/'s$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=[a-z]{3})(?:ing|ed|es|s|ly|ments?|er)$/, '')
    .replace(/e$/, '')
    .replace(/([a-z])\1$/, '$1');

function englishTerms(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}%']+/u).flatMap((word) => word.replace(/^'+|'+$/g, '') || []);
  return [...words.filter((word) => !leftOut.has(word)).map(stem), ...pairsOf(words.map(stem), ' ')];
}

/** A question without its marks and blanks, to know it again as it was written down. */
export const sameQuestion = (text: string): string => plain(text).replace(/[^\p{L}\p{N}%]+/gu, '');

/** The terms of a text, with repetitions. */
export function termsOf(text: string, locale: Locale): string[] {
  return [...(locale === 'zh-CN' ? chineseTerms(plain(text)) : englishTerms(plain(text)))];
}
