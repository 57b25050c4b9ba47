// A bank with a contact centre of its own: conversations are offered to it, it answers under our guard, and gives them back.
import type { Queue } from '../../../../../bot/staff/contract/desk';
import { openPage, type PageTalk } from '../../../support/pageTalk';
import { type ConsoleHouse, startConsole } from '../../support/consoleHouse';
import { type SampleHub, startSampleHub } from './sampleHub';

let hub: SampleHub;
let house: ConsoleHouse;
beforeAll(async () => {
  hub = await startSampleHub(() => house.address);
  house = await startConsole({ HANDOFF_HUB_URL: hub.url, HANDOFF_HUB_SECRET: hub.secret });
});
afterAll(async () => {
  await house.stop();
  await hub.close();
});

const initiationOf = (talk: PageTalk) =>
  hub.until((one) => one.name === 'handoff.initiate' && one.conversation?.id === talk.conversationId);

async function offered(): Promise<PageTalk> {
  const talk = await openPage(house.address);
  await talk.say('转人工');
  await initiationOf(talk);
  return talk;
}
async function accepted(): Promise<PageTalk> {
  const talk = await offered();
  expect(await hub.status(talk.conversationId, 'accepted')).toBe(200);
  return talk;
}
const statusOf = async (talk: PageTalk) =>
  (await house.house.repositories.deskConversations.get(talk.conversationId))?.status;

test('a handover is offered with its context and the transcript, and nothing that names the customer', async () => {
  const talk = await openPage(house.address);
  await talk.say('我欠多少');
  await talk.say('6688 1234');
  await talk.say('转人工');
  const initiation = await initiationOf(talk);
  expect(initiation).toMatchObject({
    type: 'event',
    value: { reason: 'person', locale: 'zh-CN', verified: true },
    attachments: [{ name: 'Transcript', contentType: 'application/json' }],
  });
  const content = initiation.attachments?.[0]?.content as { activities: { from: { role: string }; text: string }[] };
  expect(new Set(content.activities.map((one) => one.from.role))).toEqual(new Set(['user', 'bot']));
  expect(content.activities.map((one) => one.text).join()).not.toContain('6688 1234');
  expect(JSON.stringify(initiation)).not.toContain('C-1001');
});

test('once accepted, customer and contact centre talk, and the assistant comes back when it is completed', async () => {
  const talk = await accepted();
  const before = (await talk.heard()).length;
  await talk.say('在吗');
  await hub.until(
    (one) => one.type === 'message' && one.conversation?.id === talk.conversationId && one.text === '在吗',
  );
  expect((await talk.heard()).length).toBe(before);
  expect((await hub.say(talk.conversationId, '您好，我是客服。', 'hub-message-1')).status).toBe(200);
  expect((await hub.say(talk.conversationId, '您好，我是客服。', 'hub-message-1')).status).toBe(200);
  expect((await talk.heard()).slice(before)).toEqual(['您好，我是客服。']);
  expect(await hub.status(talk.conversationId, 'completed')).toBe(200);
  await talk.say('你好');
  expect((await talk.heard()).length).toBeGreaterThan(before + 2);
  expect(await hub.status(talk.conversationId, 'completed')).toBe(409);
});

test('words of the contact centre that break a rule are refused with the reason, and not said', async () => {
  const talk = await accepted();
  const before = (await talk.heard()).length;
  const blocked = await hub.say(talk.conversationId, '再不还钱就等着坐牢吧');
  expect(blocked.status).toBe(422);
  expect((await hub.say(talk.conversationId, '请还 3000 元')).status).toBe(422);
  expect((await talk.heard()).length).toBe(before);
});

test('until it accepts, or when it fails, our own desk has the conversation', async () => {
  const agent = await house.staff('agent');
  const talk = await offered();
  expect((await hub.say(talk.conversationId, '您好')).status).toBe(409);
  expect(await hub.status(talk.conversationId, 'failed')).toBe(200);
  const item = (await agent.get<Queue>('desk/queue')).body.items.find(
    (one) => one.conversationId === talk.conversationId,
  );
  expect(item?.status).toBe('waiting');
  const taken = await agent.post(`desk/${talk.conversationId}/take`, { expectedVersion: item?.version });
  expect(taken.status).toBe(200);
  expect(await hub.status(talk.conversationId, 'accepted')).toBe(409);

  const second = await accepted();
  expect(await hub.status(second.conversationId, 'failed')).toBe(200);
  expect(await statusOf(second)).toBe('waiting');
});

test('when the contact centre cannot be reached any more, the customer is told and our own queue has the conversation', async () => {
  const talk = await accepted();
  hub.down = true;
  const before = (await talk.heard()).length;
  await talk.say('还在吗？');
  for (let tries = 0; tries < 100 && (await statusOf(talk)) !== 'waiting'; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  hub.down = false;
  expect(await statusOf(talk)).toBe('waiting');
  expect((await talk.heard()).length).toBe(before + 1);
});

test('nobody without the secret is heard, and what is no activity of the protocol is refused', async () => {
  const talk = await accepted();
  const event = {
    type: 'event',
    name: 'handoff.status',
    conversation: { id: talk.conversationId },
    value: { state: 'completed' },
  };
  expect((await hub.post(event, 'b-secret-of-the-hub-and-the-assistant')).status).toBe(401);
  expect((await hub.post({ type: 'typing' })).status).toBe(400);
  expect((await hub.post({ ...event, conversation: { id: 'nothing' } })).status).toBe(404);
  expect(await statusOf(talk)).toBe('external');
});
