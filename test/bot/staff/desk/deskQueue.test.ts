// Around the talk at the desk: giving conversations back and away, notes, call-backs, other channels, vanished agents.

import { readShippedData } from '../../../../bot/config/shippedData';
import type { ErrorBody } from '../../../../bot/staff/contract/common';
import type { DeskConversation, DeskMessageAnswer, Slots } from '../../../../bot/staff/contract/desk';
import { dayText } from '../../../../dialogs/text/formatMessage';
import { type Emulator, startEmulator } from '../../support/emulator';
import { openPage } from '../../support/pageTalk';
import { testDay } from '../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import { at, itemFor, taken } from '../support/deskTalk';
import { listenTo } from '../support/eventStream';
import { codeOf, type StaffClient } from '../support/staffClient';

let house: ConsoleHouse;
let emulator: Emulator;
let agent: StaffClient;
beforeAll(async () => {
  house = await startConsole();
  emulator = await startEmulator(() => house.address);
  agent = await house.staff('agent');
});
afterAll(async () => {
  await house.stop();
  await emulator.close();
});

const send = (id: string, text: string, more: object = {}) =>
  agent.post<DeskMessageAnswer & ErrorBody>(at(id, 'messages'), { text, ...more });

test('release, transfer and close: each tells the desk, and only colleagues who may hold can be given one', async () => {
  const other = await house.another('third', 'agent');
  await house.another('clerk', 'auditor');
  const { talk } = await taken(house.address, agent);
  const id = talk.conversationId;
  const version = async () => (await itemFor(id, agent))?.version;
  expect((await agent.post(at(id, 'transfer'), { to: 'clerk', expectedVersion: await version() })).status).toBe(422);
  expect((await agent.post(at(id, 'transfer'), { to: 'third', expectedVersion: await version() })).status).toBe(200);
  expect(codeOf(await agent.post(at(id, 'release'), { expectedVersion: await version() }))).toBe('notHolder');
  expect((await other.post(at(id, 'release'), { expectedVersion: await version() })).status).toBe(200);
  expect((await itemFor(id, agent))?.status).toBe('waiting');
  const supervisor = await house.staff('supervisor');
  await supervisor.post(at(id, 'take'), { expectedVersion: await version() });
  const closed = await supervisor.post<DeskConversation>(at(id, 'close'), {
    outcome: 'noAnswer',
    expectedVersion: await version(),
  });
  expect(closed.body.item.status).toBe('closed');
  expect(codeOf(await agent.post(at(id, 'take'), { expectedVersion: closed.body.item.version }))).toBe('wrongStatus');
});

test('notes stay inside, with numbers of people masked', async () => {
  const { talk } = await taken(house.address, agent);
  const before = (await talk.heard()).length;
  await agent.post(at(talk.conversationId, 'notes'), { text: '<b>客户说换了电话 13900001111</b>' });
  const { body } = await agent.get<DeskConversation>(at(talk.conversationId));
  expect(body.notes).toMatchObject([{ author: 'agent' }]);
  expect(body.notes[0]?.text).not.toContain('13900001111');
  expect((await talk.heard()).length).toBe(before);
});

test('a call-back is agreed for a free slot in office hours, and the slot is kept', async () => {
  const { body } = await agent.get<Slots>(`desk/slots?date=${testDay}`);
  const [slot] = body.slots;
  // Without a day it is the bank's own today, which the agent's machine need not share.
  expect((await agent.get<Slots>('desk/slots')).body).toEqual(body);
  expect(slot).toMatchObject({ date: testDay, free: 3 });
  expect(slot?.from).toBe('11:00');
  const { talk, view } = await taken(house.address, agent);
  const booked = await agent.post<DeskConversation>(at(talk.conversationId, 'callback'), {
    date: testDay,
    from: slot?.from,
    expectedVersion: view.item.version,
  });
  expect(booked.body.item).toMatchObject({
    status: 'waiting',
    callback: { date: testDay, from: '11:00', until: '11:30' },
  });
  // The customer is told which call this is about, and when it comes.
  const told = (await talk.heard()).at(-1) ?? '';
  for (const value of [view.item.caseNumber, dayText('zh-CN', testDay), '11:00', '11:30'])
    expect(told).toContain(value);
  expect((await agent.get<Slots>(`desk/slots?date=${testDay}`)).body.slots[0]?.free).toBe(2);
  const { view: second } = await taken(house.address, agent);
  for (const from of ['03:00', '10:00'])
    expect(
      (
        await agent.post(at(second.item.conversationId, 'callback'), {
          date: testDay,
          from,
          expectedVersion: second.item.version,
        })
      ).status,
    ).toBe(422);
});

test('staff words reach a channel that is reached over the network, and wait when it cannot be', async () => {
  const talk = emulator.conversation('user-emulator');
  await talk.arrive();
  await talk.say('转人工');
  const version = (await itemFor(talk.conversationId, agent))?.version;
  await agent.post(at(talk.conversationId, 'take'), { expectedVersion: version });
  expect((await send(talk.conversationId, '您好。')).body).toMatchObject({ delivered: true });
  expect(emulator.received.at(-1)).toMatchObject({ text: '您好。', conversation: { id: talk.conversationId } });
  emulator.refusing = true;
  expect((await send(talk.conversationId, '还在吗？')).body).toMatchObject({ delivered: false });
  emulator.refusing = false;
  expect(await talk.say('在的')).toBe('还在吗？');
});

test('when an agent vanishes, the conversation goes back to the queue and the customer is told', async () => {
  const data = { ...readShippedData(), desk: { ...readShippedData().desk, agentTimeoutSeconds: 1 } };
  const other = await startConsole({}, undefined, data);
  try {
    const gone = await other.staff('agent');
    const watcher = await other.another('watcher', 'supervisor');
    const talk = await openPage(other.address);
    await talk.say('转人工');
    const item = await itemFor(talk.conversationId, gone);
    await gone.post(at(talk.conversationId, 'take'), { expectedVersion: item?.version });
    await gone.post('desk/heartbeat');
    const stream = await listenTo(watcher, 'desk/events');
    const lost = await stream.until(({ name, data: event }) => name === 'status' && event.why === 'agentLost');
    expect(lost.data).toMatchObject({ conversationId: talk.conversationId, status: 'waiting', agent: null });
    stream.close();
    const again = await itemFor(talk.conversationId, watcher);
    expect(again).toMatchObject({ status: 'waiting', waitingSince: item?.waitingSince });
    const heard = (await talk.heard()).length;
    await talk.say('你好');
    expect((await talk.heard()).length).toBeGreaterThan(heard);
  } finally {
    await other.stop();
  }
});
