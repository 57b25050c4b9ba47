// Finds every number of a message, in either language, from left to right.
import lexicon from '../lexicons/numerals.json';
import { readChineseNumeral, startsNumber } from './chineseNumerals';
import { digitOf } from './coefficient';
import { readEnglishNumeral, readOrdinalWord } from './englishNumerals';
import type { Numeral } from './numeral';

/** More figures than this are no offer to pay; the rest is left unread so that hostile text costs nothing. */
const mostNumerals = 40;
const isLetter = (char: string | undefined) => char !== undefined && char >= 'a' && char <= 'z';
const vague = new Set(lexicon.vagueChars);
const notNumerals = new Map<string, string[]>();
for (const phrase of lexicon.notNumerals) {
  const first = phrase[0] ?? '';
  notNumerals.set(first, [...(notNumerals.get(first) ?? []), phrase]);
}
const { english } = lexicon;
const numberWords = [
  ...Object.keys(english.ordinals),
  ...Object.keys(english.units),
  ...Object.keys(english.tens),
  ...english.half,
  ...english.couple,
  ...english.articles,
  'hundred',
];
const startsWithNumberWord = new Set(numberWords.map((entry) => entry.slice(0, 2)));

/** Words that only look like numbers: 万一, 一起, 千万别. */
const skippedPhrase = (text: string, at: number) =>
  notNumerals
    .get(text[at] ?? '')
    ?.find((phrase) => text.startsWith(phrase, at) && digitOf(text[at + phrase.length] ?? '') === undefined);

function endOfWord(text: string, at: number): number {
  let end = at;
  while (isLetter(text[end])) end++;
  return end;
}

/** 十几期 and 几千块 name no value. */
const isVague = (text: string, numeral: Numeral) =>
  vague.has(text[numeral.end] ?? '') && text[numeral.end] !== '好' && text[numeral.end] !== '上';

const vagueBefore = new RegExp(`\\b(?:${english.vague.join('|')}) $`);
const ordinalEnding = /(?:st|nd|rd|th)(?![a-z])/y;

/** 15th, 3rd. */
function withOrdinalEnding(text: string, numeral: Numeral): Numeral {
  if (numeral.digits === null) return numeral;
  ordinalEnding.lastIndex = numeral.end;
  const ending = ordinalEnding.exec(text)?.[0];
  return ending === undefined ? numeral : { ...numeral, end: numeral.end + ending.length, ordinal: true };
}

function read(text: string, at: number): Numeral | null {
  const char = text[at] ?? '';
  const previous = text[at - 1];
  if (startsNumber(char)) {
    if (previous !== undefined && vague.has(previous) && !(char >= '0' && char <= '9')) return null;
    const chinese = readChineseNumeral(text, at);
    if (chinese !== null && chinese.digits !== null) {
      const english = readEnglishNumeral(text, at);
      if (english !== null && english.end > chinese.end) return english;
    }
    return chinese === null ? null : withOrdinalEnding(text, chinese);
  }
  const mayBeWord = isLetter(char) && !isLetter(previous) && startsWithNumberWord.has(text.slice(at, at + 2).trimEnd());
  // "a few hundred" names no value.
  if (mayBeWord && vagueBefore.test(text.slice(Math.max(0, at - 12), at))) return null;
  return mayBeWord ? (readOrdinalWord(text, at) ?? readEnglishNumeral(text, at)) : null;
}

export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = [];
  let at = 0;
  while (at < text.length && found.length < mostNumerals) {
    const skip = skippedPhrase(text, at);
    if (skip !== undefined) {
      at += skip.length;
      continue;
    }
    const numeral = read(text, at);
    if (numeral !== null && numeral.end > at) {
      if (!isVague(text, numeral)) found.push(numeral);
      at = numeral.end;
    } else if (isLetter(text[at])) at = endOfWord(text, at);
    else at++;
  }
  return found;
}
