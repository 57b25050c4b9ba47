// In a real browser: the assistant on a page of the bank, on another origin, under a strict policy; on a wide screen and on a phone.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { audience, type BankKeys, issuer, startBankKeys } from '../bot/support/bankKeys';
import { itInBrowser, openBrowser } from './chromium';
import { bubbles, chat, type HostPage, hearEvents, launcher, panel, startHostPage } from './support/hostPage';
import { botInBrowser, pictures } from './support/realBot';

jest.setTimeout(240_000);

const patience = { timeout: 60_000 };
const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
let bankPage: HostPage;
let stranger: HostPage;
let bank: BankKeys;

/** As browsers come: a frame keeps what it keeps for the page around it. Playwright's own list turns that off. */
const asTheyCome = ['--disable-features=Translate'];
const { bot, browser } = botInBrowser('widget', environment, asTheyCome);
async function environment() {
  [bankPage, stranger, bank] = await Promise.all([startHostPage(), startHostPage(), startBankKeys()]);
  return {
    PAGE_ORIGINS: bankPage.origin,
    SIGN_IN_ISSUER: issuer,
    SIGN_IN_AUDIENCE: audience,
    SIGN_IN_JWKS_URL: bank.url,
  };
}
afterAll(() => Promise.all([bankPage?.close(), stranger?.close(), bank?.close()]));

async function openPage(
  viewport: typeof wide,
  {
    colorScheme = 'light' as 'light' | 'dark',
    attributes = '',
    on = bankPage,
    hasTouch = false,
    within = browser(),
  } = {},
) {
  const context = await within.newContext({ locale: 'en-GB', viewport, colorScheme, hasTouch, isMobile: hasTouch });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A browser asks every site for a picture of it; this page has none.
    if (message.type() === 'error' && !/favicon/.test(message.location().url)) complaints.push(message.text());
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const events = await hearEvents(page);
  on.show(bot().address, attributes);
  await page.goto(on.origin);
  await launcher(page).waitFor(patience);
  const askedOf = (path: string) => asked.filter((url) => url === `${bot().address}${path}`).length;
  return { page, complaints, asked, askedOf, events };
}

async function say(page: Page, text: string): Promise<void> {
  const before = await bubbles(page).count();
  await chat(page).locator('textarea').fill(text);
  await chat(page).locator('textarea').press('Enter');
  await bubbles(page)
    .nth(before + 1)
    .waitFor(patience);
}

async function openChat(page: Page): Promise<void> {
  await launcher(page).click();
  await bubbles(page).first().waitFor(patience);
}

/** Says something in the conversation of this page from elsewhere, so that an answer comes while nobody looks. */
async function sayFromElsewhere(page: Page, text: string): Promise<void> {
  const frame = page.frames().find((one) => one.url().includes('/webchat/frame'));
  const kept = await frame?.evaluate("JSON.parse(sessionStorage.getItem('assistant.conversation'))");
  const { conversationId, token } = kept as { conversationId: string; token: string };
  const answer = await fetch(`${bot().address}/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ type: 'message', text }),
  });
  expect(answer.status).toBe(200);
}

const focusedInFrame = (page: Page) =>
  page
    .frames()
    .find((one) => one.url().includes('/webchat/frame'))
    ?.evaluate('document.hasFocus() ? document.activeElement.tagName : null');

itInBrowser('nothing but one file is loaded before the assistant is opened', async () => {
  const { page, asked, complaints } = await openPage(wide);
  expect(asked.filter((url) => url.startsWith(bot().address))).toEqual([`${bot().address}/webchat/widget.js`]);
  expect(await launcher(page).getAttribute('aria-label')).toBe('打开智能助手');
  expect(complaints).toEqual([]);
  await page.context().close();
});

itInBrowser('a customer opens it, talks, closes it with Escape and is back at the button', async () => {
  const { page, complaints, events } = await openPage(wide);
  await launcher(page).focus();
  await page.keyboard.press('Enter');
  await bubbles(page).first().waitFor(patience);
  expect(await panel(page).getAttribute('aria-label')).toBe('澄江银行信用卡中心');
  for (let wait = 0; wait < 100 && (await focusedInFrame(page)) !== 'TEXTAREA'; wait++) await page.waitForTimeout(50);
  expect(await focusedInFrame(page)).toBe('TEXTAREA');
  await say(page, '最低还款额是什么');
  await page.screenshot({ path: join(pictures, 'widget-wide.png') });
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ ...patience, state: 'hidden' });
  expect(await page.evaluate('document.activeElement.shadowRoot?.activeElement?.className')).toBe('launch');
  expect(await launcher(page).getAttribute('aria-expanded')).toBe('false');
  const heard = await events();
  expect(heard.filter((event) => /^(ready|open|close)/.test(event))).toEqual(['open', 'ready', 'close']);
  expect(heard).toContain('message customer');
  expect(heard).toContain('message assistant');
  expect(complaints).toEqual([]);
  await page.context().close();
});

itInBrowser(
  'what is said while it is closed is counted on the button and told to the page, without its words',
  async () => {
    const { page, events } = await openPage(wide);
    await openChat(page);
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ ...patience, state: 'hidden' });
    await sayFromElsewhere(page, '最低还款额是什么');
    const count = page.locator('assistant-widget .count');
    await count.waitFor(patience);
    expect(await launcher(page).getAttribute('aria-label')).toBe('打开智能助手 · 1 条新消息');
    await page.screenshot({ path: join(pictures, 'widget-unread.png') });
    await page.reload();
    // It is counted again from what the frame keeps, without anybody opening it.
    await count.waitFor(patience);
    await launcher(page).click();
    await count.waitFor({ ...patience, state: 'hidden' });
    expect((await events()).filter((event) => event.startsWith('unread'))).toEqual([
      'unread 1',
      'unread 1',
      'unread 0',
    ]);
    expect((await events()).join()).not.toContain('最低');
    await page.context().close();
  },
);

itInBrowser(
  'the conversation goes on after a reload and on the next page, where the panel stands as it stood',
  async () => {
    const { page, askedOf } = await openPage(wide);
    await openChat(page);
    await say(page, '最低还款额是什么');
    const said = await bubbles(page).count();
    for (const go of [() => page.reload(), () => page.goto(`${bankPage.origin}/other`)]) {
      await go();
      await bubbles(page)
        .nth(said - 1)
        .waitFor(patience);
      expect(await launcher(page).getAttribute('aria-expanded')).toBe('true');
    }
    expect(await bubbles(page).count()).toBe(said);
    expect(askedOf('/directline/tokens/generate')).toBe(1);
    await page.context().close();
  },
);

itInBrowser('where a browser lets frames keep nothing, a customer talks all the same', async () => {
  const strict = await openBrowser();
  const { page } = await openPage(wide, { within: strict });
  await openChat(page);
  const frame = page.frames().find((one) => one.url().includes('/webchat/frame'));
  await expect(frame?.evaluate('sessionStorage.length')).rejects.toThrow(/denied/);
  await say(page, '最低还款额是什么');
  await strict.close();
});

itInBrowser('on a phone it fills the screen, by day and by night, and closes with its own cross', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, complaints } = await openPage(phone, {
      colorScheme,
      attributes: 'data-locale="en-US"',
      hasTouch: true,
    });
    await page.screenshot({ path: join(pictures, `widget-button-${colorScheme}.png`) });
    expect(await launcher(page).getAttribute('aria-label')).toBe('Open the assistant');
    await launcher(page).tap();
    await bubbles(page).first().waitFor(patience);
    expect(await panel(page).boundingBox()).toEqual({ x: 0, y: 0, ...phone });
    expect(await launcher(page).isVisible()).toBe(false);
    expect(
      await chat(page)
        .locator('html')
        .evaluate((html) => html.scrollWidth > html.clientWidth),
    ).toBe(false);
    expect(await chat(page).locator('html').getAttribute('lang')).toBe('en-US');
    await say(page, 'What is the minimum payment?');
    await page.screenshot({ path: join(pictures, `widget-phone-${colorScheme}.png`) });
    await chat(page).locator('#close').tap();
    await panel(page).waitFor({ ...patience, state: 'hidden' });
    expect(await page.evaluate('document.documentElement.style.overflow')).toBe('');
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});

itInBrowser('a page that the bank has not listed shows the button and not the assistant', async () => {
  const { page, complaints, askedOf } = await openPage(wide, { on: stranger });
  await launcher(page).click();
  for (let wait = 0; wait < 100 && complaints.length === 0; wait++) await page.waitForTimeout(50);
  expect(complaints.join()).toContain('frame-ancestors');
  expect(askedOf('/directline/tokens/generate')).toBe(0);
  // Nobody is shut in before an empty panel.
  await page.locator('assistant-widget .away').click();
  await panel(page).waitFor({ ...patience, state: 'hidden' });
  await page.context().close();
});

itInBrowser('messages that do not come from the frame, or not from the page around it, are not heard', async () => {
  const { page, events } = await openPage(wide);
  await openChat(page);
  await page.evaluate("postMessage({ from: 'assistant', type: 'unread', count: 7 }, '*')");
  await page.evaluate("postMessage({ from: 'assistant', type: 'close' }, '*')");
  const frame = page.frames().find((one) => one.url().includes('/webchat/frame'));
  await frame?.evaluate("postMessage({ to: 'assistant', type: 'forget' }, '*')");
  await say(page, '你好');
  expect(await launcher(page).getAttribute('aria-expanded')).toBe('true');
  expect(await frame?.evaluate("sessionStorage.getItem('assistant.conversation') !== null")).toBe(true);
  expect((await events()).filter((event) => /^(unread|close)/.test(event))).toEqual([]);
  await page.context().close();
});

itInBrowser(
  'who is signed in to the bank comes known; the next customer of the same browser sees nothing of it',
  async () => {
    const { page, askedOf } = await openPage(wide, { attributes: 'data-sign-in="bankToken"' });
    const signIn = async (customer: string | null) => {
      const token = customer === null ? null : await bank.token(customer);
      await page.evaluate(`window.bankToken = async () => ${JSON.stringify(token)}`);
    };
    await signIn('C-1001');
    await openChat(page);
    await say(page, '我欠多少');
    expect(await bubbles(page).last().textContent()).toContain('26,431.20');
    await page.evaluate('assistantWidget.forget()');
    await page.locator('assistant-widget iframe').waitFor({ ...patience, state: 'detached' });
    await signIn('C-1002');
    await openChat(page);
    expect(await chat(page).locator('#chat').textContent()).not.toContain('26,431.20');
    await say(page, '我欠多少');
    expect(await chat(page).locator('#chat').textContent()).not.toContain('26,431.20');
    expect(askedOf('/directline/tokens/generate')).toBe(2);
    await page.context().close();
  },
);
