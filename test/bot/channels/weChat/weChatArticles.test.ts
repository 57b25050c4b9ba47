// Offers in WeChat: text that stands by itself, then an article with a picture that leads to a page with the same words.

import { localAddress, startWeChatHouse, type WeChatHouse } from '../../support/weChatHouse';
import type { Follower } from './platform/follower';

jest.setTimeout(120_000);

let weChat: WeChatHouse;
beforeAll(async () => {
  weChat = await startWeChatHouse({ environment: { PUBLIC_URL: 'https://assistant.bank.example' } });
});
afterAll(() => weChat.stop());

async function bargain(person: Follower): Promise<string> {
  for (const text of ['分期', '6688 1234']) await person.say(text);
  return person.say('800');
}

/** The address as it is reached here. */
const here = (url = '') => url.replace('https://assistant.bank.example', localAddress(weChat.house));

it('shows offers as an article whose page and picture open, with the words of the offers and nobody’s name', async () => {
  const person = weChat.platform.follower();
  const offers = await bargain(person);
  expect(offers).toMatch(/^1\. 选1$/m);
  const shown = await person.seen(4);
  const article = shown.find(({ kind }) => kind === 'news');
  expect(article?.text).toContain('方案1');
  const [page, picture] = await Promise.all([fetch(here(article?.url)), fetch(here(article?.picture))]);
  expect([page.status, picture.status]).toEqual([200, 200]);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const html = await page.text();
  const figures = offers.match(/\d+\.\d\d 元 ×/g) ?? [];
  expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) expect(html).toContain(figure.replace(' ×', ''));
  expect(html).not.toMatch(/6688|<script/);
  expect(
    Buffer.from(await picture.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

it('the text is said once, whether or not the platform takes the article', async () => {
  const person = weChat.platform.follower();
  weChat.platform.refuse = ({ path }) => (path.endsWith('custom/send') ? 48001 : undefined);
  expect(await bargain(person)).not.toBe('');
  // The next turn is heard after all of this one's words have gone or failed.
  await person.say('谢谢');
  weChat.platform.refuse = null;
  expect(person.shown.map(({ by, kind }) => `${by} ${kind}`)).toEqual(Array(4).fill('answer text'));
});

it('a page that nobody was given, or whose time is over, is not shown', async () => {
  for (const id of ['nothing', 'A'.repeat(24), '..%2F..%2Fetc'])
    expect((await fetch(`${localAddress(weChat.house)}/cards/${id}`)).status).toBe(403);
  const person = weChat.platform.follower();
  await bargain(person);
  const article = (await person.seen(4)).find(({ kind }) => kind === 'news');
  const id = article?.url?.split('/').at(-1) ?? '';
  const stored = await weChat.house.store.get('cardPages', id);
  await weChat.house.store.put(
    'cardPages',
    id,
    { ...Object(stored?.value), expiresAt: '2026-11-23T00:00:00.000Z' },
    'any',
  );
  expect((await fetch(here(article?.url))).status).toBe(410);
});

it('where no customer could open an address, there is no article', async () => {
  const local = await startWeChatHouse();
  const person = local.platform.follower();
  await bargain(person);
  await person.say('谢谢');
  expect(person.shown.every(({ kind }) => kind === 'text')).toBe(true);
  await local.stop();
});
