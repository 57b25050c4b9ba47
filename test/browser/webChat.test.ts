// In a real browser: from hello to a downloaded agreement, in Web Chat on the local page; again after a reload; on a phone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { itInBrowser } from './chromium';
import { botInBrowser, pictures } from './support/realBot';

jest.setTimeout(240_000);

const patience = { timeout: 60_000 };
const { bot, browser } = botInBrowser('page', () => Promise.resolve({ ASSISTANT_READING_SECONDS: '0' }));

const bubbles = (page: Page) =>
  page.locator('.webchat__bubble--from-user, .webchat__bubble:not(.webchat__bubble--from-user)');

async function openPage(options: {
  locale: string;
  width: number;
  height: number;
}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser().newContext({
    locale: options.locale,
    viewport: { width: options.width, height: options.height },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (
      !request.url().startsWith(bot().address) &&
      /^(http|ws)/.test(request.url()) &&
      new URL(request.url()).host !== new URL(bot().address).host
    )
      complaints.push(`asked a foreign host: ${request.url()}`);
  });
  await page.goto(`${bot().address}/`);
  await bubbles(page).first().waitFor(patience);
  return { page, complaints };
}

/** Types a message and waits for what is said after it. */
async function say(page: Page, text: string): Promise<void> {
  const before = await bubbles(page).count();
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
  await bubbles(page)
    .nth(before + 1)
    .waitFor(patience);
}

itInBrowser('the 20,000-yuan case goes from hello to a downloaded agreement', async () => {
  const { page, complaints } = await openPage({ locale: 'zh-CN', width: 1280, height: 900 });
  await say(page, '中行卡2万逾期15个月了，转给外包公司催，一次还不清，银行又不给分期。我每个月还一点会怎么样？');
  await say(page, '好，核实吧');
  await say(page, '6688 1234');
  await say(page, '最多七八百吧，发工资是15号');
  await page.locator('.ac-adaptiveCard img').first().waitFor(patience);
  expect(
    await page
      .locator('.ac-adaptiveCard img')
      .first()
      .evaluate((image) => Reflect.get(image, 'naturalWidth')),
  ).toBeGreaterThan(100);
  await page.screenshot({ path: join(pictures, 'offers.png') });
  await page.locator('.ac-adaptiveCard button').first().click();
  await page.locator('#phoneMessages .code').first().waitFor(patience);
  const code = (await page.locator('#phoneMessages .code').first().textContent()) ?? '';
  expect(code).toMatch(/^\d{6}$/);
  await say(page, code);
  await say(page, '确认');
  const link = page.locator('a[href*="/documents/AG-"]').last();
  await link.waitFor(patience);
  const [opened] = await Promise.all([page.waitForEvent('popup', patience), link.click()]);
  const button = opened.locator('button');
  await button.waitFor(patience);
  await opened.screenshot({ path: join(pictures, 'document.png') });
  const [download] = await Promise.all([opened.waitForEvent('download', patience), button.click()]);
  const file = await download.path();
  expect(download.suggestedFilename()).toMatch(/^AG-[\dA-Z]{4}-[\dA-Z]{4}\.pdf$/);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  await page.screenshot({ path: join(pictures, 'signed.png') });
  expect(complaints).toEqual([]);

  await page.reload();
  await page.locator('a[href*="/documents/AG-"]').last().waitFor(patience);
  // What was typed to be verified is not in the history that comes back.
  expect(((await page.locator('#chat').textContent()) ?? '').replace(/\s/g, '')).not.toContain('66881234');
  await page.context().close();
});

itInBrowser('somebody with a phone reads English and changes to Chinese', async () => {
  const { page, complaints } = await openPage({ locale: 'en-GB', width: 390, height: 844 });
  expect(await page.locator('html').getAttribute('lang')).toBe('en-US');
  const isTooWide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  expect(isTooWide).toBe(false);
  // That a machine answers is read in full, also on a narrow screen.
  expect(await page.locator('#tagline').evaluate((line) => line.scrollWidth <= line.clientWidth)).toBe(true);
  await page.locator('#demoToggle').click();
  await page
    .locator('#people button')
    .first()
    .waitFor({ ...patience, state: 'visible' });
  await page.screenshot({ path: join(pictures, 'phone.png') });
  await page.locator('#demoToggle').click();
  const before = await bubbles(page).count();
  await page.locator('#language').click();
  await bubbles(page)
    .nth(before + 1)
    .waitFor(patience);
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(complaints).toEqual([]);
  await page.context().close();
});
