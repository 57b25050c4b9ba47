// A number as written in a message: where it stands, and what it is worth.

/** Value of a written number; a range such as 七八百 has min < max. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly min: number;
  readonly max: number;
  /** Value of the last magnitude word (万, k, hundred), 1 without one: "2到3千" lends it to the first figure. */
  readonly scale: number;
  /** A lone small number word ("one", 两): a figure only with a unit beside it. */
  readonly weak: boolean;
  /** "15th", "second": a place in an order. */
  readonly ordinal: boolean;
  /** Digits as typed when there was no magnitude word, to tell 12 from 12.50 and account numbers from money. */
  readonly digits: string | null;
  /** Other values that the same writing may have ("1.500" is 1500 or 1.5). */
  readonly otherReading: number | null;
}

/** Rounds away the dust of binary fractions: 1.2345w is exactly 12345. */
export const exact = (value: number): number => Math.round(value * 1e4) / 1e4;
