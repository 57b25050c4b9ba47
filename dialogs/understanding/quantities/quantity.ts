// A figure with its unit: an amount, a term, a date. What it is for is decided later, by the words around it.
import type { CalendarDate, DayOfMonth } from '../../../data/domain/calendar/calendar';
import type { Frequency } from '../../../data/domain/customer/customerTurn';
import type { Numeral } from '../numerals/numeral';

interface Span {
  /** Span in the normalised text. */
  readonly start: number;
  readonly end: number;
  /** 0-1; lower for forms that people also use otherwise. */
  readonly confidence: number;
}

export type Measure =
  /** Yuan, with a currency or a magnitude word to say so. */
  | {
      readonly kind: 'money';
      readonly min: number;
      readonly max: number;
      readonly scale: number;
      readonly other: number | null;
    }
  /** A number that nothing beside it explains. */
  | {
      readonly kind: 'bare';
      readonly min: number;
      readonly max: number;
      readonly scale: number;
      readonly other: number | null;
    }
  /** A stretch of time; `days` by the bank's count (a month 30, half a year 180, a year 365). */
  | {
      readonly kind: 'term';
      readonly months: { readonly min: number; readonly max: number } | null;
      readonly days: number | null;
      readonly unit: TermUnit;
    }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'off'; readonly value: number }
  | { readonly kind: 'share'; readonly value: number }
  /** `other`: the day that the same writing may mean as well (12/05). */
  | { readonly kind: 'date'; readonly date: CalendarDate; readonly past: boolean; readonly other: CalendarDate | null }
  /** A month without a day; the date is its first. */
  | { readonly kind: 'wholeMonth'; readonly date: CalendarDate }
  /** From the fourth month on: so many months pass without a payment. */
  | { readonly kind: 'defer'; readonly months: number }
  /** How often: every week, every two weeks, a year. */
  | { readonly kind: 'every'; readonly frequency: Frequency | 'day' }
  | { readonly kind: 'day'; readonly day: DayOfMonth }
  | { readonly kind: 'option'; readonly choice: number | 'last' | 'middle' }
  /** Understood, and no business of ours: a time of day, a count of cards, a foreign currency, a rate. */
  | { readonly kind: 'other' };

export type TermUnit = 'day' | 'week' | 'month' | 'year' | 'instalment' | 'halfYear';
export type Quantity = Span & Measure;
export type QuantityKind = Measure['kind'];

/** One letter for each kind, standing for the figure in the text that role rules look at. */
export const letterOf: Record<QuantityKind, string> = {
  money: 'M',
  bare: 'B',
  term: 'T',
  percent: 'P',
  off: 'F',
  share: 'S',
  date: 'A',
  day: 'D',
  option: 'O',
  wholeMonth: 'L',
  defer: 'Z',
  every: 'R',
  other: 'X',
};

/** What a unit rule found: the named groups of its pattern and the numbers inside it, in order. */
export interface UnitMatch {
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly numerals: readonly Numeral[];
  readonly text: string;
  readonly refDate: CalendarDate;
}
