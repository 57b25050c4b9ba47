// An invented week before the first day, so that a newcomer's dashboard shows something: conversations, offers, agreements,
// promises kept and broken, handovers and how long they waited. Into empty logs only, and never beside anybody's data.
import { z } from 'zod';
import { addDays, type CalendarDate } from '../domain/calendar/calendar';
import type { CaseRecord } from '../domain/case/case';
import type { DeskConversation } from '../domain/case/deskConversation';
import { readPolicyLimits } from '../domain/limits/policyLimits';
import offerLimitsJson from '../policy/offerLimits.json';
import type { DocumentStore, Operation } from '../store/documentStore';
import { createRepositories, type Repositories } from '../store/repositories';
import { auditOf, bargain, type Logged, momentOf, type PlacedTalk, sampleTalkSchema } from './sampleTalk';
import weekJson from './sampleWeek.json';

const talks = z.array(sampleTalkSchema).parse(weekJson);
const channelId = 'sample';
const daysToAnswer = 15;
const agent = 'demo.agent';

function placed(today: CalendarDate): PlacedTalk[] {
  return talks.map((talk, index) => {
    const number = String(index + 1).padStart(2, '0');
    const customerId = talk.account === undefined ? null : `W-C-${number}`;
    return { ...talk, number, day: addDays(today, -talk.daysAgo), conversationId: `sample-${number}`, customerId };
  });
}

const saidIn = (talk: PlacedTalk): Logged[] =>
  talk.says.map(({ text, understood }, line) => {
    const at = momentOf(talk, line);
    const { conversationId, locale } = talk;
    const entry = { conversationId: `${channelId}/${conversationId}`, at, from: 'customer', text, locale, understood };
    return { at, operation: { kind: 'append', log: 'transcripts', entry } };
  });

const caseOf = (talk: PlacedTalk, kind: CaseRecord['kind'], closed: CaseRecord['closed']): CaseRecord => {
  const line = talk.says.length - 1;
  return {
    caseNumber: `CS-WEEK-${talk.number}`,
    kind,
    conversationId: talk.conversationId,
    customerId: talk.customerId,
    openedAt: momentOf(talk, line),
    dueOn: addDays(talk.day, daysToAnswer),
    status: closed === undefined ? 'open' : 'closed',
    priority: 'normal',
    locale: talk.locale,
    lastWords: talk.says[line]?.text ?? '',
    agencyId: null,
    ...(closed === undefined ? {} : { closed }),
  };
};

/** Handed over, taken after a while, answered and closed. */
function handedOver(talk: PlacedTalk, repositories: Repositories): { logged: Logged[]; operations: Operation[] } {
  const { handover, conversationId, customerId, locale } = talk;
  if (handover === undefined) return { logged: [], operations: [] };
  const line = talk.says.length - 1;
  const takenAt = momentOf(talk, line, handover.waitedSeconds);
  const endedAt = momentOf(talk, line, handover.waitedSeconds + 600);
  const record = caseOf(talk, handover.kind, { at: endedAt, by: agent, outcome: handover.outcome, decision: null });
  const { caseNumber, lastWords, priority, openedAt } = record;
  const conversation: DeskConversation = {
    conversationId,
    conversation: `${channelId}/${conversationId}`,
    channelId,
    reference: {},
    caseNumber,
    reason: handover.kind,
    priority,
    locale,
    status: 'closed',
    waitingSince: openedAt,
    lastWords,
    customerId,
    agent,
    takenAt,
    firstTakenAt: takenAt,
    callback: null,
    outcome: handover.outcome,
    endedAt,
  };
  const inputs = { kind: handover.kind, stage: 'open' };
  return {
    logged: [
      auditOf(talk, line, repositories, { type: 'handoff', inputs, decision: { caseNumber, open: true } }),
      ...(talk.blocked
        ? [
            auditOf(talk, line, repositories, {
              type: 'guardBlocked',
              inputs: { caseNumber, from: 'agent' },
              at: takenAt,
            }),
          ]
        : []),
    ],
    operations: [
      repositories.cases.putOperation(record, null),
      repositories.deskConversations.putOperation(conversation, null),
    ],
  };
}

const complained = (talk: PlacedTalk, { cases }: Repositories): Operation[] =>
  talk.complaint
    ? [cases.putOperation({ ...caseOf(talk, 'complaint', undefined), caseNumber: `CS-WEEK-${talk.number}-C` }, null)]
    : [];

const isEmptyLog = async (store: DocumentStore): Promise<boolean> =>
  (await store.lastSequence('audit')) === 0 && (await store.lastSequence('transcripts')) === 0;

/** `today` is a day in the bank's time zone; the week ends on the day before. False where there is something already. */
export async function seedSampleWeek(store: DocumentStore, today: CalendarDate): Promise<boolean> {
  if (!(await isEmptyLog(store))) return false;
  const limits = readPolicyLimits(offerLimitsJson);
  if (limits.kind === 'refused') throw new Error('the shipped offer limits are not valid');
  const repositories = createRepositories(store);
  const logged: Logged[] = [];
  const operations: Operation[] = [];
  for (const talk of placed(today)) {
    const decided = bargain(talk, limits.limits, repositories);
    const handed = handedOver(talk, repositories);
    logged.push(...saidIn(talk), ...decided.logged, ...handed.logged);
    operations.push(...decided.operations, ...handed.operations, ...complained(talk, repositories));
  }
  const inOrder = logged.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ operation }) => operation);
  await store.transaction([...operations, ...inOrder]);
  return true;
}
