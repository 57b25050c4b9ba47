// Every address of the server, asked by a stranger: what is not for anyone refuses, and what is for anyone is listed here.

import { addressKey } from '../../../bot/http/rateLimit';
import type { Route } from '../../../bot/http/route';
import { type RunningHouse, startHouse } from '../support/runningHouse';

// Real files and sockets: slow on a busy machine, and not judged by time.
jest.setTimeout(120_000);

let house: RunningHouse;
const registered = {
  MicrosoftAppId: '00000000-0000-4000-8000-000000000001',
  MicrosoftAppPassword: 'a-password',
  DATA_KEY: `test:${Buffer.alloc(32, 1).toString('base64')}`,
  ASSISTANT_NOW: '',
  ASSISTANT_READING_SECONDS: '',
  HOST: '127.0.0.1',
  METRICS_TOKEN: 'a-token-of-some-length',
  HANDOFF_HUB_URL: 'https://hub.example/activities',
  HANDOFF_HUB_SECRET: 'a-secret-of-more-than-thirty-two-letters',
};
beforeAll(async () => {
  house = await startHouse(undefined, registered);
});
afterAll(() => house.stop());

const methods = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', del: 'DELETE' } as const;

/** As somebody whom a proxy lets in, without anything to show. */
async function asStranger({ method, path }: Route): Promise<number> {
  const activity = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/teams/',
    conversation: { id: 'c' },
    from: { id: 'u' },
    recipient: { id: 'b' },
  };
  const stop = new AbortController();
  const response = await fetch(`${house.address}${path.replace(/:\w+/g, 'nothing').replace('*', 'nothing')}`, {
    method: methods[method],
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': '203.0.113.9' },
    signal: stop.signal,
    redirect: 'manual',
    ...(method === 'get' ? {} : { body: JSON.stringify(activity) }),
  });
  stop.abort();
  return response.status;
}

test('a stranger is refused by every route that is not for anyone', async () => {
  const open: string[] = [];
  for (const route of house.house.routes.filter(({ access }) => access !== 'anyone'))
    if (![401, 403].includes(await asStranger(route))) open.push(`${route.method} ${route.path}`);
  expect(open).toEqual([]);
});

test('what anyone may ask for is this and nothing else', () => {
  const paths = house.house.routes.filter(({ access }) => access === 'anyone').map(({ path }) => path);
  expect(paths.filter((path) => !path.startsWith('/console/api/')).sort()).toEqual([
    '/',
    '/console',
    '/console/*',
    '/directline/tokens/generate',
    '/health',
    '/ready',
    '/v3/directline/tokens/generate',
    '/webchat/bundle.js',
    '/webchat/connection.js',
    '/webchat/frame',
    '/webchat/hostPage.js',
    '/webchat/icon.svg',
    '/webchat/kept.js',
    '/webchat/look.js',
    '/webchat/page.css',
    '/webchat/page.js',
    '/webchat/settings',
    '/webchat/unread.js',
    '/webchat/widget.js',
  ]);
});

test('counts are shown on this machine and to who has the token, not to somebody behind a proxy on it', async () => {
  const ask = async (headers: Record<string, string>) => (await fetch(`${house.address}/metrics`, { headers })).status;
  expect(await ask({})).toBe(200);
  expect(await ask({ 'X-Forwarded-For': '203.0.113.9' })).toBe(403);
  expect(await ask({ Forwarded: 'for=203.0.113.9' })).toBe(403);
  const showing = (token: string) => ask({ 'X-Forwarded-For': '203.0.113.9', Authorization: `Bearer ${token}` });
  expect(await showing('another-token-of-that-length')).toBe(403);
  expect(await showing(registered.METRICS_TOKEN)).toBe(200);
});

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8:1:2:3::', '2001:db8:1:2::/64'],
])('the address %s is counted as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});

test('where no Azure channel is used, the door of Bot Framework is not there, and no invented people are', async () => {
  const closed = await startHouse(undefined, {
    BOT_FRAMEWORK: 'off',
    HOST: '127.0.0.1',
    DATA_KEY: `a:${Buffer.alloc(32, 1).toString('base64')}`,
  });
  const paths = closed.house.routes.map(({ path }) => path);
  expect(paths).toContain('/console');
  expect(paths.filter((path) => path.startsWith('/demo') || path === '/api/messages' || path === '/wechat')).toEqual(
    [],
  );
  await closed.stop();
});
