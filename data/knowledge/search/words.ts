// What a text is searched by: Chinese in words and pairs of characters, since words are not set apart; English in stems, with
// the pairs that stand side by side; in both, what the words stand for.
import type { Locale } from '../../domain/customer/customerTurn';
import sameThings from './sameThings.json';
import stopWords from './stopWords.json';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const leftOut: ReadonlySet<string> = new Set(stopWords['en-US']);

/** English words by the thing that they are a word for; Chinese words stand anywhere in a text, since nothing sets them apart. */
const thingsOfWord: ReadonlyMap<string, readonly string[]> = Object.entries(sameThings['en-US']).reduce(
  (things, [thing, words]) =>
    words.reduce((known, word) => known.set(word, [...(known.get(word) ?? []), thing]), things),
  new Map<string, readonly string[]>(),
);
const chineseThings = Object.entries(sameThings['zh-CN']);

/** What stands for the same thing gives the same term beside its own: "the judge" and "a hearing" are both about a court. */
const termOf = (thing: string): string => `=${thing}`;

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
  const things = chineseThings.filter(([, names]) => names.some((name) => text.includes(name)));
  return [
    ...words,
    ...runs.flatMap((run) => [...run.map((one) => `.${one}`), ...pairsOf(run, '')]),
    ...things.map(([thing]) => termOf(thing)),
  ];
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
  const things = new Set(words.flatMap((word) => thingsOfWord.get(word) ?? []));
  return [
    ...words.filter((word) => !leftOut.has(word)).map(stem),
    ...pairsOf(words.map(stem), ' '),
    ...[...things].map(termOf),
  ];
}

/** A question without its marks and blanks, to know it again as it was written down. */
export const sameQuestion = (text: string): string => plain(text).replace(/[^\p{L}\p{N}%]+/gu, '');

/** The terms of a text, with repetitions. */
export function termsOf(text: string, locale: Locale): string[] {
  return [...(locale === 'zh-CN' ? chineseTerms(plain(text)) : englishTerms(plain(text)))];
}
