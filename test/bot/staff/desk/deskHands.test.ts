// A conversation changes hands: who may still speak, what the customer hears of it, and nobody at risk is left behind.
import type { DeskConversation, Heartbeat, Queue } from '../../../../bot/staff/contract/desk';
import { formatMessage } from '../../../../dialogs/text/formatMessage';
import { openPage } from '../../support/pageTalk';
import { testDay } from '../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import { at, handedOver, itemFor, taken } from '../support/deskTalk';
import { codeOf, type StaffClient } from '../support/staffClient';

let house: ConsoleHouse;
let agent: StaffClient;
let supervisor: StaffClient;
beforeAll(async () => {
  house = await startConsole();
  agent = await house.staff('agent');
  supervisor = await house.staff('supervisor');
});
afterAll(() => house.stop());

const words = (id: 'handoff.moved' | 'handoff.movedUrgent' | 'handoff.agentLost' | 'handoff.returned') =>
  formatMessage('zh-CN', id, {}).text;
const version = async (id: string) => (await itemFor(id, agent))?.version;

async function takenAtRisk() {
  const talk = await openPage(house.address);
  await talk.say('我真的不想活了');
  const expectedVersion = await version(talk.conversationId);
  const { body } = await agent.post<DeskConversation>(at(talk.conversationId, 'take'), { expectedVersion });
  return { talk, view: body };
}

test('an agent whose conversation went to a colleague while a message was on its way says nothing in it any more', async () => {
  const { talk, view } = await taken(house.address, agent);
  const id = talk.conversationId;
  const before = (await talk.heard()).length;
  // Both wait behind the same step; the transfer is first in line.
  const hold = house.house.repositories.deskConversations;
  const [moved, said] = await Promise.all([
    supervisor.post(at(id, 'transfer'), { to: 'supervisor', expectedVersion: view.item.version }),
    agent.post(at(id, 'messages'), { text: '我再说一句。' }),
  ]);
  expect(moved.status).toBe(200);
  const holder = (await hold.get(id))?.agent;
  expect(holder).toBe('supervisor');
  const heard = (await talk.heard()).slice(before);
  // Said before it was moved, or not at all: never after the customer was told of somebody else.
  const [told, spoken] = [heard.indexOf(words('handoff.moved')), heard.indexOf('我再说一句。')];
  expect(told).toBeGreaterThanOrEqual(0);
  expect(spoken < told).toBe(true);
  if (spoken < 0) expect(codeOf(said)).toBe('notHolder');
  expect(codeOf(await agent.post(at(id, 'messages'), { text: '还有一句。' }))).toBe('notHolder');
  expect(codeOf(await agent.post(at(id, 'offers/1/send')))).toBe('notHolder');
  expect((await talk.heard()).at(-1)).not.toBe('还有一句。');
});

test('what the customer hears depends on why: moved, given back, ended', async () => {
  const { talk } = await taken(house.address, agent);
  const id = talk.conversationId;
  await agent.post(at(id, 'release'), { expectedVersion: await version(id) });
  expect((await talk.heard()).at(-1)).toBe(words('handoff.moved'));
  await agent.post(at(id, 'take'), { expectedVersion: await version(id) });
  await agent.post(at(id, 'close'), { outcome: 'resolved', expectedVersion: await version(id) });
  expect((await talk.heard()).at(-1)).toBe(words('handoff.returned'));
});

test('somebody at risk hears of another colleague, and never of a line that dropped', async () => {
  const { talk, view } = await takenAtRisk();
  await agent.post(at(talk.conversationId, 'release'), { expectedVersion: view.item.version });
  expect((await talk.heard()).at(-1)).toBe(words('handoff.movedUrgent'));
});

test('a talk at risk that is closed before the person was reached waits again by itself, in front and with its number', async () => {
  const { talk, view } = await takenAtRisk();
  const id = talk.conversationId;
  await agent.post(at(id, 'messages'), { text: '您好，我在。' });
  for (const step of ['close', 'handback'] as const) {
    const expectedVersion = await version(id);
    const reply = await agent.post<DeskConversation>(at(id, step), { outcome: 'resolved', expectedVersion });
    expect(reply.body.item).toMatchObject({ status: 'waiting', priority: 'urgent', caseNumber: view.item.caseNumber });
    expect((await talk.heard()).at(-1)).toContain(view.item.caseNumber);
    await agent.post(at(id, 'take'), { expectedVersion: reply.body.item.version });
  }
  const { items } = (await agent.get<Queue>('desk/queue')).body;
  expect(items.find(({ conversationId }) => conversationId === id)?.waitingSince).toBe(view.item.waitingSince);
  const found = await house.house.repositories.cases.get(view.item.caseNumber);
  expect(found?.status).toBe('taken');
  // The person answers: now it can end.
  await talk.say('我在，谢谢');
  const ended = await agent.post<DeskConversation>(at(id, 'close'), {
    outcome: 'resolved',
    expectedVersion: await version(id),
  });
  expect(ended.body.item.status).toBe('closed');
});

test('"no answer" ends no talk at risk; a note of the call that was made lets it end', async () => {
  const { talk } = await takenAtRisk();
  const id = talk.conversationId;
  const close = async (outcome: string) =>
    agent.post<DeskConversation>(at(id, 'close'), { outcome, expectedVersion: await version(id) });
  const first = await close('noAnswer');
  expect(first.body.item.status).toBe('waiting');
  await agent.post(at(id, 'take'), { expectedVersion: first.body.item.version });
  await agent.post(at(id, 'notes'), { text: '电话里说上话了，家人陪着' });
  expect((await close('resolved')).body.item.status).toBe('closed');
});

test('somebody locked out is let try again by the colleague who speaks with them, and by nobody else', async () => {
  const talk = await openPage(house.address);
  for (const text of ['我欠多少', '6688 0000', '6688 0001', '6688 0002', '转人工']) await talk.say(text);
  const id = talk.conversationId;
  const { body } = await agent.post<DeskConversation>(at(id, 'take'), { expectedVersion: await version(id) });
  expect(body.locked).toBe(true);
  expect(codeOf(await supervisor.post(at(id, 'unlock')))).toBe('notHolder');
  expect((await agent.post(at(id, 'unlock'))).status).toBe(200);
  const handedBack = await agent.post(at(id, 'handback'), { expectedVersion: await version(id) });
  expect(handedBack.status).toBe(200);
  await talk.say('3202 5526');
  expect((await talk.heard()).at(-1)).toContain('3202');
  const { items } = await house.house.repositories.audit.ofConversation(id);
  expect(items.map(({ event }) => event.type)).toContain('desk.unlocked');
});

test('the last free call of a slot is given to one of two agents who book it at once', async () => {
  const other = await house.another('second', 'agent');
  const free = house.house.repositories.deskConversations;
  const holders = [agent, other, agent, other];
  const held = await Promise.all(
    holders.map(async (client) => {
      const talk = await handedOver(house.address);
      const expectedVersion = await version(talk.conversationId);
      const { body } = await client.post<DeskConversation>(at(talk.conversationId, 'take'), { expectedVersion });
      return { client, id: talk.conversationId, version: body.item.version };
    }),
  );
  const replies = await Promise.all(
    held.map(({ client, id, version: expectedVersion }) =>
      client.post(at(id, 'callback'), { date: testDay, from: '16:00', expectedVersion }),
    ),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 422]);
  const booked = (await free.withStatus('waiting')).filter(({ record }) => record.callback?.from === '16:00');
  expect(booked).toHaveLength(3);
});

test('the heartbeat of any page says how much the agent holds and how long they may be away', async () => {
  const nobody = await house.another('third', 'agent');
  expect((await nobody.post<Heartbeat>('desk/heartbeat')).body).toMatchObject({ ok: true, holding: 0 });
  await taken(house.address, nobody);
  const { body } = await nobody.post<Heartbeat>('desk/heartbeat');
  expect(body.holding).toBe(1);
  expect(body.timeoutSeconds).toBeGreaterThanOrEqual(120);
});

test('offers stand in the desk’s transcript with every figure that the customer saw', async () => {
  const talk = await openPage(house.address);
  for (const text of ['分期', '3202 5526', '1500', '转人工']) await talk.say(text);
  const { body } = await agent.get<DeskConversation>(at(talk.conversationId));
  const said = body.transcript.filter(({ from }) => from === 'assistant').map(({ text }) => text);
  expect(body.offers.length).toBeGreaterThan(0);
  for (const { offer } of body.offers) {
    const instalment = (offer.instalmentFen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
    expect(said.some((text) => text.includes(instalment) && text.includes(String(offer.instalmentCount)))).toBe(true);
  }
});
