// The Emulator and the bot over real HTTP: arriving, talking, duplicates, restarts, and what the Emulator sends besides.
import type { Activity } from 'botbuilder';
import { Cases } from '../../../../data/store/repositories/cases';
import { type Emulator, startEmulator } from '../../support/emulator';
import { type RunningHouse, startHouse } from '../../support/runningHouse';

// Real files and sockets: slow on a busy machine, and not judged by time.
jest.setTimeout(120_000);

let house: RunningHouse;
let emulator: Emulator;

beforeAll(async () => {
  house = await startHouse();
  emulator = await startEmulator(() => house.address);
});
afterAll(async () => {
  await house.stop();
  await emulator.close();
});

const taps = (reply: Partial<Activity> | undefined): string[] =>
  (reply?.suggestedActions?.actions ?? []).map((action) => action.title);

it('greets somebody who opens the conversation, once, with things to tap', async () => {
  const talk = emulator.conversation();
  const { status, replies } = await talk.send({
    type: 'conversationUpdate',
    locale: 'zh-CN',
    membersAdded: [
      { id: 'bot-1', name: 'Bot' },
      { id: 'user-1', name: 'User' },
    ],
  });
  expect(status).toBe(200);
  expect(replies).toHaveLength(1);
  expect(replies[0]?.conversation?.id).toBe(talk.conversationId);
  expect(taps(replies[0]).length).toBeGreaterThan(2);
});

it('says nothing when only the bot itself joins, and nothing to typing and trace activities', async () => {
  const talk = emulator.conversation();
  for (const activity of [
    { type: 'conversationUpdate', membersAdded: [{ id: 'bot-1', name: 'Bot' }] },
    { type: 'typing' },
    { type: 'trace', name: 'test', value: {} },
    { type: 'messageReaction' },
    { type: 'endOfConversation' },
  ]) {
    const { status, replies } = await talk.send(activity);
    expect(status).toBe(200);
    expect(replies).toHaveLength(0);
  }
});

it('answers in the language of the Emulator', async () => {
  const { replies } = await emulator
    .conversation()
    .send({ type: 'conversationUpdate', locale: 'en-US', membersAdded: [{ id: 'user-1', name: '' }] });
  expect(replies[0]?.locale).toBe('en-US');
});

it('tells what is owed only after the last four of card and ID', async () => {
  const talk = emulator.conversation();
  await talk.arrive();
  expect(await talk.say('我欠多少')).not.toMatch(/\d{2},\d{3}\.\d{2}/);
  expect(await talk.say('6688 1234')).toContain('26,431.20');
});

it('sends the same replies again for an activity that comes twice, and acts on it once', async () => {
  const talk = emulator.conversation();
  await talk.arrive();
  const first = await talk.send({ id: 'same-id', type: 'message', text: '转人工' });
  const second = await talk.send({ id: 'same-id', type: 'message', text: '转人工' });
  expect(first.replies.map((reply) => reply.text)).toEqual(second.replies.map((reply) => reply.text));
  expect(await house.house.repositories.cases.ofConversation(talk.conversationId)).toHaveLength(1);
});

it('acts once on the same activity delivered twice at the same time', async () => {
  const talk = emulator.conversation();
  await talk.arrive();
  const both = await Promise.all([1, 2, 3].map(() => talk.send({ id: 'at-once', type: 'message', text: '转人工' })));
  expect(both.map((one) => one.status)).toEqual([200, 200, 200]);
  expect(await house.house.repositories.cases.ofConversation(talk.conversationId)).toHaveLength(1);
});

it('answers two different messages sent at once, one after the other', async () => {
  const talk = emulator.conversation();
  await talk.arrive();
  const before = emulator.received.length;
  await Promise.all([talk.send({ type: 'message', text: '会怎么样' }), talk.send({ type: 'message', text: '转人工' })]);
  const replies = emulator.received.slice(before).filter((reply) => reply.conversation?.id === talk.conversationId);
  expect(replies).toHaveLength(2);
});

it('knows nobody again after a restart of the conversation with the same user or a new one', async () => {
  for (const userId of ['user-1', 'user-2']) {
    const talk = emulator.conversation(userId);
    await talk.arrive();
    await talk.say('我欠多少');
    await talk.say('6688 1234');
    const again = emulator.conversation(userId);
    await again.arrive();
    expect(await again.say('我欠多少')).not.toContain('26,431.20');
  }
});

it('gives the replies in the response where a client asks for that', async () => {
  const response = await fetch(`${house.address}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: 'expect-1',
      deliveryMode: 'expectReplies',
      text: '转人工',
      channelId: 'emulator',
      serviceUrl: emulator.serviceUrl,
      conversation: { id: 'expecting' },
      from: { id: 'user-1' },
      recipient: { id: 'bot-1' },
    }),
  });
  const { activities } = (await response.json()) as { activities: Partial<Activity>[] };
  expect(response.status).toBe(200);
  expect(activities).toHaveLength(1);
});

it('goes on after a restart of the bot where the conversation was', async () => {
  const talk = emulator.conversation();
  await talk.arrive();
  await talk.say('我欠多少');
  await talk.say('6688 1234');
  await house.stop('keepData');
  house = await startHouse(house.dataDir);
  expect(await talk.say('我欠多少')).toContain('26,431.20');
});

it('sends replies that could not leave with the next message', async () => {
  const talk = emulator.conversation();
  await talk.arrive();
  emulator.refusing = true;
  expect((await talk.send({ type: 'message', text: '转人工' })).status).toBe(200);
  emulator.refusing = false;
  const { replies } = await talk.send({ type: 'message', text: '会怎么样' });
  expect(replies).toHaveLength(2);
  expect(replies[0]?.text).toContain('CS-');
});

it('sends replies that could not leave when the bot starts again', async () => {
  const talk = emulator.conversation();
  await talk.arrive();
  emulator.refusing = true;
  await talk.send({ type: 'message', text: '转人工' });
  await house.stop('keepData');
  emulator.refusing = false;
  const before = emulator.received.length;
  house = await startHouse(house.dataDir);
  const isHere = () => emulator.received.slice(before).some((reply) => reply.conversation?.id === talk.conversationId);
  for (let wait = 0; wait < 100 && !isHere(); wait++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isHere()).toBe(true);
});

it('answers 503 for a turn that fails where the channel sends the message again, and 200 with an apology elsewhere', async () => {
  const talk = emulator.conversation();
  await talk.arrive();
  const broken = jest.spyOn(Cases.prototype, 'putOperation').mockImplementation(() => {
    throw new Error('the disk is full');
  });
  const inTeams = { id: 'again', type: 'message', text: '转人工', channelId: 'msteams' };
  expect(await talk.send(inTeams)).toEqual({ status: 503, replies: [] });
  const here = await talk.send({ id: 'once', type: 'message', text: '转人工' });
  expect([here.status, here.replies.length]).toEqual([200, 1]);
  broken.mockRestore();
  expect((await talk.send(inTeams)).replies).toHaveLength(1);
});
