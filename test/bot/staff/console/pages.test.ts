// The console's pages: a strict policy on each, no framing, nothing outside the built folder, and a clear word when not built.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createServer } from '../../../../bot/http/server';
import { newLog } from '../../../../bot/ops/log';
import { fileBelow, pageRoutes } from '../../../../bot/staff/console/frame/pages';

const folder = mkdtempSync(join(tmpdir(), 'assistant-pages-'));
const built = join(folder, 'console');
mkdirSync(join(built, 'assets'), { recursive: true });
writeFileSync(join(folder, 'secret.json'), '{"secret": true}');
writeFileSync(
  join(built, 'index.html'),
  '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><div id="root">',
);
writeFileSync(join(built, 'assets', 'main-abc.js'), 'console.log("hello")');

const start = async (from: string) => {
  const server = createServer({
    log: newLog('silent'),
    routes: pageRoutes(from),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return { server, port: (server.address() as AddressInfo).port };
};
let running: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  running = await start(built);
});
afterAll(async () => {
  await new Promise<void>((resolve) => running.server.close(() => resolve()));
  rmSync(folder, { recursive: true, force: true });
});

/** Sends the path as it is: fetch would tidy it up first. */
function ask(path: string, headers: Record<string, string> = {}, port = running.port) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test.each(['/console', '/console/', '/console/policies/offerLimits', '/console/index.html'])(
  '%s is the app',
  async (path) => {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(200);
    const policy = String(headers['content-security-policy']);
    const nonce = /nonce-([\w-]+)/.exec(policy)?.[1] ?? '';
    expect(body.toString()).toContain(`nonce="${nonce}"`);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/);
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' });
  },
);

test('each page has a nonce of its own', async () => {
  const nonces = await Promise.all(
    [1, 2, 3].map(async () => (await ask('/console')).headers['content-security-policy']),
  );
  expect(new Set(nonces).size).toBe(3);
});

test('an asset comes packed where the browser takes it, and may be kept for ever', async () => {
  const plain = await ask('/console/assets/main-abc.js');
  expect(plain.body.toString()).toContain('hello');
  const packed = await ask('/console/assets/main-abc.js', { 'accept-encoding': 'gzip' });
  expect(gunzipSync(packed.body).toString()).toContain('hello');
  expect(packed.headers['cache-control']).toContain('immutable');
});

test.each([
  '/console/../secret.json',
  '/console/..%2fsecret.json',
  '/console/%2e%2e/secret.json',
  '/console/assets/..%2f..%2fsecret.json',
  '/console/assets/....//secret.json',
  '/console/%00secret.json',
  '/console/..%5csecret.json',
])('%s leads nowhere', async (path) => {
  const { status, body } = await ask(path);
  expect(status).not.toBe(200);
  expect(body.toString()).not.toContain('secret": true');
});

test('no path leads out of a folder', () => {
  expect(fileBelow('/a/b', '../c')).toBeUndefined();
  expect(fileBelow('/a/b', '')).toBeUndefined();
  expect(fileBelow('/a/b', 'x/../../bc')).toBeUndefined();
  expect(fileBelow('/a/b', 'x/y.js')).toBe(join('/a/b', 'x', 'y.js'));
});

test('an address of the API that does not exist is answered as JSON, not with the app', async () => {
  const { status, headers } = await ask('/console/api/nothing');
  expect([status, String(headers['content-type'])]).toEqual([404, 'application/json; charset=utf-8']);
});

test('without a build the page says what to do', async () => {
  const other = await start(join(folder, 'nothing'));
  const { status, body } = await ask('/console', {}, other.port);
  await new Promise<void>((resolve) => other.server.close(() => resolve()));
  expect(status).toBe(503);
  expect(body.toString()).toContain('npm run build');
});
