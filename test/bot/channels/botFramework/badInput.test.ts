// Whatever is sent, there is an answer or a clear refusal: no stack trace, nothing lost, and the server goes on.
import { request } from 'node:http';
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
afterEach(async () => {
  expect((await fetch(`${house.address}/health`)).status).toBe(200);
});

const noTrace = (text: string) => expect(text).not.toMatch(/\bat .*\.(js|ts):\d+|node_modules|Error:/);

async function postRaw(
  body: string | Buffer,
  headers: Record<string, string> = { 'Content-Type': 'application/json' },
) {
  const response = await fetch(`${house.address}/api/messages`, { method: 'POST', headers, body });
  const text = await response.text();
  noTrace(text);
  return response.status;
}

const activity = (more: object = {}) => ({
  type: 'message',
  text: 'hello',
  channelId: 'emulator',
  serviceUrl: emulator.serviceUrl,
  conversation: { id: 'c-1' },
  from: { id: 'u-1' },
  recipient: { id: 'b-1' },
  ...more,
});

describe.each([
  ['empty text', ''],
  ['only blanks', '   \n\t '],
  ['ten thousand characters', '还'.repeat(10_000)],
  ['more than ten thousand characters', 'pay '.repeat(5_000)],
  ['only emoji', '😭😭😭'],
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['control characters', '\u0001\u0002分期\u0007\u001b[31m'],
  ['zero-width and right-to-left marks', '\u200b\u202e还\u200d款\u2066'],
  ['a lone surrogate', '\ud800还款'],
  ['five thousand digits', '9'.repeat(5_000)],
  ['something like a pattern', `${'('.repeat(500)}a+${')+'.repeat(500)}`],
])('A message of %s', (_name, text) => {
  it('is answered in words', async () => {
    const talk = emulator.conversation();
    await talk.arrive();
    const { status, replies } = await talk.send({ type: 'message', text });
    expect(status).toBe(200);
    expect(replies.length).toBeGreaterThan(0);
    for (const reply of replies) noTrace(reply.text ?? '');
  });
});

it('answers a message that has only an attachment', async () => {
  const talk = emulator.conversation();
  await talk.arrive();
  const { replies } = await talk.send({
    type: 'message',
    attachments: [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1/x.png' }],
  });
  expect(replies).toHaveLength(1);
});

it('refuses what is not JSON, not an object, or not UTF-8', async () => {
  expect(await postRaw('{"type":')).toBe(400);
  expect(await postRaw('[]')).toBe(400);
  expect(await postRaw('"text"')).toBe(400);
  expect(await postRaw('')).toBe(400);
  expect(await postRaw(Buffer.from([0x7b, 0xff, 0x7d]))).toBe(400);
  expect(await postRaw('type=message', { 'Content-Type': 'application/x-www-form-urlencoded' })).toBe(415);
  expect(await postRaw('{}', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })).toBe(415);
});

it('refuses a body over 256 KiB, announced or not', async () => {
  const big = JSON.stringify(activity({ text: 'x'.repeat(300 * 1024) }));
  expect(await postRaw(big)).toBe(413);
  const status = await new Promise<number>((resolve) => {
    const sent = request(
      `${house.address}/api/messages`,
      { method: 'POST', headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' } },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    // The server closes the connection while we still send.
    sent.on('error', () => undefined);
    sent.write(big);
    sent.end();
  });
  expect(status).toBe(413);
});

it('refuses an activity without what it needs, naming the field', async () => {
  for (const broken of [
    { type: undefined },
    { type: 7 },
    { conversation: undefined },
    { conversation: { id: '' } },
    { serviceUrl: 'nonsense' },
    { from: undefined },
    { conversation: { id: 'a\u0000b' } },
  ])
    expect(await postRaw(JSON.stringify(activity(broken)))).toBe(400);
});

it('refuses an activity type that Bot Framework does not have', async () => {
  expect(await postRaw(JSON.stringify(activity({ type: 'selfDestruct' })))).toBe(400);
});

describe.each([
  'http://example.com/',
  'http://10.0.0.1:80/x',
  'https://169.254.169.254/latest',
  'http://127.0.0.1.example.com/',
  'file:///etc/passwd',
  'http://user@example.com:80',
])('Without an app id, the service address %s', (serviceUrl) => {
  it('is refused', async () => {
    expect(await postRaw(JSON.stringify(activity({ serviceUrl })))).toBe(400);
  });
});

it('refuses unknown addresses and methods without a trace', async () => {
  for (const [method, path, status] of [
    ['GET', '/nothing', 404],
    ['GET', '/api/messages', 405],
    ['GET', '/../../etc/passwd', 404],
    ['GET', '/documents/AG-7F3K-20', 403],
    ['GET', '/documents/AG-7F3K-20?lang=zh-CN&expires=99999999999&sig=AAAA', 403],
    ['GET', '/documents/..%2f..%2fpackage.json', 403],
    ['GET', '/webchat/../package.json', 404],
    ['DELETE', '/directline/conversations', 405],
  ] as const) {
    const response = await fetch(`${house.address}${path}`, { method });
    expect([path, response.status]).toEqual([path, status]);
    noTrace(await response.text());
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('server')).toBeNull();
  }
});
