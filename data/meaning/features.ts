// Words with who says and hears them → hashed features of the guard's model.
import type { HeardWords } from '../domain/conduct/words/meaning';
import type { Locale } from '../domain/customer/customerTurn';
import { bucket, hashOf } from '../linear/hashing';
import type { Pinyin } from '../linear/pinyinTable';
import { addLength, addTextFeatures, readPart, wordsOfEnglish } from '../linear/textFeatures';

/** One writing for each word; what a figure is worth is for the rules about figures, so all digits look alike. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/\d/g, '0');

const wordsOf = (text: string, locale: Locale): readonly string[] =>
  locale === 'zh-CN' ? Array.from(text) : (text.match(wordsOfEnglish) ?? []);

/** Distinct buckets. A word to the cardholder and the same word to somebody else are two features. */
export function meaningFeatures({ text: written, locale, speaker, audience }: HeardWords, pinyin: Pinyin): number[] {
  const out = new Set<number>();
  const text = readPart(plain(written));
  addTextFeatures(text, locale, pinyin, out);
  addLength(text, out);
  out.add(bucket(hashOf(40, audience)));
  out.add(bucket(hashOf(41, speaker)));
  if (audience !== 'rightParty') for (const word of wordsOf(text, locale)) out.add(bucket(hashOf(42, word)));
  return [...out];
}
