// A bank that keeps its limits in version control: export, check and import at the command line.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LowdbStore } from '../../../../data/store/lowdb/lowdbStore';
import { createRepositories } from '../../../../data/store/repositories';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'assistant-policy-'));
const dataDir = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = join(__dirname, '..', '..', '..', '..');

function run(...args: readonly string[]) {
  const loader = join(root, 'test', 'data', 'store', 'processes', 'typescript.cjs');
  const result = spawnSync(process.execPath, ['-r', loader, join(root, 'bot', 'cli', 'bank', 'policy.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataDir, ASSISTANT_NOW: '2026-11-23T02:30:00.000Z' },
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

async function inStore<T>(use: (repositories: ReturnType<typeof createRepositories>) => Promise<T>): Promise<T> {
  const store = await LowdbStore.open(dataDir);
  try {
    return await use(createRepositories(store));
  } finally {
    await store.close();
  }
}

it('exports what is in force, refuses a file above the law, and imports a change as a draft of a maker', async () => {
  const path = join(folder, 'limits.json');
  expect(run('export', 'offerLimits', '--out', path).code).toBe(0);
  const file = JSON.parse(readFileSync(path, 'utf8'));
  expect(file.value.version).toBe(file.version);
  expect(run('check', path).code).toBe(0);

  const tooLong = {
    ...file,
    value: { ...file.value, segments: [{ ...file.value.segments[0], instalmentCounts: [72] }] },
  };
  writeFileSync(path, JSON.stringify(tooLong));
  const refused = run('check', path);
  expect([refused.code, refused.err.includes('segments.0.instalmentCounts')]).toEqual([1, true]);
  expect(run('import', path, '--by', 'mei').code).toBe(1);

  writeFileSync(path, JSON.stringify({ ...file, value: { ...file.value, roundsMax: 5 }, reason: 'fewer rounds' }));
  const nobody = run('import', path, '--by', 'mei');
  expect([nobody.code, nobody.err.includes('not a maker')]).toEqual([1, true]);
  await inStore(({ staff }) =>
    staff.put(
      {
        username: 'mei',
        displayName: 'Mei',
        roles: ['maker'],
        source: 'local',
        subject: null,
        passwordHash: null,
        mustChangePassword: false,
        disabled: false,
        createdAt: '2026-11-23T02:30:00.000Z',
        lastSignInAt: null,
      },
      null,
    ),
  );
  expect(run('import', path, '--by', 'mei').code).toBe(0);
  const [draft] = await inStore(({ policies }) => policies.history('offerLimits'));
  expect(draft).toMatchObject({ status: 'draft', author: 'mei', reason: 'fewer rounds', basedOn: file.version });
  expect(draft?.content).toMatchObject({ roundsMax: 5, version: draft?.version });

  const not = join(folder, 'not.json');
  writeFileSync(not, '{"kind": "offerLimits"');
  expect(run('check', not)).toMatchObject({ code: 1 });
});
