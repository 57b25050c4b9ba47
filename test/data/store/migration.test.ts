// A bank starts this version on a data folder of an earlier one: everything is there, and the old files are gone.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { StoreSchema } from '../../../data/store/collections';
import { chainHash, chainStart } from '../../../data/store/hashChain';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';

const root = mkdtempSync(join(tmpdir(), 'store-migration-'));
jest.setTimeout(120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const schema: StoreSchema = {
  collections: { people: { indexes: ['town'] } },
  logs: { notes: { indexes: ['about'], chained: true } },
};

function file(folder: string, place: string, text: string): void {
  mkdirSync(join(folder, place, '..'), { recursive: true });
  writeFileSync(join(folder, place), text);
}

const journalLine = (record: object) => {
  const json = JSON.stringify(record);
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
};

/** As the version before wrote it: 40 people in files, one changed and one removed in the journal; 3 notes, the last in the journal. */
function oldFolder(): string {
  const folder = mkdtempSync(join(root, 'old-'));
  for (let i = 0; i < 40; i++) {
    const hash = createHash('sha256').update(`p${i}`).digest('hex');
    const text = `{"id":"p${i}","version":${i + 1},"value":{"town":"Jinan","i":${i}}}\n`;
    file(folder, `documents/people/${hash.slice(0, 2)}/p${i}_${hash.slice(0, 24)}.json`, text);
  }
  file(folder, 'index/people/head.json', '{"root":1,"nextNumber":2}');
  let hash = chainStart;
  const notes = [1, 2, 3].map((n) => {
    hash = chainHash(hash, { about: 'all', n });
    return { sequence: n, hash, entry: { about: 'all', n } };
  });
  const inFile = notes.slice(0, 2).map((note) => `${JSON.stringify(note)}\n`);
  file(folder, 'logs/notes/000000000001.jsonl', `${inFile.join('')}{"sequence":3,"ha`);
  file(folder, 'logs/notes/000000000001.pos', '');
  const d = [
    ['people', 'p1', 3, { town: 'Wuhan', i: 1 }],
    ['people', 'p2', 0, null],
  ];
  const l = notes.map(({ sequence, hash: own, entry }) => ['notes', sequence, own, entry]);
  file(folder, 'journal/000000000007.log', journalLine({ d, x: [['people', 'p2', 0]], l: l.slice(1) }));
  return folder;
}

async function expectAll(folder: string): Promise<void> {
  const store = await LowdbStore.open(folder, { schema });
  expect(store.problems()).toEqual([]);
  expect((await store.list('people', { limit: 100 })).items).toHaveLength(39);
  expect(await store.get('people', 'p1')).toEqual({ id: 'p1', version: 3, value: { town: 'Wuhan', i: 1 } });
  expect(await store.get('people', 'p2')).toBeUndefined();
  expect(await store.get('people', 'p39')).toMatchObject({ version: 40 });
  expect((await store.query('people', 'town', 'Jinan', { limit: 100 })).items).toHaveLength(38);
  const notes = await store.queryLog('notes', 'about', 'all');
  let hash = chainStart;
  for (const note of notes.items) {
    hash = chainHash(hash, note.entry);
    expect(note.hash).toBe(hash);
  }
  expect(notes.items.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  expect(await store.verify()).toEqual([]);
  await store.close();
}

it('carries documents with their versions, indexes, logs with their chain, and what only the journal had', async () => {
  const folder = oldFolder();
  await expectAll(folder);
  expect(readdirSync(folder).sort()).toEqual(['journal', 'logs', 'marks.json', 'pages', 'quarantine']);
  expect(existsSync(join(folder, 'logs', 'notes', '000000000001.jsonl'))).toBe(false);
  await expectAll(folder);
});

it('begins again where a crash ended it half way', async () => {
  const folder = oldFolder();
  file(folder, 'pages/people/0/1.page', 'half');
  file(folder, 'logs/notes/000000000001.lines', 'half');
  await expectAll(folder);
});

it('puts a document of the earlier version aside that cannot be read, and tells', async () => {
  const folder = oldFolder();
  file(folder, 'documents/people/00/broken_00.json', '{"id":"broken","ver');
  const store = await LowdbStore.open(folder, { schema });
  expect(store.problems()).toMatchObject([{ kind: 'damagedDocument', where: 'people' }]);
  expect(existsSync(store.problems()[0]?.quarantinedTo ?? '')).toBe(true);
  await store.close();
});
