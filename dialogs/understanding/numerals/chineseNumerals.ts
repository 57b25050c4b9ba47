// Reads a number at one place: 一千五, 两三千, 1w5, 3千2, 七八百, 贰万叁仟, 1,500.50. Digits and Chinese characters mix freely.
import lexicon from '../lexicons/numerals.json';
import { type Coefficient, digitOf, isZero, readCoefficient, single, unitOf } from './coefficient';
import { exact, type Numeral } from './numeral';

const special = new Set(Object.keys(lexicon.chineseSpecial));
const latin = new Map(Object.entries(lexicon.latinUnits));
const tailStop = new Set(lexicon.tailStop);
const rangeUnit = new Set(lexicon.rangeUnit);
const fixed = Object.entries(lexicon.ranges);
const letter = /[a-z]/;
const oneOfWhat = new RegExp(lexicon.oneOfWhat);

export const startsNumber = (char: string): boolean =>
  (char >= '0' && char <= '9') || digitOf(char) !== undefined || unitOf(char) !== undefined || special.has(char);

type Token =
  | { readonly kind: 'figure'; readonly read: Coefficient; readonly afterZero: boolean }
  | { readonly kind: 'unit'; readonly value: number };
interface Range {
  readonly min: number;
  readonly max: number;
}

const figure = (read: Coefficient, afterZero: boolean): Token => ({ kind: 'figure', read, afterZero });

function readUnit(text: string, at: number, after: Coefficient | null): { value: number; end: number } | null {
  const spaced = after?.kind === 'arabic' && text[at] === ' ' ? at + 1 : at;
  const char = text[spaced] ?? '';
  const unit = unitOf(char);
  if (unit !== undefined) return spaced > at && unit < 1000 ? null : { value: unit, end: spaced + 1 };
  const short = latin.get(char);
  if (short === undefined || after === null || after.kind === 'string' || letter.test(text[spaced + 1] ?? ''))
    return null;
  return { value: short, end: spaced + 1 };
}

/** 万五, 千八, 百五: the one in front is left out in speech; 十五 is always so. */
function leavesOutOne(text: string, at: number): boolean {
  const char = text[at] ?? '';
  if (unitOf(char) === 10) return true;
  const digit = text[at + 1] ?? '';
  const after = text[at + 2] ?? '';
  return (
    unitOf(char) !== undefined &&
    (digitOf(digit) ?? 0) > 0 &&
    !startsNumber(after) &&
    (!tailStop.has(after) || after === '分')
  );
}

/** 八百一个月 is 800 a month, not 810; 1w12期 is 10,000 and twelve instalments; 800分24期 keeps both figures apart. */
function belongsToNextWord(text: string, rest: Coefficient): boolean {
  const next = text[rest.end] ?? '';
  if (next === '分') return !/[期\d十百]/.test(text[rest.end + 1] ?? '');
  return tailStop.has(next);
}

/** 一千二一个月, 六百八一期: the 一 belongs to what follows. */
const withoutOneOf = (text: string, at: number, read: Coefficient | null, afterUnit: boolean) =>
  afterUnit && read?.kind === 'string' && read.end - at === 2 && oneOfWhat.test(text.slice(at + 1, at + 3))
    ? single(digitOf(text[at] ?? '') ?? 0, at + 1, 'digit', text[at] ?? '')
    : read;

/** 十二个月 is twelve months: after ten, and after 零, the next digit belongs to the number. */
const isTen = (token: Token | undefined) => token?.kind === 'unit' && token.value === 10;

/** Whether a unit may stand here: units fall within a section, and 万 or 亿 closes a section. */
function fits(
  unit: number,
  read: Coefficient | null,
  afterZero: boolean,
  sectionUnit: number,
  bigUnit: number,
): boolean {
  if (unit < 10000)
    return sectionUnit === 0 || (unit < sectionUnit && read !== null) || (unit === 10 && sectionUnit > 10);
  if (read !== null && sectionUnit >= 100 && !afterZero) return false;
  return bigUnit === 0 || unit < bigUnit || (read === null && sectionUnit === 0);
}

/** The tokens of the longest number from `at`, and where it ends. */
function readTokens(text: string, at: number): { tokens: Token[]; end: number } {
  const tokens: Token[] = [];
  let end = at;
  let sectionUnit = 0;
  let bigUnit = 0;
  for (;;) {
    let begin = end;
    while (tokens.length > 0 && isZero(text, begin)) begin++;
    const afterZero = begin > end;
    let read = withoutOneOf(text, begin, readCoefficient(text, begin), tokens.length > 0);
    if (
      read === null &&
      (tokens.length === 0 || afterZero || unitOf(text[begin] ?? '') === 10) &&
      leavesOutOne(text, begin)
    )
      read = single(1, begin, 'digit', '');
    const follows = readUnit(text, read?.end ?? begin, read);
    // 一千一十二期 is eleven hundred and twelve instalments: without 零, ten does not follow a thousand.
    const isNextFigure = follows?.value === 10 && read?.kind === 'digit' && read.min === 1 && sectionUnit >= 1000;
    const unit = isNextFigure && !afterZero ? null : follows;
    if (
      unit !== null &&
      (read !== null || tokens.length > 0) &&
      fits(unit.value, read, afterZero, sectionUnit, bigUnit)
    ) {
      if (read !== null) tokens.push(figure(read, afterZero));
      tokens.push({ kind: 'unit', value: unit.value });
      end = unit.end;
      sectionUnit = unit.value < 10000 ? unit.value : 0;
      if (unit.value >= 10000) bigUnit = unit.value;
      continue;
    }
    const closes =
      read !== null &&
      unit === null &&
      (tokens.length === 0 || afterZero || isTen(tokens.at(-1)) || !belongsToNextWord(text, read));
    if (closes && read !== null && fitsTail(read, tokens, afterZero)) {
      tokens.push(figure(read, afterZero));
      end = read.end;
    }
    return { tokens, end };
  }
}

const placesOf = (unit: number) => Math.round(Math.log10(unit));
const lengthOf = (read: Coefficient) =>
  read.kind === 'pair' ? 1 : read.kind === 'string' ? read.text.length : String(read.min).length;

function fitsTail(read: Coefficient, tokens: readonly Token[], afterZero: boolean): boolean {
  const last = tokens.at(-1);
  if (last === undefined) return true;
  if (last.kind !== 'unit' || !Number.isInteger(read.min) || read.min < 1) return false;
  return read.kind === 'arabic' && afterZero ? true : lengthOf(read) <= placesOf(last.value);
}

/** 五 of 一千五 is 500, 5 of 1w5 is 5000, 25 of 1w25 is 2500; after 十, or after 零, it is what it says. */
function tailOf(read: Coefficient, unit: number, afterZero: boolean): Range {
  const factor = unit < 100 || afterZero ? 1 : 10 ** (placesOf(unit) - lengthOf(read));
  return { min: read.min * factor, max: read.max * factor };
}

/** The largest unit multiplies what stands before it and adds what stands after it. */
function rangeOf(tokens: readonly Token[]): Range {
  let top = -1;
  let topValue = 0;
  tokens.forEach((token, index) => {
    if (token.kind === 'unit' && token.value > topValue) {
      top = index;
      topValue = token.value;
    }
  });
  if (top < 0) {
    const [only] = tokens;
    return only?.kind === 'figure' ? only.read : { min: 0, max: 0 };
  }
  const left = top === 0 ? { min: 1, max: 1 } : rangeOf(tokens.slice(0, top));
  const rest = tokens.slice(top + 1);
  const [first] = rest;
  const right =
    rest.length === 1 && first?.kind === 'figure' ? tailOf(first.read, topValue, first.afterZero) : rangeOf(rest);
  return { min: left.min * topValue + right.min, max: left.max * topValue + right.max };
}

function plainNumeral(text: string, at: number, read: Coefficient): Numeral {
  const written = text.slice(at, read.end);
  const countsThings = rangeUnit.has(text[read.end] ?? '');
  return {
    start: at,
    end: read.end,
    min: read.min,
    max: read.max,
    scale: 1,
    ordinal: false,
    weak: read.kind === 'digit' || (read.kind === 'pair' && !countsThings),
    digits: read.kind === 'arabic' ? written : read.kind === 'string' ? read.text : null,
    otherReading: /^\d{1,3}\.\d{3}$/.test(written) ? Number(written.replace('.', '')) : null,
  };
}

/** Reads the longest number that starts at `at`, or null. */
export function readChineseNumeral(text: string, at: number): Numeral | null {
  for (const [words, [min = 0, max = 0]] of fixed)
    if (text.startsWith(words, at))
      return {
        start: at,
        end: at + words.length,
        min,
        max,
        scale: max,
        weak: false,
        ordinal: false,
        digits: null,
        otherReading: null,
      };
  const { tokens, end } = readTokens(text, at);
  const [first] = tokens;
  if (first === undefined) return null;
  if (tokens.length === 1 && first.kind === 'figure') return plainNumeral(text, at, first.read);
  const value = rangeOf(tokens);
  const last = tokens.findLast((token) => token.kind === 'unit');
  return {
    start: at,
    end,
    min: exact(value.min),
    max: exact(value.max),
    scale: last?.kind === 'unit' ? last.value : 1,
    weak: value.max < 10,
    ordinal: false,
    digits: null,
    otherReading: null,
  };
}
