// The widget as a file: small, with the bank's name in it; and the framed page, which only the bank's listed pages may show.
import { readShippedData } from '../../../../bot/config/shippedData';
import { type RunningHouse, startHouse } from '../../support/runningHouse';

// Real files and sockets: slow on a busy machine, and not judged by time.
jest.setTimeout(120_000);

const listed = 'https://app.bank.example';
const app = 'capacitor://localhost';
let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse(undefined, { PAGE_ORIGINS: `${listed}, ${app}` });
});
afterAll(() => house.stop());

const ask = (path: string) => fetch(`${house.address}${path}`);
const policyOf = (response: Response, name: string) =>
  (response.headers.get('content-security-policy') ?? '')
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);

it('the one file that a page loads before the assistant is opened is no larger than 60 kB', async () => {
  const widget = await ask('/webchat/widget.js');
  expect(widget.headers.get('content-type')).toContain('text/javascript');
  expect((await widget.arrayBuffer()).byteLength).toBeLessThanOrEqual(60_000);
});

it('a page of another origin may load the file, and it knows the bank in both languages', async () => {
  const widget = await ask('/webchat/widget.js');
  expect(widget.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  const body = await widget.text();
  for (const name of Object.values(readShippedData().bank.name)) expect(body).toContain(name);
  expect(body).not.toContain('__SETTINGS__');
});

it('the framed page is shown within the listed pages and our own, by the one header that can name them', async () => {
  const frame = await ask('/webchat/frame');
  expect(policyOf(frame, 'frame-ancestors')).toBe(`'self' ${listed} ${app}`);
  expect(frame.headers.get('x-frame-options')).toBeNull();
});

it('the framed page may load and reach no more than the page by itself', async () => {
  const [frame, page] = await Promise.all([ask('/webchat/frame'), ask('/')]);
  const rest = (response: Response) =>
    (response.headers.get('content-security-policy') ?? '').replace(/; frame-ancestors .*/, '');
  expect(rest(frame)).toBe(rest(page));
});

it('every other page of ours is framed by nobody', async () => {
  for (const path of ['/', '/console', '/webchat/page.js', '/health']) {
    const answer = await ask(path);
    expect([path, policyOf(answer, 'frame-ancestors')]).toEqual([path, "'none'"]);
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  }
});
