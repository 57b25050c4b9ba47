// Every kind of file in every kind of damage: what is read is as it was written or not there, and nothing is lost in silence.
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { StoreSchema } from '../../../data/store/collections';
import type { StoreProblem } from '../../../data/store/documentStore';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';

const root = mkdtempSync(join(tmpdir(), 'store-matrix-'));
// Many fsyncs: slow on a busy machine, and never to be judged by time.
jest.setTimeout(240_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const schema: StoreSchema = {
  collections: { people: { indexes: ['town'] }, things: { indexes: [] } },
  logs: { notes: { indexes: ['about'], chained: true }, words: { indexes: ['about'], chained: false } },
};
const people = 700;
const entries = 30;
const towns = ['Jinan', 'Wuhan', 'Harbin'];
const writtenIn = (i: number, round: number) => ({
  town: towns[(i + round) % 3],
  round,
  i,
  words: `round ${round} `.repeat(9),
});
const entryOf = (sequence: number) => ({ about: towns[sequence % 3], sequence });

async function write(store: LowdbStore, round: number, count: number): Promise<void> {
  await store.transaction(
    Array.from({ length: count }, (_, i) => {
      return { kind: 'put', collection: 'people', id: `p${i}`, value: writtenIn(i, round), expectedVersion: 'any' };
    }),
  );
  for (let n = 1; n <= entries; n++)
    await store.transaction(
      ['notes', 'words'].map((log) => ({ kind: 'append', log, entry: entryOf((round - 1) * entries + n) })),
    );
}

const live = join(root, 'live');
const before = join(root, 'before');
const after = join(root, 'after');
const copy = (from: string, to: string) =>
  cpSync(from, to, { recursive: true, filter: (path) => basename(path) !== 'owner.json' });

/** Round 1 in files, round 2 in files, round 3 (a part) in the journal only, as a crash leaves it. */
beforeAll(async () => {
  const store = await LowdbStore.open(live, { schema });
  await write(store, 1, people);
  await store.checkpoint();
  copy(live, before);
  await write(store, 2, people);
  await store.checkpoint();
  await write(store, 3, 20);
  copy(live, after);
  await store.close();
});

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const kinds: Readonly<Record<string, RegExp>> = {
  'a page of documents': /pages\/people\/0\/[3-9]\.page$/,
  'the first page of documents': /pages\/people\/0\/1\.page$/,
  'the head of a collection': /pages\/people\/head\.json$/,
  'a page of an index': /pages\/people\.town\/0\/[2-5]\.page$/,
  'the head of an index': /pages\/people\.town\/head\.json$/,
  'the index of a log': /pages\/log\.notes\.about\/0\/1\.page$/,
  'a chained log': /logs\/notes\/\d+\.lines$/,
  'a log without a chain': /logs\/words\/\d+\.lines$/,
  'the positions of a log': /logs\/notes\/\d+\.pos$/,
  'the journal': /journal\/\d+\.log$/,
  'the noted end of the journal': /journal\/\d+\.end$/,
  'the marks': /marks\.json$/,
};

const flip = (path: string, at: number) => {
  const bytes = readFileSync(path);
  const place = Math.floor((bytes.length - 1) * at);
  bytes[place] = (bytes[place] ?? 0) ^ 4;
  writeFileSync(path, bytes);
};

const damages: Readonly<Record<string, (path: string, folder: string) => void>> = {
  'is deleted': (path) => rmSync(path),
  'is emptied': (path) => truncateSync(path, 0),
  'is cut in half': (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
  'loses its last line': (path) => {
    const text = readFileSync(path, 'latin1').trimEnd();
    truncateSync(path, text.lastIndexOf('\n') + 1);
  },
  'has a bit flipped at its beginning': (path) => flip(path, 0.02),
  'has a bit flipped in the middle': (path) => flip(path, 0.5),
  'has a bit flipped near its end': (path) => flip(path, 0.9),
  'holds garbage': (path) => writeFileSync(path, '\u0000garbage\n{"id":1}\n'.repeat(20)),
  'is swapped with another of its folder': (path) => {
    const folder = join(path, '..');
    const ending = path.split('.').at(-1) ?? '';
    const other = readdirSync(folder).find((name) => name.endsWith(ending) && name !== basename(path));
    if (other === undefined) return writeFileSync(path, 'nothing to swap with');
    renameSync(path, `${path}.aside`);
    renameSync(join(folder, other), path);
    renameSync(`${path}.aside`, join(folder, other));
  },
  'is an old copy': (path, folder) => {
    const old = join(before, path.slice(folder.length));
    try {
      copyFileSync(old, path);
    } catch {
      rmSync(path);
    }
  },
};

interface Seen {
  readonly problems: readonly StoreProblem[];
  readonly complete: boolean;
}

async function everythingIn(folder: string, journalLost = false): Promise<Seen> {
  const store = await LowdbStore.open(folder, { schema });
  let complete = true;
  for (let i = 0; i < people; i++) {
    const found = await store.get('people', `p${i}`);
    const latest = writtenIn(i, i < 20 ? 3 : 2);
    // A lost journal leaves what the last checkpoint had; otherwise old words are never taken for new ones.
    const isLatest = JSON.stringify(found?.value) === JSON.stringify(latest);
    if (found && !isLatest) expect(found.value).toEqual(journalLost ? writtenIn(i, 2) : latest);
    if (!isLatest) complete = false;
  }
  const listed = new Set<string>();
  for (const town of towns)
    for (const { id, value } of (await store.query('people', 'town', town, { limit: 1000 })).items) {
      expect(Reflect.get(Object(value), 'town')).toBe(town);
      listed.add(id);
    }
  if (listed.size < people) complete = false;
  for (const log of ['notes', 'words']) {
    const lines = await store.readLog(log, { from: 1, limit: 1000 });
    for (const { sequence, entry } of lines) expect(entry).toEqual(entryOf(sequence));
    let found = 0;
    for (const town of towns)
      for (const { sequence, entry } of (await store.queryLog(log, 'about', town, { limit: 1000 })).items) {
        expect(entry).toEqual({ about: town, sequence });
        found += 1;
      }
    if (lines.length < 3 * entries || found < 3 * entries) complete = false;
  }
  await store.verify();
  const problems = store.problems();
  await store.close();
  return { problems, complete };
}

/** These are made from other files: their loss is mended, and need not be told where nothing is lost by it. */
const madeAgain = new Set(['the positions of a log', 'the noted end of the journal']);

it('finds nothing wrong in a folder that is whole', async () => {
  const folder = join(root, 'whole');
  copy(after, folder);
  expect(await everythingIn(folder)).toEqual({ problems: [], complete: true });
});

describe.each(Object.keys(kinds))('%s', (kind) => {
  it.each(Object.keys(damages))('%s: nothing wrong is given out and nothing is lost in silence', async (damage) => {
    const folder = mkdtempSync(join(root, 'case-'));
    copy(after, folder);
    const path = filesBelow(folder).find((one) => kinds[kind]?.test(one));
    if (path === undefined) throw new Error(`no file for ${kind}`);
    const untouched = readFileSync(path);
    damages[damage]?.(path, folder);
    const isSame = filesBelow(folder).includes(path) && readFileSync(path).equals(untouched);
    const { problems, complete } = await everythingIn(folder, kind === 'the journal');
    const isTold = problems.length > 0;
    expect({ isTold, complete }).toEqual(
      isTold
        ? { isTold, complete: expect.any(Boolean) }
        : { isTold: isSame ? false : !madeAgain.has(kind), complete: true },
    );
    // Whatever was lost, the next entry has a number of its own, and a second start finds a folder that can be used.
    const again = await LowdbStore.open(folder, { schema });
    if (kind !== 'the journal') expect(await again.append('notes', entryOf(1))).toBeGreaterThan(2 * entries);
    expect(await again.put('people', 'new', { town: 'Jinan' }, null)).toBe(1);
    await again.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
