// A supervisor sees what would be sent and why not, pauses and resumes it, and looks after what could not go.
import type { OutreachDayPage, OutreachStanding, QueueAnswer, QueuePage } from '../../../../../bot/staff/contract';
import { addDays } from '../../../../../data/domain/calendar/calendar';
import type { OutreachRecord } from '../../../../../data/domain/outreach/outreachRecord';
import { testDay, testNow } from '../../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../../support/consoleHouse';
import { putPromise, putReminder, tomorrow } from '../../support/outreachRecords';
import { codeOf } from '../../support/staffClient';

let house: ConsoleHouse;
beforeAll(async () => {
  house = await startConsole();
});
afterAll(() => house.stop());

const records = () => house.house.repositories;

async function customerWithPromise(customerId: string, { stopped = false, phone = '13800004321' } = {}): Promise<void> {
  const { customers, contactPreferences } = records();
  const accountIds = [`A-${customerId}`];
  await customers.put({ customerId, idTail: '1234', locale: 'zh-CN', accountIds, phone, displayName: '' }, null);
  await putPromise(house, customerId);
  if (stopped)
    await contactPreferences.put(
      { customerId, ceased: true, reason: 'asked', until: null, changedAt: testNow, wish: '' },
      null,
    );
}

const queuedMessage = (customerId: string, more: Partial<OutreachRecord> = {}) => putReminder(house, customerId, more);

const pathOf = (key: string, act: string) => `outreach/queue/${encodeURIComponent(key)}/${act}`;

async function everyLine(day: string) {
  const supervisor = await house.staff('supervisor');
  const lines: OutreachDayPage['items'] = [];
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const { status, body }: { status: number; body: OutreachDayPage } = await supervisor.get(
      `outreach/day?day=${day}${from}`,
    );
    expect(status).toBe(200);
    lines.push(...body.items);
    after = body.next;
  }
  return lines;
}

test('a day lists who would be written to, by which way, and who would not and why, without a phone in full', async () => {
  await customerWithPromise('C-GOES');
  await customerWithPromise('C-STOPPED', { stopped: true });
  await customerWithPromise('C-NO-PHONE', { phone: '' });
  const lines = await everyLine(tomorrow);
  const about = (customerId: string) => lines.filter((line) => line.customerId === customerId);
  expect(about('C-GOES')).toMatchObject([{ kind: 'promiseDue', goes: true, way: 'text', phone: '138****4321' }]);
  expect(about('C-STOPPED')).toMatchObject([{ goes: false, why: 'stopped', nextAllowed: null }]);
  expect(about('C-NO-PHONE')).toMatchObject([{ goes: false, why: 'noAddress' }]);
  expect(JSON.stringify(lines)).not.toContain('13800004321');
});

test('a holder who may be written to from noon is listed as going, not before noon', async () => {
  await customerWithPromise('C-NOON');
  const limits = { channels: null, hours: { from: '12:00', until: '18:00' }, days: null };
  await records().contactPreferences.put(
    { customerId: 'C-NOON', ceased: false, reason: 'preference', until: null, changedAt: testNow, wish: '', limits },
    null,
  );
  const lines = await everyLine(tomorrow);
  expect(lines.filter(({ customerId }) => customerId === 'C-NOON')).toMatchObject([{ goes: true, notBefore: '12:00' }]);
});

test('a supervisor pauses and resumes with a reason, each once, and the audit keeps who and why', async () => {
  const supervisor = await house.staff('supervisor');
  expect((await supervisor.post('outreach/pause', { reason: ' ' })).status).toBe(422);
  const paused = await supervisor.post<OutreachStanding>('outreach/pause', { reason: 'wrong hotline' });
  expect(paused.body.pause.paused).toMatchObject({ by: 'supervisor', why: 'byHand', reason: 'wrong hotline' });
  expect(codeOf(await supervisor.post('outreach/pause', { reason: 'again' }))).toBe('wrongStatus');
  const auditor = await house.staff('auditor');
  expect((await auditor.get<OutreachStanding>('outreach')).body.pause.paused?.reason).toBe('wrong hotline');
  expect((await auditor.post('outreach/resume', { reason: 'mended' })).status).toBe(403);
  const resumed = await supervisor.post<OutreachStanding>('outreach/resume', { reason: 'mended' });
  expect(resumed.body.pause).toEqual({ paused: null, resumedAt: expect.any(String) });
  expect(codeOf(await supervisor.post('outreach/resume', { reason: 'again' }))).toBe('wrongStatus');
  const kept = await Promise.all(['outreach.paused', 'outreach.resumed'].map((type) => records().audit.ofType(type)));
  const told = kept.map(({ items }) => items.map(({ event: { inputs } }) => [inputs.staff, inputs.reason]));
  expect(told).toEqual([[['supervisor', 'wrong hotline']], [['supervisor', 'mended']]]);
});

test('a message that could not go is tried again and goes; one that waits is dropped and never goes', async () => {
  const supervisor = await house.staff('supervisor');
  await customerWithPromise('C-RETRY');
  await customerWithPromise('C-DROP');
  const [retried, dropped] = [await queuedMessage('C-RETRY'), await queuedMessage('C-DROP', { status: 'waiting' })];
  const dead = await supervisor.get<QueuePage>('outreach/queue?status=dead');
  expect(dead.body.items).toMatchObject([{ key: retried, phone: '138****4321', why: 'unreached' }]);
  const change = { reason: 'the provider is back', expectedVersion: 1 };
  const answer = await supervisor.post<QueueAnswer>(pathOf(retried, 'retry'), change);
  expect([answer.status, answer.body.message.status]).toEqual([200, 'waiting']);
  expect((await supervisor.post<QueueAnswer>(pathOf(dropped, 'drop'), change)).body.message).toMatchObject({
    status: 'dropped',
    why: 'byStaff',
  });
  await house.house.sendDue();
  expect((await records().outreach.get(retried))?.status).toBe('sent');
  expect(await records().outbox.ofCustomer('C-RETRY')).toHaveLength(1);
  expect(await records().outbox.ofCustomer('C-DROP')).toHaveLength(0);
});

test('trying again does not get round a stop: it is asked at the moment of sending', async () => {
  const supervisor = await house.staff('supervisor');
  await customerWithPromise('C-RETRY-STOPPED', { stopped: true });
  const key = await queuedMessage('C-RETRY-STOPPED');
  await supervisor.post(pathOf(key, 'retry'), { reason: 'try', expectedVersion: 1 });
  await house.house.sendDue();
  expect(await records().outreach.get(key)).toMatchObject({ status: 'dropped', why: 'stopped' });
  expect(await records().outbox.ofCustomer('C-RETRY-STOPPED')).toHaveLength(0);
});

test('what a number did not take is not sent to that number again', async () => {
  const supervisor = await house.staff('supervisor');
  await customerWithPromise('C-BOUNCED');
  const key = await queuedMessage('C-BOUNCED', { why: 'notDelivered', notBy: [], receipt: 'failed' });
  await supervisor.post(pathOf(key, 'retry'), { reason: 'try', expectedVersion: 1 });
  await house.house.sendDue();
  expect(await records().outreach.get(key)).toMatchObject({ status: 'dead', why: 'unreached' });
});

test('what is over, sent, on its way or seen in an older state is not changed', async () => {
  const supervisor = await house.staff('supervisor');
  const change = { reason: 'x', expectedVersion: 1 };
  const over = await queuedMessage('C-OVER', { until: addDays(testDay, -1) });
  expect(codeOf(await supervisor.post(pathOf(over, 'retry'), change))).toBe('wrongStatus');
  for (const status of ['sent', 'leaving', 'dropped'] as const) {
    const key = await queuedMessage(`C-IS-${status}`, { status, why: null });
    for (const act of ['retry', 'drop'])
      expect([status, act, codeOf(await supervisor.post(pathOf(key, act), change))]).toEqual([
        status,
        act,
        'wrongStatus',
      ]);
  }
  const stale = await queuedMessage('C-STALE');
  expect(codeOf(await supervisor.post(pathOf(stale, 'drop'), { reason: 'x', expectedVersion: 2 }))).toBe('conflict');
  expect((await supervisor.post(pathOf('nothing', 'drop'), change)).status).toBe(404);
  expect((await supervisor.get('outreach/queue?status=nonsense')).status).toBe(422);
  expect((await supervisor.get('outreach/day?day=nonsense')).status).toBe(422);
});
