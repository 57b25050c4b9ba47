// One customer message on its way through the dialogs: what was heard, what is known, what will be said and stored.
import type { Account } from '../../data/domain/account/account';
import type { ArrangementRecord } from '../../data/domain/arrangement/arrangementRecord';
import type { PromiseRecord } from '../../data/domain/arrangement/promiseRecord';
import type { CalendarDate } from '../../data/domain/calendar/calendar';
import { strictestContact } from '../../data/domain/conduct/contactPreference';
import type { ContactPreference } from '../../data/domain/conduct/contactRecords';
import {
  type CustomerTurn,
  certainTurn,
  type Expects,
  type Intent,
  type Slots,
} from '../../data/domain/customer/customerTurn';
import type { Offer } from '../../data/domain/offer/offer';
import { formatMessage, formatSaved, type Spoken } from '../text/formatMessage';
import { isMessageId, type MessageId, type MessageValues } from '../text/messages';
import type { TurnInput } from './channel/turnInput';
import type { ConversationState } from './conversationState';
import { type DialogServices, type Effect, readOnce } from './services';

/** Ids of texts short enough to be tapped. */
export type TapId = Extract<MessageId, `button.${string}` | `reading.${string}`>;

export const isTapId = (id: string): id is TapId => isMessageId(id) && /^(button|reading)\./.test(id);

/** Something to tap: its words, and what they mean for certain. */
export interface Tap {
  readonly id: TapId;
  readonly values: Readonly<Record<string, unknown>>;
  readonly spoken: Spoken;
  readonly turn: CustomerTurn;
}

/** A message said, kept so that it can be said again in either language. */
export interface SaidRecord {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, unknown>>;
  /** Which of its wordings it was said in, counted from 0 and round again. */
  readonly wording: number;
}

export class Turn {
  readonly lines: Spoken[] = [];
  /** Lines that may be left out of a long reply. */
  readonly spare = new Set<Spoken>();
  readonly effects: Effect[] = [];
  readonly taps: Tap[] = [];
  readonly said: SaidRecord[] = [];
  /** Offers to show as cards where the channel can. */
  offers: readonly Offer[] = [];
  /** Lines of a table that a card shows again where the channel can; the first is its title. */
  table: readonly Spoken[] = [];
  /** The case under which this conversation was handed to a person in this turn. */
  handedOver: string | null = null;
  /** True while the message does more than what is being served now: offers of what to do next can wait. */
  moreFollows = false;
  /** True where the message was written in the other language, which is the language of the talk from now on. */
  followedLanguage = false;
  /** True where the message does several things: each is then read in its own part of the words. */
  doesSeveral = false;
  /** What an answer to this reply would be about. */
  expects: Expects | null = null;
  /** What a bare yes to this reply means, when the reply asks a yes-or-no question. */
  affirmMeans: CustomerTurn | null = null;
  private readonly accountsOf = readOnce((customerId) => this.services.accountsOf(customerId));
  private readonly arrangementsOf = readOnce((customerId) => this.services.arrangementsOf(customerId));
  private readonly promisesOf = readOnce((customerId) => this.services.promisesOf(customerId));

  constructor(
    readonly input: TurnInput,
    public heard: CustomerTurn,
  ) {}

  get state(): ConversationState {
    return this.input.state;
  }
  /** The customer that this person was shown to be; null before verification and after it has run out. */
  get customerId(): string | null {
    return this.state.verified?.customerId ?? null;
  }
  /** What was typed, without the endings of card and ID where a wish stands beside them. */
  get typed(): string {
    const { identity, text } = this.input;
    return identity !== null && identity.rest !== '' ? identity.rest : text;
  }
  get services(): DialogServices {
    return this.input.services;
  }
  get today(): CalendarDate {
    return this.input.today;
  }

  /** Says one message as a new line of the reply, unless the reply says just that already. Said before, it takes its next wording where the text has one. */
  say<Id extends MessageId>(id: Id, values: MessageValues<Id>): this {
    if (this.said.some((one) => one.id === id && JSON.stringify(one.values) === JSON.stringify(values))) return this;
    const before = this.state.timesSaid[id] ?? 0;
    this.lines.push(formatMessage(this.state.locale, id, values, before));
    this.said.push({ id, values: { ...values }, wording: before });
    this.state.timesSaid[id] = before + 1;
    return this;
  }

  /** Says a line that is left out where the reply has grown too long for a phone. */
  sayIfRoom<Id extends MessageId>(id: Id, values: MessageValues<Id>): this {
    this.say(id, values);
    const line = this.lines.at(-1);
    if (line !== undefined) this.spare.add(line);
    return this;
  }

  /** Words for a value inside another message, such as a list of payments. */
  words<Id extends MessageId>(id: Id, values: MessageValues<Id>): string {
    return formatMessage(this.state.locale, id, values).text;
  }

  /** Says a saved message once more, in the wording in which it was said. */
  sayAgain(id: MessageId, values: Readonly<Record<string, unknown>>, wording = 0): void {
    this.lines.push(formatSaved(this.state.locale, id, values, wording));
    this.said.push({ id, values, wording });
  }

  /** Says a table line by line; where the channel shows cards, a card shows the same. */
  sayTable(lines: readonly { readonly id: MessageId; readonly values: Readonly<Record<string, unknown>> }[]): void {
    const before = this.lines.length;
    for (const { id, values } of lines) this.sayAgain(id, { ...values });
    this.table = this.lines.slice(before);
  }

  /** Leaves out of the reply whatever is not kept, by its id. */
  keepOnly(keeps: (id: MessageId) => boolean): void {
    const kept = this.said.map(({ id }) => keeps(id));
    this.lines.splice(0, this.lines.length, ...this.lines.filter((_, index) => kept[index]));
    this.said.splice(0, this.said.length, ...this.said.filter((_, index) => kept[index]));
    const taps = this.taps.filter(({ id }) => keeps(id));
    this.taps.splice(0, this.taps.length, ...taps);
  }

  /** Something to tap, and what the tap means for certain. */
  tap<Id extends TapId>(id: Id, values: MessageValues<Id>, intent: Intent, slots: Slots = {}): this {
    const spoken = formatMessage(this.state.locale, id, values);
    return this.addTap({ id, values, spoken, turn: certainTurn(intent, slots) });
  }

  addTap(tap: Tap): this {
    if (!this.taps.some((other) => other.spoken.text === tap.spoken.text)) this.taps.push(tap);
    return this;
  }

  /** True when this message is a tap on some button of the last reply: it means what the button says, and nothing else. */
  get isTap(): boolean {
    return this.state.taps.some(({ title }) => title === this.input.text);
  }
  /** True when this message is a tap on that button of the last reply. */
  tapped(id: TapId): boolean {
    return this.state.taps.some((tap) => tap.id === id && tap.title === this.input.text);
  }

  /** How often a message was said before now in this conversation. */
  timesSaid(id: MessageId): number {
    return this.state.timesSaid[id] ?? 0;
  }

  /** True when the last reply said this message. */
  wasJustSaid(id: MessageId): boolean {
    return this.state.lastSpoken.some((one) => one.id === id);
  }

  /** True when the last reply said a message of these kinds, by the beginning of its id. */
  wasJustSpokenOf(kinds: RegExp): boolean {
    return this.state.lastSpoken.some(({ id }) => kinds.test(id));
  }

  /** The verified customer's accounts, read once in a turn; none before verification. */
  ownAccounts(): Promise<readonly Account[]> {
    return this.accountsOf(this.customerId);
  }
  /** The arrangements that the verified customer has on record, as they stood before this turn. */
  ownArrangements(): Promise<readonly ArrangementRecord[]> {
    return this.arrangementsOf(this.customerId);
  }
  /** The promises to pay that the verified customer has on record, as they stood before this turn. */
  ownPromises(): Promise<readonly PromiseRecord[]> {
    return this.promisesOf(this.customerId);
  }

  /** Rests collection contact with the verified customer on every channel (promise P9). */
  restContact(reason: Exclude<ContactPreference['reason'], 'arrangement'>, until: CalendarDate | null = null): void {
    const { customerId } = this;
    if (customerId === null) return;
    this.record({
      kind: 'saveContactPreference',
      record: { customerId, ceased: true, reason, until, changedAt: this.input.now, wish: '' },
    });
  }

  record(effect: Effect): void {
    if (effect.kind === 'saveContactPreference') this.recordContact(effect.record);
    else this.effects.push(effect);
  }

  /** Several wishes about contact in one message are one record: the strictest of them. */
  private recordContact(record: ContactPreference): void {
    const at = this.effects.findIndex(
      (effect) => effect.kind === 'saveContactPreference' && effect.record.customerId === record.customerId,
    );
    const before = this.effects[at];
    if (before?.kind !== 'saveContactPreference') this.effects.push({ kind: 'saveContactPreference', record });
    else this.effects[at] = { kind: 'saveContactPreference', record: strictestContact(before.record, record) };
  }

  /** Appends one decision to the audit log. */
  audit(type: string, inputs: Readonly<Record<string, unknown>>, decision: Readonly<Record<string, unknown>>): void {
    const { conversationId, now } = this.input;
    const { turnNumber } = this.state;
    this.record({
      kind: 'audit',
      event: { type, conversationId, turnNumber, at: now, customerId: this.customerId, inputs, decision },
    });
  }
}

/** What the conversation does after a dialog has spoken: stays there, takes up the thread, or takes up a waiting wish. */
export type After = 'stay' | 'resume' | { readonly takeUp: CustomerTurn; readonly justVerified?: boolean };

/** A dialog that owns a place: how it knows an answer to what it asked, how it hears its acts, how it goes on after a detour. */
export interface Flow {
  /** True where the form of the message answers what was asked, whatever its words would mean elsewhere: codes, a name, a story. */
  isAnswer(turn: Turn): boolean;
  hear(turn: Turn): Promise<After>;
  resume(turn: Turn): Promise<void>;
}

/** What serves an intent wherever it comes up. */
export type Detour = (turn: Turn) => Promise<After>;
