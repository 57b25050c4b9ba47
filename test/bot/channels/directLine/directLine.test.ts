// The embedded Direct Line over real HTTP and websockets: one conversation cannot read another's, and nothing is lost.
import type { Activity } from 'botbuilder';
import { WebSocket } from 'ws';
import { type RunningHouse, startHouse } from '../../support/runningHouse';

// Real files and sockets: slow on a busy machine, and not judged by time.
jest.setTimeout(120_000);

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

interface Opened {
  conversationId: string;
  token: string;
  streamUrl: string;
}
type Set = { activities: Partial<Activity>[]; watermark: string };

async function call(method: string, path: string, token?: string, body?: unknown, prefix = '/directline') {
  const response = await fetch(`${house.address}${prefix}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function open(locale = 'zh-CN', prefix = '/directline'): Promise<Opened> {
  const { body: generated } = await call('POST', '/tokens/generate', undefined, { locale }, prefix);
  const { status, body } = await call('POST', '/conversations', (generated as Opened).token, undefined, prefix);
  expect(status).toBe(201);
  return body as Opened;
}

const read = async ({ conversationId, token }: Opened, watermark = ''): Promise<Set> =>
  (await call('GET', `/conversations/${conversationId}/activities?watermark=${watermark}`, token)).body as Set;

const say = ({ conversationId, token }: Opened, text: string, clientActivityID?: string) =>
  call('POST', `/conversations/${conversationId}/activities`, token, {
    type: 'message',
    text,
    ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
  });

it('greets in the language of the page, under both addresses', async () => {
  for (const prefix of ['/directline', '/v3/directline']) {
    const { activities } = await read(await open('en-US', prefix));
    expect(activities).toHaveLength(1);
    expect(activities[0]).toMatchObject({ type: 'message', locale: 'en-US', from: { id: 'assistant' } });
  }
});

it('gives what was said after a watermark, and nothing twice', async () => {
  const talk = await open();
  const { watermark } = await read(talk);
  expect((await say(talk, '转人工')).status).toBe(200);
  const later = await read(talk, watermark);
  expect(later.activities.map((activity) => activity.from?.role ?? 'bot')).toEqual(['user', 'bot']);
  expect((await read(talk, later.watermark)).activities).toHaveLength(0);
});

it('refuses another conversation, a changed token, no token and a token that nobody made', async () => {
  const mine = await open();
  const theirs = await open();
  const changed = `${mine.token.slice(0, -2)}AA`;
  for (const token of [theirs.token, changed, undefined, 'x.y', 'x']) {
    expect((await call('GET', `/conversations/${mine.conversationId}/activities`, token)).status).toBe(403);
    expect(
      (await call('POST', `/conversations/${mine.conversationId}/activities`, token, { type: 'message', text: 'hi' }))
        .status,
    ).toBe(403);
  }
});

it('speaks for the user of the token, whoever the client claims to be', async () => {
  const talk = await open();
  await call('POST', `/conversations/${talk.conversationId}/activities`, talk.token, {
    type: 'message',
    text: '你好',
    from: { id: 'assistant', role: 'bot' },
  });
  const { activities } = await read(talk);
  expect(activities.filter((activity) => activity.text === '你好').map((activity) => activity.from?.role)).toEqual([
    'user',
  ]);
});

it('acts once on a message that the client sends again', async () => {
  const talk = await open();
  const first = await say(talk, '转人工', 'client-1');
  const second = await say(talk, '转人工', 'client-1');
  expect(second.body).toEqual(first.body);
  expect(await house.house.repositories.cases.ofConversation(talk.conversationId)).toHaveLength(1);
  expect((await read(talk)).activities).toHaveLength(3);
});

it('streams what was missed and then what comes', async () => {
  const talk = await open();
  const sets: Set[] = [];
  const socket = new WebSocket(talk.streamUrl);
  // On a busy machine there may be a sign besides that an answer is being written.
  const isOfTalk = ({ activities }: Set) => activities.some(({ type }) => type !== 'typing');
  socket.on('message', (data) => sets.push(...[JSON.parse(String(data))].filter(isOfTalk)));
  await new Promise((resolve) => socket.once('open', resolve));
  await say(talk, '会怎么样');
  for (let wait = 0; wait < 100 && sets.length < 3; wait++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(sets.flatMap((set) => set.activities).length).toBe(3);
  socket.close();
});

it('does not stream without the right token', async () => {
  const mine = await open();
  const theirs = await open();
  const url = mine.streamUrl.replace(encodeURIComponent(mine.token), encodeURIComponent(theirs.token));
  const status = await new Promise<number>((resolve) => {
    const socket = new WebSocket(url);
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('open', () => resolve(101));
    socket.on('error', () => undefined);
  });
  expect(status).toBe(403);
});

it('refuses wrong activities and a watermark that is not one', async () => {
  const talk = await open();
  const base = `/conversations/${talk.conversationId}`;
  expect((await call('POST', `${base}/activities`, talk.token, { type: 'conversationUpdate' })).status).toBe(400);
  expect((await call('GET', `${base}/activities?watermark=abc`, talk.token)).status).toBe(400);
  expect((await call('POST', '/tokens/generate', undefined, { user: { id: '<script>' } })).status).toBe(400);
});

it('shows the conversation after a restart, with the codes that were typed hidden', async () => {
  const talk = await open();
  await say(talk, '我欠多少');
  await say(talk, '6688 1234');
  const before = await read(talk);
  await house.stop('keepData');
  house = await startHouse(house.dataDir);
  const after = await read(talk);
  expect(after.activities.map((activity) => activity.id)).toEqual(before.activities.map((activity) => activity.id));
  expect(after.activities.map((activity) => activity.text).join('\n')).toContain('26,431.20');
  expect(JSON.stringify(after)).not.toContain('1234');
});

it('renews a token for the same conversation', async () => {
  const talk = await open();
  const { body } = await call('POST', '/tokens/refresh', talk.token);
  expect((body as Opened).conversationId).toBe(talk.conversationId);
  const again = await call('POST', '/conversations', (body as Opened).token);
  expect(again.status).toBe(200);
  expect((await read(again.body as Opened)).activities).toHaveLength(1);
});

it('shows text messages of a conversation to that conversation only, and people to try to this machine', async () => {
  const mine = await open();
  const phone = (token: string) =>
    fetch(`${house.address}/demo/phone`, { headers: { Authorization: `Bearer ${token}` } });
  expect((await phone('none')).status).toBe(403);
  expect(await (await phone(mine.token)).json()).toEqual({ messages: [] });
  const foreign = await fetch(`${house.address}/demo/people`);
  expect(foreign.status).toBe(200);
});
