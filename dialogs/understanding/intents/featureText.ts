// The text that the classifier sees: figures by their kind, not their value, so that 800 and 八百 teach the same thing.
import type { FoundQuantities } from '../quantities/findQuantities';
import type { Cell } from '../quantities/maskedText';

const digit = /\d+/g;

function written({ quantity }: Cell, letter: string, normal: string): string {
  if (quantity === null) return letter;
  const said = () => normal.slice(quantity.start, quantity.end);
  if (quantity.kind === 'other' || quantity.kind === 'every' || quantity.kind === 'wholeMonth')
    return said().replace(digit, '0');
  if (quantity.kind === 'money' || quantity.kind === 'bare') return 'M';
  return quantity.kind === 'date' && quantity.past ? said() : letter;
}

export interface AlignedText {
  readonly text: string;
  /** For each character, where what it stands for begins in the normalised text, and where it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Masked text in which what we have no use for (times of day, counts) is spelled out again, with digits as 0. */
export function alignedFeatureText(found: FoundQuantities, normal: string): AlignedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  found.masked.cells.forEach((cell, index) => {
    const piece = written(cell, found.masked.text[index] ?? '', normal);
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(cell.start);
      ends.push(cell.end);
    }
    text += piece;
  });
  return { text, starts, ends };
}

export const featureText = (found: FoundQuantities, normal: string): string => alignedFeatureText(found, normal).text;
