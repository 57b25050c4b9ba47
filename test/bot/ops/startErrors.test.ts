// Somebody starts the assistant on a folder that cannot be used: one sentence says why and what to do.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderUnusable } from '../../../data/store/documentStore';
import { folderError } from '../../../data/store/lowdb/disk/makeFolder';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';

jest.setTimeout(180_000);
const root = join(__dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'assistant-start-'));
const file = join(folder, 'a-file');
writeFileSync(file, 'not a folder');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unusable = [file, join(file, 'below'), ...(existsSync('/proc/self') ? ['/proc/nothing', '/proc/a/b'] : [])];

it.each(unusable)('says that %s cannot hold the data, and does not hang', async (place) => {
  const refusal = await LowdbStore.open(place).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FolderUnusable);
  expect(String(refusal)).toContain(place);
});

it('says so where a file is in the place of one of its folders', async () => {
  const place = mkdtempSync(join(folder, 'book-'));
  writeFileSync(join(place, 'journal'), 'in the way');
  await expect(LowdbStore.open(place)).rejects.toBeInstanceOf(FolderUnusable);
});

it.each(['EROFS', 'ENOSPC', 'EACCES', 'EPERM', 'EEXIST', 'ENOTDIR', 'ENOENT', 'EIO', 'EDQUOT', 'ENAMETOOLONG'])(
  'has a sentence for %s',
  (code) => {
    const said = folderError('/data/book', Object.assign(new Error(`${code}: a message of Node's`), { code }));
    expect(said).toBeInstanceOf(FolderUnusable);
    expect(String(said)).toMatch(new RegExp(`/data/book .*${code}.*\\. ?`));
  },
);

it('leaves other errors as they are', () => {
  const fault = new TypeError('a fault of the program');
  expect(folderError('/data/book', fault)).toBe(fault);
});

it.each(unusable.slice(-2))('npm start on %s ends with code 1, one line and no stack', (place) => {
  const loader = join(root, 'test', 'data', 'store', 'processes', 'typescript.cjs');
  const result = spawnSync(process.execPath, ['-r', loader, join(root, 'bot', 'main.ts')], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: place, PORT: '0' },
    timeout: 150_000,
  });
  expect([result.status, result.stdout]).toEqual([1, '']);
  expect(result.stderr.trim().split('\n')).toHaveLength(1);
  expect(result.stderr).toContain(place);
});
