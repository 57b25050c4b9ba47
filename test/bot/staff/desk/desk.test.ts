// The desk: customers are handed over, exactly one agent answers, every word is guarded, and nobody is forgotten.
import type { ErrorBody } from '../../../../bot/staff/contract/common';
import type { DeskConversation, DeskMessageAnswer, Queue } from '../../../../bot/staff/contract/desk';
import { type Emulator, startEmulator } from '../../support/emulator';
import { openPage } from '../../support/pageTalk';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import { at, handedOver, itemFor, taken } from '../support/deskTalk';
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

test('a customer who asks for a person stands in the queue with reason, language and masked last words', async () => {
  const talk = await openPage(house.address);
  await talk.say('转人工，我的电话是13812345678');
  const item = await itemFor(talk.conversationId, agent);
  expect(item).toMatchObject({ reason: 'person', locale: 'zh-CN', status: 'waiting', agent: null, verified: false });
  expect(item?.lastWords).not.toContain('13812345678');
  expect(item?.caseNumber).toMatch(/^CS-/);
});

test('whoever may be in danger comes first, also one who was waiting already', async () => {
  const first = await handedOver(house.address);
  const second = await handedOver(house.address);
  await second.say('不想活了');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { items } = (await agent.get<Queue>('desk/queue')).body;
  expect(items[0]).toMatchObject({ conversationId: second.conversationId, priority: 'urgent' });
  expect(items.some((item) => item.conversationId === first.conversationId)).toBe(true);
  const version = items[0]?.version;
  const { body } = await agent.post<DeskConversation>(at(second.conversationId, 'take'), { expectedVersion: version });
  expect(body).toMatchObject({ atRisk: true, accounts: [], offers: [] });
  const money = await send(second.conversationId, '那还款的事怎么办');
  expect(money.status).toBe(422);
  expect((await send(second.conversationId, body.suggestion?.text ?? '')).status).toBe(201);
});

test('of two agents who take the same conversation at once, exactly one gets it', async () => {
  const talk = await handedOver(house.address);
  const other = await house.another('second', 'agent');
  const expectedVersion = (await itemFor(talk.conversationId, agent))?.version;
  const both = await Promise.all(
    [agent, other].map((client) => client.post(at(talk.conversationId, 'take'), { expectedVersion })),
  );
  expect(both.map((reply) => reply.status).sort()).toEqual([200, 409]);
  const loser = both.find((reply) => reply.status === 409);
  expect(codeOf(loser ?? { body: {} })).toBe('taken');
  const holder = (await itemFor(talk.conversationId, agent))?.agent;
  const notHolder = holder === 'agent' ? other : agent;
  expect(codeOf(await notHolder.post(at(talk.conversationId, 'messages'), { text: '您好' }))).toBe('notHolder');
});

test('agent and customer talk, the assistant keeps still, and takes over again when handed back', async () => {
  const { talk, view } = await taken(house.address, agent);
  expect(view.item).toMatchObject({ status: 'taken', agent: 'agent' });
  expect(view.transcript.map((entry) => entry.from)).toEqual(expect.arrayContaining(['customer', 'assistant']));
  const stream = await listenTo(agent, 'desk/events');
  await stream.until(({ name }) => name === 'ready');
  const before = (await talk.heard()).length;
  await talk.say('有人吗 <script>alert(1)</script>');
  const event = await stream.until(
    ({ name, data }) => name === 'message' && data.conversationId === talk.conversationId,
  );
  expect((event.data.entry as { text: string }).text).toContain('<script>');
  expect((await talk.heard()).length).toBe(before);

  const reply = await send(talk.conversationId, '您好，我在，请讲。');
  expect(reply.body).toMatchObject({ delivered: true, entry: { from: 'agent', agent: 'agent' } });
  expect((await talk.heard()).at(-1)).toBe('您好，我在，请讲。');

  const version = (await itemFor(talk.conversationId, agent))?.version;
  const back = await agent.post<DeskConversation>(at(talk.conversationId, 'handback'), { expectedVersion: version });
  expect(back.body.item.status).toBe('returned');
  expect(await itemFor(talk.conversationId, agent)).toBeUndefined();
  await talk.say('你好');
  expect((await talk.heard()).length).toBeGreaterThan(before + 2);
  const found = await house.house.repositories.cases.get(view.item.caseNumber);
  expect(found).toMatchObject({ status: 'closed', closed: { by: 'agent', outcome: 'resolved' } });
  await talk.say('转人工');
  expect((await itemFor(talk.conversationId, agent))?.caseNumber).not.toBe(view.item.caseNumber);
  stream.close();
});

test('an agent may write the figures of this account and no others; a blocked message is not sent', async () => {
  const { talk, view } = await taken(house.address, agent, '6688 1234');
  expect(view.accounts[0]).toMatchObject({ cardTail: '6688', totalFen: 2643120 });
  expect(view.customer).toMatchObject({ name: '陈**', maskedPhone: '138****0001' });
  const before = (await talk.heard()).length;
  for (const text of [
    '您一共欠 26,431.21 元',
    '每月还八百块就行',
    '打到 6222021234567890123 就好',
    '٣٠٠ 元',
    '再不还钱就等着坐牢吧',
    '请点 http://bank.example.com/pay',
  ]) {
    const reply = await send(talk.conversationId, text);
    expect([reply.status, codeOf(reply)]).toEqual([422, 'guardBlocked']);
    expect(reply.body.error.details?.length).toBeGreaterThan(0);
  }
  expect((await talk.heard()).length).toBe(before);
  expect((await send(talk.conversationId, '您目前一共欠 26,431.20 元，卡尾号 6688。')).status).toBe(201);
  const { items } = await house.house.repositories.audit.ofConversation(talk.conversationId);
  expect(items.filter(({ event }) => event.type === 'guardBlocked')).toHaveLength(6);
});

test('nothing of a debt is said to somebody who is not verified, or is someone else', async () => {
  const { talk } = await taken(house.address, agent);
  expect((await send(talk.conversationId, '您的欠款我看到了')).status).toBe(422);
  expect((await send(talk.conversationId, '请先核实身份。')).status).toBe(201);
});

test('an offer of the engine is sent in the assistant’s words; one that is not on the table is not', async () => {
  const talk = await openPage(house.address);
  await talk.say('分期');
  await talk.say('3202 5526');
  await talk.say('1500');
  await talk.say('转人工');
  const version = (await itemFor(talk.conversationId, agent))?.version;
  const { body } = await agent.post<DeskConversation>(at(talk.conversationId, 'take'), { expectedVersion: version });
  const [first] = body.offers;
  expect(first).toBeDefined();
  const sent = await agent.post<DeskMessageAnswer>(at(talk.conversationId, `offers/${first?.offer.number}/send`));
  expect(sent.status).toBe(201);
  expect((await talk.heard()).at(-1)).toBe(first?.text);
  expect((await agent.post(at(talk.conversationId, 'offers/99/send'))).status).toBe(404);
  expect((await agent.post(at(talk.conversationId, 'offers/x/send'))).status).toBe(404);
});

test('the same message sent twice is said once', async () => {
  const { talk } = await taken(house.address, agent);
  const before = (await talk.heard()).length;
  for (const _ of [1, 2])
    expect((await send(talk.conversationId, '请稍等。', { clientId: 'client-id-1' })).status).toBe(201);
  expect((await talk.heard()).length).toBe(before + 1);
});
