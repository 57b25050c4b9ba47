// Nobody changes, removes or cuts off an audit entry without the check naming the place.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkedLine } from '../../../../data/store/lowdb/disk/checkedLines';
import { LowdbStore } from '../../../../data/store/lowdb/lowdbStore';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { Audit, type AuditRecord } from '../../../../data/store/repositories/audit';

const root = mkdtempSync(join(tmpdir(), 'store-audit-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const event = (i: number): AuditRecord => ({
  type: i % 2 === 0 ? 'offersMade' : 'offerRefused',
  conversationId: `conversation-${i % 3}`,
  turnNumber: i,
  at: '2026-11-24T02:00:00Z',
  customerId: i % 5 === 0 ? 'c1' : null,
  inputs: { policyVersion: 'offers-2026-11', amountFen: i },
  decision: { chosen: i },
});

async function written(count: number): Promise<{ folder: string; segment: string }> {
  const folder = mkdtempSync(join(root, 'book-'));
  const store = await LowdbStore.open(folder);
  const audit = new Audit(store);
  await Promise.all(Array.from({ length: count }, (_, i) => audit.append(event(i + 1))));
  await store.close();
  const logs = join(folder, 'logs', 'audit');
  return { folder, segment: join(logs, readdirSync(logs).find((name) => name.endsWith('.lines')) ?? '') };
}

async function check(folder: string, mark?: { sequence: number; hash: string }) {
  const store = await LowdbStore.open(folder);
  const result = await new Audit(store).verifyChain(mark);
  await store.close();
  return result;
}

it('is whole when nothing was touched, before and after a restart', async () => {
  const memory = new MemoryStore();
  const audit = new Audit(memory);
  for (let i = 1; i <= 1100; i++) await audit.append(event(i));
  expect(await audit.verifyChain()).toMatchObject({ kind: 'whole', entries: 1100 });
  const { folder } = await written(30);
  expect(await check(folder)).toMatchObject({ kind: 'whole', entries: 30 });
  expect(await new Audit(new MemoryStore()).verifyChain()).toMatchObject({ kind: 'whole', entries: 0 });
});

it.each([
  [
    'a figure in an entry is changed',
    (lines: string[]) => lines.with(11, lines[11]?.replace('"amountFen":12', '"amountFen":13') ?? ''),
    { sequence: 12, reason: 'missing' },
  ],
  [
    'a figure in an entry is changed and its checksum with it',
    (lines: string[]) => {
      const changed = lines[11]?.slice(9).replace('"amountFen":12', '"amountFen":13') ?? '';
      return lines.with(11, checkedLine(changed, 'audit').trimEnd());
    },
    { sequence: 12, reason: 'changed' },
  ],
  ['an entry is taken out', (lines: string[]) => lines.toSpliced(11, 1), { sequence: 12, reason: 'missing' }],
  [
    'two entries change places',
    (lines: string[]) => lines.with(11, lines[12] ?? '').with(12, lines[11] ?? ''),
    { sequence: 12, reason: 'missing' },
  ],
  ['the last entry is damaged', (lines: string[]) => lines.with(29, 'x'), { sequence: 30, reason: 'missing' }],
])('names the entry when %s', async (_what, tamper, broken) => {
  const { folder, segment } = await written(30);
  const lines = readFileSync(segment, 'utf8').trimEnd().split('\n');
  writeFileSync(segment, `${tamper(lines).join('\n')}\n`);
  expect(await check(folder)).toEqual({ kind: 'broken', ...broken });
});

it('notices entries cut off at the end, or a chain written anew, by a mark noted elsewhere', async () => {
  const { folder, segment } = await written(30);
  const before = await check(folder);
  const mark = { sequence: 30, hash: before.kind === 'whole' ? before.lastHash : '' };
  expect(await check(folder, mark)).toMatchObject({ kind: 'whole' });
  expect(await check(folder, { ...mark, hash: 'another' })).toEqual({
    kind: 'broken',
    sequence: 30,
    reason: 'changed',
  });
  const lines = readFileSync(segment, 'utf8').trimEnd().split('\n');
  writeFileSync(segment, `${lines.slice(0, 25).join('\n')}\n`);
  // The store notes the end of each log by itself, too.
  expect(await check(folder)).toEqual({ kind: 'broken', sequence: 26, reason: 'missing' });
  expect(await check(folder, mark)).toEqual({ kind: 'broken', sequence: 26, reason: 'missing' });
});

it('finds the entries of one conversation, customer or type, oldest first', async () => {
  const { folder } = await written(30);
  const store = await LowdbStore.open(folder);
  const audit = new Audit(store);
  const turns = (page: { items: readonly { event: AuditRecord }[] }) => page.items.map((item) => item.event.turnNumber);
  expect(turns(await audit.ofConversation('conversation-1', { limit: 4 }))).toEqual([1, 4, 7, 10]);
  expect(turns(await audit.ofCustomer('c1'))).toEqual([5, 10, 15, 20, 25, 30]);
  expect(turns(await audit.ofType('offersMade'))).toHaveLength(15);
  expect((await audit.read(7, 2)).map((entry) => entry.sequence)).toEqual([7, 8]);
  await store.close();
});

it('masks what somebody wrote, and keeps the reasons of the engine as they must be read again', async () => {
  const audit = new Audit(new MemoryStore());
  const reasons = [{ rule: 'relief', facts: { documented: 'illness' } }];
  const written = { comment: '他得了癌症，电话13912345678', reasons: ['电话13912345678'] };
  await audit.append({ ...event(1), inputs: written, decision: { move: { reasons } } });
  const [entry] = await audit.read(1, 1);
  expect(entry?.event.decision).toEqual({ move: { reasons } });
  expect(JSON.stringify(entry?.event.inputs)).not.toMatch(/13912345678|癌症/);
});
