// The house stays easy to see: the import table holds, files stay small, and customers' words stay in data.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => /^(bot|dialogs|data)\/.*\.tsx?$/.test(path));
const linesOf = (path: string) => readFileSync(join(root, path), 'utf8').split('\n');

test('imports point one way: bot → dialogs → data, and botbuilder stays at the door', () => {
  const script = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const result = spawnSync(
    process.execPath,
    [script, '--config', '.dependency-cruiser.js', '--output-type', 'err-long', 'bot', 'dialogs', 'data', 'test'],
    { cwd: root, encoding: 'utf8' },
  );
  // The report names each breach and, from the rule's comment, how to mend it.
  expect(result.status === 0 ? '' : result.stdout).toBe('');
}, 120_000);

test('no source file is longer than 250 lines', () => {
  expect(tracked.filter((path) => linesOf(path).length > 251)).toEqual([]);
});

test('no folder holds more than 15 entries, so that each can be taken in at a glance', () => {
  const folders = new Map<string, Set<string>>();
  for (const path of tracked) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      folders.set(folder, (folders.get(folder) ?? new Set()).add(parts[depth] ?? ''));
    }
  }
  expect([...folders].filter(([, entries]) => entries.size > 15).map(([folder]) => folder)).toEqual([]);
});

test('every source file begins by saying what it is for', () => {
  expect(tracked.filter((path) => !/^(\/\/|\/\*)/.test(linesOf(path)[0] ?? ''))).toEqual([]);
});

test('no customer-facing Chinese words stand in code', () => {
  const speaks = (path: string) =>
    linesOf(path).some((line) => /[\u4e00-\u9fff]/.test(line.replace(/\/\/.*|^\s*\*.*|\/\*\*?.*/g, '')));
  // Patterns that read Chinese figures and the terminal’s welcome are no words to a customer.
  const wordLists =
    /^(dialogs\/understanding\/|data\/seed\/|data\/domain\/conduct\/(?:figures|words\/figure\w+)\.ts|bot\/compose\/welcome\.ts)/;
  expect(tracked.filter((path) => !wordLists.test(path) && speaks(path))).toEqual([]);
});

test('the domain reads no clock, draws no chance and does no input or output', () => {
  const impure = /Date\.now|new Date\(\)|Math\.random|from 'node:/;
  expect(
    tracked.filter((path) => path.startsWith('data/domain/') && linesOf(path).some((line) => impure.test(line))),
  ).toEqual([]);
});
