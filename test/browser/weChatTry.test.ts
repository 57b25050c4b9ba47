// In a real browser: the played WeChat phone holds the 20,000-yuan case from following the account to a signed agreement, through
// the real /wechat door.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { freePort } from '../../bot/bench/turns/processes';
import { weChatTrialAt } from '../../bot/config/channels/weChatConfig';
import type { FakePlatform } from '../bot/channels/weChat/platform/platform';
import { startTry } from '../bot/channels/weChat/try/tryServer';
import { chromiumPath, itInBrowser } from './chromium';
import { botInBrowser, pictures } from './support/realBot';

jest.setTimeout(240_000);

const patience = { timeout: 60_000 };
const port = freePort();
const { bot, browser } = botInBrowser('wechat-page', async () => ({
  ASSISTANT_READING_SECONDS: '0',
  WECHAT_TRY_PORT: String(await port),
}));
let phone: FakePlatform;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  phone = await startTry({ account: weChatTrialAt(await port), assistant: bot().address, port: await port });
});
afterAll(async () => {
  if (chromiumPath !== undefined) await phone.close();
});

const said = (page: Page) => page.locator('#talk li:not(.own):not(.note)');

async function open(locale: string): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser().newContext({ locale, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${phone.address}/`);
  await said(page).first().waitFor(patience);
  return { page, complaints };
}

/** Types something and gives the words that came because of it. */
async function say(page: Page, text: string): Promise<string> {
  const before = await said(page).count();
  await page.locator('#words').fill(text);
  await page.keyboard.press('Enter');
  await said(page).nth(before).waitFor(patience);
  return (await said(page).allTextContents()).slice(before).join('\n');
}

itInBrowser('somebody follows the account, bargains, and signs by numbers and a code', async () => {
  const { page, complaints } = await open('zh-CN');
  await say(page, '中行卡2万逾期15个月了，转给外包公司催，一次还不清，银行又不给分期。我每个月还一点会怎么样？');
  await say(page, '好，核实吧');
  await say(page, '6688 1234');
  const offers = await say(page, '最多七八百吧，发工资是15号');
  expect(offers).toMatch(/1\. 选1/);
  await page.locator('.article img').first().waitFor(patience);
  const width = await page
    .locator('.article img')
    .first()
    .evaluate((image) => Reflect.get(image, 'naturalWidth'));
  expect(width).toBeGreaterThan(100);
  await page.screenshot({ path: join(pictures, 'wechat.png') });
  expect(await say(page, '1')).toContain('验证码');
  await page.locator('#side').click();
  await page.locator('#sms .code').first().waitFor(patience);
  const code = (await page.locator('#sms .code').first().textContent()) ?? '';
  await page.screenshot({ path: join(pictures, 'wechat-side.png') });
  await page.locator('#back').click();
  await say(page, code);
  expect(await say(page, '确认')).toMatch(/AG-[\dA-Z]{4}-[\dA-Z]{4}/);
  await page.screenshot({ path: join(pictures, 'wechat-signed.png') });
  const isTooWide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  expect(isTooWide).toBe(false);
  expect(complaints).toEqual([]);
  await page.context().close();
});

itInBrowser('an English speaker asks from the menu, by voice, and for a person', async () => {
  const { page, complaints } = await open('en-GB');
  // The greeting, and the answer to the page's own wish for English.
  await said(page).nth(1).waitFor(patience);
  await page.locator('#toMenu').click();
  await page.locator('#menu summary').last().click();
  await page.screenshot({ path: join(pictures, 'wechat-menu.png') });
  const before = await said(page).count();
  await page.locator('#menu details[open] li button').first().click();
  await said(page).nth(before).waitFor(patience);
  expect(await said(page).nth(before).textContent()).toMatch(/CS-[\dA-Z]{4}-[\dA-Z]{4}/);
  await page.locator('#voice').click();
  expect(await say(page, 'How do I pay?')).not.toBe('');
  await page.locator('#more').click();
  await page.locator('#picture').click();
  expect(complaints).toEqual([]);
  await page.context().close();
});
