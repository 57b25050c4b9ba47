// The hashed features of a text alone: characters, words, stems, their pairs, and the sounds of Chinese characters.
import type { Locale } from '../domain/customer/customerTurn';
import { bucket, fnvOffset, hashOf, step } from './hashing';
import type { Pinyin } from './pinyinTable';
import variantWords from './variants.en-US.json';

/** Longer texts say what they want in their first words or their last. */
const readAtMost = 240;

function addGrams(codes: readonly number[], kind: number, shortest: number, longest: number, out: Set<number>): void {
  for (let start = 0; start < codes.length; start++) {
    let hash = step(fnvOffset, kind);
    for (let length = 1; length <= longest && start + length <= codes.length; length++) {
      hash = step(hash, codes[start + length - 1] ?? 0);
      if (length >= shortest) out.add(bucket(step(hash, length)));
    }
  }
}

/** Pairs of an English message's first stems; a Chinese character and what stands up to so far behind it. */
const pairedStemsMax = 24;
const pairedCharsReach = 12;

const edge = 1;
const charCodes = (text: string) => [edge, ...Array.from(text, (char) => char.codePointAt(0) ?? 0), edge];
export const wordsOfEnglish = /[a-z']+|[A-Z0-9]|[^\sa-zA-Z0-9]/gu;

const variants = new Map(Object.entries(variantWords));

/** "can't", "cant" and "cannot" are one; so are "pls" and "please". */
const plainEnglish = (text: string) =>
  text.replace(/['’]/g, '').replace(/[a-z0-9]+/g, (word) => variants.get(word) ?? word);

const endings = /(?:ings?|ed|es|s|ly|ment|er)$/;
/** Enough of a stem to bring "paying", "paid off" and "payments" nearer; short words stay whole. */
const stemOf = (word: string) => (word.length > 4 ? word.replace(endings, '') : word);

/** What is said together, in whatever order: "court" and "take" in "will you take me to court" and "is it court you take it to". */
function addStemPairs(stems: readonly string[], out: Set<number>): void {
  const told = [...new Set(stems.filter((stem) => stem.length > 2))].slice(0, pairedStemsMax).sort();
  told.forEach((first, index) => {
    for (const second of told.slice(index + 1)) out.add(bucket(hashOf(16, `${first}|${second}`)));
  });
}

function addEnglish(source: string, out: Set<number>): void {
  const text = plainEnglish(source);
  const tokens = text.match(wordsOfEnglish) ?? [];
  addGrams([edge, ...tokens.map((token) => hashOf(7, token)), edge], 2, 1, 3, out);
  const stems = tokens.map(stemOf);
  for (let index = 0; index < stems.length; index++) {
    out.add(bucket(hashOf(14, stems[index] ?? '')));
    for (let gap = 1; gap <= 3 && index + gap < stems.length; gap++)
      out.add(bucket(hashOf(15, `${stems[index]} ${gap === 1 ? '' : '_'} ${stems[index + gap]}`)));
  }
  addStemPairs(stems, out);
  for (const token of tokens) if (token.length > 2) addGrams(charCodes(token), 3, 4, 5, out);
}

/** Two characters in their order with others between them: what pairs of words are where nothing parts the words. */
function addCharPairs(chars: readonly string[], out: Set<number>): void {
  for (let index = 0; index < chars.length; index++)
    for (let gap = 1; gap <= pairedCharsReach && index + gap < chars.length; gap++)
      out.add(bucket(hashOf(20, `${chars[index]}${chars[index + gap]}`)));
}

function addChinese(text: string, pinyin: Pinyin, out: Set<number>): void {
  const plain = text.replace(/[\s，。！？；、,.!?;~…]+/gu, ' ');
  addGrams(charCodes(plain), 4, 1, 4, out);
  addCharPairs(Array.from(plain), out);
  addGrams([edge, ...Array.from(plain, (char) => pinyin(char)), edge], 5, 2, 3, out);
  const latin = text.match(/[a-z']{2,}/g);
  if (latin) for (const word of latin) out.add(bucket(hashOf(9, word)));
}

/** What is read of a text: all of it, or the beginning and the end of a long one. */
export const readPart = (whole: string): string =>
  whole.length <= readAtMost ? whole : `${whole.slice(0, readAtMost / 2)} ${whole.slice(-readAtMost / 2)}`;

/** Distinct buckets of a normalised text's words, added to `out`. */
export function addTextFeatures(text: string, locale: Locale, pinyin: Pinyin, out: Set<number>): void {
  if (locale === 'zh-CN') addChinese(text, pinyin, out);
  else addEnglish(text, out);
}

/** Adds how long the text is, in steps that double. */
export const addLength = (text: string, out: Set<number>): void => {
  out.add(bucket(hashOf(13, `length${Math.min(6, Math.floor(Math.log2(text.length + 1)))}`)));
};
