// Clerks at the command line: the bank's book comes in whole or not at all, and decisions can be taken again.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';
import { createRepositories } from '../../../data/store/repositories';
import { startEmulator } from '../support/emulator';
import { startHouse } from '../support/runningHouse';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'assistant-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = join(__dirname, '..', '..', '..');

function run(name: string, args: readonly string[], dataDir = join(folder, 'data')) {
  const loader = join(root, 'test', 'data', 'store', 'processes', 'typescript.cjs');
  const result = spawnSync(process.execPath, ['-r', loader, join(root, 'bot', 'cli', `${name}.ts`), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataDir, ASSISTANT_NOW: '2026-11-23T02:30:00.000Z' },
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

const header =
  'accountId,customerId,idTail,phone,displayName,locale,product,cardTail,asOf,principal,interest,fees,minimumDue,statementDay,dueDay,pastDueSince,dailyInterestRate,agencyId,flags';
const row = (account: string, principal = '20000.00') =>
  `${account},C-9,1234,13800000009,Test,zh-CN,standard,6688,2026-11-20,${principal},100.00,0,1000.00,1,20,2026-08-20,0.0005,,`;

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

async function look<T>(use: (repositories: ReturnType<typeof createRepositories>) => Promise<T>): Promise<T> {
  const store = await LowdbStore.open(join(folder, 'data'));
  try {
    return await use(createRepositories(store));
  } finally {
    await store.close();
  }
}

it('imports accounts once, and the same file again changes nothing', async () => {
  const path = file('accounts.csv', header, row('A-9'), row('A-10', '3000.00'));
  const first = run('bank/import', ['accounts', path]);
  expect([first.code, first.err.includes('Nothing was imported')]).toEqual([0, false]);
  expect(first.out).toContain('2 new or changed');
  expect(run('bank/import', ['accounts', path]).out).toContain('0 new or changed');
  expect(await look(({ accounts }) => accounts.ofCustomer('C-9'))).toHaveLength(2);
});

it('lists what is due today without doing it, then does it once', async () => {
  const store = await LowdbStore.open(join(folder, 'daily'));
  const { promises } = createRepositories(store);
  const promise = {
    promiseId: 'PR-1',
    customerId: 'C-9',
    accountIds: ['A-9'],
    amountFen: 100,
    status: 'open' as const,
  };
  await promises.put({ ...promise, payDate: '2026-11-10', madeAt: '2026-11-09T02:00:00.000Z' }, null);
  await store.close();
  const daily = (...args: string[]) => run('daily', args, join(folder, 'daily'));
  expect(daily('--dry-run').out).toMatch(/2026-11-23:\n {2}promises: promise.broken PR-1\n$/);
  expect(daily('--dry-run', '--day', '2026-11-11').out).toContain('nothing');
  expect(daily('--day', '2026-11-11').code).toBe(1);
  expect(daily('--dry-run', '--day', '11.11.2026').err).toContain('2026-11-23');
  expect(daily().out).toBe('Done: 2026-11-23\n');
  expect(daily('--dry-run').out).toContain('Every day up to today is done.');
});

it('imports nothing of a file with one wrong row, and names the line and the field', async () => {
  const path = file('wrong.csv', header, row('A-11'), row('A-12', 'a lot'));
  const result = run('bank/import', ['accounts', path]);
  expect(result.code).toBe(1);
  expect(result.err).toMatch(/line 3, principal/);
  expect(await look(({ accounts }) => accounts.get('A-11'))).toBeUndefined();
});

it('takes a payment off the account once', async () => {
  const path = file('payments.csv', 'paymentId,accountId,paidOn,amount,channel', 'P-1,A-9,2026-11-21,500.00,app');
  expect(run('bank/import', ['payments', path]).out).toContain('1 new or changed');
  expect(run('bank/import', ['payments', path]).out).toContain('0 new or changed');
  expect((await look(({ accounts }) => accounts.get('A-9')))?.payments).toHaveLength(1);
});

it('says what is wrong with a file that is not there, not CSV, or of no known kind', () => {
  expect(run('bank/import', ['accounts', join(folder, 'none.csv')]).code).toBe(1);
  expect(run('bank/import', ['accounts', file('bad.csv', '"a', 'b')]).code).toBe(1);
  expect(run('bank/import', ['people', file('x.csv', 'a')]).code).toBe(1);
});

it('takes the decisions of a conversation again, also while the assistant is running', async () => {
  const running = await startHouse(join(folder, 'replayed'));
  const emulator = await startEmulator(() => running.address);
  const talk = emulator.conversation();
  await talk.arrive();
  for (const words of ['我想分期', '6688 1234', '800', '选1']) await talk.say(words);
  const { code, out } = run('replay', [talk.conversationId], running.dataDir);
  expect([code, out]).toEqual([0, expect.stringContaining('0 differ')]);
  expect(out).toMatch(/[2-9] decisions taken again with the same result/);
  expect(run('replay', ['unknown-conversation'], running.dataDir).code).toBe(1);
  await running.stop();
  await emulator.close();
});

it('verifies every file, and names the one that was damaged', async () => {
  const dataDir = join(folder, 'verified');
  const store = await LowdbStore.open(dataDir);
  await store.put('markers', 'one', { kept: true }, null);
  await store.close();
  expect(run('bank/verify', [], dataDir)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Every file is as it was'),
  });
  writeFileSync(join(dataDir, 'pages', 'markers', '0', '1.page'), 'garbage');
  const { code, out } = run('bank/verify', [], dataDir);
  expect(code).toBe(1);
  expect(out).toContain('damagedDocument in markers');
});
