// In a real browser: a conversation that slept, ended or lost its network, and half-typed Chinese. Nothing starts anew by itself.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { itInBrowser } from './chromium';
import { botInBrowser, pictures } from './support/realBot';

jest.setTimeout(240_000);

const patience = { timeout: 60_000 };
const { bot, browser } = botInBrowser('way-back');

const bubbles = (page: Page) => page.locator('.webchat__bubble');
const notice = (page: Page) => page.locator('#notice');

async function openPage(colorScheme: 'light' | 'dark' = 'light') {
  const context = await browser().newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 }, colorScheme });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${bot().address}/`);
  await bubbles(page).first().waitFor(patience);
  const count = (path: string) => asked.filter((one) => one === path).length;
  return { page, count };
}
const generate = '/directline/tokens/generate';
const refresh = '/directline/tokens/refresh';

async function say(page: Page, text: string): Promise<void> {
  const before = await bubbles(page).count();
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
  await bubbles(page)
    .nth(before + 1)
    .waitFor(patience);
}

itInBrowser(
  'a customer who comes back to an ended conversation is told so, and starts anew only by choice',
  async () => {
    const { page, count } = await openPage();
    await page.evaluate(`sessionStorage.setItem('assistant.conversation', JSON.stringify({ token: 'expired.token' }))`);
    await page.reload();
    await notice(page).waitFor({ ...patience, state: 'visible' });
    expect(count(generate)).toBe(1);
    await page.screenshot({ path: join(pictures, 'ended.png') });
    await page.locator('#noticeButton').click();
    await bubbles(page).first().waitFor(patience);
    expect(count(generate)).toBe(2);
    await page.context().close();
  },
);

itInBrowser(
  'a tab that wakes renews its token, and one whose token ended meanwhile keeps the words and shows the way',
  async () => {
    const { page, count } = await openPage();
    await page.evaluate("dispatchEvent(new Event('online'))");
    for (let wait = 0; wait < 100 && count(refresh) === 0; wait++) await page.waitForTimeout(20);
    expect(count(refresh)).toBe(1);
    expect(await notice(page).isVisible()).toBe(false);
    await page.route(`**${refresh}`, (route) => route.fulfill({ status: 403, body: '{}' }));
    // A tab that wakes while it is still renewing waits for that answer; it wakes again later.
    for (let wait = 0; wait < 100 && !(await notice(page).isVisible()); wait++) {
      await page.evaluate("dispatchEvent(new Event('online'))");
      await page.waitForTimeout(100);
    }
    await notice(page).waitFor({ ...patience, state: 'visible' });
    expect(await bubbles(page).count()).toBeGreaterThan(0);
    expect(count(generate)).toBe(1);
    await page.context().close();
  },
);

itInBrowser(
  'a customer whose network is away is told, and goes on in the same conversation when it is back',
  async () => {
    const { page, count } = await openPage();
    await say(page, '你好');
    await page.route(`**${refresh}`, (route) => route.abort());
    await page.evaluate("dispatchEvent(new Event('online'))");
    await notice(page).waitFor({ ...patience, state: 'visible' });
    await page.unroute(`**${refresh}`);
    await page.locator('#noticeButton').click();
    await notice(page).waitFor({ ...patience, state: 'hidden' });
    await say(page, '转人工');
    expect(count(generate)).toBe(1);
    await page.context().close();
  },
);

itInBrowser(
  'Enter that chooses a Chinese word sends nothing, in the order of events of Safari and of Chrome',
  async () => {
    const { page } = await openPage();
    const box = page.locator('textarea');
    await box.fill('zhongguo');
    const before = await bubbles(page).count();
    const enter = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true };
    for (const composing of [
      { keyCode: 229 },
      { isComposing: true, keyCode: 229 },
      { isComposing: true, keyCode: 13 },
    ]) {
      await box.dispatchEvent('keydown', { ...enter, ...composing });
      await box.dispatchEvent('keypress', { ...enter, keyCode: 13, charCode: 13 });
      await box.dispatchEvent('keyup', { ...enter, keyCode: 13 });
    }
    await page.waitForTimeout(300);
    expect(await bubbles(page).count()).toBe(before);
    expect(await box.inputValue()).toBe('zhongguo');
    await page.keyboard.press('Enter');
    await bubbles(page).nth(before).waitFor(patience);
    await page.context().close();
  },
);

itInBrowser(
  'the page by night on a phone: offers below each other on one card, all of it within the screen',
  async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const { page } = await openPage(scheme);
      await page.screenshot({ path: join(pictures, `hello-${scheme}.png`) });
      await say(page, '我想办分期');
      await say(page, '6688 1234');
      await say(page, '最多七八百吧，发工资是15号');
      const card = page.locator('.ac-adaptiveCard').last();
      await card.waitFor(patience);
      expect(await card.locator('button').count()).toBe(await card.locator('img').count());
      expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(pictures, `offers-${scheme}.png`) });
      await card.scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(pictures, `card-${scheme}.png`) });
      await page.context().close();
    }
  },
);
