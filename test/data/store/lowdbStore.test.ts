// The lowdb engine keeps the contract, also when every commit is followed by a checkpoint and nothing is cached.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LowdbStore } from '../../../data/store/lowdb/lowdbStore';
import { contractSchema, runContract } from './contract';

const root = mkdtempSync(join(tmpdir(), 'store-contract-'));
// Many fsyncs: slow on a busy machine, and never to be judged by time.
jest.setTimeout(120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = () => mkdtempSync(join(root, 'book-'));

runContract({
  name: 'the lowdb engine',
  open: () => LowdbStore.open(folder(), { schema: contractSchema }),
});

runContract({
  name: 'the lowdb engine that writes files at once and caches nothing',
  open: () => LowdbStore.open(folder(), { schema: contractSchema, checkpointBytes: 1, cacheSize: 0 }),
});
