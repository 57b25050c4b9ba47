// The embedded Direct Line under somebody who means it ill, or whose connection is bad: bounded, never confused, nothing lost.

import type { Activity } from 'botbuilder';
import { WebSocket } from 'ws';
import { Rooms } from '../../../../bot/channels/directLine/rooms';
import { newTokens, tokenSeconds, tokensEndAfterSeconds } from '../../../../bot/channels/directLine/tokens';
import { newSigner } from '../../../../bot/http/signer';
import { newLog } from '../../../../bot/ops/log';
import { Cases } from '../../../../data/store/repositories/cases';
import { type RunningHouse, startHouse } from '../../support/runningHouse';

// Real files and sockets: slow on a busy machine, and not judged by time.
jest.setTimeout(120_000);

let house: RunningHouse;
beforeEach(async () => {
  house = await startHouse();
});
afterEach(() => house.stop());

interface Opened {
  conversationId: string;
  token: string;
  streamUrl: string;
}

const raw = (path: string, token: string | undefined, body: string, method = 'POST') =>
  fetch(`${house.address}/directline${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(method === 'GET' ? {} : { body }),
  });

async function open(): Promise<Opened> {
  const generated = (await (await raw('/tokens/generate', undefined, '{}')).json()) as Opened;
  return (await (await raw('/conversations', generated.token, '{}')).json()) as Opened;
}
const post = async ({ conversationId, token }: Opened, activity: object): Promise<number> => {
  const response = await raw(`/conversations/${conversationId}/activities`, token, JSON.stringify(activity));
  await response.arrayBuffer();
  return response.status;
};
async function read({ conversationId, token }: Opened, watermark = '') {
  const response = await raw(`/conversations/${conversationId}/activities?watermark=${watermark}`, token, '', 'GET');
  return (await response.json()) as { activities: Partial<Activity>[]; watermark: string };
}
const message = (text: string | null, more: object = {}) => ({ type: 'message', text, ...more });

it('hears every message after restarts, also from a client that numbers none of its own', async () => {
  const talk = await open();
  for (let round = 1; round <= 3; round++) {
    await post(talk, { type: 'typing' });
    expect(await post(talk, message(`转人工 ${round}`))).toBe(200);
    const port = new URL(house.address).port;
    await house.stop('keepData');
    house = await startHouse(house.dataDir, { PORT: port });
    expect(await post(talk, message(`会怎么样 ${round}`))).toBe(200);
  }
  const { activities } = await read(talk);
  expect(activities.filter(({ from }) => from?.role === 'user')).toHaveLength(6);
  const ids = activities.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('answers a message whose text is null', async () => {
  const talk = await open();
  expect(await post(talk, message(null))).toBe(200);
  expect((await read(talk)).activities.at(-1)?.from?.role).not.toBe('user');
});

it('keeps nothing of huge or strange fields beside the words', async () => {
  const talk = await open();
  const filler = Array.from({ length: 120 }, (_, index) => ({ [`key${index}`]: 'x'.repeat(100) }));
  const strange = { value: filler, channelData: { clientActivityID: 'one', filler }, entities: filler, extra: filler };
  expect(await post(talk, message('你好', strange))).toBe(200);
  const own = (await read(talk)).activities.find(({ from }) => from?.role === 'user');
  expect(own?.channelData).toEqual({ clientActivityID: 'one' });
  expect(JSON.stringify(own).length).toBeLessThan(1000);
});

it('refuses bodies that are too long or too deep, many at once, and goes on', async () => {
  const talk = await open();
  const path = `/conversations/${talk.conversationId}/activities`;
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const bodies = [
    JSON.stringify(message('x'.repeat(70_000))),
    `{"type":"message","text":"hi","value":${deep}}`,
    `{"type":"message","text":"hi","channelData":{"a":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}}`,
  ];
  for (const body of bodies)
    expect([400, 413]).toContain(
      await raw(path, talk.token, body).then(
        ({ status }) => status,
        // The server may hang up on a body that it will not read.
        () => 413,
      ),
    );
  expect(await post(talk, message('你好'))).toBe(200);
});

it('slows down a room that writes faster than anybody types, and no other', async () => {
  const [busy, calm] = [await open(), await open()];
  const statuses = await Promise.all(Array.from({ length: 40 }, () => post(busy, message('你好'))));
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  const refused = await raw(`/conversations/${busy.conversationId}/activities`, busy.token, '{}');
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect(await post(calm, message('你好'))).toBe(200);
});

it('gives an address only so many new conversations', async () => {
  const statuses = new Set<number>();
  for (let round = 0; round < 310; round++)
    statuses.add(await raw('/tokens/generate', undefined, '{}').then(({ status }) => status));
  expect([...statuses]).toEqual([200, 429]);
});

it('keeps no listener of streams that closed while their room was being read, and few of one room', async () => {
  const talk = await open();
  await Promise.all(
    Array.from({ length: 30 }, () => {
      const socket = new WebSocket(talk.streamUrl);
      return new Promise<void>((resolve) => {
        socket.on('error', () => undefined);
        socket.on('close', () => resolve());
        socket.on('open', () => socket.terminate());
      });
    }),
  );
  const sockets = Array.from({ length: 12 }, () => new WebSocket(talk.streamUrl));
  const ends = await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<string>((resolve) => {
          socket.on('message', () => resolve('served'));
          socket.on('close', (code) => resolve(String(code)));
        }),
    ),
  );
  expect(ends.filter((end) => end === 'served')).toHaveLength(8);
  expect(ends.filter((end) => end === '1013')).toHaveLength(4);
  for (const socket of sockets) socket.terminate();
});

it('a room leaves out an entry that belongs to another conversation', async () => {
  const entry = (conversationId: string, text: string) => ({
    number: 1,
    at: '',
    entry: { conversationId, activity: { type: 'message', text } },
  });
  const damaged = {
    queryLog: async () => ({ items: [entry('mine', 'my words'), entry('yours', 'yours')], next: null }),
  };
  const rooms = new Rooms(damaged as never, () => 'id', newLog('silent'));
  expect((await rooms.get('mine')).since(0).activities.map(({ text }) => text)).toEqual(['my words']);
});

it('a token can be renewed for a day and not longer, and each one ends by itself', () => {
  let now = 1_000_000;
  const tokens = newTokens(newSigner('a secret of thirty-two characters.'), () => now);
  let { token } = tokens.issue({ conversationId: 'c', userId: 'u', locale: 'zh-CN' });
  const first = token;
  const began = now;
  for (;;) {
    const claims = tokens.read(token);
    if (claims === undefined) break;
    token = tokens.renew(claims).token;
    now += tokenSeconds / 2;
    if (now > began + tokenSeconds) expect(tokens.read(first)).toBeUndefined();
  }
  expect(now - began).toBeGreaterThanOrEqual(tokensEndAfterSeconds);
  expect(now - began).toBeLessThan(tokensEndAfterSeconds + tokenSeconds);
});

it('a message whose turn fails is answered 503 and leaves no trace, so that a reader’s place never runs ahead', async () => {
  const talk = await open();
  const { watermark } = await read(talk);
  const broken = jest.spyOn(Cases.prototype, 'putOperation').mockImplementation(() => {
    throw new Error('the disk is full');
  });
  const said = message('转人工', { channelData: { clientActivityID: 'again' } });
  expect(await post(talk, said)).toBe(503);
  expect(await read(talk, watermark)).toEqual({ activities: [], watermark });
  broken.mockRestore();
  expect(await post(talk, said)).toBe(200);
  const port = new URL(house.address).port;
  const before = await read(talk, watermark);
  await house.stop('keepData');
  house = await startHouse(house.dataDir, { PORT: port });
  expect((await read(talk, before.watermark)).activities).toEqual([]);
  await post(talk, message('会怎么样'));
  expect((await read(talk, before.watermark)).activities.map(({ from }) => from?.role ?? 'bot')).toEqual([
    'user',
    'bot',
  ]);
});
