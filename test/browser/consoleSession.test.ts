// A colleague's own circumstances in a real browser: another time zone, a session that ends, no mouse.
import type { Browser, Page } from 'playwright-core';
import type { PolicyList } from '../../bot/staff/contract';
import { type ConsoleHouse, password, startConsole } from '../bot/staff/support/consoleHouse';
import { chromiumPath, itInBrowser, openBrowser } from './chromium';
import { contrastOf } from './support/contrast';
import { Customer } from './support/customer';
import { tabTo } from './support/keyboard';
import { becomesEmpty, enter, goTo, openConsole, patience, settled } from './support/staffPages';

jest.setTimeout(300_000);

let house: ConsoleHouse;
let browser: Browser;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  [house, browser] = await Promise.all([startConsole(), openBrowser()]);
  await house.another('agent-one', 'agent');
  await house.another('maker', 'maker');
  await house.another('supervisor', 'supervisor');
});
afterAll(async () => {
  if (chromiumPath === undefined) return;
  await browser.close();
  await house.stop();
});

const button = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`${name}$`) });

itInBrowser('a colleague in another time zone sees the bank’s own times, and is told so', async () => {
  await (await Customer.open(house.address, 'en-US')).say('a person please, what is the time');
  const { page, complaints } = await enter(browser, house.address, 'supervisor', { timezoneId: 'America/New_York' });
  await goTo(page, 'cases');
  // 02:30 by Greenwich is 10:30 in Shanghai, and in New York still the evening before.
  await page.locator('tbody tr', { hasText: 'what is the time' }).getByText('2026-11-23 10:30').waitFor(patience);
  await page.locator('.userButton').click();
  await page.getByText('Asia/Shanghai').waitFor(patience);
  expect((await contrastOf(page)).faint).toEqual([]);
  expect(complaints).toEqual([]);
  const here = await enter(browser, house.address, 'supervisor', { timezoneId: 'Asia/Shanghai' });
  await here.page.locator('.userButton').click();
  await button(here.page, 'Sign out').or(here.page.getByText('Sign out')).first().waitFor(patience);
  expect(await here.page.getByText('Asia/Shanghai').count()).toBe(0);
});

itInBrowser('when the session has ended, one signs in over the page and goes on with what was typed', async () => {
  await (await Customer.open(house.address, 'en-US')).say('a person please, about a long wait');
  const { page, complaints } = await enter(browser, house.address, 'agent-one');
  await page.locator('.queueEntry', { hasText: 'a long wait' }).click();
  await button(page, 'Take').click();
  const box = page.getByRole('textbox', { name: 'Answer the customer' });
  await box.fill('Thank you for waiting.');
  await house.house.repositories.staffSessions.endAll('agent-one');
  await box.press('Enter');
  const overlay = page.getByRole('dialog', { name: 'Your session has ended' });
  await overlay.waitFor(patience);
  expect(await overlay.locator('input[autocomplete="username"]').inputValue()).toBe('agent-one');
  await overlay.locator('input[autocomplete="current-password"]').fill('not this one');
  await page.keyboard.press('Enter');
  await overlay.getByRole('alert').waitFor(patience);
  expect((await contrastOf(page)).faint).toEqual([]);
  await overlay.locator('input[autocomplete="current-password"]').fill(password);
  await page.keyboard.press('Enter');
  await overlay.waitFor({ state: 'hidden', ...patience });
  expect(await box.inputValue()).toBe('Thank you for waiting.');
  await box.press('Enter');
  await page.locator('.bubble-agent', { hasText: 'Thank you for waiting.' }).waitFor(patience);
  await becomesEmpty(box);
  expect(complaints).toEqual([]);
});

itInBrowser('with the keyboard alone: sign in, open the limits, draft a change and submit it', async () => {
  const { page, complaints } = await openConsole(browser, house.address);
  const unseen: string[] = [];
  const go = async (name: RegExp) => unseen.push(...(await tabTo(page, name)));
  const enterKey = () => page.keyboard.press('Enter');
  await page.locator('input[autocomplete="username"]').waitFor(patience);
  await page.evaluate('document.activeElement?.blur()');
  await go(/^User name/);
  await page.keyboard.type('maker');
  await go(/^Password/);
  await page.keyboard.type(password);
  await enterKey();
  await page.locator('.sideMenu').waitFor(patience);
  await go(/^Offer limits$/);
  await enterKey();
  await settled(page);
  await go(/New draft$/);
  await enterKey();
  await page.getByRole('dialog').waitFor(patience);
  await go(/^Reason/);
  await page.keyboard.type('No mouse today');
  await go(/^Create draft$/);
  await enterKey();
  await page.waitForURL(/offerLimits\/offers-/, patience);
  await settled(page);
  await go(/^Rounds, most/);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('5');
  await go(/Save draft$/);
  await enterKey();
  await page.getByText('Saved', { exact: true }).waitFor(patience);
  await settled(page);
  await go(/Submit for approval$/);
  await enterKey();
  await page.getByRole('dialog').waitFor(patience);
  await go(/^Submit for approval$/);
  await enterKey();
  await page.getByText('Awaiting approval').first().waitFor(patience);

  const reader = await house.another('reader', 'auditor');
  const { body } = await reader.get<PolicyList>('policies/offerLimits');
  expect(body.versions.find(({ reason }) => reason === 'No mouse today')).toMatchObject({
    status: 'submitted',
    author: 'maker',
  });
  expect([...new Set(unseen)]).toEqual([]);
  expect(complaints).toEqual([]);
});
