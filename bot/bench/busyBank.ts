// A bank's busy day for benchmarks of the console: a thousand conversations wait, a hundred thousand decisions are on record.

import type { Role } from '../../data/domain/bank/staff';
import type { DeskConversation } from '../../data/domain/case/deskConversation';
import { seedDemo } from '../../data/seed/seedDemo';
import { LowdbStore } from '../../data/store/lowdb/lowdbStore';
import { createRepositories, type Repositories } from '../../data/store/repositories';
import { hashPassword } from '../staff/console/signIn/passwords';
import { decisionMaker } from './decisions';

export const staffPassword = 'only for this benchmark';
export const waitingCount = 1_000;
export const auditCount = 100_000;
const perTransaction = 1_000;
/** Seconds between two decisions: a hundred thousand are most of a year. */
const everySeconds = 300;

const after = (now: string, seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString();

/** A day that many days before `now`. */
export const daysAgo = (now: string, days: number): string => after(now, -days * 86_400).slice(0, 10);

const waiting = (number: number, now: string): DeskConversation => ({
  conversationId: `waiting-${number}`,
  conversation: `emulator/waiting-${number}`,
  channelId: 'emulator',
  reference: {},
  caseNumber: `CS-${number}`,
  reason: 'person',
  priority: number % 50 === 0 ? 'urgent' : 'normal',
  locale: 'zh-CN',
  status: 'waiting',
  waitingSince: after(now, -number),
  lastWords: 'how long will this take',
  customerId: null,
  agent: null,
  takenAt: null,
  firstTakenAt: null,
  callback: null,
  outcome: null,
  endedAt: null,
});

async function addStaff({ staff }: Repositories, username: string, roles: Role[], now: string): Promise<void> {
  const passwordHash = await hashPassword(staffPassword);
  const known = { source: 'local', subject: null, mustChangePassword: false, disabled: false } as const;
  const record = { username, displayName: username, roles, passwordHash, createdAt: now, lastSignInAt: null, ...known };
  await staff.put(record, 'any');
}

/** Fills an empty folder; `tick` hears how many decisions are written. */
export async function writeBusyBank(dataDir: string, now: string, tick: (done: number) => void): Promise<void> {
  const store = await LowdbStore.open(dataDir, { checkpointBytes: 64e6, checkpointMs: 600_000 });
  try {
    await seedDemo(store, now.slice(0, 10));
    const repositories = createRepositories(store);
    await addStaff(repositories, 'bench.agent', ['agent'], now);
    await addStaff(repositories, 'bench.auditor', ['auditor'], now);
    await addStaff(repositories, 'bench.maker', ['maker'], now);
    const decision = decisionMaker(now.slice(0, 10));
    const waits = Array.from({ length: waitingCount }, (_, index) => waiting(index + 1, now));
    await store.transaction(waits.map((one) => repositories.deskConversations.putOperation(one, null)));
    for (let from = 0; from < auditCount; from += perTransaction) {
      const numbers = Array.from({ length: perTransaction }, (_, index) => from + index);
      const events = numbers.map((number) => decision(number, after(now, (number - auditCount) * everySeconds)));
      await store.transaction(events.map((event) => repositories.audit.appendOperation(event)));
      tick(from + perTransaction);
    }
    // As in service: all but the last few megabytes lie in files of their own.
    await store.checkpoint();
  } finally {
    await store.close();
  }
}
