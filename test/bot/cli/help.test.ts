// Every command answers --help at once and refuses what it does not know, without starting anything.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Every command is a process of its own.
jest.setTimeout(240_000);

const root = join(__dirname, '..', '..', '..');
const loader = join(root, 'test', 'data', 'store', 'processes', 'typescript.cjs');
const folder = mkdtempSync(join(tmpdir(), 'assistant-help-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file in bot/cli that is a command and no part of one: package.json's scripts name it. */
const commands = ['', 'bank', 'measure', 'testers']
  .flatMap((inner) => readdirSync(join(root, 'bot', 'cli', inner)).map((name) => join('bot', 'cli', inner, name)))
  .filter((path) => path.endsWith('.ts') && readFileSync(join(root, path), 'utf8').includes('new Command('));

function run(path: string, argument: string) {
  const dataDir = join(folder, 'data');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', loader, join(root, path), argument], {
    encoding: 'utf8',
    cwd: folder,
    input: '',
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0' },
    timeout: 60_000,
  });
  return { status, stdout, stderr, hasTouched: existsSync(dataDir) };
}

test('the commands of package.json are all here', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const runner = readFileSync(join(root, 'run.mjs'), 'utf8');
  const named = [...runner.matchAll(/cli\('([\w/]+)'\)/g)].map(([, name]) => join('bot', 'cli', `${name}.ts`));
  expect(named.filter((path) => !commands.includes(path))).toEqual([]);
  expect(Object.keys(scripts).length).toBeGreaterThan(named.length);
});

test.each([join('bot', 'main.ts'), ...commands])(
  '%s tells its use and refuses a flag that it does not know',
  (path) => {
    const help = run(path, '--help');
    expect([help.status, help.stdout.startsWith('Usage:'), help.hasTouched]).toEqual([0, true, false]);
    const unknown = run(path, '--no-such-flag');
    expect([unknown.status, unknown.stdout, unknown.hasTouched]).toEqual([1, '', false]);
    expect(unknown.stderr).toMatch(/^error: /);
  },
);

test.each(['check', 'build', 'format'])('npm run %s tells its use and takes nothing', (name) => {
  const runner = (argument: string) =>
    spawnSync(process.execPath, [join(root, 'run.mjs'), name, argument], { encoding: 'utf8', timeout: 60_000 });
  expect(runner('--help')).toMatchObject({ status: 0, stderr: expect.stringContaining(name) });
  expect(runner('--no-such-flag')).toMatchObject({ status: 1, stderr: expect.stringContaining('--no-such-flag') });
});
