// A process dies at any moment; the next one finds every promised transaction whole and none by halves.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentStore } from '../../../data/store/documentStore';
import { chainHash, chainStart } from '../../../data/store/hashChain';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';
import { startChild } from './processes/child';
import { purseCount, purseSchema } from './processes/purses';

const root = mkdtempSync(join(tmpdir(), 'store-crash-'));
// Real processes and many fsyncs: slow on a busy machine, and never to be judged by time.
jest.setTimeout(180_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const everything = async (store: DocumentStore, collection: string) => {
  const found = new Map<string, Record<string, unknown>>();
  for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
    const page = await store.list(collection, { limit: 1000, after });
    for (const { id, value } of page.items) found.set(id, Object(value));
    after = page.next ?? undefined;
  }
  return found;
};

async function transfersInLog(store: DocumentStore): Promise<string[]> {
  const receipts: string[] = [];
  let previous = chainStart;
  for (let from = 1; ; from += 1000) {
    const entries = await store.readLog('transfers', { from, limit: 1000 });
    for (const { sequence, entry, hash } of entries) {
      receipts.push(String(Reflect.get(Object(entry), 'receipt')));
      expect(sequence).toBe(receipts.length);
      expect(hash).toBe(chainHash(previous, entry));
      previous = hash ?? '';
    }
    if (entries.length < 1000) return receipts;
  }
}

it('keeps every promised transfer whole when the process is killed again and again', async () => {
  const folder = join(root, 'killed');
  const first = await LowdbStore.open(folder, { schema: purseSchema });
  for (let i = 0; i < purseCount; i++) await first.put('purses', `purse${i}`, { amount: 1000, parity: 'even' }, null);
  await first.close();
  const promised: string[] = [];
  for (let run = 1; run <= 3; run++) {
    const child = startChild('transfers.ts', [folder, String(run)]);
    await child.printed(60 * run);
    await child.killHard();
    promised.push(...child.lines);

    const store = await LowdbStore.open(folder, { schema: purseSchema });
    const purses = await everything(store, 'purses');
    const receipts = await everything(store, 'receipts');
    expect([...purses.values()].reduce((sum, purse) => sum + Number(purse.amount), 0)).toBe(1000 * purseCount);
    expect(promised.filter((receipt) => !receipts.has(receipt))).toEqual([]);
    expect((await transfersInLog(store)).sort()).toEqual([...receipts.keys()].sort());
    const net = new Map<unknown, number>();
    for (const { from, to } of receipts.values()) {
      net.set(from, (net.get(from) ?? 0) - 1);
      net.set(to, (net.get(to) ?? 0) + 1);
    }
    for (const [id, purse] of purses) expect(purse.amount).toBe(1000 + (net.get(id) ?? 0));
    const odd = (await store.query('purses', 'parity', 'odd')).items.map((item) => item.id);
    expect(odd).toEqual([...purses].filter(([, purse]) => Number(purse.amount) % 2 !== 0).map(([id]) => id));
    expect(store.problems()).toEqual([]);
    await store.close();
  }
});

/** A folder whose five transactions are in the journal only, as a crash leaves it. */
async function journalOnly(name: string): Promise<{ folder: string; journal: string }> {
  const folder = join(root, name);
  const store = await LowdbStore.open(join(root, `${name}-before`), { schema: purseSchema });
  for (let i = 1; i <= 5; i++)
    await store.transaction([
      { kind: 'put', collection: 'purses', id: 'one', value: { amount: i, parity: `is ${i}` }, expectedVersion: 'any' },
      { kind: 'put', collection: 'receipts', id: `r${i}`, value: { from: 'one' }, expectedVersion: null },
      { kind: 'append', log: 'transfers', entry: { receipt: `r${i}` } },
    ]);
  cpSync(join(root, `${name}-before`), folder, { recursive: true });
  rmSync(join(folder, 'owner.json'));
  await store.close();
  return { folder, journal: journalOf(folder) };
}

const journalOf = (folder: string): string => {
  const file = readdirSync(join(folder, 'journal')).find((name) => name.endsWith('.log'));
  return join(folder, 'journal', file ?? '');
};

async function stateOf(folder: string) {
  const store = await LowdbStore.open(folder, { schema: purseSchema });
  const one = await store.get('purses', 'one');
  const receipts = (await store.query('receipts', 'from', 'one')).items.map((item) => item.id);
  const log = await store.readLog('transfers', { from: 1, limit: 10 });
  const indexed = (await store.query('purses', 'parity', {})).items.map((item) =>
    Reflect.get(Object(item.value), 'parity'),
  );
  const problems = store.problems();
  await store.close();
  return { version: one?.version ?? 0, receipts, log: log.map((line) => line.sequence), indexed, problems };
}

const after = (count: number) => {
  const log = Array.from({ length: count }, (_, i) => i + 1);
  const receipts = log.map((i) => `r${i}`);
  return { version: count, receipts, log, indexed: count === 0 ? [] : [`is ${count}`], problems: [] };
};

it('drops a transaction whose journal record was only half written, wherever the tear is', async () => {
  const { folder, journal } = await journalOnly('torn');
  const content = readFileSync(journal);
  const lineEnds = [...content.keys()].filter((at) => content[at] === 10);
  for (let cut = 0; cut <= content.length; cut += 211) {
    const copy = `${folder}-${cut}`;
    cpSync(folder, copy, { recursive: true });
    truncateSync(journalOf(copy), cut);
    // The end is noted after the write: a write that a crash tore apart was not noted.
    rmSync(journalOf(copy).replace(/log$/, 'end'));
    expect(await stateOf(copy)).toEqual(after(lineEnds.filter((end) => end < cut).length));
    // The second start finds the same, now from files.
    expect((await stateOf(copy)).receipts).toHaveLength(lineEnds.filter((end) => end < cut).length);
  }
});

it('reports a damaged record in the middle of the journal, keeps a copy, and serves the rest', async () => {
  const { folder, journal } = await journalOnly('bitrot');
  const content = readFileSync(journal);
  const second = content.indexOf(10) + 30;
  content[second] = (content[second] ?? 0) ^ 1;
  writeFileSync(journal, content);
  const { problems, receipts, version, log } = await stateOf(folder);
  expect(problems).toMatchObject([{ kind: 'damagedJournal', quarantinedTo: expect.stringContaining('quarantine') }]);
  expect(receipts).toEqual(['r1', 'r3', 'r4', 'r5']);
  expect(version).toBe(5);
  expect(log).toEqual([1, 3, 4, 5]);
  const { problems: later, log: fromFiles } = await stateOf(folder);
  expect(fromFiles).toEqual(log);
  expect(later).toMatchObject([{ kind: 'damagedLog', detail: 'entry 2 cannot be read' }]);
});

it('comes back whole from a crash at any step of a checkpoint', async () => {
  const live = join(root, 'checkpoint');
  const store = await LowdbStore.open(live, { schema: purseSchema });
  const count = 240;
  for (let round = 0; round < 2; round++) {
    await store.transaction(
      Array.from({ length: count }, (_, i) => {
        const value = { amount: round, parity: `town${(i + round) % 7}` };
        return { kind: 'put', collection: 'purses', id: `p${i}`, value, expectedVersion: 'any' };
      }),
    );
    const images: string[] = [];
    let running = true;
    const checkpoint = store.checkpoint().finally(() => {
      running = false;
    });
    for (let wait = 0; running; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 3));
      if (images.length >= 4 || wait % 2 === 1) continue;
      const image = join(root, `image-${round}-${images.length}`);
      cpSync(live, image, { recursive: true, filter: (path) => !path.endsWith('owner.json') });
      images.push(image);
    }
    await checkpoint;
    expect(images.length).toBeGreaterThan(1);
    for (const image of images) {
      const reopened = await LowdbStore.open(image, { schema: purseSchema });
      expect((await everything(reopened, 'purses')).size).toBe(count);
      let found = 0;
      for (let town = 0; town < 7; town++)
        found += (await reopened.query('purses', 'parity', `town${town}`, { limit: 1000 })).items.length;
      expect(found).toBe(count);
      expect(reopened.problems()).toEqual([]);
      await reopened.close();
    }
  }
  await store.close();
});

it('finds every index entry when a crash left some index pages moved and others not', async () => {
  const live = join(root, 'half');
  const before = join(root, 'half-before');
  const store = await LowdbStore.open(live, { schema: purseSchema });
  const put = (from: number, count: number) =>
    store.transaction(
      Array.from({ length: count }, (_, i) => {
        const id = `p${String(((from + i) * 7919) % 10_000).padStart(4, '0')}`;
        return { kind: 'put', collection: 'purses', id, value: { amount: 1, parity: 'same' }, expectedVersion: null };
      }),
    );
  await put(0, 90);
  await store.checkpoint();
  await put(90, 400);
  const withoutLock = { recursive: true, filter: (path: string) => !path.endsWith('owner.json') };
  cpSync(live, before, withoutLock);
  const done = store.checkpoint();
  const pagesKept = () =>
    readdirSync(join(live, 'journal')).some(
      (name) =>
        name.endsWith('.checkpoint') && readFileSync(join(live, 'journal', name), 'utf8').includes('"end":true'),
    );
  while (!pagesKept()) await new Promise((resolve) => setImmediate(resolve));
  cpSync(join(live, 'journal'), join(before, 'journal'), { recursive: true });
  await done;
  await store.close();
  const moved = readdirSync(join(live, 'pages', 'purses.parity', '0'));
  expect(moved.length).toBeGreaterThan(3);
  for (const page of moved) {
    const image = join(root, `half-${page}`);
    cpSync(before, image, { recursive: true });
    for (const tree of ['purses', 'purses.parity'])
      cpSync(join(live, 'pages', tree, '0', page), join(image, 'pages', tree, '0', page));
    const reopened = await LowdbStore.open(image, { schema: purseSchema });
    expect((await reopened.list('purses', { limit: 1000 })).items).toHaveLength(490);
    expect((await reopened.query('purses', 'parity', 'same', { limit: 1000 })).items).toHaveLength(490);
    expect(reopened.problems()).toEqual([]);
    await reopened.close();
  }
});
