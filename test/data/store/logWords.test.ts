// Entries of a log are found by words in their text, wherever the engine keeps them at that moment.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentStore, StoreProblem } from '../../../data/store/documentStore';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';
import { MemoryStore } from '../../../data/store/memoryStore';
import { contractSchema as schema } from './contract';

const root = mkdtempSync(join(tmpdir(), 'store-words-'));
// Many fsyncs: slow on a busy machine, and never to be judged by time.
jest.setTimeout(120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(join(root, 'book-'));

const total = 10_060;
const saidBy = (i: number) => (i % 1000 === 0 ? `Écoutez ${i}` : i % 1000 === 7 ? `每月还一点 "${i}"` : `plain ${i}`);

async function fill(store: DocumentStore, from: number, until: number): Promise<void> {
  const numbers = Array.from({ length: until - from + 1 }, (_, index) => from + index);
  await store.transaction(numbers.map((i) => ({ kind: 'append', log: 'chain', entry: { said: saidBy(i) } })));
}

const engines: Readonly<Record<string, () => Promise<DocumentStore>>> = {
  'in memory': async () => {
    const store = new MemoryStore(schema);
    await fill(store, 1, total);
    return store;
  },
  'in files and segments': async () => {
    const store = await LowdbStore.open(newFolder(), { schema });
    await fill(store, 1, total);
    await store.checkpoint();
    return store;
  },
  'in the journal alone': async () => {
    const store = await LowdbStore.open(newFolder(), { schema, checkpointBytes: 1e9 });
    await fill(store, 1, total);
    return store;
  },
  'partly in files, partly in the journal': async () => {
    const store = await LowdbStore.open(newFolder(), { schema, checkpointBytes: 1e9 });
    await fill(store, 1, 9_005);
    await store.checkpoint();
    await fill(store, 9_006, total);
    return store;
  },
};

it.each(Object.keys(engines))('entries with some words are found %s, whatever the case', async (where) => {
  const store = await engines[where]?.();
  if (store === undefined) throw new Error('no such engine');
  const found = async (words: string, from: number, limit = 1000) =>
    (await store.readLog('chain', { from, limit, words })).map(({ sequence }) => sequence);
  expect(await found('éCOUTEZ', 8_500)).toEqual([9_000]);
  expect(await found('每月还一点', 9_001)).toEqual([9_007]);
  expect(await found('plain 9008', 9_008, 1)).toEqual([9_008]);
  expect(await found('plain 9008', 9_009)).toEqual([]);
  expect(await found('plain', 9_995, 10)).toEqual([9_995, 9_996, 9_997, 9_998, 9_999, 10_001, 10_002, 10_003, 10_004]);
  expect(await found('plain', total + 1)).toEqual([]);
  // What the engine writes around an entry is no part of it.
  expect(await found('sequence', 9_001)).toEqual([]);
  const [one] = await store.readLog('chain', { from: 9_007, limit: 1, words: '一点' });
  const [same] = await store.readLog('chain', { from: 9_007, limit: 1 });
  expect(one).toEqual(same);
  expect(await store.readLog('chain', { from: 9_001, limit: 5 })).toHaveLength(5);
  await store.close();
});

it('a damaged line that holds the words is reported and left out', async () => {
  const folder = newFolder();
  const store = await LowdbStore.open(folder, { schema });
  await fill(store, 1, 12);
  await store.close();
  const logs = join(folder, 'logs', 'chain');
  const segment = join(logs, readdirSync(logs).find((name) => name.endsWith('.lines')) ?? '');
  writeFileSync(segment, readFileSync(segment, 'utf8').replace('{"said":"plain 2"}', '{"said":"plain 2"'));
  const heard: StoreProblem[] = [];
  const again = await LowdbStore.open(folder, { schema, onProblem: (problem) => heard.push(problem) });
  expect((await again.readLog('chain', { from: 1, limit: 4, words: 'plain' })).map((one) => one.sequence)).toEqual([
    1, 3, 4,
  ]);
  expect(heard).toMatchObject([{ kind: 'damagedLog', where: 'chain', detail: 'entry 2 cannot be read' }]);
  await again.close();
});
