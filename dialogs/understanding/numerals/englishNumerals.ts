// Reads a number that begins with an English word: fifteen hundred, a grand, twenty-five, half a grand, a couple of hundred.
import lexicon from '../lexicons/numerals.json';
import { exact, type Numeral } from './numeral';

const { english } = lexicon;
const ones = new Map(Object.entries(english.units));
const tens = new Map(Object.entries(english.tens));
const scales = new Map(Object.entries(english.scales));
const ordinals = new Map(Object.entries(english.ordinals));
const articles = new Set(english.articles);
const joiners = new Set(english.and);
const word = /[a-z]+/y;
const number = /\d+(?:\.\d+)?/y;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The next word after spaces or a hyphen. */
function wordAt(text: string, at: number): Word | null {
  let start = at;
  while (text[start] === ' ' || text[start] === '-') start++;
  if (start - at > 1) return null;
  word.lastIndex = start;
  const match = word.exec(text);
  return match ? { text: match[0], start, end: start + match[0].length } : null;
}

/** 21 in "twenty one", 7 in "seven"; null when the word is no number below a hundred. */
function belowHundred(text: string, first: Word): { value: number; end: number } | null {
  const one = ones.get(first.text);
  if (one !== undefined) return { value: one, end: first.end };
  const ten = tens.get(first.text);
  if (ten === undefined) return null;
  const next = wordAt(text, first.end);
  const extra = next ? ones.get(next.text) : undefined;
  return next && extra !== undefined && extra > 0 && extra < 10
    ? { value: ten + extra, end: next.end }
    : { value: ten, end: first.end };
}

/** "and a half" after a figure. */
function readAndHalf(text: string, at: number): number | null {
  const and = wordAt(text, at);
  const article = and && joiners.has(and.text) ? wordAt(text, and.end) : null;
  const half = article && articles.has(article.text) ? wordAt(text, article.end) : null;
  return half && english.half.includes(half.text) ? half.end : null;
}

/** "One point two k": tenths, before a scale word only. */
function withPoint(text: string, whole: { value: number; end: number }) {
  const point = wordAt(text, whole.end);
  const tenths = point?.text === english.point ? wordAt(text, point.end) : null;
  const value = tenths === null ? undefined : ones.get(tenths.text);
  const scale = tenths === null ? null : wordAt(text, tenths.end);
  return tenths !== null && value !== undefined && value < 10 && scale !== null && scales.has(scale.text)
    ? { value: exact(whole.value + value / 10), end: tenths.end, weak: false }
    : null;
}

/** The factor in front of a scale word: a, half a, a couple of, fifteen, 2. */
function readFactor(text: string, at: number): { value: number; end: number; weak: boolean } | null {
  number.lastIndex = at;
  const typed = number.exec(text)?.[0];
  if (typed !== undefined) return { value: Number(typed), end: at + typed.length, weak: false };
  const first = wordAt(text, at);
  if (!first) return null;
  const small = belowHundred(text, first);
  if (small) return withPoint(text, small) ?? { ...small, weak: small.value < 10 };
  const second = wordAt(text, first.end);
  const afterOf = (word: Word) => {
    const of = wordAt(text, word.end);
    return of?.text === 'of' ? of.end : word.end;
  };
  if (english.half.includes(first.text) && second && articles.has(second.text))
    return { value: 0.5, end: second.end, weak: true };
  if (english.couple.includes(first.text)) return { value: 2, end: afterOf(first), weak: true };
  if (articles.has(first.text)) {
    if (second && english.couple.includes(second.text)) return { value: 2, end: afterOf(second), weak: true };
    return { value: 1, end: first.end, weak: true };
  }
  return null;
}

/** A number under way: whole thousands already closed, and what stands since. */
interface Sum {
  total: number;
  current: number;
  end: number;
  scale: number;
  weak: boolean;
}

const asAmount = new RegExp(english.hundredsUnsaidBefore);
/** Where a figure may stand by itself; a time of day follows another word ("at six fifty"). */
const byItself = new RegExp(english.hundredsUnsaidAfter);
const ends = /^(?: or so| or thereabouts| ish|ish)? ?(?:$|[,.;!?])/;

/** "Six fifty a month" is 650: the hundred is left out in speech. */
function hundredsUnsaid(text: string, at: number): Sum | null {
  const first = wordAt(text, at);
  const hundreds = first?.start === at ? ones.get(first.text) : undefined;
  const second = first === null ? null : wordAt(text, first.end);
  if (
    hundreds === undefined ||
    hundreds < 1 ||
    hundreds === 10 ||
    hundreds > 19 ||
    second === null ||
    !tens.has(second.text)
  )
    return null;
  const rest = belowHundred(text, second);
  const alone = rest !== null && ends.test(text.slice(rest.end)) && byItself.test(text.slice(Math.max(0, at - 16), at));
  return rest !== null && (alone || asAmount.test(text.slice(rest.end)))
    ? { total: 0, current: hundreds * 100 + rest.value, end: rest.end, scale: 100, weak: false }
    : null;
}

function begin(text: string, at: number): Sum | null {
  const short = hundredsUnsaid(text, at);
  if (short !== null) return short;
  const factor = readFactor(text, at);
  if (factor) {
    const half = readAndHalf(text, factor.end);
    const scale = half === null ? null : wordAt(text, half);
    const halved = half !== null && scale !== null && scales.has(scale.text);
    const value = halved ? factor.value + 0.5 : factor.value;
    return { total: 0, current: value, end: halved ? half : factor.end, scale: 1, weak: factor.weak };
  }
  const bare = wordAt(text, at);
  const isHundred = bare?.start === at && scales.get(bare.text) === 100;
  return bare && isHundred ? { total: 0, current: 1, end: at, scale: 1, weak: false } : null;
}

/** Takes one more word into the sum; false when the number ends before it. */
function extend(text: string, sum: Sum): boolean {
  const next = wordAt(text, sum.end);
  if (!next) return false;
  const by = scales.get(next.text);
  if (by !== undefined) {
    if (by === 0 || (by === 100 && sum.current >= 100) || sum.current === 0) return false;
    if (by === 100) sum.current *= by;
    else {
      sum.total += sum.current * by;
      sum.current = 0;
    }
    sum.scale = by;
    sum.end = next.end;
    return true;
  }
  if (sum.scale === 1) return false;
  const joiner = joiners.has(next.text) ? wordAt(text, next.end) : next;
  const small = joiner ? belowHundred(text, joiner) : null;
  if (!small || (sum.current > 0 && sum.current % 100 !== 0)) return false;
  const after = wordAt(text, small.end);
  // "Two hundred and two fifty" names two figures.
  const isHundreds = small.value < 10 && after !== null && tens.has(after.text);
  const isNextFigure = after !== null && sum.current > 0 && (scales.get(after.text) === 100 || isHundreds);
  if (isNextFigure) return false;
  sum.current += small.value;
  sum.end = small.end;
  return true;
}

/** "second", "twenty-first": an ordinal in words. */
export function readOrdinalWord(text: string, at: number): Numeral | null {
  const first = wordAt(text, at);
  if (first?.start !== at) return null;
  const plain = (value: number, end: number): Numeral => ({
    start: at,
    end,
    min: value,
    max: value,
    scale: 1,
    weak: true,
    ordinal: true,
    digits: null,
    otherReading: null,
  });
  const small = ordinals.get(first.text);
  if (small !== undefined) return plain(small, first.end);
  const ten = tens.get(first.text);
  const next = ten === undefined ? null : wordAt(text, first.end);
  const one = next ? ordinals.get(next.text) : undefined;
  return ten !== undefined && next && one !== undefined && one < 10 ? plain(ten + one, next.end) : null;
}

/** Reads the longest number that starts at `at` with a word, or a digit followed by a scale word; null when there is none. */
export function readEnglishNumeral(text: string, at: number): Numeral | null {
  const sum = begin(text, at);
  if (!sum) return null;
  const first = wordAt(text, at);
  while (extend(text, sum));
  // "A grand and a half" is 1500.
  const half = sum.scale >= 1000 && sum.current === 0 ? readAndHalf(text, sum.end) : null;
  if (half !== null) {
    sum.current = sum.scale / 2;
    sum.end = half;
  }
  const isArticle =
    first?.start === at &&
    (articles.has(first.text) || english.couple.includes(first.text) || english.half.includes(first.text));
  if (sum.scale === 1 && isArticle) return null;
  const value = exact(sum.total + sum.current);
  const weak = sum.weak && sum.scale === 1;
  return {
    start: at,
    end: sum.end,
    min: value,
    max: value,
    scale: sum.scale,
    weak,
    ordinal: false,
    digits: null,
    otherReading: null,
  };
}
