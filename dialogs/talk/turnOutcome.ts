// What one turn leaves behind besides its replies: effects to be stored, and what each reply is allowed to say.
// The root dialog puts it on the turn context; the bot stores effects, state and replies in one transaction.
import type { Party } from '../../data/domain/conduct/outboundGuard';
import type { Locale } from '../../data/domain/customer/customerTurn';
import type { Spoken } from '../text/formatMessage';
import type { Effect } from './services';

/** One outgoing activity as the dialogs made it: its exact text, and the messages that it was made from. */
export interface ApprovedReply {
  /** Exactly `activity.text`; a reply whose text is not among these must not leave. */
  readonly text: string;
  readonly spoken: readonly Spoken[];
  /** Titles of the things to tap, and the words on cards. */
  readonly titles: readonly Spoken[];
}

export interface TurnOutcome {
  readonly effects: readonly Effect[];
  readonly replies: readonly ApprovedReply[];
  readonly party: Party;
  /** Whom the replies speak to, once that is proved. */
  readonly customerId: string | null;
  readonly locale: Locale;
  /** The customer's words with everything personal masked: the only form that may be stored. */
  readonly maskedText: string;
  /** The case under which the conversation waits for a person, or null. */
  readonly handoffCase: string | null;
}

const turnOutcomeKey = Symbol('turnOutcome');

/** The part of a turn context that is needed here; a botbuilder TurnContext is one. */
interface TurnStateHolder {
  readonly turnState: { get(key: symbol): unknown; set(key: symbol, value: unknown): unknown };
}

export const setTurnOutcome = (context: TurnStateHolder, outcome: TurnOutcome): void => {
  context.turnState.set(turnOutcomeKey, outcome);
};

/** The outcome of this turn; undefined when no dialog ran in it. */
export const turnOutcomeOf = (context: TurnStateHolder): TurnOutcome | undefined =>
  context.turnState.get(turnOutcomeKey) as TurnOutcome | undefined;
