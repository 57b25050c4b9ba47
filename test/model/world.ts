// A bank, its assistant and the people who write to it: everything that a step of the model can touch, and what was seen so far.

import type { Activity } from 'botbuilder';
import { Rehearsal, type Reply } from '../../bot/compose/rehearsal';
import { readShippedData } from '../../bot/config/shippedData';
import type { Account } from '../../data/domain/account/account';
import type { ArrangementRecord } from '../../data/domain/arrangement/arrangement';
import { type CalendarDate, localTime } from '../../data/domain/calendar/calendar';
import type { PolicyLimits } from '../../data/domain/limits/policyLimits';
import type { AuditEntry } from '../../data/store/repositories/audit';
import { type Persona, personaOf } from './persona';
import { type Act, sentenceOf } from './sayings';
import { newSeat, type Seat } from './seat';

export const shipped = readShippedData();
/** Who writes: the holder, and two others at addresses of their own. */
export type Who = 'holder' | 'stranger' | 'other';
const addresses = { holder: 'customer', stranger: 'stranger', other: 'other' } as const satisfies Record<Who, string>;
export const userIdOf = (who: Who): string => addresses[who];
const shownAs = { holder: 'Customer', stranger: 'Stranger', other: 'Other' } as const satisfies Record<Who, string>;
export type Language = 'zh' | 'en';

/** One message and what came of it; `act` is null for a tap. */
export interface Exchange {
  readonly who: Who;
  readonly act: Act | null;
  readonly words: string;
  readonly reply: Reply;
  /** How the seat stood before the message. */
  readonly before: Readonly<Seat>;
  readonly seat: Seat;
  /** Audit entries that the message left. */
  readonly entries: readonly AuditEntry[];
  /** Agreements that the message made. */
  readonly signed: readonly ArrangementRecord[];
  /** Whether the message had the newest code of the demo phone in it. */
  readonly hadCode: boolean;
}

/** The limits that were in force from a day on. */
export interface InForce {
  readonly from: CalendarDate;
  readonly limits: PolicyLimits;
}

export class World {
  readonly persona: Persona;
  readonly seats = new Map<string, Seat>();
  readonly policies: InForce[] = [{ from: shipped.offerLimits.effectiveFrom, limits: shipped.offerLimits }];
  /** What happened, to be read by a person. */
  readonly story: string[] = [];
  readonly agreements = new Map<string, ArrangementRecord>();
  /** The last message, for a channel that sends it again. */
  last: { readonly exchange: Exchange; readonly activityId: string } | null = null;
  /** How often something changed at the bank: payments, documents, limits, days. */
  changes = 0;
  /** Customers and addresses that nobody may ask for money, by what they said, until they take it back. */
  readonly resting = new Set<string>();
  /** Conversations that a colleague has taken. */
  private readonly held = new Set<string>();
  /** Files on record. */
  filesKept = 0;
  turns = 0;
  longReplies = 0;
  private entriesSeen = 0;
  /** Codes on the holder's phone, oldest first. */
  codes: readonly string[] = [];

  private constructor(
    readonly rehearsal: Rehearsal,
    personaId: string,
    public language: Language,
  ) {
    this.persona = personaOf(personaId);
  }

  static async begin(personaId: string, language: Language): Promise<World> {
    const locale = language === 'zh' ? 'zh-CN' : 'en-US';
    const rehearsal = await new Rehearsal({ locale, readingSeconds: null }).seed();
    const world = new World(rehearsal, personaId, language);
    for (const record of await world.agreementsNow()) world.agreements.set(record.agreementNumber, record);
    world.story.push(`(${personaId}, ${locale}, ${rehearsal.now})`);
    return world;
  }

  get today(): CalendarDate {
    return localTime(this.rehearsal.now, shipped.bank.timeZone).date;
  }

  accounts(): Promise<readonly Account[]> {
    return this.rehearsal.repositories.accounts.ofCustomer(this.persona.customerId);
  }

  agreementsNow(): Promise<readonly ArrangementRecord[]> {
    return this.rehearsal.repositories.arrangements.ofCustomer(this.persona.customerId);
  }

  seat(who: Who): Seat {
    const key = `${this.rehearsal.conversationId}/${who}`;
    const known = this.seats.get(key) ?? { ...newSeat(key), isHeld: this.held.has(this.rehearsal.conversationId) };
    this.seats.set(key, known);
    return known;
  }

  /** A colleague takes the conversation from the machine, or gives it back: for everybody in it. */
  setHeld(isHeld: boolean): void {
    const { conversationId } = this.rehearsal;
    if (isHeld) this.held.add(conversationId);
    else this.held.delete(conversationId);
    for (const [key, seat] of this.seats) if (key.startsWith(`${conversationId}/`)) seat.isHeld = isHeld;
  }

  /** Whether with these words somebody has typed both endings of the holder in this conversation: they may count as the holder. */
  hasTypedBoth(who: Who, words: string): boolean {
    const seat = this.seat(who);
    seat.typed = `${seat.typed} ${words}`.normalize('NFKC');
    const isTyped = (ending: string) => new RegExp(`(?<!\\w)${ending}(?!\\w)`, 'i').test(seat.typed);
    return who === 'holder' && isTyped(this.persona.cardTail) && isTyped(this.persona.idTail);
  }

  /** The sentence as it is typed: with the endings of the persona and the codes of the demo phone. */
  async typed(who: Who, act: Act, variant: number): Promise<{ readonly words: string; readonly hadCode: boolean }> {
    const sentence = sentenceOf(act, this.language, variant);
    const code = this.codes.at(-1) ?? '471199';
    // Nobody but the holder has the holder's papers and phone.
    const [endings, newest] = who === 'holder' ? [this.persona.endings, code] : ['7777 888X', '471198'];
    const words = sentence
      .replace('{endings}', endings)
      .replace('{wrongEndings}', '9999 8765')
      .replace('{code}', newest)
      .replace('{oldCode}', this.codes.at(-2) ?? '471197');
    return { words, hadCode: this.codes.length > 0 && words.includes(code) };
  }

  /** Says it and looks at everything that came of it; `activity` is what else the channel sends along. */
  async say(
    who: Who,
    act: Act | null,
    words: string,
    hadCode: boolean,
    activity: Partial<Activity> = {},
  ): Promise<Exchange> {
    const seat = this.seat(who);
    const before = structuredClone(seat);
    const { rehearsal } = this;
    rehearsal.userId = userIdOf(who);
    this.turns += 1;
    const activityId = `model-${this.turns}`;
    this.story.push(
      `${shownAs[who]}: ${words}${Object.keys(activity).length === 0 ? '' : ` ${JSON.stringify(activity).slice(0, 300)}`}`,
    );
    const reply = await rehearsal.send({ type: 'message', id: activityId, text: words, ...activity });
    const tapped = reply.taps.map(({ text }) => `[${text}]`).join(' ');
    this.story.push(`Assistant: ${reply.text.replaceAll('\n', '\n           ')} ${tapped}`);
    this.story.push(`           (${reply.said.map(({ id }) => id).join(' ')})`);
    const exchange = {
      ...{ who, act, words, reply, before, seat, hadCode },
      entries: await this.newEntries(),
      signed: await this.newAgreements(),
    };
    await this.readPhone();
    this.last = { exchange, activityId };
    return exchange;
  }

  async newEntries(): Promise<readonly AuditEntry[]> {
    const entries = await this.rehearsal.repositories.audit.read(this.entriesSeen + 1, 500);
    this.entriesSeen = entries.at(-1)?.sequence ?? this.entriesSeen;
    return entries;
  }

  private async newAgreements(): Promise<readonly ArrangementRecord[]> {
    const fresh = (await this.agreementsNow()).filter(({ agreementNumber }) => !this.agreements.has(agreementNumber));
    for (const record of fresh) this.agreements.set(record.agreementNumber, record);
    return fresh;
  }

  private async readPhone(): Promise<void> {
    const messages = await this.rehearsal.repositories.outbox.ofCustomer(this.persona.customerId);
    this.codes = messages.flatMap(({ text }) => /\d{6}/.exec(text) ?? []).map(String);
  }
}
