// How often a figure is paid or earned, by the nearest word that says so, and what that makes a month.
import type { Frequency, NumberRange } from '../../../data/domain/customer/customerTurn';
import lexicon from '../lexicons/slots/frequencies.json';
import type { Cell } from '../quantities/maskedText';

const afterFigure = new RegExp(lexicon.afterFigure);
const beforeFigure = new RegExp(lexicon.beforeFigure, 'g');
const monthAfter = new RegExp(lexicon.monthAfter);
const monthBefore = new RegExp(lexicon.monthBefore);

/** How far the words may stand from the figure, in characters of the masked text. */
const reach = 32;

const told = (cell: Cell | undefined): Frequency | 'day' | null =>
  cell?.quantity?.kind === 'every' ? cell.quantity.frequency : null;

/** How often the figure at a place of the role text is meant; null when nothing says so. */
export function frequencyAt(text: string, at: number, cells: readonly Cell[]): Frequency | 'day' | null {
  const after = text.slice(at + 1, at + 1 + reach);
  const following = afterFigure.exec(after);
  if (following !== null) return told(cells[at + following[0].length]);
  if (monthAfter.test(after)) return 'month';
  const from = Math.max(0, at - reach);
  const before = text.slice(from, at);
  const leading = [...before.matchAll(beforeFigure)].at(-1);
  if (leading !== undefined) return told(cells[from + leading.index]);
  return monthBefore.test(before) ? 'month' : null;
}

/** Twelve months are 52 weeks: how many twelfths of a month's share one payment is. */
const paymentsInYear: Readonly<Record<Frequency, number>> = {
  week: 52,
  fortnight: 26,
  month: 12,
  quarter: 4,
  halfYear: 2,
  year: 1,
};

/** The monthly equivalent in yuan, to the fen, half up; computed in whole fen. */
const monthly = (yuan: number, frequency: Frequency) =>
  Math.floor((Math.round(yuan * 100) * paymentsInYear[frequency] * 2 + 12) / 24) / 100;

/** A range of yuan paid that often, as yuan a month. */
export const perMonth = ({ min, max }: NumberRange, frequency: Frequency): NumberRange => ({
  ...(min === undefined ? {} : { min: monthly(min, frequency) }),
  ...(max === undefined ? {} : { max: monthly(max, frequency) }),
});
