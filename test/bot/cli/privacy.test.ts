// A customer asks for a copy of everything and for its erasure; a court asks that nothing goes; keys change.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysOnce } from '../../../bot/config/dataKeys';
import { transcriptOf } from '../../../bot/staff/desk/transcript';
import { conversationKey } from '../../../bot/turn/conversationKey';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';
import { createRepositories, type Repositories } from '../../../data/store/repositories';
import { erasedText } from '../../../data/store/sealed/logTexts';
import { sealingStore } from '../../../data/store/sealed/sealingStore';
import { jpeg } from '../documents/evidence/sampleFiles';
import { openPage } from '../support/pageTalk';
import { startHouse } from '../support/runningHouse';

jest.setTimeout(240_000);

const root = join(__dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'assistant-privacy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(dataDir: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const loader = join(root, 'test', 'data', 'store', 'processes', 'typescript.cjs');
  const command = join(root, 'bot', 'cli', 'bank', 'privacy.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', loader, command, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, DATA_DIR: dataDir, ASSISTANT_NOW: '2026-11-23T03:00:00.000Z', ...more },
  });
  return { code: status, out: stdout, err: stderr };
}

const openSealed = async (dataDir: string) =>
  sealingStore(await LowdbStore.open(dataDir), keysOnce({ dataDir, dataKeys: null }));

async function look<T>(dataDir: string, use: (repositories: Repositories) => Promise<T>): Promise<T> {
  const store = await openSealed(dataDir);
  try {
    return await use(createRepositories(store));
  } finally {
    await store.close();
  }
}

/** What was said in a conversation of our page, as a colleague would read it. */
async function said(dataDir: string, conversationId: string): Promise<readonly string[]> {
  const store = await openSealed(dataDir);
  try {
    return (await transcriptOf(store, conversationKey('directline', conversationId))).map(({ text }) => text);
  } finally {
    await store.close();
  }
}

/** A customer who owes, talked about a plan, was ill, and sent a photo. */
async function aTalk(): Promise<{ dataDir: string; customerId: string; conversationId: string }> {
  const house = await startHouse();
  const talk = await openPage(house.address);
  await talk.say('住院了');
  await talk.say('6688 1234');
  await talk.upload([{ name: '<b>scan</b>.jpg', bytes: jpeg() }]);
  await talk.say('分期');
  const [one] = (await house.house.repositories.evidence.list()).items;
  await house.stop('keepData');
  if (one === undefined) throw new Error('the photo was kept');
  return { dataDir: house.dataDir, customerId: one.record.customerId, conversationId: talk.conversationId };
}

test('the copy is one page for the owner’s eyes: accounts, cases, papers, words and decisions, and nothing in it acts', async () => {
  const { dataDir, customerId } = await aTalk();
  const out = join(folder, 'copy.html');
  expect(run(dataDir, ['export', customerId, '--out', out])).toMatchObject({ code: 0, out: `${out}\n` });
  expect(statSync(out).mode & 0o777).toBe(0o600);
  const page = readFileSync(out, 'utf8');
  for (const part of [
    customerId,
    '26431.20',
    '[健康]了',
    'evidenceKept',
    '您的个人信息副本',
    'A copy of your personal data',
  ])
    expect(page).toContain(part);
  expect(page).not.toMatch(/<script|<b>|src=|href=/);
  expect(run(dataDir, ['export', 'C-NOBODY'])).toMatchObject({ code: 1, out: '' });
  const events = await look(dataDir, ({ audit }) => audit.ofType('privacy.exported'));
  expect(events.items.map(({ event }) => event.customerId)).toEqual([customerId]);
});

test('erasure while a debt is open takes what nothing keeps, says what stays and why, and leaves the chain whole', async () => {
  const { dataDir, customerId, conversationId } = await aTalk();
  const dry = run(dataDir, ['erase', customerId, '--dry-run']);
  expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('the debt is not settled') });
  const memory = `directline/conversations/${conversationId}/`;
  await look(dataDir, async ({ evidence }) => expect(await evidence.ofCustomer(customerId)).toHaveLength(1));
  expect(run(dataDir, ['erase', customerId]).out).toBe(dry.out);
  const store = await openSealed(dataDir);
  const { accounts, cases, evidence, audit } = createRepositories(store);
  expect(await store.get('conversations', memory)).toBeUndefined();
  expect(await accounts.ofCustomer(customerId)).not.toEqual([]);
  expect([(await cases.ofCustomer(customerId)).length, (await evidence.ofCustomer(customerId)).length]).toEqual([1, 1]);
  expect(await audit.verifyChain()).toMatchObject({ kind: 'whole' });
  await store.close();
});

test('long after everything was paid and closed nothing is left but the chain, which holds no words; under a hold all of it is', async () => {
  const { dataDir, customerId, conversationId } = await aTalk();
  await look(dataDir, async ({ accounts, cases }) => {
    for (const { record, version } of await accounts.keptOfCustomer(customerId))
      await accounts.put({ ...record, principalFen: 0, interestFen: 0, feesFen: 0, asOf: '2026-11-23' }, version);
    for (const one of await cases.ofCustomer(customerId)) {
      const closed = { at: '2026-11-23T03:00:00.000Z', by: 'mei', outcome: 'done', decision: null };
      await cases.put({ ...one, status: 'closed', closed }, 'any');
    }
  });
  const years = { ASSISTANT_NOW: '2036-01-01T03:00:00.000Z' };
  expect(run(dataDir, ['hold', customerId, '--reason', 'lawsuit 7'], years).code).toBe(0);
  expect(run(dataDir, ['erase', customerId], years).out).toContain('legal hold');
  expect(await said(dataDir, conversationId)).toEqual(expect.arrayContaining(['分期']));
  expect(readdirSync(join(dataDir, 'evidence'))).toHaveLength(1);
  expect(run(dataDir, ['release', customerId], years).code).toBe(0);
  expect(run(dataDir, ['erase', customerId], years).code).toBe(0);
  await look(dataDir, async ({ customers, accounts, cases, evidence, audit }) => {
    expect(await customers.get(customerId)).toBeUndefined();
    const left = [accounts, cases, evidence].map((repository) => repository.ofCustomer(customerId));
    expect((await Promise.all(left)).flat()).toEqual([]);
    expect(await audit.verifyChain()).toMatchObject({ kind: 'whole' });
  });
  expect(readdirSync(join(dataDir, 'evidence'))).toEqual([]);
  expect(new Set(await said(dataDir, conversationId))).toEqual(new Set([erasedText]));
});

test('while the debt is open what was said stays, and is told with the reason', async () => {
  const { dataDir, customerId, conversationId } = await aTalk();
  expect(run(dataDir, ['erase', customerId]).out).toMatch(/Conversations: 0 .*, 1 .*the debt is not settled/);
  expect(await said(dataDir, conversationId)).toEqual(expect.arrayContaining(['分期']));
});

test('after a change of keys every paper is sealed anew, and without the old key it opens no more until then', async () => {
  const { dataDir } = await aTalk();
  const key = (name: string, fill: number) => `${name}:${Buffer.alloc(32, fill).toString('base64')}`;
  expect(run(dataDir, ['rotate'], { DATA_KEY: key('a', 1) }).out).toMatch(/1 of 1 papers and [1-9]\d* documents/);
  const both = { DATA_KEY: key('b', 2), DATA_KEYS_OLD: key('a', 1) };
  expect(run(dataDir, ['rotate'], both).out).toMatch(/1 of 1 papers and [1-9]\d* documents/);
  expect(run(dataDir, ['rotate'], { DATA_KEY: key('b', 2) }).out).toContain('0 of 1 papers and 0 documents');
  const lost = run(dataDir, ['rotate'], { DATA_KEY: key('c', 3) });
  expect([lost.code, existsSync(join(dataDir, 'evidence'))]).toEqual([1, true]);
  expect(lost.err).toContain('sealed with another key');
});
