// What was said is sealed by conversation, comes back as it was said, and can be read by nobody once its key is taken away.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LowdbStore } from '../../../../data/store/lowdb/lowdbStore';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { KeyRing } from '../../../../data/store/sealed/keyRing';
import { erasedText, textKeys } from '../../../../data/store/sealed/logTexts';
import { SealingStore } from '../../../../data/store/sealed/sealingStore';

const ring = () => new KeyRing({ id: 'a', secret: Buffer.alloc(32, 1) });
const line = (conversationId: string, text: string) => ({ conversationId, at: 'now', from: 'customer', text });

async function textsOf(store: SealingStore, conversationId: string): Promise<readonly unknown[]> {
  const { items } = await store.queryLog('transcripts', 'conversationId', conversationId);
  return items.map(({ entry }) => Reflect.get(Object(entry), 'text'));
}

test('each conversation is read back, and erasing one leaves the others and every line of the log', async () => {
  const store = new SealingStore(new MemoryStore(), ring);
  await store.append('transcripts', line('test/1', '我病了'));
  await store.transaction([
    { kind: 'append', log: 'transcripts', entry: line('test/1', 'and more') },
    { kind: 'append', log: 'transcripts', entry: line('test/2', 'somebody else') },
  ]);
  expect(await textsOf(store, 'test/1')).toEqual(['我病了', 'and more']);
  const before = await store.readLog('transcripts', { from: 1, limit: 10 });
  await store.transaction([{ kind: 'remove', collection: textKeys, id: 'test/1', expectedVersion: 'any' }]);
  expect(await textsOf(store, 'test/1')).toEqual([erasedText, erasedText]);
  expect(await textsOf(store, 'test/2')).toEqual(['somebody else']);
  expect(await store.readLog('transcripts', { from: 1, limit: 10 })).toEqual(before);
  // Whoever writes again there is heard, and what was erased stays so.
  await store.append('transcripts', line('test/1', 'hello again'));
  expect(await textsOf(store, 'test/1')).toEqual([erasedText, erasedText, 'hello again']);
});

test('two that begin at once share one key, and what is no text is kept as it is', async () => {
  const store = new SealingStore(new MemoryStore(), ring);
  const activity = { type: 'message', text: 'hi', suggestedActions: { to: [], actions: [] } };
  await Promise.all([
    store.append('directLine', { conversationId: 'c', activity }),
    store.append('directLine', { conversationId: 'c', activity: { type: 'typing' } }),
  ]);
  const { items } = await store.queryLog('directLine', 'conversationId', 'c');
  expect(items.map(({ entry }) => Reflect.get(Object(entry), 'activity'))).toEqual([activity, { type: 'typing' }]);
});

test('a line from before there were keys is read as it stands', async () => {
  const inner = new MemoryStore();
  await inner.append('transcripts', line('old', 'as it was'));
  expect(await textsOf(new SealingStore(inner, ring), 'old')).toEqual(['as it was']);
});

test('on the disk, its journal included, stands no word of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-texts-'));
  const filesBelow = (at: string): string[] =>
    readdirSync(at).flatMap((name) =>
      statSync(join(at, name)).isDirectory() ? filesBelow(join(at, name)) : [join(at, name)],
    );
  const store = new SealingStore(await LowdbStore.open(folder), ring);
  await store.append('transcripts', line('test/1', 'nobody may read this'));
  await store.append('deskNotes', { conversationId: 'test/1', at: 'now', author: 'mei', text: 'nor may this' });
  await store.close();
  const found = filesBelow(folder).filter((path) => /nobody may|nor may/.test(readFileSync(path, 'utf8')));
  rmSync(folder, { recursive: true, force: true });
  expect(found).toEqual([]);
});

test('the first lines of one conversation, stored at once on files, share one key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-texts-'));
  const store = new SealingStore(await LowdbStore.open(folder), ring);
  const texts = ['one', 'two', 'three'];
  await store.transaction(
    texts.map((text) => ({ kind: 'append', log: 'transcripts', entry: line('test/1', text) }) as const),
  );
  expect(await textsOf(store, 'test/1')).toEqual(texts);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
