// Reads a period's facts out of transcripts, audit log and records, by index and by place in time.
import { z } from 'zod';
import { negotiableAccountSchema } from '../../../../data/domain/account/account';
import { type ArrangementRecord, arrangementState } from '../../../../data/domain/arrangement/arrangement';
import { type CalendarDate, localTime } from '../../../../data/domain/calendar/calendar';
import { type PolicyLimits, readPolicyLimits, segmentFor } from '../../../../data/domain/limits/policyLimits';
import type { ContractTerms } from '../../../../data/domain/money/contractTerms';
import type { AuditRecord } from '../../../../data/store/repositories/audit';
import { AuditSearch } from '../../../../data/store/repositories/auditSearch';
import { newBreather } from '../../../ops/breathe';
import type { DashboardQuery } from '../../contract/dashboard';
import type { StaffParts } from '../../staffParts';
import type { Fact, Facts, Marks } from './facts';
import { transcriptTurns } from './transcripts';

type Period = Pick<DashboardQuery, 'from' | 'to'> & {
  readonly today: CalendarDate;
  dayOf(at: string): CalendarDate;
  /** Called at each step, so that turns come in between. */
  breathe(): Promise<void>;
};
type Conversations = Map<string, Partial<Marks>>;

const isIn = ({ from, to }: Period, day: string): boolean => day >= from && day <= to;
const note = (conversations: Conversations, id: string, marks: Partial<Marks>): void => {
  conversations.set(id, { ...conversations.get(id), ...marks });
};

/** Visits a period's audit entries of one type, oldest first. */
async function eventsOf({ store }: StaffParts, period: Period, type: string): Promise<readonly AuditRecord[]> {
  const search = new AuditSearch(store);
  const found: AuditRecord[] = [];
  await search.look({
    by: { index: 'type', key: type },
    from: await search.firstFrom(period.from, period.dayOf),
    below: await search.firstFrom(`${period.to}~`, period.dayOf),
    limit: Number.POSITIVE_INFINITY,
    giveUp: () => false,
    matches: ({ event }) => {
      if (isIn(period, period.dayOf(event.at))) found.push(event);
      return false;
    },
  });
  return found.reverse();
}

/** Limits by version: shipped, and every version that the store has. */
async function limitsByVersion({ data, repositories }: StaffParts): Promise<ReadonlyMap<string, PolicyLimits>> {
  const history = await repositories.policies.history('offerLimits');
  const read = history.flatMap(({ version, content }): [string, PolicyLimits][] => {
    const reading = readPolicyLimits(content);
    return reading.kind === 'ok' ? [[version, reading.limits]] : [];
  });
  return new Map([[data.offerLimits.version, data.offerLimits], ...read]);
}

const moveSchema = z.object({
  inputs: z.object({ account: negotiableAccountSchema, policyVersion: z.string() }),
  decision: z.object({ move: z.object({ offers: z.array(z.unknown()).default([]) }) }),
});

async function negotiations(parts: StaffParts, period: Period, conversations: Conversations): Promise<Fact[]> {
  const limits = await limitsByVersion(parts);
  const facts: Fact[] = [];
  for (const event of await eventsOf(parts, period, 'negotiation.move')) {
    await period.breathe();
    const read = moveSchema.safeParse(event);
    if (!read.success) continue;
    const { account, policyVersion } = read.data.inputs;
    const known = limits.get(policyVersion);
    const segment = known === undefined ? null : segmentFor(known, account);
    const marks = { policyVersion, ...(segment === null ? {} : { segment: segment.segmentId }) };
    note(conversations, event.conversationId, marks);
    if (read.data.decision.move.offers.length > 0)
      facts.push({ kind: 'offered', day: period.dayOf(event.at), conversation: event.conversationId, marks });
  }
  return facts;
}

async function simpleEvents(
  parts: StaffParts,
  period: Period,
  type: string,
  kind: 'handover' | 'guardBlock' | 'held' | 'heldReleased' | 'heldDeclined',
): Promise<Fact[]> {
  const events = await eventsOf(parts, period, type);
  return events.map(({ at, conversationId }) => ({
    kind,
    day: period.dayOf(at),
    conversation: conversationId,
    marks: {},
  }));
}

function standingOf(
  record: ArrangementRecord,
  today: CalendarDate,
  contract: ContractTerms,
): 'kept' | 'broken' | 'neither' {
  if (record.status === 'broken') return 'broken';
  const isKept = record.status === 'active' && arrangementState(record, today, contract).missed.length === 0;
  return isKept || record.status === 'completed' ? 'kept' : 'neither';
}

async function agreements({ repositories, data }: StaffParts, period: Period): Promise<Fact[]> {
  const facts: Fact[] = [];
  for await (const record of repositories.arrangements.all()) {
    await period.breathe();
    if (!isIn(period, record.signedOn)) continue;
    facts.push({
      kind: 'agreement',
      day: record.signedOn,
      conversation: record.conversationId,
      marks: { language: record.locale, policyVersion: record.policyVersion },
      standing: standingOf(record, period.today, data.contract),
      balanceFen: record.balances.reduce((total, { totalFen }) => total + totalFen, 0),
      paidFen: record.schedule.reduce((total, { paidFen }) => total + paidFen, 0),
    });
  }
  return facts;
}

async function promises(parts: StaffParts, period: Period): Promise<Fact[]> {
  const { repositories } = parts;
  const recorded = await eventsOf(parts, period, 'promiseRecorded');
  const conversationOf = new Map(recorded.map((one) => [String(one.decision.promiseId), one.conversationId]));
  const facts: Fact[] = [];
  for await (const { promiseId, customerId, madeAt, status } of repositories.promises.all()) {
    await period.breathe();
    const day = period.dayOf(madeAt);
    if (!isIn(period, day)) continue;
    const customer = await repositories.customers.get(customerId);
    const marks = customer === undefined ? {} : { language: customer.locale };
    const standing = status === 'kept' || status === 'broken' ? status : 'neither';
    facts.push({ kind: 'promise', day, conversation: conversationOf.get(promiseId) ?? '', marks, standing });
  }
  return facts;
}

/** Seconds from handover until an agent first took it, counted on the day of the handover. */
async function waits({ repositories }: StaffParts, period: Period): Promise<Fact[]> {
  const facts: Fact[] = [];
  for await (const { conversationId, waitingSince, firstTakenAt, locale } of repositories.deskConversations.all()) {
    await period.breathe();
    const day = period.dayOf(waitingSince);
    if (firstTakenAt === null || !isIn(period, day)) continue;
    const seconds = Math.max(0, (Date.parse(firstTakenAt) - Date.parse(waitingSince)) / 1000);
    facts.push({ kind: 'waited', day, conversation: conversationId, marks: { language: locale }, seconds });
  }
  return facts;
}

async function complaints({ repositories }: StaffParts, period: Period): Promise<Fact[]> {
  const facts: Fact[] = [];
  let after: string | undefined;
  do {
    const page = await repositories.cases.ofKind('complaint', { limit: 100, after });
    await period.breathe();
    for (const { record } of page.items) {
      const day = period.dayOf(record.openedAt);
      const { conversationId: conversation, locale: language } = record;
      if (isIn(period, day)) facts.push({ kind: 'complaint', day, conversation, marks: { language } });
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  return facts;
}

export async function collectFacts(
  parts: StaffParts,
  { from, to }: Pick<DashboardQuery, 'from' | 'to'>,
  today: CalendarDate,
): Promise<Facts> {
  const breathe = newBreather();
  const period: Period = { from, to, today, dayOf: (at) => localTime(at, parts.data.bank.timeZone).date, breathe };
  const conversations: Conversations = new Map();
  const facts: Fact[] = [];
  for await (const { at, conversation, locale, understood } of transcriptTurns(parts.store, from, to, period.dayOf)) {
    await breathe();
    if (locale !== null) note(conversations, conversation, { language: locale });
    const marks = locale === null ? {} : { language: locale };
    facts.push({ kind: 'turn', day: period.dayOf(at), conversation, marks, understood });
  }
  const rest = [
    await negotiations(parts, period, conversations),
    await simpleEvents(parts, period, 'handoff', 'handover'),
    await simpleEvents(parts, period, 'guardBlocked', 'guardBlock'),
    await simpleEvents(parts, period, 'desk.held', 'held'),
    await simpleEvents(parts, period, 'desk.heldReleased', 'heldReleased'),
    await simpleEvents(parts, period, 'desk.heldDeclined', 'heldDeclined'),
    await agreements(parts, period),
    await promises(parts, period),
    await waits(parts, period),
    await complaints(parts, period),
  ];
  return { facts: [...facts, ...rest.flat()], conversations };
}
