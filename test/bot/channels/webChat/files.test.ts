// The files of the customer's page: their policy, kept by the browser until they change, and nothing beside them.
import { type RunningHouse, startHouse } from '../../support/runningHouse';

// Real files and sockets: slow on a busy machine, and not judged by time.
jest.setTimeout(120_000);

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${house.address}${path}`, { headers });
  return { response, body: await response.text() };
};

test('the page comes with a policy that lets it load from here alone', async () => {
  const { response, body } = await ask('/');
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(body).toContain('/webchat/page.js');
});

test.each([
  'page.css',
  'page.js',
  'connection.js',
  'hostPage.js',
  'kept.js',
  'look.js',
  'unread.js',
  'widget.js',
  'icon.svg',
  'bundle.js',
])('the browser keeps %s and is told when it is still the same', async (name) => {
  const { response, body } = await ask(`/webchat/${name}`);
  expect([response.status, body.length > 0]).toEqual([200, true]);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const again = await ask(`/webchat/${name}`, { 'If-None-Match': response.headers.get('etag') ?? '' });
  expect([again.response.status, again.body]).toEqual([304, '']);
});

test.each([
  'routes.ts',
  'pageText.zh-CN.json',
  '../package.json',
  'webchat.js.gz',
  '%2e%2e/%2e%2e/package.json',
  'stats.json',
])('there is no file %s', async (name) => {
  expect((await ask(`/webchat/${name}`)).response.status).toBe(404);
});
