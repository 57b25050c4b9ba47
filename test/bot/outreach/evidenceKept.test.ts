// Papers go when nothing keeps them: not while a case or a debt is open, not under a legal hold, and their files go with them.
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readShippedData } from '../../../bot/config/shippedData';
import { DailyJob } from '../../../bot/outreach/daily/dailyJob';
import { dailyPartsOf } from '../../../bot/outreach/daily/dailyParts';
import type { CaseKind, CaseRecord } from '../../../data/domain/case/case';
import type { Evidence } from '../../../data/domain/case/evidence';
import { MemoryStore } from '../../../data/store/memoryStore';
import { createRepositories } from '../../../data/store/repositories';
import { KeyRing } from '../../../data/store/sealed/keyRing';
import { SealedFiles } from '../../../data/store/sealed/sealedFiles';
import { anAccount } from '../../data/domain/builders';

const data = readShippedData();
const never = new AbortController().signal;
const openedAt = '2018-01-01T02:00:00.000Z';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function world() {
  const store = new MemoryStore();
  const repositories = createRepositories(store);
  const files = new SealedFiles(folder, () => new KeyRing({ id: 'k', secret: Buffer.alloc(32, 1) }));
  return { store, repositories, files };
}
type World = ReturnType<typeof world>;

/** A paper of an old case, closed or not, of a customer who owes or does not. */
async function paper({ repositories, files }: World, name: string, kind: CaseKind, isClosed: boolean, owes: boolean) {
  const customerId = `C-${name}`;
  const closed = { at: openedAt, by: 'mei', outcome: 'done', decision: null };
  const matter: CaseRecord = {
    caseNumber: `CS-${name}`,
    kind,
    conversationId: 'c',
    customerId,
    openedAt,
    dueOn: '2018-02-01',
    status: isClosed ? 'closed' : 'open',
    priority: 'normal',
    locale: 'zh-CN',
    lastWords: '',
    agencyId: null,
    ...(isClosed ? { closed } : {}),
  };
  await repositories.cases.put(matter, null);
  const balance = owes ? {} : { principalFen: 0, interestFen: 0, feesFen: 0 };
  const payments = [{ paymentId: `P-${name}`, paidOn: '2018-03-01', amountFen: 100, channel: 'transfer' }];
  await repositories.accounts.put(anAccount({ accountId: `A-${name}`, customerId, payments, ...balance }), null);
  const fileId = `EV-${name}`;
  const about = { caseNumber: matter.caseNumber, caseKind: kind, customerId, conversationId: 'c' };
  const more = { name: 'a.jpg', type: 'jpeg', bytes: 1, sha256: '0'.repeat(64), paper: null, reason: null } as const;
  const record: Evidence = { fileId, ...about, receivedAt: openedAt, ...more };
  await repositories.evidence.put(record, null);
  await files.write(fileId, Buffer.from('a diagnosis'));
  utimesSync(join(folder, `${fileId}.sealed`), new Date(openedAt), new Date(openedAt));
  return customerId;
}

const left = () =>
  readdirSync(folder)
    .map((name) => name.replace('.sealed', ''))
    .sort();

test('on a day long after, only papers without a ground are gone, record and file; a dry run touches none', async () => {
  const here = world();
  await paper(here, 'open', 'complaint', false, false);
  await paper(here, 'owing', 'hardship', true, true);
  await paper(here, 'settled', 'hardship', true, false);
  await paper(here, 'complaint', 'complaint', true, true);
  const held = await paper(here, 'held', 'complaint', true, false);
  await here.repositories.legalHolds.put({ customerId: held, reason: 'lawsuit 7', placedAt: openedAt }, null);
  const orphan = 'EV-orphan';
  await here.files.write(orphan, Buffer.from('of a turn that failed'));
  utimesSync(join(folder, `${orphan}.sealed`), new Date(openedAt), new Date(openedAt));
  const clock = () => '2026-11-23T02:00:00.000Z';
  const job = new DailyJob(dailyPartsOf({ ...here, data, clock }, () => data.contactRules));

  const { steps } = await job.preview('2026-11-23');
  expect(steps.find(({ name }) => name === 'evidence')?.removed).toBe(2);
  expect(left()).toHaveLength(6);

  await job.run(never);
  expect(left()).toEqual(['EV-held', 'EV-open', 'EV-owing']);
  const kept = (await here.repositories.evidence.list()).items.map(({ record }) => record.fileId).sort();
  expect(kept).toEqual(['EV-held', 'EV-open', 'EV-owing']);
  // The old closed case of a held customer stays with its paper.
  expect(await here.repositories.cases.get('CS-held')).toBeDefined();
  expect(await here.repositories.cases.get('CS-complaint')).toBeUndefined();
});
