// Files are damaged, folders are shared, disks refuse: the store says what is wrong and serves the rest.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreSchema } from '../../../data/store/collections';
import { StoreInUse, type StoreProblem } from '../../../data/store/documentStore';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';
import { startChild } from './processes/child';

const root = mkdtempSync(join(tmpdir(), 'store-damage-'));
// Many fsyncs: slow on a busy machine, and never to be judged by time.
jest.setTimeout(120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(join(root, 'book-'));

const schema: StoreSchema = {
  collections: { people: { indexes: ['town'] } },
  logs: { notes: { indexes: ['about'], chained: true } },
};

/** All files below a folder. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );

async function book(folder: string, people = 5): Promise<void> {
  const store = await LowdbStore.open(folder, { schema });
  for (let i = 0; i < people; i++) await store.put('people', `person${i}`, { town: 'Jinan', i }, null);
  for (let i = 0; i < people; i++) await store.append('notes', { about: 'all', i });
  await store.close();
}

const fileOf = (folder: string, start: string) => {
  const found = filesBelow(folder).find((path) => path.includes(start));
  if (!found) throw new Error(`no file ${start}`);
  return found;
};

async function reopen(folder: string) {
  const heard: StoreProblem[] = [];
  const store = await LowdbStore.open(folder, { schema, onProblem: (problem) => heard.push(problem) });
  return { store, heard };
}

it('loses only the document whose line is damaged, reports it, keeps the file, and serves the others', async () => {
  const folder = newFolder();
  await book(folder);
  const page = fileOf(folder, join('pages', 'people', '0', '1.page'));
  const damaged = readFileSync(page, 'utf8').replace('"town":"Jinan","i":2', '"town":"Jinan","i":7');
  writeFileSync(page, damaged);
  const { store, heard } = await reopen(folder);
  expect(await store.get('people', 'person2')).toBeUndefined();
  expect(heard).toMatchObject([{ kind: 'damagedDocument', where: 'people' }]);
  expect(store.problems()).toEqual(heard);
  expect(readFileSync(heard[0]?.quarantinedTo ?? '', 'utf8')).toBe(damaged);
  const others = ['person0', 'person1', 'person3', 'person4'];
  expect((await store.query('people', 'town', 'Jinan')).items.map((item) => item.id)).toEqual(others);
  expect((await store.list('people')).items.map((item) => item.id)).toEqual(others);
  expect(await store.put('people', 'person2', { town: 'Jinan' }, null)).toBe(1);
  expect((await store.query('people', 'town', 'Jinan')).items).toHaveLength(5);
  await store.close();
});

it('never gives the entry of one key to somebody who asks for another, when a log lost its end', async () => {
  const folder = newFolder();
  const first = (await reopen(folder)).store;
  for (const about of ['ann', 'bo', 'bo']) await first.append('notes', { about });
  await first.close();
  const segment = fileOf(folder, '.lines');
  const lines = readFileSync(segment, 'utf8').split('\n');
  writeFileSync(segment, `${lines[0]}\n`);
  // The old way to lose it for good: the note of the end is gone, too.
  rmSync(join(folder, 'marks.json'));
  const { store, heard } = await reopen(folder);
  expect(heard.map(({ kind }) => kind)).toContain('damagedMarks');
  await store.append('notes', { about: 'cy' });
  expect((await store.queryLog('notes', 'about', 'bo')).items).toEqual([]);
  expect((await store.queryLog('notes', 'about', 'cy')).items).toHaveLength(1);
  expect(heard.map(({ kind }) => kind)).toContain('damagedIndex');
  await store.close();
});

it('numbers go on after the noted end of a log that lost its last entries', async () => {
  const folder = newFolder();
  await book(folder);
  const segment = fileOf(folder, '.lines');
  writeFileSync(segment, readFileSync(segment, 'utf8').split('\n').slice(0, 2).join('\n'));
  const { store, heard } = await reopen(folder);
  expect(heard).toMatchObject([
    { kind: 'damagedLog', where: 'notes', detail: 'entries 2 to 5 are missing at the end' },
  ]);
  expect(await store.append('notes', { about: 'more' })).toBe(6);
  expect(store.logHead('notes')).toMatchObject({ sequence: 5 });
  await store.close();
});

it('builds an index again when one of its pages is damaged or its head is lost', async () => {
  const folder = newFolder();
  await book(folder, 300);
  writeFileSync(fileOf(folder, join('pages', 'people.town', '0', '2.page')), '{"entries":[1]}');
  writeFileSync(fileOf(folder, join('pages', 'log.notes.about', 'head.json')), 'x');
  const { store, heard } = await reopen(folder);
  expect((await store.query('people', 'town', 'Jinan', { limit: 1000 })).items).toHaveLength(300);
  expect((await store.list('people', { limit: 1000 })).items).toHaveLength(300);
  expect((await store.queryLog('notes', 'about', 'all', { limit: 1000 })).items).toHaveLength(300);
  expect(heard.map((problem) => problem.where).sort()).toEqual(['log.notes.about', 'people.town']);
  await store.close();
  const again = await reopen(folder);
  expect((await again.store.query('people', 'town', 'Jinan', { limit: 1000 })).items).toHaveLength(300);
  expect(again.heard).toEqual([]);
  await again.store.close();
});

it('fills an index that is declared after documents were stored', async () => {
  const folder = newFolder();
  await book(folder);
  const wider: StoreSchema = { collections: { people: { indexes: ['town', 'street'] } }, logs: schema.logs };
  const writing = await LowdbStore.open(folder, { schema });
  await writing.put('people', 'person9', { street: 'Long Street' }, null);
  await writing.close();
  const store = await LowdbStore.open(folder, { schema: wider });
  expect((await store.query('people', 'street', 'Long Street')).items.map((item) => item.id)).toEqual(['person9']);
  await store.close();
});

it('does not believe an index that was not declared for a while', async () => {
  const folder = newFolder();
  const wider: StoreSchema = { collections: { people: { indexes: ['town', 'street'] } }, logs: schema.logs };
  const open = (declared: StoreSchema) => LowdbStore.open(folder, { schema: declared });
  const before = await open(wider);
  await before.put('people', 'ann', { street: 'Long Street' }, null);
  await before.close();
  const meanwhile = await open(schema);
  await meanwhile.put('people', 'bo', { street: 'Long Street' }, null);
  await meanwhile.close();
  const after = await open(wider);
  expect((await after.query('people', 'street', 'Long Street')).items.map((item) => item.id)).toEqual(['ann', 'bo']);
  await after.close();
});

it('cuts off a torn end of a log, leaves a damaged line out, and goes on numbering', async () => {
  const folder = newFolder();
  await book(folder);
  const segment = fileOf(folder, '.lines');
  const lines = readFileSync(segment, 'utf8').trimEnd().split('\n');
  lines[1] = lines[1]?.replace('"i":1', '"i":') ?? '';
  writeFileSync(segment, `${lines.join('\n')}\n{"sequence":6,"ha`);
  const { store, heard } = await reopen(folder);
  expect((await store.readLog('notes', { from: 1, limit: 9 })).map((entry) => entry.sequence)).toEqual([1, 3, 4, 5]);
  expect(heard).toMatchObject([{ kind: 'damagedLog', where: 'notes', detail: 'entry 2 cannot be read' }]);
  expect(await store.append('notes', { about: 'more' })).toBe(6);
  await store.close();
  const again = await reopen(folder);
  const [last] = await again.store.readLog('notes', { from: 6, limit: 1 });
  expect(last).toMatchObject({ sequence: 6, entry: { about: 'more' } });
  await again.store.close();
});

it('reads logs across segments of ten thousand entries, also after a restart', async () => {
  const folder = newFolder();
  const first = await LowdbStore.open(folder, { schema });
  for (let from = 1; from <= 20_005; from += 4001)
    await first.transaction(
      Array.from({ length: 4001 }, (_, i) => {
        return { kind: 'append', log: 'notes', entry: { about: `n${(from + i) % 500}`, i: from + i } };
      }),
    );
  await first.checkpoint();
  await first.close();
  expect(filesBelow(join(folder, 'logs')).filter((path) => path.endsWith('.lines'))).toHaveLength(3);
  const { store } = await reopen(folder);
  const around = await store.readLog('notes', { from: 9_999, limit: 4 });
  expect(around.map((entry) => Reflect.get(Object(entry.entry), 'i'))).toEqual([9_999, 10_000, 10_001, 10_002]);
  expect((await store.queryLog('notes', 'about', 'n7')).items.at(-1)?.sequence).toBe(19_507);
  expect(await store.append('notes', { about: 'end' })).toBe(20_006);
  await store.close();
});

it('refuses a second process and names the first one and the folder; takes over when that one was killed', async () => {
  const folder = newFolder();
  const child = startChild('holder.ts', [folder]);
  await child.printed(1);
  const refusal = await LowdbStore.open(folder).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StoreInUse);
  expect(String(refusal)).toContain(`process ${child.process.pid}`);
  expect(String(refusal)).toContain(folder);
  await child.killHard();
  const store = await LowdbStore.open(folder);
  await expect(LowdbStore.open(folder)).rejects.toBeInstanceOf(StoreInUse);
  await store.close();
  await (await LowdbStore.open(folder)).close();
});

it('does not take a process that was given the same number later for the owner', async () => {
  const folder = newFolder();
  const store = await LowdbStore.open(folder);
  const lock = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'));
  await store.close();
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({ ...lock, started: 'long ago' }));
  await (await LowdbStore.open(folder)).close();
  writeFileSync(join(folder, 'owner.json'), '{"pid":');
  await (await LowdbStore.open(folder)).close();
});

it('keeps folders and files from other users of the machine', async () => {
  const folder = join(newFolder(), 'book');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  await book(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const path of filesBelow(folder)) expect(statSync(path).mode & 0o077).toBe(0);
});

it('closes soon although much is in the journal, and has all of it at the next start', async () => {
  const folder = newFolder();
  const { store } = await reopen(folder);
  const long = 'x'.repeat(2000);
  const people = Array.from({ length: 600 }, (_, i) => `p${i}`);
  await store.transaction(
    people.map((id) => ({
      kind: 'put',
      collection: 'people',
      id,
      value: { town: 'Jinan', long },
      expectedVersion: null,
    })),
  );
  const checkpoint = store.checkpoint();
  await store.close();
  await checkpoint;
  expect(readdirSync(join(folder, 'journal')).some((name) => name.endsWith('.log'))).toBe(true);
  const again = await reopen(folder);
  expect((await again.store.query('people', 'town', 'Jinan', { limit: 1000 })).items).toHaveLength(600);
  expect(again.heard).toEqual([]);
  await again.store.close();
});

it('keeps serving from the journal when files cannot be written, reports it, and catches up later', async () => {
  const folder = newFolder();
  const { store, heard } = await reopen(folder);
  writeFileSync(join(folder, 'logs', 'notes'), 'in the way');
  await store.put('people', 'ann', { town: 'Jinan' }, null);
  await store.append('notes', { about: 'ann' });
  await store.checkpoint();
  expect(heard).toMatchObject([{ kind: 'checkpointFailed' }]);
  await store.put('people', 'ann', { town: 'Wuhan' }, 1);
  expect(await store.get('people', 'ann')).toMatchObject({ version: 2 });
  rmSync(join(folder, 'logs', 'notes'));
  await store.checkpoint();
  await store.close();
  expect(heard).toHaveLength(1);
  const again = await reopen(folder);
  expect((await again.store.query('people', 'town', 'Wuhan')).items).toMatchObject([{ id: 'ann', version: 2 }]);
  await again.store.close();
});

it('finds nothing wrong in a store whose log is still empty, nor in one that holds nothing at all', async () => {
  const folder = newFolder();
  const { store, heard } = await reopen(folder);
  await store.checkpoint();
  await store.put('people', 'ann', { town: 'Jinan' }, null);
  await store.checkpoint();
  expect(await store.verify()).toEqual([]);
  await store.close();
  const again = await reopen(folder);
  expect(await again.store.verify()).toEqual([]);
  await again.store.close();
  expect([...heard, ...again.heard]).toEqual([]);
});
