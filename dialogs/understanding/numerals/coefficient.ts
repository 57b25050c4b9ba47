// The part of a number in front of its unit: 1,500.50, 三, 七八, 五零零, 廿五, 一点五.
import lexicon from '../lexicons/numerals.json';

export interface Coefficient {
  readonly min: number;
  readonly max: number;
  readonly end: number;
  /** How it was written, which decides what a missing unit means. */
  readonly kind: 'arabic' | 'digit' | 'pair' | 'string';
  readonly text: string;
}

const digits = new Map(Object.entries(lexicon.chineseDigits));
const units = new Map(Object.entries(lexicon.chineseUnits));
const special = new Map(Object.entries(lexicon.chineseSpecial));
const arabic = /\d{1,3}(?:[,'’]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
const longestPlain = 17;

export const digitOf = (char: string): number | undefined => digits.get(char);
export const unitOf = (char: string): number | undefined => units.get(char);
export const isZero = (text: string, at: number): boolean => digits.get(text[at] ?? '') === 0;

export const single = (value: number, end: number, kind: Coefficient['kind'], text: string): Coefficient => ({
  min: value,
  max: value,
  end,
  kind,
  text,
});

/** 两三, 七八, 三五: two digits that name a range rather than a number. */
const isRangePair = (first: number, second: number) =>
  first > 0 && (second === first + 1 || (first === 3 && second === 5));

export function readCoefficient(text: string, at: number): Coefficient | null {
  arabic.lastIndex = at;
  const match = arabic.exec(text)?.[0];
  if (match !== undefined) {
    const plain = match.replace(/[,'’]/g, '');
    return single(
      plain.length > longestPlain ? Number.MAX_SAFE_INTEGER : Number(plain),
      at + match.length,
      'arabic',
      match,
    );
  }
  const tens = special.get(text[at] ?? '');
  if (tens !== undefined) {
    const ones = digits.get(text[at + 1] ?? '');
    return ones === undefined
      ? single(tens, at + 1, 'string', String(tens))
      : single(tens + ones, at + 2, 'string', String(tens + ones));
  }
  return readChineseDigits(text, at);
}

function readChineseDigits(text: string, at: number): Coefficient | null {
  let end = at;
  const values: number[] = [];
  for (let value = digits.get(text[end] ?? ''); value !== undefined; value = digits.get(text[end] ?? '')) {
    values.push(value);
    end++;
  }
  const [first, second] = values;
  if (first === undefined) return null;
  if (second === undefined) return withDecimals(text, single(first, end, 'digit', String(first)));
  // 五零零 is spelled out, while the zero of 一千零五 belongs to what follows a unit; 一千二三 is a range.
  if (values.length === 2 && isRangePair(first, second))
    return { min: first, max: second, end, kind: 'pair', text: values.join('') };
  return single(Number(values.join('').slice(0, longestPlain)), end, 'string', values.join(''));
}

/** 一点五(万): a spoken decimal, only in front of a unit, for 三点五 alone may be a time of day. */
function withDecimals(text: string, whole: Coefficient): Coefficient {
  if (text[whole.end] !== lexicon.chinesePoint) return whole;
  const tail = digits.get(text[whole.end + 1] ?? '');
  const unit = text[whole.end + 2] ?? '';
  if (tail === undefined || !(units.has(unit) || lexicon.afterDecimal.includes(unit))) return whole;
  return single(whole.min + tail / 10, whole.end + 2, 'arabic', '');
}
