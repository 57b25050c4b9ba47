// Messages that we begin: who gets one, when, by which way, and who does not.

import { ContactGate } from '../../../../bot/outreach/contactGate';
import { chatWay } from '../../../../bot/outreach/queue/chatWay';
import { previewOn } from '../../../../bot/outreach/queue/preview';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { createRepositories } from '../../../../data/store/repositories';
import { aCustomer, aPromise, data, queueOver, timeZone } from './queueHouse';

/** Ten in the morning in Beijing. */
const morning = (day: string) => `${day}T02:00:00.000Z`;
const before = '2026-11-24';
let store: MemoryStore;
let now: string;
const clock = () => now;
const repositories = () => createRepositories(store);

beforeEach(async () => {
  now = morning(before);
  store = new MemoryStore();
  await repositories().customers.put(aCustomer('C-1'), null);
  await repositories().promises.put(aPromise('C-1', '2026-11-25', morning('2026-11-20')), null);
});

const textsOf = async (customerId = 'C-1') =>
  (await repositories().outbox.ofCustomer(customerId)).map(({ text }) => text);
const queueOf = async (customerId = 'C-1') => repositories().outreach.ofCustomer(customerId);

/** A start, the day's work, and one look through the queue. */
async function oneRound(settings = {}) {
  const house = queueOver(store, clock, settings);
  await house.takeUp();
  await house.day();
  return house.sweep();
}

it('writes once about a promise, names the bank, the way to stop and to a person, and nothing that is owed', async () => {
  expect(await oneRound()).toBe(1);
  now = morning('2026-11-25');
  expect(await oneRound()).toBe(0);
  const texts = await textsOf();
  expect(texts).toHaveLength(1);
  const { name, hotline } = data.bank;
  for (const part of [name['zh-CN'], hotline, 'T']) expect(texts[0]).toContain(part);
  expect(texts[0]).not.toMatch(/欠|逾期|还款|催|元|\d+\.\d/);
  expect(await repositories().contacts.ofCustomer('C-1')).toMatchObject([{ channel: 'text', purpose: 'reminder' }]);
});

it('waits for the hours of the bank, in its own zone', async () => {
  now = `${before}T23:30:00.000Z`;
  await oneRound();
  expect(await queueOf()).toMatchObject([{ status: 'waiting', why: 'outsideHours', nextAt: '2026-11-25T00:00:00Z' }]);
  now = '2026-11-25T00:00:00.000Z';
  expect(await oneRound()).toBe(1);
});

it('a stop that was said while the message waited is obeyed, and the record says so', async () => {
  now = `${before}T23:30:00.000Z`;
  await oneRound();
  await repositories().contactPreferences.put(
    { customerId: 'C-1', ceased: true, reason: 'asked', until: null, changedAt: now, wish: '' },
    null,
  );
  now = morning('2026-11-25');
  await oneRound();
  expect(await textsOf()).toEqual([]);
  expect(await queueOf()).toMatchObject([{ status: 'dropped', why: 'stopped' }]);
});

it('what was paid meanwhile is not written about', async () => {
  now = `${before}T23:30:00.000Z`;
  await oneRound();
  const kept = await repositories().promises.kept('PR-C-1-2026-11-25');
  if (kept === undefined) throw new Error('there is a promise');
  await repositories().promises.put({ ...kept.record, status: 'kept' }, kept.version);
  now = morning('2026-11-25');
  await oneRound();
  expect(await queueOf()).toMatchObject([{ status: 'dropped', why: 'noLongerDue' }]);
});

it('after weeks switched off nobody gets what the days would have brought', async () => {
  await oneRound();
  await repositories().promises.put(aPromise('C-1', '2026-12-05', morning('2026-11-24')), null);
  now = morning('2026-12-20');
  await oneRound();
  expect(await textsOf()).toHaveLength(1);
});

it('keeps its own pace: what is over the minute’s number goes in the next', async () => {
  for (const customerId of ['C-2', 'C-3']) {
    await repositories().customers.put(aCustomer(customerId), null);
    await repositories().promises.put(aPromise(customerId, '2026-11-25', morning('2026-11-20')), null);
  }
  const house = queueOver(store, clock, { rules: { ...data.outreach, perMinuteMax: { message: 1, text: 2 } } });
  await house.day();
  expect(await house.sweep()).toBe(2);
  expect(await house.sweep()).toBe(0);
  now = '2026-11-24T02:01:00.000Z';
  expect(await house.sweep()).toBe(1);
});

it('leaves holidays quiet and goes on after them', async () => {
  const quietDays = [{ name: 'holiday', from: before, until: before }];
  expect(await oneRound({ rules: { ...data.outreach, quietDays } })).toBe(0);
  now = morning('2026-11-25');
  expect(await oneRound({ rules: { ...data.outreach, quietDays } })).toBe(1);
});

it('pauses by itself when too many ask for quiet, and goes on once somebody resumed', async () => {
  const rules = { ...data.outreach, pause: { ...data.outreach.pause, sentMin: 1 } };
  expect(await oneRound({ rules })).toBe(1);
  now = `${before}T03:00:00.000Z`;
  await repositories().contactPreferences.put(
    { customerId: 'C-1', ceased: true, reason: 'asked', until: null, changedAt: now, wish: '' },
    null,
  );
  await repositories().customers.put(aCustomer('C-2'), null);
  await repositories().promises.put(aPromise('C-2', '2026-11-25', morning('2026-11-20')), null);
  now = morning('2026-11-25');
  expect(await oneRound({ rules })).toBe(0);
  expect(await repositories().outreachPauses.now()).toMatchObject({ paused: { by: 'rule', why: 'tooManyStops' } });
  await store.transaction([repositories().outreachPauses.setOperation({ paused: null, resumedAt: now })]);
  expect(await oneRound({ rules })).toBe(1);
  expect(await textsOf('C-2')).toHaveLength(1);
});

describe('in a chat', () => {
  const place = {
    customerId: 'C-1',
    channelId: 'wechat',
    userId: 'o1',
    conversationId: 'o1',
    conversation: 'wechat/o1',
    reference: {},
    locale: 'zh-CN' as const,
    seenOn: '2026-11-23',
    seenAt: '2026-11-23T02:00:00.000Z',
  };
  let said: string[];
  let withdrawn: string[];
  const chat = (takes: boolean) =>
    chatWay({
      repositories: repositories(),
      clock,
      prepare: async (_place, text, messageId) => ({
        operations: [],
        send: async () => {
          if (takes) said.push(text);
          return takes;
        },
        withdraw: async () => void withdrawn.push(messageId),
      }),
    });

  beforeEach(async () => {
    [said, withdrawn] = [[], []];
    await repositories().chatPlaces.put(place, null);
  });

  it('goes where the customer was last seen while the channel takes words unasked, and by text message after that', async () => {
    await oneRound({ first: [chat(true)] });
    expect([said.length, (await textsOf()).length]).toEqual([1, 0]);
    await repositories().promises.put(aPromise('C-1', '2026-11-28', morning('2026-11-24')), null);
    now = morning('2026-11-27');
    await oneRound({ first: [chat(true)] });
    expect([said.length, (await textsOf()).length]).toEqual([1, 1]);
  });

  it('falls back to a text message where the channel refuses, takes the other back, and says which reached', async () => {
    await oneRound({ first: [chat(false)] });
    await oneRound({ first: [chat(false)] });
    expect([said, withdrawn.length, (await textsOf()).length]).toEqual([[], 1, 1]);
    expect(await queueOf()).toMatchObject([{ status: 'sent', way: 'text', notBy: ['message'] }]);
    expect(await repositories().contacts.ofCustomer('C-1')).toHaveLength(1);
  });

  it('never goes to an address that reaches somebody else', async () => {
    await repositories().wrongContacts.put(
      { channelId: 'wechat', userId: 'o1', conversationId: 'o1', notedAt: now },
      null,
    );
    await oneRound({ first: [chat(true)] });
    expect([said.length, (await textsOf()).length]).toEqual([0, 1]);
  });
});

it('a preview says who would get what and who not and why, and stores nothing', async () => {
  await repositories().customers.put(aCustomer('C-2'), null);
  await repositories().promises.put(aPromise('C-2', '2026-11-25', morning('2026-11-20')), null);
  await repositories().contactPreferences.put(
    { customerId: 'C-2', ceased: true, reason: 'asked', until: null, changedAt: now, wish: '' },
    null,
  );
  const all = repositories();
  const lines = [];
  const parts = {
    repositories: all,
    gate: new ContactGate({ repositories: all, timeZone, rulesOn: () => data.contactRules }),
    terms: { rules: data.outreach, timeZone, contract: data.contract },
    ways: [{ way: 'text' as const, reach: async () => ({ kind: 'there' as const, address: null }) }],
    rulesOn: () => data.contactRules,
    clock,
  };
  for await (const line of previewOn('2026-11-25', parts)) lines.push(line);
  expect(lines).toMatchObject([
    { customerId: 'C-1', goes: true, way: 'text' },
    { customerId: 'C-2', goes: false, why: 'stopped', nextAllowed: null },
  ]);
  expect(await queueOf('C-1')).toEqual([]);
});
