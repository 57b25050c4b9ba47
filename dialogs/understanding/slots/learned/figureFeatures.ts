// What tells what an amount is for where no rule is plain: the words around it, the other figures, how large it is beside them.
import type { Expects, Locale } from '../../../../data/domain/customer/customerTurn';
import { bucket, hashOf } from '../../../../data/linear/hashing';
import type { Figure } from '../roles';

export interface FigureContext {
  /** The text as role rules see it: one letter for each figure. */
  readonly text: string;
  readonly locale: Locale;
  readonly expects: Expects | undefined;
  /** Every figure of the message, with the roles that the rules gave. */
  readonly figures: readonly Figure[];
}

/** So many words (English) or characters (Chinese) on each side are looked at, and so many of them in their order. */
const reach: Readonly<Record<Locale, number>> = { 'zh-CN': 14, 'en-US': 9 };
const inOrder: Readonly<Record<Locale, number>> = { 'zh-CN': 6, 'en-US': 4 };

const token = /[A-Z]|[a-z']+|[^\sA-Za-z]/gu;
const clauseEnd = /[，,。.!！?？;；\n]/u;
const tokensOf = (text: string): string[] => text.match(token) ?? [];

const isAmount = ({ quantity }: Figure) => quantity.kind === 'money' || quantity.kind === 'bare';
const sizeOf = ({ quantity }: Figure) => (quantity.kind === 'money' || quantity.kind === 'bare' ? quantity.max : 0);

/** How an amount stands to the other amounts of the message: their sum, the difference of two, half of one, the largest. */
function relations(figure: Figure, amounts: readonly Figure[]): string[] {
  const size = sizeOf(figure);
  const others = amounts.filter((other) => other !== figure).map(sizeOf);
  if (others.length === 0) return ['only'];
  const found: string[] = [];
  const sum = others.reduce((total, other) => total + other, 0);
  if (others.length > 1 && sum === size) found.push('sum');
  if (others.includes(size)) found.push('again');
  if (others.some((other) => other === 2 * size)) found.push('half');
  if (others.some((a) => others.some((b) => a - b === size))) found.push('difference');
  if (others.every((other) => other < size)) found.push('largest');
  if (others.every((other) => other > size)) found.push('smallest');
  return found;
}

/** Distinct buckets of one amount in its message. */
export function figureFeatures(figure: Figure, { text, locale, expects, figures }: FigureContext): number[] {
  const out = new Set<number>();
  const add = (kind: number, value: string) => out.add(bucket(hashOf(kind, value)));
  const at = Math.max(0, figure.at);
  const left = tokensOf(text.slice(0, at)).reverse();
  const right = tokensOf(text.slice(at + 1));
  const clauseOf = (tokens: readonly string[]) => {
    const end = tokens.findIndex((one) => clauseEnd.test(one));
    return end < 0 ? tokens : tokens.slice(0, end);
  };
  for (let length = 1; length <= inOrder[locale]; length++) {
    add(101, left.slice(0, length).join(' '));
    add(102, right.slice(0, length).join(' '));
  }
  add(103, `${left[0]}|${right[0]}`);
  add(104, `${left.slice(0, 2).join(' ')}|${right.slice(0, 2).join(' ')}`);
  for (const [side, tokens] of [left, right].entries()) {
    const near = tokens.slice(0, reach[locale]);
    near.forEach((one, index) => {
      add(105 + side, one);
      add(107 + side, `${one} ${near[index + 1]}`);
    });
    for (const [index, one] of clauseOf(near).entries()) {
      add(109 + side, one);
      add(111 + side, `${one} ${near[index + 1]}`);
      if (locale === 'zh-CN') add(113 + side, `${one}${near[index + 1]}${near[index + 2]}`);
    }
  }
  const all = tokensOf(text);
  all.forEach((one, index) => {
    add(115, `${one} ${all[index + 1]}`);
  });
  const amounts = figures.filter(isAmount);
  const place = amounts.indexOf(figure);
  const where =
    amounts.length === 1 ? 'only' : place === 0 ? 'first' : place === amounts.length - 1 ? 'last' : 'inside';
  add(116, where);
  add(117, `${figure.role}|${figure.bound}|${figure.frequency}`);
  add(118, `${figure.role}|${where}`);
  for (const other of figures) if (other !== figure) add(119, `${other.role}|${other.at < figure.at}`);
  for (const relation of relations(figure, amounts)) add(120, `${relation}|${where}`);
  add(121, `${Math.floor(Math.log2(sizeOf(figure) + 1))}`);
  add(122, `${expects}`);
  add(123, `${Math.floor(Math.log2(text.length + 1))}|${amounts.length}`);
  add(124, `${figure.quantity.kind}|${'min' in figure.quantity && figure.quantity.min !== figure.quantity.max}`);
  return [...out];
}
