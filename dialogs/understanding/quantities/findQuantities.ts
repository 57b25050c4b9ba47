// Numbers with their units: runs the unit rules of both languages over the masked text, joins ranges, and leaves bare numbers bare.
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import rangeWords from '../lexicons/ranges.json';
import english from '../lexicons/units.en-US.json';
import chinese from '../lexicons/units.zh-CN.json';
import { findNumerals } from '../numerals/findNumerals';
import type { Numeral } from '../numerals/numeral';
import { type Code, codesIn } from './codes';
import { type Cell, type MaskedText, maskNumerals, replaceSpan } from './maskedText';
import { letterOf, type Measure, type Quantity, type UnitMatch } from './quantity';
import { unitReaders } from './unitReaders';

interface UnitRule {
  readonly read: (match: UnitMatch) => Measure | null;
  readonly pattern: RegExp;
}

const compile = (rules: readonly string[][]): UnitRule[] =>
  rules.map(([name = '', pattern = '']) => {
    const read = unitReaders[name];
    if (read === undefined) throw new Error(`Lexicon of units: no reader is called "${name}".`);
    return { read, pattern: new RegExp(pattern, 'g') };
  });

const han = /\p{Script=Han}/u;
const latin = /[a-z]/;
const chineseRules = compile(chinese.rules);
const englishRules = compile(english.rules);
const englishOnlyRules = englishRules;

/** The span and the numbers of one match. */
function spanOf(cells: readonly Cell[], from: number, to: number) {
  const inside = cells.slice(from, to);
  const numerals: Numeral[] = inside.flatMap((cell) => (cell.numeral === null ? [] : [cell.numeral]));
  return { start: inside[0]?.start ?? 0, end: inside.at(-1)?.end ?? 0, numerals };
}

function applyRule(masked: MaskedText, rule: UnitRule, refDate: CalendarDate): MaskedText {
  let result = masked;
  rule.pattern.lastIndex = 0;
  for (let match = rule.pattern.exec(result.text); match; match = rule.pattern.exec(result.text)) {
    const from = match.index;
    const to = from + match[0].length;
    if (to === from) {
      rule.pattern.lastIndex = to + 1;
      continue;
    }
    const span = spanOf(result.cells, from, to);
    const measure = rule.read({ groups: match.groups ?? {}, numerals: span.numerals, text: match[0], refDate });
    if (measure === null) continue;
    const quantity: Quantity = { ...measure, start: span.start, end: span.end, confidence: 1 };
    result = replaceSpan(result, from, to, letterOf[measure.kind], quantity);
    rule.pattern.lastIndex = from + 1;
  }
  return result;
}

/** Digits too long for money, or with a leading zero: a card, a phone, a code. */
const isIdentifier = (numeral: Numeral) => {
  const digits = numeral.digits?.replace(/[,'’]/g, '') ?? '';
  return /^\d+$/.test(digits) && (digits.length > 7 || (digits.length > 1 && digits.startsWith('0')));
};

/** What is left without a unit: money when a magnitude word says so, else a bare number; lone number words become text again. */
function settleBare(
  masked: MaskedText,
  text: string,
  codes: readonly Code[],
): { masked: MaskedText; weak: Quantity[] } {
  const weak: Quantity[] = [];
  let result = '';
  const cells: Cell[] = [];
  masked.cells.forEach((cell, index) => {
    const { numeral } = cell;
    if (numeral === null) {
      result += masked.text[index] ?? '';
      cells.push(cell);
      return;
    }
    const isCode = codes.some(({ from, to }) => numeral.start < to && from < numeral.end);
    const kind = isCode || isIdentifier(numeral) ? 'other' : numeral.scale >= 100 ? 'money' : 'bare';
    const measure: Measure =
      kind === 'other'
        ? { kind }
        : { kind, min: numeral.min, max: numeral.max, scale: numeral.scale, other: numeral.otherReading };
    const quantity: Quantity = { ...measure, start: numeral.start, end: numeral.end, confidence: 1 };
    if (numeral.weak || numeral.ordinal || numeral.max <= 0) {
      if (!numeral.ordinal) weak.push(quantity);
      else if (numeral.max <= 31) weak.push({ ...quantity, kind: 'day', day: numeral.min });
      for (let at = numeral.start; at < numeral.end; at++) {
        result += text[at] ?? '';
        cells.push({ start: at, end: at + 1, numeral: null, quantity: null });
      }
      return;
    }
    result += letterOf[kind];
    cells.push({ start: numeral.start, end: numeral.end, numeral: null, quantity });
  });
  return { masked: { text: result, cells }, weak };
}

const between = new RegExp(`(?<![MB])([MBT])(?:${rangeWords.between.join('|')})([MBT])`, 'g');

/** "5-600": a hundred or a thousand that is only written once. */
function roundScale(value: number): number {
  const scale = 10 ** Math.floor(Math.log10(value));
  return scale >= 100 && value % scale === 0 ? scale : 1;
}

/** 2到3千: the first figure borrows the magnitude of the second. */
function joined(first: Quantity, second: Quantity): Measure | null {
  if (second.kind === 'term') {
    if (first.kind === 'bare' && second.months && whole(first.min)) {
      const factor = second.unit === 'year' ? 12 : 1;
      const min = first.min * factor;
      return min < second.months.max ? { ...second, months: { min, max: second.months.max }, days: null } : null;
    }
    return first.kind === 'term' && first.months && second.months && first.months.min < second.months.max
      ? { ...second, months: { min: first.months.min, max: second.months.max }, days: null }
      : null;
  }
  const isMoney = (item: Quantity) => item.kind === 'money' || item.kind === 'bare';
  if (!isMoney(first) || !isMoney(second) || !('min' in first) || !('max' in second)) return null;
  const scale = second.scale > 1 ? second.scale : roundScale(second.max);
  const borrowed = scale > 1 && first.scale === 1 && first.min < second.max / scale ? first.min * scale : first.min;
  const kind = first.kind === 'money' || second.kind === 'money' ? 'money' : 'bare';
  return borrowed < second.max && borrowed * 20 >= second.max
    ? { kind, min: borrowed, max: second.max, scale: second.scale, other: null }
    : null;
}
const whole = (value: number) => Number.isInteger(value);

function joinRanges(masked: MaskedText): MaskedText {
  let result = masked;
  between.lastIndex = 0;
  for (let match = between.exec(result.text); match; match = between.exec(result.text)) {
    const from = match.index;
    const to = from + match[0].length;
    const first = result.cells[from]?.quantity;
    const second = result.cells[to - 1]?.quantity;
    const measure = first && second ? joined(first, second) : null;
    between.lastIndex = from + 1;
    if (!first || !second || measure === null) continue;
    // "Rent 1400 and 5k pay" names two; only "between" makes a range of them.
    const joiner = result.text.slice(from + 1, to - 1);
    if (joiner === rangeWords.sharedScaleAfterBetween && !result.text.slice(0, from).endsWith(rangeWords.betweenBefore))
      continue;
    const quantity: Quantity = {
      ...measure,
      start: first.start,
      end: second.end,
      confidence: Math.min(first.confidence, second.confidence),
    };
    result = replaceSpan(result, from, to, letterOf[measure.kind], quantity);
  }
  return result;
}

export interface FoundQuantities {
  readonly masked: MaskedText;
  /** Lone number words, left in the text: figures only when the assistant has just asked for one. */
  readonly weak: readonly Quantity[];
}

export function findQuantities(text: string, refDate: CalendarDate): FoundQuantities {
  let masked = maskNumerals(text, findNumerals(text));
  if (han.test(text)) for (const rule of chineseRules) masked = applyRule(masked, rule, refDate);
  if (latin.test(text) || !han.test(text))
    for (const rule of englishOnlyRules) masked = applyRule(masked, rule, refDate);
  const settled = settleBare(masked, text, codesIn(text));
  return { masked: joinRanges(settled.masked), weak: settled.weak };
}
