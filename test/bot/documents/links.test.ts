// The link to an agreement: opens that document for a while, for nobody who changed it, and always the same bytes.
import { newDocumentLinks } from '../../../bot/documents/documentLinks';
import { newSigner } from '../../../bot/http/signer';
import { type RunningHouse, startHouse, testNow } from '../support/runningHouse';
import { exampleAgreement } from './exampleAgreement';

// Real files and sockets: slow on a busy machine, and not judged by time.
jest.setTimeout(120_000);

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse();
  await house.house.repositories.arrangements.put(exampleAgreement('zh-CN').record, null);
});
afterAll(() => house.stop());

/** Presses the button behind a link. */
const press = (address: string) => fetch(address, { method: 'POST' });
const delivered = async () => (await house.house.repositories.audit.ofType('documentDelivered')).items;

const link = (number = 'AG-7F3K-20', at = testNow) => house.house.services.documentLink(number, 'zh-CN', at);

it('shows a chat that fetches the link for its preview a button, nothing of the agreement, and counts it as no delivery', async () => {
  for (const method of ['GET', 'GET', 'HEAD']) await fetch(link(), { method });
  const page = await fetch(link());
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).not.toMatch(/AG-7F3K|\d,\d{3}|欠|还款|逾期/);
  expect(await delivered()).toEqual([]);
});

it('gives the PDF to whoever presses the button, to keep and not to cache, the same bytes each time', async () => {
  const [first, second] = await Promise.all([press(link()), press(link())]);
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toBe('application/pdf');
  expect(first.headers.get('content-disposition')).toContain('AG-7F3K-20.pdf');
  expect(first.headers.get('cache-control')).toBe('no-store');
  expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
  expect(await delivered()).toHaveLength(1);
});

it('refuses a link of which anything was changed', async () => {
  for (const changed of [
    link().replace('AG-7F3K-20', 'AG-7F3K-21'),
    link().replace('zh-CN', 'en-US'),
    link().replace(/expires=\d+/, 'expires=9999999999'),
    link().replace(/sig=.+/, 'sig='),
  ])
    for (const ask of [fetch, press]) expect((await ask(changed)).status).toBe(403);
});

it('refuses a link after its time, and one to an agreement that is not there', async () => {
  for (const ask of [fetch, press])
    expect((await ask(link('AG-7F3K-20', '2026-11-01T00:00:00.000Z'))).status).toBe(410);
  expect((await press(link('AG-XXXX-99'))).status).toBe(404);
});

it('makes other links with another secret', () => {
  const make = (secret: string) =>
    newDocumentLinks(newSigner(secret), () => 'http://x', 72).make('AG-1', 'zh-CN', testNow);
  expect(make('a'.repeat(32))).not.toBe(make('b'.repeat(32)));
});
