// The text that the classifier sees: figures by their kind, not their value, so that 800 and 八百 teach the same thing.
import type { FoundQuantities } from '../quantities/findQuantities';

const digit = /\d+/g;

/** Masked text in which what we have no use for (times of day, counts) is spelled out again, with digits as 0. */
export function featureText(found: FoundQuantities, normal: string): string {
  let text = '';
  found.masked.cells.forEach((cell, index) => {
    const { quantity } = cell;
    if (quantity === null) text += found.masked.text[index] ?? '';
    else if (quantity.kind === 'other') text += normal.slice(quantity.start, quantity.end).replace(digit, '0');
    else if (quantity.kind === 'money' || quantity.kind === 'bare') text += 'M';
    else
      text +=
        quantity.kind === 'date' && quantity.past
          ? normal.slice(quantity.start, quantity.end)
          : (found.masked.text[index] ?? '');
  });
  return text;
}
