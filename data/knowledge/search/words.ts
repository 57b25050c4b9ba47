// What a text is searched by: Chinese in words and pairs of characters, since words are not set apart; English in stems, with
// the pairs that stand side by side; in both, the things that expressions stand for, alone and together (sameThings.json).
import type { Locale } from '../../domain/customer/customerTurn';
import sameThings from './sameThings.json';
import stopWords from './stopWords.json';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A text without what writing varies in: case, width, apostrophes. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'");

const pairsOf = (parts: readonly string[], between: string): readonly string[] =>
  parts.slice(1).map((part, index) => `${parts[index] ?? ''}${between}${part}`);

/** The part of an English word that its forms share; rough, since both sides are cut alike. */
const stem = (word: string): string =>
  word
    .replace(/'s$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=[a-z]{3})(?:ing|ed|es|s|ly|ments?|er)$/, '')
    .replace(/e$/, '')
    .replace(/([a-z])\1$/, '$1');

/** The words of a text in their order, each by its stem. */
const stemsOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}%']+/u).flatMap((word) => stem(word.replace(/^'+|'+$/g, '')) || []);

const leftOut: ReadonlySet<string> = new Set(stopWords['en-US'].map(stem));

/** English expressions, as stems, with the things that they are an expression for. */
const englishThings: ReadonlyMap<string, readonly string[]> = Object.entries(sameThings['en-US']).reduce(
  (things, [thing, expressions]) =>
    expressions.reduce((known, expression) => {
      const key = stemsOf(plain(expression)).join(' ');
      return known.set(key, [...(known.get(key) ?? []), thing]);
    }, things),
  new Map<string, readonly string[]>(),
);
const longestExpression = Math.max(...[...englishThings.keys()].map((key) => key.split(' ').length));

/** Chinese expressions stand anywhere in a text, since nothing sets words apart. */
const chineseThings = Object.entries(sameThings['zh-CN']);

/** What expressions in a text stand for, in alphabetical order: "the judge" and "a hearing" are both about a court. */
export function thingsIn(source: string, locale: Locale): readonly string[] {
  const text = plain(source);
  if (locale === 'zh-CN')
    return chineseThings.flatMap(([thing, names]) => (names.some((name) => text.includes(name)) ? thing : [])).sort();
  const stems = stemsOf(text);
  const things = new Set<string>();
  for (let from = 0; from < stems.length; from++)
    for (let count = 1; count <= longestExpression && from + count <= stems.length; count++)
      for (const thing of englishThings.get(stems.slice(from, from + count).join(' ')) ?? []) things.add(thing);
  return [...things].sort();
}

/** What a text speaks of, and what it speaks of together: a spouse, a court, and a spouse and a court. */
function thingTerms(text: string, locale: Locale): readonly string[] {
  const things = thingsIn(text, locale);
  return things.flatMap((one, at) => [`=${one}`, ...things.slice(at + 1).map((other) => `=${one}=${other}`)]);
}

function chineseTerms(text: string): readonly string[] {
  const words = [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);
  const runs = text.split(/[^\p{L}\p{N}]+/u).map((run) => [...run]);
  return [...words, ...runs.flatMap((run) => [...run.map((one) => `.${one}`), ...pairsOf(run, '')])];
}

function englishTerms(text: string): readonly string[] {
  const stems = stemsOf(text);
  return [...stems.filter((one) => !leftOut.has(one)), ...pairsOf(stems, ' ')];
}

/** A question without its marks and blanks, to know it again as it was written down. */
export const sameQuestion = (text: string): string => plain(text).replace(/[^\p{L}\p{N}%]+/gu, '');

/** The terms of a text, with repetitions. */
export function termsOf(text: string, locale: Locale): string[] {
  const own = locale === 'zh-CN' ? chineseTerms(plain(text)) : englishTerms(plain(text));
  return [...own, ...thingTerms(text, locale)];
}
