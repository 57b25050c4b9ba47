// Pages of others: those that the bank has listed may ask Direct Line's addresses, all others are refused before anything is read.
import { WebSocket } from 'ws';
import { type RunningHouse, startHouse } from '../support/runningHouse';

// Real files and sockets: slow on a busy machine, and not judged by time.
jest.setTimeout(120_000);

const listed = 'https://app.bank.example';
const app = 'capacitor://localhost';
let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse(undefined, { PAGE_ORIGINS: `${listed}, ${app}` });
});
afterAll(() => house.stop());

const ask = (origin: string | null, init: RequestInit = {}, path = '/directline/tokens/generate') =>
  fetch(`${house.address}${path}`, {
    method: 'POST',
    ...init,
    headers: { ...(origin === null ? {} : { Origin: origin }), ...init.headers },
  });

it.each([listed, app])('a page of %s may ask, and read the answer', async (origin) => {
  const before = await ask(origin, { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'POST' } });
  expect(before.status).toBe(204);
  expect(before.headers.get('access-control-allow-headers')).toMatch(/authorization.*content-type/i);
  for (const answer of [before, await ask(origin)]) {
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('vary')).toContain('Origin');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  }
});

it('our own page and clients that are no page ask as before', async () => {
  for (const origin of [null, house.address]) {
    const answer = await ask(origin);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
});

it.each([
  'https://evil.example',
  'null',
  'https://app.bank.example.evil.example',
  'http://app.bank.example',
  'https://app.bank.example:8443',
  'file://',
])('a page of %s is refused, whatever it asks', async (origin) => {
  for (const init of [{}, { method: 'OPTIONS' }, { body: '{}', headers: { 'Content-Type': 'text/plain' } }]) {
    const answer = await ask(origin, init);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
});

it('a listed page may ask for nothing but Direct Line', async () => {
  for (const path of ['/console/api/session', '/webchat/settings', '/health', '/api/messages']) {
    const answer = await ask(listed, { method: 'OPTIONS' }, path);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
});

it('a stream is opened for a listed page and our own, and for no other', async () => {
  const { token, conversationId } = (await (await ask(listed)).json()) as { token: string; conversationId: string };
  const opened = (origin: string) =>
    new Promise<number>((resolve) => {
      const url = `${house.address.replace('http', 'ws')}/directline/conversations/${conversationId}/stream?t=${token}`;
      const socket = new WebSocket(url, { origin });
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
        socket.terminate();
      });
      socket.on('open', () => {
        resolve(101);
        socket.close();
      });
      socket.on('error', () => undefined);
    });
  expect([await opened(listed), await opened(house.address), await opened('https://evil.example')]).toEqual([
    101, 101, 403,
  ]);
});
