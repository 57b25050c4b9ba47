// Staff look through cases, nearest time limit first, and close one with an outcome.
import type { CaseAnswer, CasePage } from '../../../../bot/staff/contract/cases';
import { addDays } from '../../../../data/domain/calendar/calendar';
import type { CaseRecord } from '../../../../data/domain/case/case';
import { testDay, testNow } from '../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import { codeOf } from '../support/staffClient';

let house: ConsoleHouse;
beforeAll(async () => {
  house = await startConsole();
});
afterAll(() => house.stop());

const markup = '<script>alert(1)</script>';

const caseRecord = (caseNumber: string, more: Partial<CaseRecord> = {}): CaseRecord => ({
  caseNumber,
  kind: 'dispute',
  conversationId: `conversation ${caseNumber}`,
  customerId: null,
  openedAt: testNow,
  dueOn: addDays(testDay, 15),
  status: 'open',
  priority: 'normal',
  locale: 'zh-CN',
  lastWords: 'that was not me',
  agencyId: null,
  ...more,
});

const keep = (record: CaseRecord) => house.house.repositories.cases.put(record, null);

async function everything(query: string): Promise<string[]> {
  const agent = await house.staff('agent');
  const found: string[] = [];
  let next: string | null = '';
  for (let pages = 0; next !== null && pages < 20; pages++) {
    const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
    const { status, body } = await agent.get<CasePage>(`cases?${query}${after}`);
    expect(status).toBe(200);
    found.push(...body.items.map((one) => one.caseNumber));
    next = body.next;
  }
  return found;
}

test('cases come with the days that are left, the nearest time limit first and closed ones last', async () => {
  await keep(caseRecord('CS-LATE', { dueOn: addDays(testDay, -2) }));
  await keep(caseRecord('CS-SOON', { dueOn: addDays(testDay, 1) }));
  const closed = { at: testNow, by: 'mei', outcome: 'paid back', decision: null };
  await keep(caseRecord('CS-DONE', { dueOn: addDays(testDay, -30), status: 'closed', closed }));
  const agent = await house.staff('agent');
  const { body } = await agent.get<CasePage>('cases?kind=dispute');
  expect(body.items.map((one) => [one.caseNumber, one.daysLeft]).slice(0, 2)).toEqual([
    ['CS-LATE', -2],
    ['CS-SOON', 1],
  ]);
  expect(body.items.at(-1)).toMatchObject({ caseNumber: 'CS-DONE', outcome: 'paid back', closedBy: 'mei' });
});

test('a case is found by number, customer, agency and words; pages hold every case once', async () => {
  await keep(caseRecord('CS-FIND', { customerId: 'C-FIND', agencyId: 'A-FIND', lastWords: markup, kind: 'hardship' }));
  for (const q of ['cs-find', 'C-FIND', 'a-find', encodeURIComponent(markup)])
    expect(await everything(`q=${q}`)).toEqual(['CS-FIND']);
  expect(await everything('q=cs-find&status=closed')).toEqual([]);
  const agent = await house.staff('agent');
  const { headers, body } = await agent.get<CaseAnswer>('cases/CS-FIND');
  expect(headers.get('content-type')).toContain('application/json');
  expect(body.case.lastWords).toBe(markup);

  const made = Array.from({ length: 130 }, (_, n) => `CS-MANY-${String(n).padStart(3, '0')}`);
  const closed = { at: testNow, by: 'mei', outcome: 'done', decision: null };
  for (const [n, number] of made.entries())
    await keep(caseRecord(number, { kind: 'wrongContact', ...(n % 2 === 0 ? {} : { status: 'closed', closed }) }));
  const found = await everything('kind=wrongContact');
  expect(found).toHaveLength(made.length);
  expect([...found].sort()).toEqual(made);
  expect((await agent.get('cases?after=nonsense')).status).toBe(422);
});

test('an agent closes a case once; whoever read an older version gets the newest and changes nothing', async () => {
  const version = await keep(caseRecord('CS-CLOSE'));
  const agent = await house.staff('agent');
  const stale = await agent.post('cases/CS-CLOSE/close', { outcome: 'paid back', expectedVersion: version + 1 });
  expect([stale.status, codeOf(stale)]).toEqual([409, 'conflict']);
  const reply = await agent.post<CaseAnswer>('cases/CS-CLOSE/close', {
    outcome: ' paid back ',
    expectedVersion: version,
  });
  expect(reply.status).toBe(200);
  expect(reply.body.case).toMatchObject({ status: 'closed', outcome: 'paid back', closedBy: 'agent', version: 2 });
  const again = await agent.post('cases/CS-CLOSE/close', { outcome: 'x', expectedVersion: 2 });
  expect([again.status, codeOf(again)]).toEqual([409, 'wrongStatus']);
  const { items } = await house.house.repositories.audit.about('CS-CLOSE');
  expect(items.map(({ event }) => [event.type, event.inputs.staff])).toEqual([['case.closed', 'agent']]);
});

test('two colleagues who close the same case at once: one of them is told', async () => {
  const version = await keep(caseRecord('CS-BOTH'));
  const [agent, supervisor] = [await house.staff('agent'), await house.staff('supervisor')];
  const body = { outcome: 'done', expectedVersion: version };
  const replies = await Promise.all([
    agent.post('cases/CS-BOTH/close', body),
    supervisor.post('cases/CS-BOTH/close', body),
  ]);
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
});

test('a complaint about an agency is decided on, not closed; an outcome is never empty; nothing is not found', async () => {
  const version = await keep(caseRecord('CS-COMPLAINT', { kind: 'complaint', agencyId: 'A1' }));
  const agent = await house.staff('agent');
  expect(codeOf(await agent.post('cases/CS-COMPLAINT/close', { outcome: 'x', expectedVersion: version }))).toBe(
    'wrongStatus',
  );
  expect((await agent.post('cases/CS-COMPLAINT/close', { outcome: ' ', expectedVersion: version })).status).toBe(422);
  expect((await agent.get('cases/nothing')).status).toBe(404);
  expect((await agent.get(`cases/${'x'.repeat(2000)}`)).status).toBe(404);
});

test('a case has a colleague who looks after it, notes without anything personal, and each step in the audit log', async () => {
  await keep(caseRecord('CS-OWNED'));
  const agent = await house.staff('agent');
  const taken = await agent.post<CaseAnswer>('cases/CS-OWNED/take', { expectedVersion: 1 });
  expect(taken.body.case).toMatchObject({ owner: 'agent', status: 'taken', version: 2 });
  const noted = await agent.post<CaseAnswer>('cases/CS-OWNED/notes', {
    text: 'rang 13812345678, no answer',
    expectedVersion: 2,
  });
  expect(noted.body.case.notes).toMatchObject([{ author: 'agent', at: testNow }]);
  expect(noted.body.case.notes[0]?.text).not.toContain('13812345678');
  const late = await agent.post('cases/CS-OWNED/notes', { text: 'again', expectedVersion: 2 });
  expect([late.status, codeOf(late)]).toEqual([409, 'conflict']);
  expect(codeOf(await agent.post('cases/CS-OWNED/notes', { text: ' ', expectedVersion: 3 }))).toBe('invalid');
  const { items } = await house.house.repositories.audit.about('CS-OWNED');
  expect(items.map(({ event }) => event.type)).toEqual(['case.taken', 'case.noted']);
});

test('a complaint is put off to its thirtieth and its sixtieth day with a reason, by a supervisor, and no further; nothing else is', async () => {
  await keep(caseRecord('CS-LONG', { kind: 'complaint' }));
  await keep(caseRecord('CS-SHORT'));
  const [agent, supervisor] = [await house.staff('agent'), await house.staff('supervisor')];
  const reason = 'the agency has not sent its recording yet';
  const extend = (number: string, expectedVersion: number, by = supervisor) =>
    by.post<CaseAnswer>(`cases/${number}/extend`, { reason, expectedVersion });
  expect((await extend('CS-LONG', 1, agent)).status).toBe(403);
  const complex = await extend('CS-LONG', 1);
  expect(complex.body.case).toMatchObject({ dueOn: addDays(testDay, 30), mayExtendTo: addDays(testDay, 60) });
  expect(complex.body.case.notes.map(({ text }) => text)).toEqual([reason]);
  expect((await extend('CS-LONG', 2)).body.case).toMatchObject({ dueOn: addDays(testDay, 60), mayExtendTo: null });
  expect(codeOf(await extend('CS-LONG', 3))).toBe('wrongStatus');
  expect(codeOf(await extend('CS-SHORT', 1))).toBe('wrongStatus');
});
