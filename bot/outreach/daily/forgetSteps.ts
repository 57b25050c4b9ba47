// What is kept for a time and then removed: attempts, sessions, turn records, and whatever retention.json names.
import { addDays, type CalendarDate, localTime } from '../../../data/domain/calendar/calendar';
import type { Operation, Stored } from '../../../data/store/documentStore';
import { type DailyParts, type DailyStep, type Slice, sliceSize } from './step';

type DaysKept = (parts: DailyParts, day: CalendarDate) => number;

const gone = (collection: string, id: string, expectedVersion: number | 'any'): Operation => ({
  kind: 'remove',
  collection,
  id,
  expectedVersion,
});

const removing = (operations: readonly Operation[], removed: number, next: string | null): Slice => ({
  operations,
  events: [],
  removed,
  next,
});

function at(value: unknown, field: string): string | null {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : null;
  return typeof found === 'string' ? found : null;
}

/** Nothing of a customer under a legal hold goes, however old. */
async function withoutHeld<T>(
  { repositories }: DailyParts,
  items: readonly T[],
  recordOf: (item: T) => unknown,
): Promise<readonly T[]> {
  const held = await repositories.legalHolds.heldCustomers();
  if (held.size === 0) return items;
  return items.filter((item) => !held.has(at(recordOf(item), 'customerId') ?? ''));
}

/** Records that are found by the day they carry. `also`: a collection that has something under the same ids. */
const byDay = (name: string, collection: string, index: string, daysKept: DaysKept, also?: string): DailyStep => ({
  name,
  async slice(parts, day, after) {
    const before = addDays(day, -daysKept(parts, day));
    const page = await parts.store.query(collection, index, { before }, { limit: sliceSize, after });
    const free = await withoutHeld(parts, page.items, ({ value }) => value);
    const operations = free.flatMap(({ id, version }) => [
      gone(collection, id, version),
      ...(also === undefined ? [] : [gone(also, id, 'any')]),
    ]);
    return removing(operations, free.length, page.next);
  },
});

/** Records whose day has to be read out of each; null keeps one whatever its age. */
const byAge = <T>(
  name: string,
  collection: string,
  page: (parts: DailyParts, after: string | undefined) => Promise<{ items: readonly Aged<T>[]; next: string | null }>,
  endOf: (record: T, dayOf: (at: string) => CalendarDate) => CalendarDate | null,
  daysKept: DaysKept,
): DailyStep => ({
  name,
  async slice(parts, day, after) {
    const keptFrom = addDays(day, -daysKept(parts, day));
    const { items, next } = await page(parts, after);
    const dayOf = (at: string) => localTime(at, parts.timeZone).date;
    const free = await withoutHeld(parts, items, ({ record }) => record);
    const old = free.filter(({ record }) => {
      const end = endOf(record, dayOf);
      return end !== null && end < keptFrom;
    });
    const operations = old.map(({ id, version }) => gone(collection, id, version));
    return removing(operations, old.length, next);
  },
});

interface Aged<T> {
  readonly id: string;
  readonly record: T;
  readonly version: number;
}

const withId = <T>(
  { items, next }: { items: readonly { record: T; version: number }[]; next: string | null },
  id: (record: T) => string,
) => ({ items: items.map(({ record, version }) => ({ id: id(record), record, version })), next });

const attempts: DaysKept = ({ retention }) => retention.attemptDays;
/** Records of earlier versions have the day in UTC: a day more, so that no session ends before its time. */
const afterItsEnd: DaysKept = () => 1;

const withStoredId = ({ items, next }: { items: readonly Stored[]; next: string | null }) => ({
  items: items.map(({ id, value, version }) => ({ id, record: value, version })),
  next,
});

export const forgetSteps: readonly DailyStep[] = [
  byDay('staffSessions', 'staffSessions', 'endsOn', afterItsEnd),
  byDay('signInAttempts', 'signInAttempts', 'day', attempts),
  byDay('verifyAttempts', 'verifyAttempts', 'day', attempts),
  byDay('codes', 'codeUses', 'day', attempts),
  byDay('cardPages', 'cardPages', 'endsOn', afterItsEnd),
  byDay('weChatNotices', 'weChatNotices', 'day', ({ retention }) => retention.turnRecordDays),
  byDay('turnRecords', 'processedActivities', 'day', ({ retention }) => retention.turnRecordDays, 'undeliveredReplies'),
  byDay('contacts', 'contacts', 'on', (parts, day) => parts.contactDaysOn(day)),
  byAge(
    'shortMessages',
    'outbox',
    async ({ repositories: { outbox } }, after) =>
      withId(await outbox.list({ limit: sliceSize, after }), ({ messageId }) => messageId),
    ({ sentAt }, dayOf) => dayOf(sentAt),
    ({ retention }) => retention.shortMessageDays,
  ),
  byAge(
    'outreach',
    'outreach',
    async ({ repositories: { outreach } }, after) =>
      withId(await outreach.list({ limit: sliceSize, after }), ({ key }) => key),
    ({ until }) => until,
    ({ retention }) => retention.shortMessageDays,
  ),
  byAge(
    'chatPlaces',
    'chatPlaces',
    async ({ store }, after) => withStoredId(await store.list('chatPlaces', { limit: sliceSize, after })),
    (record) => at(record, 'seenOn'),
    ({ retention }) => retention.shortMessageDays,
  ),
  byAge(
    'deskConversations',
    'deskConversations',
    async ({ repositories: { deskConversations } }, after) =>
      withId(await deskConversations.list({ limit: sliceSize, after }), ({ conversationId }) => conversationId),
    ({ endedAt }, dayOf) => (endedAt === null ? null : dayOf(endedAt)),
    ({ retention }) => retention.deskConversationDays,
  ),
  byAge(
    'heldWords',
    'heldWords',
    async ({ repositories: { heldWords } }, after) =>
      withId(await heldWords.list({ limit: sliceSize, after }), ({ heldId }) => heldId),
    ({ writtenAt }, dayOf) => dayOf(writtenAt),
    ({ retention }) => retention.deskConversationDays,
  ),
  byAge(
    'cases',
    'cases',
    async ({ repositories: { cases } }, after) =>
      withId(await cases.list({ limit: sliceSize, after }), ({ caseNumber }) => caseNumber),
    ({ closed }, dayOf) => (closed === undefined ? null : dayOf(closed.at)),
    ({ retention }) => retention.closedCaseDays,
  ),
  byAge(
    'imports',
    'bookImports',
    async ({ store }, after) => withStoredId(await store.list('bookImports', { limit: sliceSize, after })),
    (record, dayOf) => {
      const endedAt = at(record, 'endedAt');
      return endedAt === null ? null : dayOf(endedAt);
    },
    ({ retention }) => retention.importDays,
  ),
  byDay('dailyRuns', 'dailyRuns', 'day', ({ retention }) => retention.dailyRunDays),
];
