// Erases what is kept about a customer, save what law or contract keeps: says for each kind what went, what stays, why and until when.
import { debtStanding, type Keeping, keepingOf } from '../../../data/domain/bank/keeping';
import type { RetentionRules } from '../../../data/domain/bank/retention';
import { type CalendarDate, localTime } from '../../../data/domain/calendar/calendar';
import type { Operation } from '../../../data/store/documentStore';
import { textKeys } from '../../../data/store/sealed/logTexts';
import type { PersonalData } from './personalData';

export interface ErasureFacts {
  readonly data: PersonalData;
  readonly today: CalendarDate;
  readonly timeZone: string;
  readonly rules: RetentionRules;
  readonly contactDays: number;
  /** Keys of what the assistant remembers of the customer's conversations. */
  readonly memoryKeys: readonly string[];
  /** Names under which the logs may know a conversation: the keys of its words are kept under these. */
  logNamesOf(conversationId: string): readonly string[];
}

/** What becomes of one kind of record. */
export interface ErasureLine {
  readonly what: string;
  readonly erased: number;
  readonly kept: number;
  /** Why what is kept stays: the ground that lasts longest. */
  readonly keeping: Keeping | null;
}

export interface Erasure {
  readonly lines: readonly ErasureLine[];
  readonly operations: readonly Operation[];
  /** Sealed files whose records go. */
  readonly fileIds: readonly string[];
}

const gone = (collection: string, id: string): Operation => ({
  kind: 'remove',
  collection,
  id,
  expectedVersion: 'any',
});

/** The last day on which something was decided in a conversation; undefined where nothing was. */
function lastDayOf({ decisions }: PersonalData, id: string, dayOf: (at: string) => CalendarDate) {
  const at = decisions
    .flatMap(({ event }) => (event.conversationId === id ? [event.at] : []))
    .sort()
    .at(-1);
  return at === undefined ? undefined : dayOf(at);
}

/** Works out an erasure; removes nothing itself. */
export function planErasure({
  data,
  today,
  timeZone,
  rules,
  contactDays,
  memoryKeys,
  logNamesOf,
}: ErasureFacts): Erasure {
  const facts = { today, rules, contactDays, debt: debtStanding(data, today), isHeld: data.legalHolds.length > 0 };
  const dayOf = (at: string) => localTime(at, timeZone).date;
  const closedOn = new Map(
    data.cases.map((one) => [one.caseNumber, one.closed === undefined ? null : dayOf(one.closed.at)]),
  );
  const lines: ErasureLine[] = [];
  const operations: Operation[] = [];
  const fileIds: string[] = [];
  const held: Keeping | null = facts.isHeld ? { ground: 'legalHold', until: null } : null;

  /** `keeping` tells for each record why it stays, or null. */
  function decide<T>(
    what: string,
    records: readonly T[],
    keeping: (one: T) => Keeping | null,
    removal: (one: T) => readonly Operation[],
  ): void {
    const kept = records.map(keeping);
    records.forEach((one, index) => {
      if (kept[index] === null) operations.push(...removal(one));
    });
    const staying = kept.filter((one) => one !== null);
    const longest = staying.toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9')).at(-1);
    lines.push({ what, erased: kept.length - staying.length, kept: staying.length, keeping: longest ?? null });
  }

  const agreement = () => keepingOf({ kind: 'agreement' }, facts);
  decide(
    'memory',
    memoryKeys,
    () => held,
    (key) => [gone('conversations', key)],
  );
  decide(
    'savedQuotes',
    data.savedQuotes,
    () => held,
    (one) => [gone('savedQuotes', one.customerId)],
  );
  decide(
    'messages',
    data.messages,
    () => held,
    (one) => [gone('outbox', one.messageId)],
  );
  decide(
    'outreach',
    data.outreach,
    () => held,
    (one) => [gone('outreach', one.key)],
  );
  decide(
    'chatPlaces',
    data.chatPlaces,
    () => held,
    (one) => [gone('chatPlaces', JSON.stringify([one.customerId, one.channelId]))],
  );
  decide(
    'smsNumbers',
    data.smsNumbers,
    () => held,
    ({ markId }) => [gone('smsNumbers', markId)],
  );
  // Words stand in logs that are never shortened; without their key nobody reads them.
  decide(
    'conversations',
    data.conversationIds,
    (id) => keepingOf({ kind: 'recording', on: lastDayOf(data, id, dayOf) ?? today }, facts),
    (id) => logNamesOf(id).map((name) => gone(textKeys, name)),
  );
  decide(
    'evidence',
    data.evidence,
    (one) =>
      keepingOf({ kind: 'evidence', caseKind: one.caseKind, closedOn: closedOn.get(one.caseNumber) ?? null }, facts),
    (one) => {
      fileIds.push(one.fileId);
      return [gone('evidence', one.fileId)];
    },
  );
  decide(
    'cases',
    data.cases,
    (one) => keepingOf({ kind: 'case', closedOn: closedOn.get(one.caseNumber) ?? null }, facts),
    (one) => [gone('cases', one.caseNumber)],
  );
  decide(
    'contacts',
    data.contacts,
    ({ on }) => keepingOf({ kind: 'contact', on }, facts),
    (one) => [gone('contacts', one.contactId)],
  );
  decide('promises', data.promises, agreement, (one) => [gone('promises', one.promiseId)]);
  decide('arrangements', data.arrangements, agreement, ({ agreementNumber }) => [
    gone('arrangements', agreementNumber),
    gone('agreementDocuments', `${agreementNumber}.zh-CN`),
    gone('agreementDocuments', `${agreementNumber}.en-US`),
  ]);
  // A wish not to be contacted is honoured as long as anybody could be contacted.
  decide('contactPreferences', data.contactPreferences, agreement, (one) => [
    gone('contactPreferences', one.customerId),
  ]);
  decide('accounts', data.accounts, agreement, (one) => [gone('accounts', one.accountId)]);
  decide('customer', data.customer, agreement, (one) => [
    gone('customers', one.customerId),
    gone('codeUses', one.customerId),
  ]);
  return { lines, operations, fileIds };
}
