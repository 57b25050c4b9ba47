// What the dialogs need from the world, passed in by bot/compose and by tests. Small tools, no framework.
import type { Account } from '../../data/domain/account/account';
import type { ArrangementRecord } from '../../data/domain/arrangement/arrangement';
import type { PromiseRecord } from '../../data/domain/arrangement/promiseRecord';
import type { BankProfile } from '../../data/domain/bank/bankProfile';
import type { CalendarDate } from '../../data/domain/calendar/calendar';
import type { Instant } from '../../data/domain/calendar/instant';
import type { CaseChange, CaseKind, CaseRecord } from '../../data/domain/case/case';
import type { Callback, QueueEntry } from '../../data/domain/case/deskConversation';
import type { Evidence, EvidenceRules } from '../../data/domain/case/evidence';
import type { Paper } from '../../data/domain/case/paper';
import type { Agency } from '../../data/domain/conduct/agencyRegister';
import type { ContactLimits, ContactPreference, WrongContact } from '../../data/domain/conduct/contactRecords';
import type { ContactRules } from '../../data/domain/conduct/contactRules';
import type { OutboundMessage } from '../../data/domain/conduct/outboundMessage';
import type { CodeUse } from '../../data/domain/customer/codeUse';
import type { Customer } from '../../data/domain/customer/customer';
import type { CustomerTurn, Expects, Intent, Locale } from '../../data/domain/customer/customerTurn';
import type { Tryer, TryVerdict } from '../../data/domain/customer/identityTries';
import type { VerificationRules } from '../../data/domain/customer/verificationRules';
import type { PolicyLimits } from '../../data/domain/limits/policyLimits';
import type { ContractTerms } from '../../data/domain/money/contractTerms';
import type { SavedQuote } from '../../data/domain/negotiation/savedQuote';
import type { OneTimeCode } from '../../data/domain/negotiation/signing/oneTimeCode';
import type { Offer } from '../../data/domain/offer/offer';
import type { Knowledge } from '../../data/knowledge/knowledge';
import type { SecondReader } from '../understanding/secondReading/reading';
import type { ChannelAbilities } from './channel/channelAbilities';

/** Something to be stored together with the conversation, in one transaction: all of a turn or none of it. */
export type Effect =
  | { readonly kind: 'audit'; readonly event: AuditEvent }
  /** A new matter; its number is new. */
  | { readonly kind: 'openCase'; readonly record: CaseRecord }
  /** What is known better of an open matter; one change of a case a turn. */
  | { readonly kind: 'changeCase'; readonly caseNumber: string; readonly change: CaseChange }
  /** The customer takes a matter back; it is closed as withdrawn. */
  | { readonly kind: 'withdrawCase'; readonly caseNumber: string; readonly at: Instant }
  /** Contact rests no longer for these reasons; a rest for another reason stands. */
  | {
      readonly kind: 'endRest';
      readonly customerId: string;
      readonly reasons: readonly ContactPreference['reason'][];
      /** How contact goes on; without them, as it was wished before. */
      readonly limits?: ContactLimits;
    }
  /** A paper that came with this message is kept for an open matter. */
  | { readonly kind: 'keepEvidence'; readonly record: Evidence }
  /** The customer says what papers show that were kept before. */
  | { readonly kind: 'namePaper'; readonly fileIds: readonly string[]; readonly paper: Paper }
  /** A promise is taken back before its day. */
  | { readonly kind: 'withdrawPromise'; readonly promiseId: string }
  /** Limits on contact are taken back: what the bank's rules allow stands again. */
  | { readonly kind: 'dropContactLimits'; readonly customerId: string }
  /** The conversation waits for nobody any more. */
  | { readonly kind: 'leaveQueue'; readonly caseNumber: string; readonly at: Instant }
  /** The address reaches the holder after all. */
  | { readonly kind: 'dropWrongContact'; readonly channelId: string; readonly userId: string }
  /** The conversation waits for a person from now on, or keeps the place it has. */
  | { readonly kind: 'joinQueue'; readonly entry: QueueEntry }
  | { readonly kind: 'saveArrangement'; readonly record: ArrangementRecord }
  | { readonly kind: 'savePromise'; readonly record: PromiseRecord }
  | { readonly kind: 'saveQuote'; readonly record: SavedQuote }
  | { readonly kind: 'dropQuote'; readonly customerId: string }
  | { readonly kind: 'saveContactPreference'; readonly record: ContactPreference }
  | { readonly kind: 'saveWrongContact'; readonly record: WrongContact }
  /** Stored only while the record is still the one that was read: two tries at the same instant count as two. */
  | { readonly kind: 'saveCodeUse'; readonly record: CodeUse; readonly expectedVersion: number | null }
  | { readonly kind: 'sendMessage'; readonly message: OutboundMessage };

/** One decision, with everything that it rested on, for the hash-chained audit log. */
export interface AuditEvent {
  readonly type: string;
  readonly conversationId: string;
  readonly turnNumber: number;
  readonly at: Instant;
  readonly customerId: string | null;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly decision: Readonly<Record<string, unknown>>;
}

export interface UnderstandContext {
  readonly expects?: Expects | undefined;
  readonly offers?: readonly Offer[] | undefined;
  readonly refDate: CalendarDate;
  /** What cannot be meant where the conversation stands: offers turned down where there are none. */
  readonly cannotBe?: readonly Intent[] | undefined;
}

/** A conversation's place with the bank's people: waiting, or with one of them. */
export interface QueuePlace {
  readonly caseNumber: string;
  readonly reason: CaseKind;
  readonly priority: CaseRecord['priority'];
  readonly status: 'waiting' | 'taken' | 'external';
  /** In the queue's own order, the urgent first; 0 while somebody holds it. */
  readonly position: number;
  readonly callback: Callback | null;
}

/** The bank's people as one conversation sees them. */
export interface QueueView {
  readonly open: boolean;
  /** When somebody is there again: the day, and the hour as 09:00. */
  readonly opensOn: CalendarDate;
  readonly opensFrom: string;
  readonly place: QueuePlace | null;
  /** The position that somebody new would get who is not in danger. */
  readonly nextPosition: number;
}

/** Counts and checks at once, outside the turn's transaction: a try counts before it is answered, whatever becomes of the turn. */
export interface IdentityServices {
  countEndings(tryer: Tryer, cardTail: string, now: Instant): Promise<TryVerdict>;
  countCode(tryer: Tryer, now: Instant): Promise<TryVerdict>;
  /** False when this customer has been sent too many codes. */
  countSentCode(customerId: string, now: Instant): Promise<boolean>;
  takeBack(counted: readonly string[]): Promise<void>;
  /** Whether this person may try now; counts nothing. */
  mayTry(tryer: Tryer, now: Instant): Promise<boolean>;
  /** How many customers hold a card with this ending. */
  sharing(cardTail: string): Promise<number>;
  /** The one customer with these two endings; looks as long for nobody. */
  withEndings(cardTail: string, idTail: string): Promise<Customer | undefined>;
}

export interface DialogServices {
  readonly bank: BankProfile;
  readonly verification: VerificationRules;
  readonly knowledge: Knowledge;
  /** What can be shown on a channel. */
  channel(channelId: string): ChannelAbilities;
  /** The card contract's own figures: grace, minimum due and late charge. */
  readonly contract: ContractTerms;
  /** The contact rules in force: the only place that knows when the bank may get in touch. */
  readonly contactRules: ContactRules;
  understand(text: string, locale: Locale, context: UnderstandContext): CustomerTurn;
  /** The policy in force on a day, or an earlier one by its version. */
  limitsInForce(day: CalendarDate): Promise<PolicyLimits>;
  /** Undefined where that version can no longer be read: then what is in force applies, and the customer is told. */
  limitsOfVersion(version: string): Promise<PolicyLimits | undefined>;
  /** A language model that the bank runs itself, or none: asked only where our own reading is unsure. */
  readonly secondReader: SecondReader | null;
  customer(customerId: string): Promise<Customer | undefined>;
  readonly identity: IdentityServices;
  /** A customer whom the channel itself has signed in, or null. */
  boundCustomer(channelId: string, userId: string): Promise<string | null>;
  accountsOf(customerId: string): Promise<readonly Account[]>;
  casesOf(customerId: string): Promise<readonly CaseRecord[]>;
  /** Matters of this conversation that belong to no customer yet. */
  casesWithoutCustomer(conversationId: string): Promise<readonly CaseRecord[]>;
  /** How much is taken in, and which papers each matter asks for. */
  readonly evidenceRules: EvidenceRules;
  /** Papers that the customer has handed in, as they came. */
  evidenceOf(customerId: string): Promise<readonly Evidence[]>;
  /** Offers left on the table by an earlier conversation. */
  savedQuoteOf(customerId: string): Promise<SavedQuote | undefined>;
  /** What the customer, or this address before verification, has wished about contact. */
  contactPreferenceOf(customerId: string): Promise<ContactPreference | undefined>;
  arrangementsOf(customerId: string): Promise<readonly ArrangementRecord[]>;
  promisesOf(customerId: string): Promise<readonly PromiseRecord[]>;
  /** The register of agencies, as the bank publishes it. */
  agencies(): Promise<readonly Agency[]>;
  /** One-time codes sent to the customer and mistyped, with the version to expect when that changes. */
  codeUse(customerId: string): Promise<{ readonly record: CodeUse; readonly version: number } | undefined>;
  /** A six-digit code and the salted hash that is all we keep of it; its id names the message that carries it. */
  newCode(now: Instant): { readonly digits: string; readonly code: OneTimeCode };
  codeMatches(code: OneTimeCode, typed: string): boolean;
  queue(conversationId: string, now: Instant): Promise<QueueView>;
  /** The call-back slot of the desk that is nearest to a wish, `2026-11-24T15:00` in the bank's zone; undefined where none is free. */
  callbackSlot(wished: string, now: Instant): Promise<Callback | undefined>;
  /** Whether somebody unverified may open one more matter; counts it. */
  admitAnonymousCase(address: string | null, isUrgent: boolean): Promise<boolean>;
  newNumber(prefix: 'AG' | 'CS' | 'PR' | 'MS'): string;
  /** Hash that binds a signature to exactly these terms. */
  hashOf(value: unknown): string;
  /** Address of a picture of the repayments of an offer, for cards; null where none can be shown. */
  offerChart(offer: Offer, locale: Locale): string | null;
  /** A link to the agreement document that expires. */
  documentLink(agreementNumber: string, locale: Locale, now: Instant): string;
}

/** Records of a customer, read from the book once in a turn; none while nobody is known. */
export function readOnce<Kept>(read: (customerId: string) => Promise<readonly Kept[]>) {
  let last: { readonly customerId: string; readonly records: Promise<readonly Kept[]> } | null = null;
  return (customerId: string | null): Promise<readonly Kept[]> => {
    if (customerId === null) return Promise.resolve([]);
    if (last?.customerId !== customerId) last = { customerId, records: read(customerId) };
    return last.records;
  };
}
