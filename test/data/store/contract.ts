// What every DocumentStore does, whatever it keeps its data in. Each engine's test file runs this suite.
import * as fc from 'fast-check';
import type { StoreSchema } from '../../../data/store/collections';
import { type DocumentStore, StoreMisuse, StoreUnavailable, VersionConflict } from '../../../data/store/documentStore';
import { chainHash, chainStart } from '../../../data/store/hashChain';

export const contractSchema: StoreSchema = {
  collections: { people: { indexes: ['town', 'pets'] }, things: { indexes: [] } },
  logs: { plain: { indexes: [], chained: false }, chain: { indexes: ['who'], chained: true } },
};

const ids = (page: { items: readonly { id: string }[] }) => page.items.map((item) => item.id);

export interface Engine {
  readonly name: string;
  open(): Promise<DocumentStore>;
}

export function runContract({ name, open }: Engine): void {
  describe(`${name} keeps documents`, () => {
    let store: DocumentStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('gives back what was put, with a version that counts the puts', async () => {
      expect(await store.get('things', 'a')).toBeUndefined();
      expect(await store.put('things', 'a', { text: '你好' }, null)).toBe(1);
      expect(await store.put('things', 'a', { text: 'hello' }, 1)).toBe(2);
      expect(await store.get('things', 'a')).toEqual({ id: 'a', value: { text: 'hello' }, version: 2 });
    });

    it('refuses a put that expects another version, and says which one is there', async () => {
      await store.put('things', 'a', 1, null);
      const conflict = await store.put('things', 'a', 2, 7).catch((error: unknown) => error);
      expect(conflict).toBeInstanceOf(VersionConflict);
      expect(conflict).toMatchObject({ collection: 'things', id: 'a', expected: 7, actual: 1 });
      await expect(store.put('things', 'a', 2, null)).rejects.toMatchObject({ expected: null, actual: 1 });
      await expect(store.put('things', 'b', 2, 1)).rejects.toMatchObject({ expected: 1, actual: null });
      expect(await store.get('things', 'a')).toMatchObject({ value: 1, version: 1 });
    });

    it('lets exactly one of two writers win who read the same version', async () => {
      await store.put('things', 'a', 'start', null);
      const outcomes = await Promise.allSettled([store.put('things', 'a', 'x', 1), store.put('things', 'a', 'y', 1)]);
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await store.get('things', 'a')).toMatchObject({ version: 2 });
    });

    it('removes documents, with an expected version if wanted', async () => {
      await store.put('people', 'a', { town: 'x' }, null);
      await expect(store.remove('people', 'a', 9)).rejects.toBeInstanceOf(VersionConflict);
      await store.remove('people', 'a', 1);
      await store.remove('people', 'a');
      expect(await store.get('people', 'a')).toBeUndefined();
      expect((await store.list('people')).items).toEqual([]);
      expect((await store.query('people', 'town', 'x')).items).toEqual([]);
    });

    it('is not changed by a caller who changes the object afterwards', async () => {
      const value = { list: [1] };
      await store.put('things', 'a', value, null);
      value.list.push(2);
      const read = await store.get('things', 'a');
      expect(read?.value).toEqual({ list: [1] });
      Object.assign(read?.value ?? {}, { list: 'changed' });
      expect((await store.get('things', 'a'))?.value).toEqual({ list: [1] });
    });

    it('keeps any JSON value under any id that can be told apart, as fast-check tries', async () => {
      const id = fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
        .filter((text) => !text.includes('\u0000'));
      const expected = new Map<string, unknown>();
      await fc.assert(
        fc.asyncProperty(id, fc.jsonValue(), async (key, value) => {
          await store.put('things', key, value, 'any');
          expected.set(key, JSON.parse(JSON.stringify(value)));
          expect((await store.get('things', key))?.value).toEqual(expected.get(key));
        }),
        { numRuns: 60 },
      );
      expect(ids(await store.list('things', { limit: 1000 })).sort()).toEqual([...expected.keys()].sort());
    });

    it.each(['../../outside', '/etc/passwd', '..', 'a/b\\c', 'CON', 'a', 'A', '长'.repeat(300)])(
      'keeps a document under the id %p and no other one with it',
      async (id) => {
        await store.put('things', id, { id }, null);
        await store.put('things', `${id}.`, 'another', null);
        expect((await store.get('things', id))?.value).toEqual({ id });
      },
    );

    it.each(['', '\u0000', 'x'.repeat(1025), '\ud800'])('refuses the id %j with a clear error', async (id) => {
      await expect(store.put('things', id, 1, 'any')).rejects.toBeInstanceOf(StoreMisuse);
      await expect(store.get('things', id)).rejects.toBeInstanceOf(StoreMisuse);
    });

    it('refuses what is not declared and what is not JSON', async () => {
      await expect(store.get('nothing', 'a')).rejects.toThrow(/collections\.ts/);
      await expect(store.put('constructor', 'a', 1, 'any')).rejects.toThrow(/collections\.ts/);
      await expect(store.query('people', 'age', '7')).rejects.toThrow(/collections\.ts/);
      await expect(store.append('nothing', 1)).rejects.toThrow(/collections\.ts/);
      await expect(store.put('things', 'a', undefined, 'any')).rejects.toBeInstanceOf(StoreMisuse);
    });

    it('refuses everything once it is closed', async () => {
      await store.close();
      await expect(store.get('things', 'a')).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.put('things', 'a', 1, 'any')).rejects.toBeInstanceOf(StoreUnavailable);
    });
  });

  describe(`${name} finds documents`, () => {
    let store: DocumentStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('finds by a field, by each text of a list, and follows changes', async () => {
      await store.put('people', 'ann', { town: 'Jinan', pets: ['cat', 'dog'] }, null);
      await store.put('people', 'bo', { town: 'Jinan', pets: [] }, null);
      await store.put('people', 'cy', { town: null }, null);
      expect(ids(await store.query('people', 'town', 'Jinan'))).toEqual(['ann', 'bo']);
      expect(ids(await store.query('people', 'pets', 'dog'))).toEqual(['ann']);
      await store.put('people', 'ann', { town: 'Wuhan', pets: ['dog'] }, 1);
      expect(ids(await store.query('people', 'town', 'Jinan'))).toEqual(['bo']);
      expect(ids(await store.query('people', 'town', 'Wuhan'))).toEqual(['ann']);
      expect(ids(await store.query('people', 'pets', 'cat'))).toEqual([]);
    });

    it('does not take one key for the beginning of another', async () => {
      await store.put('people', 'a', { town: 'x' }, null);
      await store.put('people', 'b', { town: 'xy' }, null);
      expect(ids(await store.query('people', 'town', 'x'))).toEqual(['a']);
    });

    it('finds a range of keys, in order of key', async () => {
      for (const [id, town] of ['c', 'a', 'd', 'b'].entries()) await store.put('people', `p${id}`, { town }, null);
      expect(ids(await store.query('people', 'town', { from: 'b', before: 'd' }))).toEqual(['p3', 'p0']);
      expect(ids(await store.query('people', 'town', { before: 'b' }))).toEqual(['p1']);
      expect(ids(await store.query('people', 'town', {}))).toEqual(['p1', 'p3', 'p0', 'p2']);
    });

    it('pages through thousands of documents without missing or repeating one, while some are removed', async () => {
      const all = Array.from({ length: 1500 }, (_, i) => `p${String((i * 7919) % 1500).padStart(4, '0')}`);
      for (let from = 0; from < all.length; from += 500)
        await store.transaction(
          all.slice(from, from + 500).map((id) => {
            return { kind: 'put', collection: 'people', id, value: { town: 'x' }, expectedVersion: null };
          }),
        );
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.query('people', 'town', 'x', { limit: 300, after });
        seen.push(...ids(page));
        await store.remove('people', seen.at(-1) ?? '');
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(seen).toEqual([...all].sort());
      expect((await store.list('people', { limit: 5000 })).items).toHaveLength(1000);
      for (let from = 0; from < all.length; from += 125)
        await store.transaction(
          all
            .slice(from, from + 125)
            .map((id) => ({ kind: 'remove', collection: 'people', id, expectedVersion: 'any' })),
        );
      expect(await store.query('people', 'town', 'x')).toEqual({ items: [], next: null });
    });
  });

  describe(`${name} changes several things at once`, () => {
    let store: DocumentStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('does all of a transaction, and each step sees the ones before', async () => {
      const results = await store.transaction([
        { kind: 'put', collection: 'things', id: 'a', value: 1, expectedVersion: null },
        { kind: 'put', collection: 'things', id: 'a', value: 2, expectedVersion: 1 },
        { kind: 'append', log: 'plain', entry: 'x' },
        { kind: 'append', log: 'plain', entry: 'y' },
        { kind: 'remove', collection: 'things', id: 'b', expectedVersion: 'any' },
      ]);
      expect(results).toEqual([1, 2, 1, 2, 0]);
      expect(await store.get('things', 'a')).toMatchObject({ value: 2, version: 2 });
    });

    it('does none of it when one step conflicts', async () => {
      await store.put('people', 'b', { town: 'x' }, null);
      const failing = store.transaction([
        { kind: 'put', collection: 'people', id: 'a', value: { town: 'x' }, expectedVersion: null },
        { kind: 'append', log: 'chain', entry: { who: 'a' } },
        { kind: 'remove', collection: 'people', id: 'b', expectedVersion: 5 },
      ]);
      await expect(failing).rejects.toBeInstanceOf(VersionConflict);
      expect(ids(await store.query('people', 'town', 'x'))).toEqual(['b']);
      expect(await store.readLog('chain', { from: 1, limit: 10 })).toEqual([]);
      expect(await store.append('chain', { who: 'a' })).toBe(1);
    });

    it('does nothing for an empty transaction', async () => {
      expect(await store.transaction([])).toEqual([]);
    });
  });

  describe(`${name} keeps logs`, () => {
    let store: DocumentStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('numbers entries from 1 and reads any stretch', async () => {
      for (let i = 1; i <= 25; i++) expect(await store.append('plain', { i })).toBe(i);
      const stretch = await store.readLog('plain', { from: 9, limit: 3 });
      expect(stretch.map(({ sequence, entry, hash }) => [sequence, entry, hash])).toEqual([
        [9, { i: 9 }, null],
        [10, { i: 10 }, null],
        [11, { i: 11 }, null],
      ]);
      expect(await store.readLog('plain', { from: 26, limit: 5 })).toEqual([]);
      expect(await store.readLog('plain', { from: -3, limit: 1 })).toHaveLength(1);
    });

    it('chains hashes in the order of the sequences when many append at once', async () => {
      await Promise.all(Array.from({ length: 40 }, (_, i) => store.append('chain', { who: `w${i % 4}`, i })));
      const entries = await store.readLog('chain', { from: 1, limit: 100 });
      expect(entries.map((entry) => entry.sequence)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
      let previous = chainStart;
      for (const { entry, hash } of entries) {
        expect(hash).toBe(chainHash(previous, entry));
        previous = hash ?? '';
      }
    });

    it('finds entries by an index, oldest first, page by page', async () => {
      for (let i = 1; i <= 12; i++) await store.append('chain', { who: i % 3 === 0 ? 'ann' : 'bo', i });
      const first = await store.queryLog('chain', 'who', 'ann', { limit: 3 });
      expect(first.items.map((item) => item.sequence)).toEqual([3, 6, 9]);
      const second = await store.queryLog('chain', 'who', 'ann', { limit: 3, after: first.next ?? undefined });
      expect(second.items.map((item) => item.sequence)).toEqual([12]);
      expect(second.next).toBeNull();
    });
  });
}
