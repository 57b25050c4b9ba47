// One customer message on its way through the dialogs: what was heard, what is known, what will be said and stored.
import type { CalendarDate } from '../data/domain/calendar';
import { type CustomerTurn, certainTurn, type Intent, type Slots } from '../data/domain/customerTurn';
import type { Offer } from '../data/domain/offer';
import type { CaseKind, CaseRecord, Instant } from '../data/domain/records';
import { addDays } from '../data/domain/calendar';
import type { ConversationState } from './conversationState';
import type { DialogServices, Effect } from './services';
import { formatMessage, type Spoken } from './text/formatMessage';
import type { MessageId, MessageValues } from './text/messages';

type ButtonId = Extract<MessageId, `button.${string}`>;

/** One bubble to the customer: lines of text, then things to tap, perhaps cards. */
export interface Bubble {
  readonly lines: Spoken[];
  readonly offers: readonly Offer[];
}

/** A message said, kept so that it can be said again in either language. */
export interface SaidRecord {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface TurnInput {
  readonly text: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly state: ConversationState;
  readonly services: DialogServices;
  /** The customer's words with everything personal masked: the only form that may be stored. */
  readonly masked: string;
}

export class Turn {
  readonly bubbles: Bubble[] = [];
  readonly effects: Effect[] = [];
  readonly taps: { title: string; turn: CustomerTurn }[] = [];
  readonly said: SaidRecord[] = [];

  constructor(
    readonly input: TurnInput,
    public heard: CustomerTurn,
  ) {}

  get state(): ConversationState {
    return this.input.state;
  }
  get services(): DialogServices {
    return this.input.services;
  }
  get today(): CalendarDate {
    return this.input.today;
  }

  /** Says one message as a new line of the bubble under way. */
  say<Id extends MessageId>(id: Id, values: MessageValues<Id>): this {
    const spoken = formatMessage(this.state.locale, id, values);
    const last = this.bubbles.at(-1);
    if (last === undefined) this.bubbles.push({ lines: [spoken], offers: [] });
    else last.lines.push(spoken);
    this.said.push({ id, values: { ...values } });
    this.state.timesSaid[id] = (this.state.timesSaid[id] ?? 0) + 1;
    return this;
  }

  /** Starts a new bubble, with cards for these offers where the channel can show them. */
  showOffers(offers: readonly Offer[]): this {
    const last = this.bubbles.pop() ?? { lines: [], offers: [] };
    this.bubbles.push({ lines: last.lines, offers });
    return this;
  }

  /** Words for a value inside another message, such as a list of payments. */
  words<Id extends MessageId>(id: Id, values: MessageValues<Id>): string {
    return formatMessage(this.state.locale, id, values).text;
  }

  /** Something to tap, and what the tap means for certain. */
  tap<Id extends ButtonId>(id: Id, values: MessageValues<Id>, intent: Intent, slots: Slots = {}): this {
    const title = formatMessage(this.state.locale, id, values).text;
    this.taps.push({ title, turn: certainTurn(intent, slots) });
    return this;
  }

  /** How often a message was said before now in this conversation. */
  timesSaid(id: MessageId): number {
    return this.state.timesSaid[id] ?? 0;
  }

  record(effect: Effect): void {
    this.effects.push(effect);
  }

  /** Appends one decision to the audit log. */
  audit(type: string, inputs: Readonly<Record<string, unknown>>, decision: Readonly<Record<string, unknown>>): void {
    const { conversationId, now } = this.input;
    const { turnNumber, verifiedCustomerId } = this.state;
    this.record({
      kind: 'audit',
      event: { type, conversationId, turnNumber, at: now, customerId: verifiedCustomerId, inputs, decision },
    });
  }

  /** Opens a case once a conversation and kind; asked again, it gives the number already known. */
  openCase(kind: CaseKind, days: number, priority: CaseRecord['priority'] = 'normal', agencyId: string | null = null) {
    const known = this.state.caseNumbers[kind];
    if (known !== undefined) return known;
    const caseNumber = this.services.newNumber('CS');
    this.state.caseNumbers[kind] = caseNumber;
    const waits = kind === 'person' || kind === 'vulnerable' || kind === 'identityLocked' || kind === 'bereavement';
    this.record({
      kind: 'saveCase',
      record: {
        caseNumber,
        kind,
        conversationId: this.input.conversationId,
        customerId: this.state.verifiedCustomerId,
        openedAt: this.input.now,
        dueOn: addDays(this.today, days),
        status: waits ? 'waiting' : 'open',
        priority,
        locale: this.state.locale,
        lastWords: this.input.masked,
        agencyId,
      },
    });
    this.audit('caseOpened', { kind }, { caseNumber });
    return caseNumber;
  }
}

/** A dialog: how it opens, how it hears a message, and how it takes up its thread after a detour. */
export interface Flow {
  begin(turn: Turn): Promise<void>;
  hear(turn: Turn): Promise<void>;
  resume(turn: Turn): Promise<void>;
}
