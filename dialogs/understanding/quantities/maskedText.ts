// A text in which figures are replaced by one letter each, so that rules can speak of "a number here" and stay short and linear.
// Normalised text is lower case, so capital letters are free to stand for figures.
import type { Numeral } from '../numerals/numeral';
import type { Quantity } from './quantity';

/** What one character of the masked text stands for in the normalised text. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly numeral: Numeral | null;
  readonly quantity: Quantity | null;
}

export interface MaskedText {
  readonly text: string;
  readonly cells: readonly Cell[];
}

export const numberLetter = 'N';
export const ordinalLetter = 'Q';

/** Replaces each number by N and each ordinal by Q. */
export function maskNumerals(text: string, numerals: readonly Numeral[]): MaskedText {
  let masked = '';
  const cells: Cell[] = [];
  let at = 0;
  const copyUntil = (end: number) => {
    for (; at < end; at++) {
      masked += text[at];
      cells.push({ start: at, end: at + 1, numeral: null, quantity: null });
    }
  };
  for (const numeral of numerals) {
    copyUntil(numeral.start);
    masked += numeral.ordinal ? ordinalLetter : numberLetter;
    cells.push({ start: numeral.start, end: numeral.end, numeral, quantity: null });
    at = numeral.end;
  }
  copyUntil(text.length);
  return { text: masked, cells };
}

/** Puts one letter in place of masked[from, to). */
export function replaceSpan(
  masked: MaskedText,
  from: number,
  to: number,
  letter: string,
  quantity: Quantity,
): MaskedText {
  const cell: Cell = { start: quantity.start, end: quantity.end, numeral: null, quantity };
  return {
    text: masked.text.slice(0, from) + letter + masked.text.slice(to),
    cells: [...masked.cells.slice(0, from), cell, ...masked.cells.slice(to)],
  };
}
