// In a real browser: a customer chooses a photo on the bank's page; it goes with the review, and a program of another name does not.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { executable, png } from '../bot/documents/evidence/sampleFiles';
import { itInBrowser } from './chromium';
import { botInBrowser, pictures } from './support/realBot';

jest.setTimeout(240_000);

const patience = { timeout: 40_000 };
const { bot, browser } = botInBrowser('upload');

const heard = (page: Page, words: RegExp) =>
  page.locator('.webchat__bubble', { hasText: words }).last().waitFor(patience);
async function say(page: Page, text: string, answer: RegExp): Promise<void> {
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
  await heard(page, answer);
}
async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
  await page.locator('.webchat__send-button').first().click();
}

itInBrowser(
  'a photo is chosen, sent and named by a tap; a renamed program is refused; nothing fails on the page',
  async () => {
    const page = await (await browser().newContext({ locale: 'zh-CN' })).newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${bot().address}/`);
    await heard(page, /智能助手/);
    await say(page, '我生病住院了，还不上', /卡号后四位/);
    await say(page, '6688 1234', /困难|登记好了/);
    await send(page, 'scan.png', png());
    await heard(page, /已加密存入/);
    await heard(page, /📎 scan\.png/);
    await page.screenshot({ path: join(pictures, 'upload.png') });
    await page.locator('.webchat__suggested-action', { hasText: '诊断证明' }).click(patience);
    await heard(page, /要的材料都有了/);
    await send(page, 'photo.png', executable());
    await heard(page, /这种文件我收不了/);
    expect(await page.getByText(/发送失败|重试/).count()).toBe(0);
    expect(complaints).toEqual([]);
  },
);
