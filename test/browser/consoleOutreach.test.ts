// Messages that we begin, in a real browser: a day with who gets none and why, a month's picture, a pause, a message dropped.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { addDays } from '../../data/domain/calendar/calendar';
import { type ConsoleHouse, startConsole } from '../bot/staff/support/consoleHouse';
import { keyOfReminder, putPromise, putReminder } from '../bot/staff/support/outreachRecords';
import { testDay } from '../bot/support/runningHouse';
import { chromiumPath, itInBrowser, openBrowser } from './chromium';
import { enter, goTo, patience, settled } from './support/staffPages';

jest.setTimeout(300_000);

const pictures = join(__dirname, '..', '..', 'test-output', 'walkThrough');
let house: ConsoleHouse;
let browser: Browser;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  house = await startConsole();
  browser = await openBrowser();
  await house.another('supervisor', 'supervisor');
  await house.another('auditor', 'auditor');
  await putPromise(house, 'C-1001', addDays(testDay, 3));
  await putPromise(house, 'C-1002');
  await putReminder(house, 'C-1002');
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** Answers the one question that is open; the next may only be asked once its window has gone. */
const confirm = async (page: Page, button: string, reason: string): Promise<void> => {
  const go = { name: button, exact: true };
  const asked = page.locator('.ant-modal').filter({ has: page.getByRole('button', go) });
  await asked.getByLabel('Reason').fill(reason);
  await asked.getByRole('button', go).click();
  await asked.waitFor({ ...patience, state: 'hidden' });
};

itInBrowser('a supervisor pauses with a reason, drops a message that could not go, and resumes', async () => {
  const { page, complaints } = await enter(browser, house.address, 'supervisor');
  await goTo(page, 'outreach');
  await page.getByText('Messages leave', { exact: true }).waitFor(patience);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await confirm(page, 'Pause', 'The hotline is wrong');
  await page.getByText('Paused by supervisor').waitFor(patience);
  await page.locator('.ant-alert').getByText('The hotline is wrong').waitFor(patience);
  await page.getByRole('tab', { name: 'Queue' }).click();
  await page.locator('tbody').getByText('could not be delivered').waitFor(patience);
  await settled(page);
  await page.screenshot({ path: join(pictures, 'outreachQueue.png') });
  await page.locator('tbody').getByRole('button', { name: 'Drop', exact: true }).click();
  await confirm(page, 'Drop', 'Told by phone');
  await page.locator('tbody').getByText('dropped by a colleague').waitFor(patience);
  expect(await house.house.repositories.outreach.get(keyOfReminder('C-1002'))).toMatchObject({ status: 'dropped' });
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await confirm(page, 'Resume', 'Mended');
  await page.getByText('Messages leave', { exact: true }).waitFor(patience);
  expect(complaints).toEqual([]);
});

itInBrowser('an auditor reads a day and a month, with the reasons in words, and can change nothing', async () => {
  for (const locale of ['en-US', 'zh-CN'] as const) {
    const { page, complaints } = await enter(browser, house.address, 'auditor', { locale });
    await goTo(page, `outreach?day=${addDays(testDay, 2)}`);
    await settled(page);
    await page.screenshot({ path: join(pictures, `outreachDay-${locale}.png`) });
    expect(await page.locator('tbody tr', { hasText: 'C-1001' }).count()).toBe(1);
    await goTo(page, 'outreach?tab=month');
    await page.getByRole('img').first().waitFor(patience);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(pictures, `outreachMonth-${locale}.png`) });
    // Every reason has words: a code would have capitals within a word.
    for (const cell of await page.locator('tbody td').allTextContents()) expect(cell).not.toMatch(/[a-z][A-Z]/);
    expect(await page.locator('.ant-alert button').count()).toBe(0);
    expect(complaints).toEqual([]);
  }
});
