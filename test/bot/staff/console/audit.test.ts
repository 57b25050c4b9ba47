// An auditor searches the log, checks that nothing was changed in it, and goes through a conversation again.

import { readShippedData } from '../../../../bot/config/shippedData';
import { newLog } from '../../../../bot/ops/log';
import { inOrder } from '../../../../bot/staff/console/audit/replay';
import { searchAudit } from '../../../../bot/staff/console/audit/search';
import type { AuditEntry, AuditPage, ChainAnswer, Replay } from '../../../../bot/staff/contract/audit';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { createRepositories } from '../../../../data/store/repositories';
import type { AuditRecord } from '../../../../data/store/repositories/audit';
import { type Emulator, startEmulator } from '../../support/emulator';
import { testDay, testNow } from '../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import type { StaffClient } from '../support/staffClient';

let house: ConsoleHouse;
let emulator: Emulator;
let auditor: StaffClient;
beforeAll(async () => {
  house = await startConsole();
  emulator = await startEmulator(() => house.address);
  auditor = await house.staff('auditor');
});
afterAll(async () => {
  await house.stop();
  await emulator.close();
});

const markup = '<script>alert(1)</script>';
const record = (type: string, more: Partial<AuditRecord> = {}): AuditRecord => ({
  type,
  conversationId: '',
  turnNumber: 0,
  at: testNow,
  customerId: null,
  inputs: {},
  decision: {},
  ...more,
});
const append = (event: AuditRecord) => house.house.repositories.audit.append(event);
const search = async (query: string): Promise<AuditPage> => {
  const reply = await auditor.get<AuditPage>(`audit?${query}`);
  expect(reply.status).toBe(200);
  return reply.body;
};

test('entries are found by conversation, customer, type, subject and words, newest first', async () => {
  await append(record('test.first', { conversationId: 'talk-1', customerId: 'C-1', inputs: { said: markup } }));
  await append(record('test.second', { conversationId: 'talk-1', inputs: { caseNumber: 'CS-77' } }));
  await append(record('test.first', { conversationId: 'talk-2', decision: { agreementNumber: 'AG-77' } }));
  const types = ({ items }: AuditPage) => items.map((one) => `${one.type} ${one.conversationId}`);
  expect(types(await search('conversation=talk-1'))).toEqual(['test.second talk-1', 'test.first talk-1']);
  expect(types(await search('type=test.first'))).toEqual(['test.first talk-2', 'test.first talk-1']);
  expect(types(await search('customer=C-1'))).toEqual(['test.first talk-1']);
  expect(types(await search('q=CS-77'))).toEqual(['test.second talk-1']);
  expect(types(await search('q=AG-77&type=test.second'))).toEqual([]);
  const found = await search(`q=${encodeURIComponent(markup)}`);
  expect(found.items[0]?.inputs.said).toBe(markup);
  expect(found.types).toEqual(expect.arrayContaining(['staff.signedIn', 'test.first', 'test.second']));
  expect(types(await search(`from=${testDay}&to=${testDay}&type=test.second`))).toHaveLength(1);
  expect((await search('from=2026-11-24')).items).toEqual([]);
  expect((await search('to=2026-11-22')).items).toEqual([]);
  expect((await search('q=%00')).items).toEqual([]);
  expect((await auditor.get('audit?from=yesterday')).status).toBe(422);
  expect((await auditor.get('audit?after=nonsense')).status).toBe(422);
});

test('the button says that the chain is whole, and leaves a trace itself', async () => {
  const { body } = await auditor.post<ChainAnswer>('audit/verify');
  expect(body).toMatchObject({
    kind: 'whole',
    problems: [],
    entries: await house.house.repositories.audit.lastSequence().then((n) => n - 1),
  });
  const again = await auditor.post<ChainAnswer>('audit/verify');
  expect(again.body.kind).toBe('whole');
  expect((await search('type=audit.verified')).items.length).toBeGreaterThanOrEqual(2);
});

test('a conversation is gone through again: what was said, masked, and what was decided on it', async () => {
  const customer = emulator.conversation();
  await customer.say('转人工');
  const { status, body } = await auditor.get<Replay>(`audit/replay/${customer.conversationId}`);
  expect(status).toBe(200);
  const kinds = body.steps.map((step) => (step.kind === 'said' ? step.from : step.entry.type));
  expect(kinds).toEqual(expect.arrayContaining(['customer', 'caseOpened', 'handoff', 'assistant']));
  expect(kinds.indexOf('handoff')).toBeLessThan(kinds.lastIndexOf('assistant'));
  expect((await auditor.get('audit/replay/nothing')).status).toBe(404);
});

test('at the same moment the customer comes first, then the decision, then the answer', () => {
  const said = (from: 'customer' | 'assistant', at: string) => ({
    kind: 'said' as const,
    from,
    at,
    text: '',
    agent: null,
  });
  const decided = (at: string) => ({ kind: 'decided' as const, at, entry: {} as AuditEntry });
  const steps = inOrder(
    [said('customer', '1'), said('assistant', '1'), said('customer', '2'), said('assistant', '2')],
    [decided('1'), decided('2'), decided('3')],
  );
  expect(steps.map((one) => (one.kind === 'said' ? one.from : 'decided') + one.at)).toEqual([
    'customer1',
    'decided1',
    'assistant1',
    'customer2',
    'decided2',
    'assistant2',
    'decided3',
  ]);
});

test('pages of a long log hold every entry once', async () => {
  const store = new MemoryStore();
  const repositories = createRepositories(store);
  const total = 20_000;
  const minute = (n: number) => new Date(Date.parse('2026-01-01T00:00:00.000Z') + n * 60_000).toISOString();
  for (let from = 0; from < total; from += 1000)
    await store.transaction(
      Array.from({ length: 1000 }, (_, n) => from + n).map((n) =>
        repositories.audit.appendOperation(
          record(n % 1000 === 0 ? 'rare' : 'common', {
            at: minute(n),
            conversationId: `talk-${n % 700}`,
            inputs: n === 5 ? { agencyId: 'AG-OLD' } : n % 4000 === 1 ? { said: '每月还一点 Please' } : {},
          }),
        ),
      ),
    );
  const parts = { store, repositories, data: readShippedData(), log: newLog('silent'), clock: () => testNow };
  const everything = async (query: object): Promise<number[]> => {
    const found: number[] = [];
    let after: string | undefined;
    do {
      const page = await searchAudit(parts, { ...query, ...(after === undefined ? {} : { after }) });
      found.push(...page.items.map((one) => one.sequence));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return found;
  };
  const every = (test: (n: number) => boolean) =>
    Array.from({ length: total }, (_, n) => n)
      .filter(test)
      .map((n) => n + 1)
      .reverse();
  expect(await everything({ type: 'rare' })).toEqual(every((n) => n % 1000 === 0));
  expect(await everything({ conversation: 'talk-3' })).toEqual(every((n) => n % 700 === 3));
  expect(await everything({ q: 'AG-OLD' })).toEqual([6]);
  expect(await everything({ type: 'common', from: '2026-01-05', to: '2026-01-05' })).toHaveLength(1439);
  expect(await everything({ q: 'no such words' })).toEqual([]);
  const spoken = every((n) => n % 4000 === 1);
  expect(await everything({ q: '每月还一点' })).toEqual(spoken);
  expect(await everything({ q: 'pLEASE', type: 'common' })).toEqual(spoken);
  expect(await everything({ q: 'please', type: 'rare' })).toEqual([]);
  expect(await everything({ q: 'please', conversation: 'talk-1' })).toEqual([2]);
  expect(await everything({ q: 'please', from: '2026-01-02', to: '2026-01-05' })).toEqual([4002]);
});

test('a long search lets the turns of customers in between', async () => {
  const store = new MemoryStore();
  const repositories = createRepositories(store);
  const events = Array.from({ length: 5000 }, () => repositories.audit.appendOperation(record('common')));
  await store.transaction(events);
  const parts = { store, repositories, data: readShippedData(), log: newLog('silent'), clock: () => testNow };
  let turns = 0;
  const turn = () => {
    turns += 1;
    timer = setImmediate(turn);
  };
  let timer = setImmediate(turn);
  expect((await searchAudit(parts, { q: 'no such words' })).items).toEqual([]);
  clearImmediate(timer);
  expect(turns).toBeGreaterThan(1);
});
