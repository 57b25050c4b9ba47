// Secrets of every kind in the ways people write them, for tests that look whether any of it was kept.
import fc from 'fast-check';

const digits = (count: number) =>
  fc.array(fc.nat(9), { minLength: count, maxLength: count }).map((all) => all.join(''));

/** A mobile number, a card number, or the number of an identity document without its last letter. */
export const secretNumber = fc.oneof(
  digits(9).map((rest) => `13${rest}`),
  digits(15).map((rest) => `6222${rest}`),
  digits(12).map((rest) => `11010${rest}`),
);

export const personalNames = ['张三丰', '欧阳娜娜', '李雷', 'Mary Smith', 'Jean-Luc Picard', '陈可'] as const;

const chinese = '零一二三四五六七八九';
const formal = '〇壹贰叁肆伍陆柒捌玖';
const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const circled = ['⓪', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'];
const ways: ReadonlyArray<(digit: number) => string> = [
  String,
  String,
  (digit) => String.fromCharCode(0xff10 + digit),
  (digit) => chinese[digit] ?? '',
  (digit) => formal[digit] ?? '',
  (digit) => circled[digit] ?? '',
  (digit) => `${digit}\ufe0f\u20e3`,
  (digit) => String.fromCharCode(0x0660 + digit),
  (digit) => ` ${english[digit]} `,
];
const gaps = [
  '',
  '',
  '',
  '',
  ' ',
  '-',
  '.',
  '/',
  '_',
  '·',
  '—',
  '－',
  '　',
  ',',
  '，',
  '、',
  '|',
  '*',
  '#',
  '~',
  ':',
  '：',
  '(',
  '）',
  '\u200b',
  '\u00a0',
  ' - ',
  ' . ',
  '…',
  '🙂',
  '\t',
  ' 然后 ',
  ' then ',
  '再',
  ' dash ',
  '杠',
];

/** The number as somebody may type it; `chance` decides on each digit and on what stands between. */
export function dressedNumber(secret: string, chance: { next(): IteratorResult<number> }): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Number(chance.next().value) % list.length];
  return [...secret].map((digit) => `${(pick(ways) ?? String)(Number(digit))}${pick(gaps) ?? ''}`).join('');
}

/** The digits of a text in whatever way they are written, as plain ones: what a reader would make of it. */
export function digitsReadFrom(text: string): string {
  const inWords = english.reduce(
    (rest, word, digit) =>
      rest.replace(new RegExp(`(?<!\\p{Script=Latin})${word}(?!\\p{Script=Latin})`, 'giu'), String(digit)),
    text.normalize('NFKC'),
  );
  return [...inWords]
    .map((one) => {
      const known = [chinese, formal].map((list) => list.indexOf(one)).find((at) => at >= 0);
      const arabic = one.charCodeAt(0) - 0x0660;
      return known ?? (arabic >= 0 && arabic <= 9 ? arabic : /\d/.test(one) ? one : '');
    })
    .join('');
}
