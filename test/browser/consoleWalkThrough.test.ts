// A newcomer changes a limit by the console's README, word for word, from the printed first password to the customer's offers;
// every page of the way is left in test-output/walkThrough as a picture, from which those of the README are taken.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PolicyDocument } from '../../bot/staff/contract';
import { addDays } from '../../data/domain/calendar/calendar';
import { seedSampleWeek } from '../../data/seed/sampleWeek';
import { seedDemo } from '../../data/seed/seedDemo';
import { LowdbStore } from '../../data/store/lowdb/lowdbStore';
import { type ConsoleHouse, startConsole } from '../bot/staff/support/consoleHouse';
import { testDay } from '../bot/support/runningHouse';
import { chromiumPath, itInBrowser, openBrowser } from './chromium';
import { Customer } from './support/customer';
import { enter, goTo, openConsole, patience, settled, signIn } from './support/staffPages';

jest.setTimeout(480_000);

/** A simulation plays thousands of customers: on two busy cores it outlasts what a page may take to open. */
const wholeRun = { timeout: 4 * patience.timeout };

const root = join(__dirname, '..', '..');
const pictures = join(root, 'test-output', 'walkThrough');
const readme = readFileSync(join(root, 'bot', 'staff', 'console', 'README.md'), 'utf8');
const dataDir = mkdtempSync(join(tmpdir(), 'assistant-walk-'));
const window = { width: 1280, height: 800 };
let house: ConsoleHouse;
let browser: Browser;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  mkdirSync(pictures, { recursive: true });
  const store = await LowdbStore.open(dataDir);
  await seedDemo(store, testDay);
  await seedSampleWeek(store, testDay);
  await store.close();
  [house, browser] = await Promise.all([startConsole({}, dataDir), openBrowser()]);
});
afterAll(async () => {
  if (chromiumPath !== undefined) {
    await browser.close();
    await house.stop();
  }
  rmSync(dataDir, { recursive: true, force: true });
});

/** A label that the README tells the newcomer to look for: it stands there in bold, as it does on the page. */
function told(label: string): string {
  expect(readme).toContain(`**${label}**`);
  return label;
}
/** The label of a button that may have an icon's name before it. */
const named = (label: string) => new RegExp(`${told(label)}$`);
const press = (page: Page, label: string) => page.getByRole('button', { name: named(label) }).click();
const pressInDialog = (page: Page, label: string) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: named(label) })
    .click();
const fill = (page: Page, label: string, text: string) => page.getByLabel(told(label), { exact: true }).fill(text);

/** Messages that come and go are no part of a page. */
const showMessages = (page: Page, visibility: 'hidden' | 'visible') =>
  page.evaluate(
    `document.querySelectorAll('.ant-message').forEach((one) => { one.style.visibility = '${visibility}'; })`,
  );

async function picture(page: Page, name: string): Promise<void> {
  await settled(page);
  await showMessages(page, 'hidden');
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  await showMessages(page, 'visible');
}

async function chooseOwnPassword(page: Page): Promise<void> {
  await fill(page, 'New password', 'a bridge over the quiet river');
  await fill(page, 'New password again', 'a bridge over the quiet river');
  await press(page, 'Change password');
  await page.locator('.sideMenu').waitFor(patience);
}

/** Adds a colleague with a role; gives the password that is shown once, and takes a picture of it where asked. */
async function addUser(page: Page, username: string, name: string, role: string, shot?: string): Promise<string> {
  await press(page, 'Add user');
  await fill(page, 'User name', username);
  await fill(page, 'Name', name);
  await page.getByRole('checkbox', { name: told(role) }).check();
  await pressInDialog(page, 'Save');
  const given = (await page.locator('.firstPassword').textContent()) ?? '';
  if (shot !== undefined) await picture(page, shot);
  await pressInDialog(page, 'Done');
  return given;
}

/** Step 1 and 2: the administrator gives two colleagues the roles of maker and checker. */
async function twoPeople(page: Page, firstPassword: string) {
  await signIn(page, 'admin', firstPassword);
  await chooseOwnPassword(page);
  const checker = await addUser(page, 'zhao.lei', 'Zhao Lei', 'Checker', 'users');
  const maker = await addUser(page, 'chen.yu', 'Chen Yu', 'Maker');
  return { maker, checker };
}

/** Steps 3 to 6; gives the name of the new version. */
async function draftSimulateSubmit(page: Page): Promise<string> {
  await page.locator('.sideMenu').getByText(told('Offer limits')).click();
  await page.getByRole('button', { name: named('New draft') }).waitFor(patience);
  await picture(page, 'limits');
  await press(page, 'New draft');
  await fill(page, 'Reason', 'Late accounts keep more plans at a lower rate');
  await pressInDialog(page, 'Create draft');
  await page.waitForURL(/offerLimits\/offers-/, patience);
  await settled(page);
  // What does not fit is named with the part that it lies in.
  await page.getByLabel('Offer valid for').fill('40');
  await page.getByLabel('Offer valid for').blur();
  await page.locator('.problemLink', { hasText: 'early' }).waitFor(patience);
  await page.locator('.problemLink', { hasText: 'late' }).waitFor(patience);
  await press(page, 'Segments · late');
  const late = page.locator('#root_segments_1');
  await late.getByLabel(told('Listed monthly rate')).fill('0.25');
  await late.getByLabel('Listed monthly rate').blur();
  await picture(page, 'draft');
  await page.getByLabel('Offer valid for').fill('10');
  await page.getByLabel('Offer valid for').blur();
  await page.getByText('No problems found').waitFor(patience);
  await press(page, 'Save draft');
  await page.getByText('Saved', { exact: true }).waitFor(patience);
  await page.getByRole('tab', { name: told('Simulation') }).click();
  await press(page, 'Run simulation');
  await page.getByRole('img', { name: 'Value captured of what could be had' }).waitFor(wholeRun);
  await picture(page, 'simulation');
  await press(page, 'Submit for approval');
  await pressInDialog(page, 'Submit for approval');
  await page.locator('.pageTitle').getByText(told('Awaiting approval')).waitFor(patience);
  return decodeURIComponent(/offerLimits\/([^?]+)/.exec(page.url())?.[1] ?? '');
}

/** Step 7: the colleague sees what would change, and approves. */
async function approve(page: Page, given: string, version: string): Promise<void> {
  await signIn(page, 'zhao.lei', given);
  await chooseOwnPassword(page);
  await page.locator('tbody tr', { hasText: version }).first().click();
  await page.getByRole('tab', { name: told('Differences'), selected: true }).waitFor(patience);
  await page.getByText('segments.late.monthlyRateList').waitFor(patience);
  await press(page, 'Approve');
  await page.getByLabel(told('In force from')).waitFor(patience);
  await picture(page, 'approve');
  await pressInDialog(page, 'Approve');
  await page.locator('.pageTitle').getByText(told('In force'), { exact: true }).waitFor(patience);
}

/** Step 8: the customer's page, in another window. */
async function seeItInForce(): Promise<void> {
  const page = await (await browser.newContext({ locale: 'en-US', viewport: window })).newPage();
  await page.goto(`${house.address}/`);
  const bubbles = page.locator('.webchat__bubble');
  await bubbles.first().waitFor(patience);
  for (const text of ['instalments', '6688 1234', '700 a month']) {
    expect(readme).toContain(`\`${text}\``);
    const before = await bubbles.count();
    await page.locator('textarea').fill(text);
    await page.keyboard.press('Enter');
    await bubbles.nth(before + 1).waitFor(patience);
  }
  // Twelve months at the new 0.25 %.
  await page.locator('.ac-adaptiveCard', { hasText: '3% a year' }).first().waitFor(patience);
  await page.locator('.ac-adaptiveCard img').first().waitFor(patience);
  await page.screenshot({ path: join(pictures, 'inForce.png') });
}

itInBrowser('a newcomer changes a limit by the README and sees it in the customer’s offers', async () => {
  const firstPassword = (await house.house.firstAdministrator())?.password ?? '';
  const administrator = await openConsole(browser, house.address, window);
  const given = await twoPeople(administrator.page, firstPassword);
  const maker = await openConsole(browser, house.address, window);
  await signIn(maker.page, 'chen.yu', given.maker);
  await chooseOwnPassword(maker.page);
  const version = await draftSimulateSubmit(maker.page);
  const checker = await openConsole(browser, house.address, window);
  await approve(checker.page, given.checker, version);
  const reader = await house.another('reader', 'auditor');
  const { body } = await reader.get<PolicyDocument>(`policies/offerLimits/${encodeURIComponent(version)}`);
  expect(body.summary).toMatchObject({ status: 'effective', author: 'chen.yu', approver: 'zhao.lei' });
  await seeItInForce();
  expect([...administrator.complaints, ...maker.complaints, ...checker.complaints]).toEqual([]);
});

itInBrowser('the desk stops a threat, and the dashboard shows the sample week', async () => {
  await (await Customer.open(house.address)).say('分期', '2201 7744', '900', '转人工，我失业了，每个月只能还三百');
  await (await Customer.open(house.address)).say('我不想活了');
  await (await Customer.open(house.address, 'en-US')).say(
    'hello',
    'I need a person to look at my payment of last week',
  );
  await house.another('wang.min', 'agent', 'supervisor');
  const { page, complaints } = await enter(browser, house.address, 'wang.min', window);
  await goTo(page, 'desk');
  await page.locator('.queueEntry', { hasText: '我失业了' }).click();
  await page.getByRole('button', { name: /Take$/ }).click();
  const box = page.getByRole('textbox', { name: 'Answer the customer' });
  await box.fill('你好，我是坐席王敏。再不还款，我们就报警抓你。');
  await box.press('Enter');
  await page.getByText('Not sent').waitFor(patience);
  await picture(page, 'desk');
  await goTo(page, `dashboard?from=${addDays(testDay, -7)}&to=${testDay}`);
  await picture(page, 'dashboard');
  expect(complaints).toEqual([]);
});
