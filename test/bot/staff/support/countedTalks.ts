// Sixty conversations put into a store by the test, and the dashboard's numbers counted from the test's own list of them.

import { readShippedData } from '../../../../bot/config/shippedData';
import { newLog } from '../../../../bot/ops/log';
import type { DashboardNumbers } from '../../../../bot/staff/contract/dashboard';
import type { PromiseRecord } from '../../../../data/domain/arrangement/promiseRecord';
import type { CaseRecord } from '../../../../data/domain/case/case';
import type { DeskConversation } from '../../../../data/domain/case/deskConversation';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { createRepositories } from '../../../../data/store/repositories';
import { testNow } from '../../support/runningHouse';

export const days = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'] as const;
const locales = ['zh-CN', 'en-US'] as const;
const versions = ['v1', 'v2'] as const;
/** Noon in Beijing. */
export const noon = (day: string, second = 0) => `${day}T04:00:${String(second % 60).padStart(2, '0')}.000Z`;

/** What the test put in, in its own words. */
export interface Talk {
  readonly id: string;
  readonly day: string;
  readonly locale: (typeof locales)[number];
  readonly version: string;
  readonly understood: number;
  readonly notUnderstood: number;
  readonly offered: boolean;
  readonly handedOver: boolean;
  readonly waited: number | null;
  readonly complaint: boolean;
  readonly blocked: boolean;
  readonly promise: PromiseRecord['status'] | null;
}

/** Every combination comes round: the same each time, and none like its neighbour. */
export const talks: readonly Talk[] = Array.from({ length: 60 }, (_, n) => ({
  id: `talk-${n}`,
  day: days[Math.floor(n / 15)] ?? days[0],
  locale: locales[n % 2] ?? 'zh-CN',
  version: versions[n % 3 === 0 ? 1 : 0] ?? 'v1',
  understood: (n % 4) + 1,
  notUnderstood: n % 3,
  offered: n % 2 === 0 || n % 7 === 0,
  handedOver: n % 5 === 0,
  waited: n % 10 === 0 ? n * 3 + 1 : null,
  complaint: n % 8 === 0,
  blocked: n % 11 === 0,
  promise: n % 6 === 0 ? ((['open', 'kept', 'partKept', 'broken'] as const)[(n / 6) % 4] ?? null) : null,
}));

export const account = {
  balanceFen: 2_000_000,
  principalFen: 1_900_000,
  interestFen: 100_000,
  feesFen: 0,
  daysPastDue: 100,
  product: 'standard',
  documentedMonthlyCapacityFen: null,
  salaryCreditsFen: [],
  brokenArrangements: 0,
};

export async function filledStore() {
  const store = new MemoryStore();
  const repositories = createRepositories(store);
  const audit = (talk: Talk, type: string, inputs: object, decision: object) =>
    repositories.audit.append({
      type,
      conversationId: talk.id,
      turnNumber: 1,
      at: noon(talk.day),
      customerId: null,
      inputs: { ...inputs },
      decision: { ...decision },
    });
  for (const talk of talks) {
    for (let n = 0; n < talk.understood + talk.notUnderstood; n++) {
      const entry = { conversationId: `emulator/${talk.id}`, at: noon(talk.day), text: 'x' };
      const heard = { locale: talk.locale, understood: n < talk.understood };
      await store.append('transcripts', { ...entry, from: 'customer', ...heard });
      await store.append('transcripts', { ...entry, from: 'assistant' });
    }
    const inputs = { account, policyVersion: talk.version };
    await audit(talk, 'negotiation.move', inputs, { move: { kind: 'ask' } });
    if (talk.offered)
      for (const kind of ['offer', 'nearest'])
        await audit(talk, 'negotiation.move', inputs, { move: { kind, offers: [{ number: 1 }] } });
    if (talk.handedOver) await audit(talk, 'handoff', {}, {});
    if (talk.blocked) await audit(talk, 'guardBlocked', {}, {});
    if (talk.promise !== null) {
      const promiseId = `PR-${talk.id}`;
      await audit(talk, 'promiseRecorded', {}, { promiseId });
      await repositories.promises.put(
        {
          promiseId,
          customerId: 'C',
          accountIds: ['A'],
          amountFen: 1,
          payDate: talk.day,
          madeAt: noon(talk.day),
          status: talk.promise,
        },
        null,
      );
    }
    if (talk.complaint) await repositories.cases.put(complaintOf(talk), null);
    if (talk.waited !== null) await repositories.deskConversations.put(waitingOf(talk, talk.waited), null);
  }
  return { store, repositories, data: readShippedData(), log: newLog('silent'), clock: () => testNow };
}

const complaintOf = (talk: Talk): CaseRecord => ({
  caseNumber: `CS-${talk.id}`,
  kind: 'complaint',
  conversationId: talk.id,
  customerId: null,
  openedAt: noon(talk.day),
  dueOn: talk.day,
  status: 'open',
  priority: 'normal',
  locale: talk.locale,
  lastWords: '',
  agencyId: null,
});

const waitingOf = (talk: Talk, seconds: number): DeskConversation => ({
  conversationId: talk.id,
  conversation: `emulator/${talk.id}`,
  channelId: 'emulator',
  reference: {},
  caseNumber: `CS-${talk.id}`,
  reason: 'person',
  priority: 'normal',
  locale: talk.locale,
  status: 'taken',
  waitingSince: noon(talk.day),
  lastWords: '',
  customerId: null,
  agent: 'mei',
  takenAt: null,
  firstTakenAt: new Date(Date.parse(noon(talk.day)) + seconds * 1000).toISOString(),
  callback: null,
  outcome: null,
  endedAt: null,
});

const count = (of: readonly Talk[], test: (talk: Talk) => boolean) => of.filter(test).length;

/** The same numbers from the test's own list. */
export function expected(of: readonly Talk[]): Partial<DashboardNumbers> {
  const waits = of.flatMap(({ waited }) => waited ?? []);
  const shorter = (seconds: number) => waits.filter((one) => one < seconds).length;
  const middle = waits.filter((one) => Math.abs(waits.length - 1 - 2 * shorter(one)) <= 1);
  return {
    conversations: count(of, (talk) => talk.understood + talk.notUnderstood > 0),
    customerTurns: of.reduce((total, talk) => total + talk.understood + talk.notUnderstood, 0),
    understood: of.reduce((total, talk) => total + talk.understood, 0),
    notUnderstood: of.reduce((total, talk) => total + talk.notUnderstood, 0),
    offered: count(of, (talk) => talk.offered),
    promises: count(of, (talk) => talk.promise !== null),
    promisesKept: count(of, (talk) => talk.promise === 'kept'),
    promisesBroken: count(of, (talk) => talk.promise === 'broken'),
    handovers: count(of, (talk) => talk.handedOver),
    complaints: count(of, (talk) => talk.complaint),
    guardBlocks: count(of, (talk) => talk.blocked),
    waitingSecondsMax: waits.length === 0 ? null : Math.max(...waits),
    waitingSecondsMedian: waits.length === 0 ? null : middle.reduce((sum, one) => sum + one, 0) / middle.length,
  };
}
