// The kinds of value that a message may carry: the only way for a figure to become words (promise P3).
import type { CalendarDate } from '../../data/domain/calendar/calendar';
import type { Fen } from '../../data/domain/money/money';
import type { DueDay } from '../../data/domain/offer/offer';

/** The kinds of value a message may carry, and the type each has in code. Only these become words. */
export interface ValueKinds {
  /** Fen; shown as 26,431.20, the word for yuan stands in the text. */
  money: Fen;
  /** Fen as people say it: 800, or 482.01 when there are fen. For what the customer stated and for round figures. */
  saidMoney: Fen;
  /** Shown as people write it: 2026年12月16日, 16 December 2026. */
  date: CalendarDate;
  /** Share of 1; shown as 3.6%. */
  rate: number;
  /** A whole number of things: days, months, instalments, places in a queue. */
  count: number;
  /** 1-31, or 'last' for the last day of the month. */
  day: DueDay;
  /** Four digits of a card. */
  tail: string;
  /** A name, number or link from the bank's own approved data (hotline, case number, agency). */
  name: string;
  /** A whole approved text from data/knowledge; its figures are part of the approval. */
  approved: string;
}
export type ValueKind = keyof ValueKinds;

/** Message ids with the name and kind of each of their values. */
export type MessageSpec = Readonly<Record<string, Readonly<Record<string, ValueKind>>>>;
