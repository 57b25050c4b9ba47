// The back office in a real browser: a file with a wrong row, a case closed, an agency suspended, the chain verified.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { type ConsoleHouse, startConsole } from '../bot/staff/support/consoleHouse';
import { chromiumPath, itInBrowser, openBrowser } from './chromium';
import { Customer } from './support/customer';
import { enter, goTo, patience } from './support/staffPages';

jest.setTimeout(300_000);

let house: ConsoleHouse;
let browser: Browser;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  [house, browser] = await Promise.all([startConsole(), openBrowser()]);
  await house.another('supervisor', 'supervisor');
  await house.another('auditor', 'auditor');
  await (await Customer.open(house.address, 'en-US')).say('a person please, to close my case');
});
afterAll(async () => {
  if (chromiumPath === undefined) return;
  await browser.close();
  await house.stop();
});

const button = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`${name}$`) });
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

const csv = (...rows: readonly string[]) => ({
  name: 'payments.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['paymentId,accountId,paidOn,amount', ...rows, ''].join('\n')),
});

itInBrowser(
  'one wrong row refuses a file and says where; the mended file is taken in; a second time changes nothing',
  async () => {
    const { page, complaints } = await enter(browser, house.address, 'supervisor');
    await goTo(page, 'book');
    const file = page.locator('input[type="file"][name="payments"], input[type="file"]').nth(1);
    await file.setInputFiles(csv('P-1,A-1001,2026-11-20,300', 'P-2,A-1001,2026-11-20,minus one'));
    const errors = page.locator('[aria-live="polite"] tbody tr');
    await errors.first().waitFor(patience);
    expect(await errors.first().locator('td').first().textContent()).toBe('3');
    expect(
      (await house.house.repositories.accounts.get('A-1001'))?.payments.map(({ paymentId }) => paymentId),
    ).not.toContain('P-1');

    for (const changed of [1, 0]) {
      await file.setInputFiles(csv('P-1,A-1001,2026-11-20,300'));
      await page.getByRole('status').getByText(`${changed} changed something`).waitFor(patience);
    }
    expect(
      (await house.house.repositories.accounts.get('A-1001'))?.payments.map(({ paymentId }) => paymentId),
    ).toContain('P-1');
    expect(complaints).toEqual([]);
  },
);

itInBrowser(
  'a case is found by its number and closed with an outcome; one that waits at the desk is closed there',
  async () => {
    const { page, complaints } = await enter(browser, house.address, 'supervisor');
    await goTo(page, 'cases');
    await page.getByLabel('Case, customer or agency number, or words').fill('CS-DEMO-01');
    const row = page.locator('tbody tr.clickable', { hasText: 'CS-DEMO-01' });
    await row.click();
    const close = async (outcome: string) => {
      await button(page, 'Close case').click();
      await page.getByLabel('Outcome').fill(outcome);
      await page.locator('.ant-modal').getByRole('button', { name: 'Close case' }).click();
    };
    await close('Answered by telephone');
    await page.locator('.ant-drawer').getByText('Answered by telephone').waitFor(patience);
    await row.getByText('Closed').waitFor(patience);

    await goTo(page, 'cases?q=close+my+case');
    await page.locator('tbody tr.clickable', { hasText: 'close my case' }).click();
    await close('Not here');
    await page.locator('.ant-message-error').waitFor(patience);
    expect(await page.getByLabel('Outcome').inputValue()).toBe('Not here');
    expect(complaints).toEqual([]);
  },
);

itInBrowser('what was agreed goes out as files, one for each kind', async () => {
  const { page, complaints } = await enter(browser, house.address, 'supervisor');
  await goTo(page, 'book');
  for (const [name, column] of [
    ['Arrangements', 'agreementNumber'],
    ['Promises to pay', 'promiseId'],
    ['Cases', 'caseNumber'],
  ] as const) {
    await button(page, 'Export CSV').click();
    const link = page.locator('.ant-dropdown a[download]').getByText(name, { exact: true });
    const [download] = await Promise.all([page.waitForEvent('download', patience), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^\w+-2026-11-23\.csv$/);
    const [header = '', first = ''] = readFileSync(await download.path(), 'utf8').split('\n');
    expect([header.includes(column), name === 'Promises to pay' || first !== '']).toEqual([true, true]);
    await page.keyboard.press('Escape');
  }
  expect(complaints).toEqual([]);
});

itInBrowser('an agency is suspended with a reason, and customers are told so from then on', async () => {
  const { page, complaints } = await enter(browser, house.address, 'supervisor');
  await goTo(page, 'agencies/AGY-01');
  await button(page, 'Suspend').click();
  await page.getByLabel('Reason').fill('Calls at night');
  await inDialog(page, 'Suspend').click();
  await page.locator('.pageTitle').getByText('Suspended').waitFor(patience);
  expect(await house.house.repositories.agencies.get('AGY-01')).toMatchObject({ suspended: true });
  expect(complaints).toEqual([]);
});

itInBrowser(
  'an auditor verifies the chain, opens a record and replays a conversation, and can change nothing',
  async () => {
    const { page, complaints } = await enter(browser, house.address, 'auditor');
    await goTo(page, 'audit');
    await button(page, 'Verify chain').click();
    await page.locator('.ant-modal-confirm-title', { hasText: /Chain whole: \d/ }).waitFor(patience);
    await page.locator('.ant-modal').getByRole('button').last().click();
    await page.locator('tbody tr', { hasText: 'Handed over' }).first().locator('a').click();
    await page.locator('.replay .bubble').first().waitFor(patience);
    await goTo(page, 'agencies/AGY-01');
    await page.locator('h1').waitFor(patience);
    expect(await button(page, 'Suspend').count()).toBe(0);
    expect(await button(page, 'Resume').count()).toBe(0);
    expect(complaints).toEqual([]);
  },
);
