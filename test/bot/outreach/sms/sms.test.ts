// Text messages through a real provider over HTTP: codes and reminders reach the phone once, and a word to stop is obeyed.

import { queued } from '../../../../data/domain/outreach/outreachRecord';
import { createRepositories } from '../../../../data/store/repositories';
import { anAnsweredComplaint } from '../../../data/domain/builders';
import { problemsOf } from '../../config/problemsOf';
import { startEmulator } from '../../support/emulator';
import { type RunningHouse, startHouse, testNow } from '../../support/runningHouse';
import { FakeSmsProvider } from './smsProvider';

jest.setTimeout(120_000);

let provider: FakeSmsProvider;
let running: RunningHouse;
const repositories = () => createRepositories(running.store);

beforeEach(async () => {
  provider = await new FakeSmsProvider().start();
  running = await startHouse(undefined, provider.environment);
});
afterEach(async () => {
  await running.stop();
  await provider.close();
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it did not come to be');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Somebody whose case has been answered, with the message about it in the queue. */
async function aMessageInTheQueue() {
  const page = await repositories().customers.list({ limit: 1 });
  const customer = page.items[0]?.record;
  if (customer === undefined) throw new Error('the demo has customers');
  const { customerId } = customer;
  const at = '2026-11-22T02:00:00.000Z';
  await repositories().cases.put(
    anAnsweredComplaint({
      caseNumber: 'CS-ANSWERED',
      customerId,
      openedAt: at,
      closed: { at, by: 'agent-1', outcome: 'answered', decision: 'upheld' },
    }),
    null,
  );
  const key = `caseAnswered:${customerId}:CS-ANSWERED:2026-11-22`;
  const due = {
    key,
    kind: 'caseAnswered' as const,
    customerId,
    subject: 'CS-ANSWERED',
    aboutOn: '2026-11-22',
    until: '2026-11-29',
  };
  await repositories().outreach.put(queued(due, testNow), null);
  return { key, customer };
}

const statusOf = async (key: string) => (await repositories().outreach.get(key))?.status;
const send = () => running.house.sendDue();

it('a message of the queue reaches the registered phone once, and the receipt is kept with it', async () => {
  const { key, customer } = await aMessageInTheQueue();
  await send();
  expect(provider.taken).toMatchObject([{ to: customer.phone, key: `outreach:${key}` }]);
  expect(await statusOf(key)).toBe('sent');
  expect(await provider.bring(running.address, '/sms/receipts', { id: 'P-0', status: 'delivered' })).toBe(200);
  expect(await repositories().outreach.get(key)).toMatchObject({ receipt: 'delivered', providerId: 'P-0' });
});

it('an answer of the provider that is lost does not make a second message', async () => {
  const { key } = await aMessageInTheQueue();
  provider.losesAnswers = true;
  await send();
  expect(await statusOf(key)).toBe('leaving');
  provider.losesAnswers = false;
  await running.house.repositories.outreach.get(key);
  await running.stop('keepData');
  const later = new Date(Date.parse(testNow) + 3_600_000).toISOString();
  running = await startHouse(running.dataDir, { ...provider.environment, ASSISTANT_NOW: later });
  await send();
  await until(async () => (await statusOf(key)) === 'sent');
  expect(provider.taken).toHaveLength(1);
});

it('a number that the provider refuses is given up and seen by staff, and counts as no contact', async () => {
  const { key, customer } = await aMessageInTheQueue();
  provider.status = 400;
  await send();
  expect(await repositories().outreach.get(key)).toMatchObject({ status: 'dead', why: 'refused 400' });
  expect(await repositories().contacts.ofCustomer(customer.customerId)).toEqual([]);
});

it.each(['T', 'ｔ', '退订', 'stop.', ' STOP '])('"%s" as an answer stops contact, and says so once', async (word) => {
  const { key, customer } = await aMessageInTheQueue();
  await send();
  await until(async () => (await statusOf(key)) === 'sent');
  const from = `+86${customer.phone}`;
  expect(await provider.bring(running.address, '/sms/answers', { from, text: word })).toBe(200);
  expect(await provider.bring(running.address, '/sms/answers', { from, text: word })).toBe(200);
  expect(await repositories().contactPreferences.get(customer.customerId)).toMatchObject({
    ceased: true,
    reason: 'asked',
  });
  await send();
  expect(provider.taken).toHaveLength(2);
});

it('other words, and a number that nothing went to, change nothing', async () => {
  const { customer } = await aMessageInTheQueue();
  expect(await provider.bring(running.address, '/sms/answers', { from: '13900000000', text: 'T' })).toBe(200);
  await send();
  expect(await provider.bring(running.address, '/sms/answers', { from: customer.phone, text: '好的' })).toBe(200);
  expect((await repositories().contactPreferences.get(customer.customerId))?.ceased ?? false).toBe(false);
});

it('what is not signed by the provider, or long ago, is refused without a reason', async () => {
  const receipt = { id: 'P-0', status: 'delivered' };
  const { address } = running;
  expect(await provider.bring(address, '/sms/receipts', receipt, Date.now(), 'another secret')).toBe(403);
  expect(await provider.bring(address, '/sms/receipts', receipt, Date.now() - 600_000)).toBe(403);
  expect(await provider.bring(address, '/sms/receipts', { id: 'P-0', status: 'eaten' })).toBe(400);
});

it('one-time codes go the same way', async () => {
  const emulator = await startEmulator(() => running.address);
  try {
    const talk = emulator.conversation();
    await talk.say('我要办分期');
    await talk.say('6688 1234');
    await talk.say('每月800');
    await talk.say('选1');
    await send();
    await until(() => provider.taken.length === 1);
    expect(provider.taken[0]?.text).toMatch(/\d{6}/);
  } finally {
    await emulator.close();
  }
});

it('half a provider is refused at a start, with what to set', () => {
  expect(problemsOf({ SMS_URL: 'https://sms.example/send' })).toMatch(/SMS_KEY/);
  expect(problemsOf({ SMS_URL: 'http://sms.example/send', SMS_KEY: 'k' })).toMatch(/https/);
  expect(problemsOf({ SMS_URL: 'https://sms.example', SMS_KEY: 'k', SMS_BODY: '{"to":"{to}"}' })).toMatch(/SMS_BODY/);
});
