// What is known from outside of one person in one conversation: only from what they said and what they were told.
import type { Instant } from '../../data/domain/calendar/instant';

/** Terms as they were read aloud, and what was done about them since. */
export interface Reading {
  readonly values: Readonly<Record<string, string>>;
  readonly at: Instant;
  /** Whether the code was typed after these terms were read. */
  readonly codeTyped: boolean;
  /** Whether the customer refused, put off or asked for other terms since. */
  readonly unsettled: boolean;
}

/** Offers as the last reply showed them, by number, and how much had happened at the bank by then. */
export interface Shown {
  readonly offers: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly changes: number;
}

export interface Seat {
  readonly key: string;
  /** Whether this person has shown who they are; an upper bound, since it may have run out. */
  mayBeVerified: boolean;
  /** The last moment at which they wrote: verification runs out from there. */
  lastWroteAt: Instant | null;
  isSomeoneElse: boolean;
  inDanger: boolean;
  /** Whether a colleague has taken the conversation. */
  isHeld: boolean;
  reading: Reading | null;
  shown: Shown | null;
  /** Everything that they have written in words of their own, for the endings in it. */
  typed: string;
  lastText: string;
  lastQuestion: string;
}

export const newSeat = (key: string): Seat => ({
  key,
  mayBeVerified: false,
  lastWroteAt: null,
  isSomeoneElse: false,
  inDanger: false,
  isHeld: false,
  reading: null,
  shown: null,
  typed: '',
  lastText: '',
  lastQuestion: '',
});
