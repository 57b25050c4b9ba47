// The words by which personal details are recognised, checked once when the program starts; the lists are data.
import { z } from 'zod';
import words from './maskingWords.json';

const list = z.array(z.string().min(1)).min(1);
const both = z.strictObject({ 'zh-CN': list, 'en-US': list });
const marks = z.strictObject({
  mail: z.string(),
  handle: z.string(),
  name: z.string(),
  address: z.string(),
  health: z.string(),
});

export const maskingWords = z
  .strictObject({
    /** What stands in a text where a detail was: staff still see of what kind it was. */
    marks: z.strictObject({ 'zh-CN': marks, 'en-US': marks }),
    digits: z.strictObject({ 'zh-CN': z.string().min(1), 'en-US': list }),
    /** Characters between a cue and what it announces, and those of door numbers. */
    linking: z.string().min(1),
    numerals: z.string().min(1),
    /** Words that people say between the groups of one number. */
    betweenDigits: both,
    handle: both,
    surnames: z.strictObject({ single: z.string().min(1), double: list, familiar: z.string().min(1) }),
    nameCues: both,
    /** English only: what follows is a name when it is written with capitals. */
    introductions: list,
    kin: both,
    titles: both,
    notInNames: z.strictObject({ 'zh-CN': z.string().min(1), 'en-US': list }),
    addressCues: both,
    notAddresses: both,
    addressParts: z.strictObject({
      'zh-CN': z.strictObject({ streets: list, doors: list }),
      'en-US': z.strictObject({ streets: list, doors: list }),
    }),
    health: z.strictObject({
      /** Chinese names of illnesses by their endings; `before` cannot be part of such a name. English words are patterns. */
      'zh-CN': z.strictObject({ endings: list, whole: list, stages: list, before: z.string() }),
      'en-US': z.strictObject({ words: list, notBefore: list }),
    }),
  })
  .parse(words);
export type Mark = keyof z.infer<typeof marks>;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\&-]/g, '\\$&');
const eitherApostrophe = (word: string): string => word.replaceAll("'", "['’]");
/** One of these words, the longest first. */
export const anyOf = (list: readonly string[]): string => {
  const longestFirst = [...list].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((word) => eitherApostrophe(escaped(word))).join('|')})`;
};
/** One of these English words as a whole, with any run of blanks inside it; Chinese may stand right beside it. */
export const anyWordOf = (list: readonly string[]): string =>
  `(?<!\\p{Script=Latin})${anyOf(list).replaceAll(' ', '\\s+')}(?!\\p{Script=Latin})`;

const han = /\p{Script=Han}/u;
/** The mark in the language of the text around it. */
export const markFor = (mark: Mark, text: string): string =>
  maskingWords.marks[han.test(text) ? 'zh-CN' : 'en-US'][mark];
