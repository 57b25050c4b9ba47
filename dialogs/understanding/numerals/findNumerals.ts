// Finds every number of a message, in either language, from left to right.
import lexicon from '../lexicons/numerals.json';
import ranges from '../lexicons/ranges.json';
import { readChineseNumeral, startsNumber } from './chineseNumerals';
import { digitOf } from './coefficient';
import { readEnglishNumeral, readOrdinalWord } from './englishNumerals';
import { exact, type Numeral } from './numeral';

/** More figures than this are no offer to pay; the rest is left unread so that hostile text costs nothing. */
const mostNumerals = 40;
const isLetter = (char: string | undefined) => char !== undefined && char >= 'a' && char <= 'z';
const vague = new Set(lexicon.vagueChars);
const vagueBeforeMagnitude = new Set(lexicon.vagueBeforeMagnitude);
const magnitudes = new Set(lexicon.magnitudeChars);

/** 几千 and 上千 name no value; 还上三千 names one. */
const isVagueBefore = (previous: string, char: string) =>
  vague.has(previous) || (vagueBeforeMagnitude.has(previous) && magnitudes.has(char));
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
  // 周一早上 is Monday morning, though 一早 is no number.
  lexicon.beforeWeekday.includes(text[at - 1] ?? ' ')
    ? undefined
    : notNumerals
        .get(text[at] ?? '')
        ?.find((phrase) => text.startsWith(phrase, at) && digitOf(text[at + phrase.length] ?? '') === undefined);

function endOfWord(text: string, at: number): number {
  let end = at;
  while (isLetter(text[end])) end++;
  return end;
}

/** 十几期 and 几千块 name no value. */
const isVague = (text: string, numeral: Numeral) => vague.has(text[numeral.end] ?? '');

const vagueBefore = new RegExp(`\\b(?:${english.vague.join('|')}) $`);
const ordinalEnding = /(?:st|nd|rd|th)(?![a-z])/y;

/** 15th, 3rd. */
function withOrdinalEnding(text: string, numeral: Numeral): Numeral {
  if (numeral.digits === null) return numeral;
  ordinalEnding.lastIndex = numeral.end;
  const ending = ordinalEnding.exec(text)?.[0];
  return ending === undefined ? numeral : { ...numeral, end: numeral.end + ending.length, ordinal: true };
}

const weekdayBefore = new RegExp(lexicon.weekdayBefore);
const weekdayThenFigure = new RegExp(lexicon.weekdayThenFigure);

/** 下周一一千 is a thousand on Monday. */
function weekdayBesideFigure(text: string, at: number): Numeral | null {
  const isWeekday =
    weekdayThenFigure.test(text.slice(at, at + 3)) && weekdayBefore.test(text.slice(Math.max(0, at - 3), at));
  return isWeekday ? readChineseNumeral(text.slice(0, at + 1), at) : null;
}

function read(text: string, at: number): Numeral | null {
  const char = text[at] ?? '';
  const previous = text[at - 1];
  const weekday = weekdayBesideFigure(text, at);
  if (weekday !== null) return weekday;
  if (startsNumber(char)) {
    if (previous !== undefined && isVagueBefore(previous, char) && !(char >= '0' && char <= '9')) return null;
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

const joins = new Set(ranges.sharedScale);
const joinsAfterBetween = (text: string, low: Numeral, joiner: string) =>
  joiner === ranges.sharedScaleAfterBetween && text.slice(0, low.start).endsWith(ranges.betweenBefore);

/** "six to eight hundred", 六到八百: the magnitude of the second figure is that of the small word before it as well. */
function sharedScale(text: string, low: Numeral | undefined, high: Numeral): Numeral | null {
  if (low === undefined || !low.weak || low.ordinal || high.scale < 100) return null;
  const joiner = text.slice(low.end, high.start);
  if (!joins.has(joiner) && !joinsAfterBetween(text, low, joiner)) return null;
  const min = exact(low.min * high.scale);
  return min < high.min && high.max < 10 * high.scale ? { ...high, start: low.start, min } : null;
}

function withSharedScale(text: string, found: readonly Numeral[]): Numeral[] {
  const kept: Numeral[] = [];
  for (const numeral of found) {
    const range = sharedScale(text, kept.at(-1), numeral);
    if (range !== null) kept.pop();
    kept.push(range ?? numeral);
  }
  return kept;
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
  return withSharedScale(text, found);
}
