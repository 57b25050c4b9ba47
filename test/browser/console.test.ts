// Staff in a real browser: limits pass from maker to checker to the next conversation; two makers at once; sign-in.
import type { Browser, Page } from 'playwright-core';
import type { PolicyDocument } from '../../bot/staff/contract';
import { type ConsoleHouse, startConsole } from '../bot/staff/support/consoleHouse';
import { chromiumPath, itInBrowser, openBrowser } from './chromium';
import { Customer } from './support/customer';
import { enter, goTo, openConsole, patience, settled, signIn } from './support/staffPages';

jest.setTimeout(300_000);

let house: ConsoleHouse;
let browser: Browser;
let firstPassword = '';

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  [house, browser] = await Promise.all([startConsole(), openBrowser()]);
  firstPassword = (await house.house.firstAdministrator())?.password ?? '';
  await house.another('maker', 'maker');
  await house.another('second-maker', 'maker');
  await house.another('checker', 'checker');
});
afterAll(async () => {
  if (chromiumPath === undefined) return;
  await browser.close();
  await house.stop();
});

interface Shown {
  readonly policyVersion: string;
  readonly counts: readonly number[];
}

/** The offers of a conversation's last move that made any, as the audit log has them. */
async function lastOffers({ conversationId }: Customer): Promise<Shown> {
  const { items } = await house.house.repositories.audit.ofConversation(conversationId);
  const moves = items.flatMap(({ event }) => {
    const move = event.decision.move as { offers?: { instalmentCount: number }[] } | undefined;
    if (event.type !== 'negotiation.move' || move?.offers === undefined || move.offers.length === 0) return [];
    const counts = move.offers.map(({ instalmentCount }) => instalmentCount);
    return [{ policyVersion: String(event.inputs.policyVersion), counts }];
  });
  const last = moves.at(-1);
  if (last === undefined) throw new Error('no offers were made');
  return last;
}

const newCounts = [6, 12, 24, 60];
const versionIn = (page: Page) => decodeURIComponent(/offerLimits\/([^?]+)/.exec(page.url())?.[1] ?? '');
// An icon's name may stand before the words.
const button = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`${name}$`) });
/** The same action in a dialog, which may bear the name of the button that opened it. */
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name: new RegExp(`${name}$`) });

async function draftFrom(page: Page, reason: string): Promise<string> {
  await goTo(page, 'policies/offerLimits');
  await button(page, 'New draft').click();
  await page.getByLabel('Reason', { exact: true }).fill(reason);
  await inDialog(page, 'Create draft').click();
  await page.waitForURL(/offerLimits\/offers-/, patience);
  await settled(page);
  return versionIn(page);
}

const stored = (version: string) =>
  house
    .another('reader', 'auditor')
    .then((reader) => reader.get<PolicyDocument>(`policies/offerLimits/${encodeURIComponent(version)}`))
    .then(({ body }) => body);

itInBrowser(
  'a maker drafts and simulates, a checker approves; the next conversation follows it and an open one does not',
  async () => {
    const open = await Customer.open(house.address);
    await open.say('分期', '6688 1234', '700');
    expect((await lastOffers(open)).policyVersion).toBe('offers-2026-11');

    const maker = await enter(browser, house.address, 'maker');
    const version = await draftFrom(maker.page, 'Fewer terms for late accounts');
    const terms = maker.page.locator('.ant-select', { has: maker.page.locator('#root_segments_1_instalmentCounts') });
    for (const months of [18, 36, 48])
      await terms
        .locator('.ant-select-selection-item', { hasText: `${months} months` })
        .locator('.ant-select-selection-item-remove')
        .click();
    const validDays = maker.page.getByLabel('Offer valid for');
    await validDays.fill('99');
    await validDays.blur();
    // Other fields may name this one when they say what is wrong with them.
    const wrong = maker.page.locator('.ant-form-item-has-error', { has: validDays });
    await wrong.waitFor(patience);
    await maker.page.locator('.problemLink', { hasText: 'Offer valid for' }).waitFor(patience);
    await validDays.fill('10');
    await validDays.blur();
    await maker.page.getByText('No problems found').waitFor(patience);
    await button(maker.page, 'Save draft').click();
    await maker.page.getByText('Saved', { exact: true }).waitFor(patience);

    await maker.page.getByRole('tab', { name: 'Simulation' }).click();
    await maker.page.getByRole('spinbutton', { name: /Customers/ }).fill('40');
    await button(maker.page, 'Run simulation').click();
    await maker.page.getByRole('img', { name: 'Value captured of what could be had' }).waitFor(patience);
    // What the draft does to people, and in yuan.
    const effects = maker.page.getByRole('row', { name: /Value to the bank above no agreement/ });
    await effects.getByText(/^[+−]¥/).waitFor(patience);
    await maker.page.getByRole('tab', { name: 'Differences' }).click();
    await maker.page.getByText('segments.late.instalmentCounts').waitFor(patience);
    await button(maker.page, 'Submit for approval').click();
    await inDialog(maker.page, 'Submit for approval').click();
    await maker.page.getByText('Awaiting approval').first().waitFor(patience);
    expect(await button(maker.page, 'Approve').count()).toBe(0);

    const checker = await enter(browser, house.address, 'checker');
    await goTo(checker.page, `policies/offerLimits/${encodeURIComponent(version)}`);
    await button(checker.page, 'Approve').click();
    await inDialog(checker.page, 'Approve').click();
    await checker.page.locator('.pageTitle').getByText('In force', { exact: true }).waitFor(patience);
    expect((await stored(version)).summary).toMatchObject({
      status: 'effective',
      author: 'maker',
      approver: 'checker',
    });

    // Somebody else: an offer already shown to the first one stays on the table, whatever conversation it is.
    const next = await Customer.open(house.address);
    await next.say('分期', '7501 6635', '3000');
    const fresh = await lastOffers(next);
    expect(fresh.policyVersion).toBe(version);
    expect(fresh.counts.filter((count) => !newCounts.includes(count))).toEqual([]);
    await open.say('600');
    expect((await lastOffers(open)).policyVersion).toBe('offers-2026-11');
    expect([...maker.complaints, ...checker.complaints]).toEqual([]);
  },
);

itInBrowser('two makers on one draft: the second is shown both versions and loses nothing', async () => {
  const first = await enter(browser, house.address, 'maker');
  const version = await draftFrom(first.page, 'Two at once');
  const second = await enter(browser, house.address, 'second-maker');
  const place = `policies/offerLimits/${encodeURIComponent(version)}?tab=fields`;
  await goTo(second.page, place);
  await first.page.getByLabel('Rounds, most').fill('5');
  await first.page.getByLabel('Rounds, most').blur();
  await second.page.getByLabel('Rounds, most').fill('6');
  await second.page.getByLabel('Rounds, most').blur();
  await button(first.page, 'Save draft').click();
  await first.page.getByText('Saved', { exact: true }).waitFor(patience);
  await button(second.page, 'Save draft').click();
  const conflict = second.page.getByRole('dialog', { name: 'Someone else changed this first' });
  await conflict.waitFor(patience);
  const row = conflict.locator('tr', { hasText: 'roundsMax' });
  expect(await row.locator('.valueBefore').textContent()).toBe('5');
  expect(await row.locator('.valueAfter').textContent()).toBe('6');
  await conflict.getByRole('button', { name: 'Cancel' }).click();
  expect(await second.page.getByLabel('Rounds, most').inputValue()).toBe('6');
  await button(second.page, 'Save draft').click();
  await inDialog(second.page, 'Save mine over it').click();
  await second.page.getByText('Saved', { exact: true }).waitFor(patience);
  expect((await stored(version)).value).toMatchObject({ roundsMax: 6 });
});

itInBrowser('what was typed survives going to another page and back', async () => {
  const { page } = await enter(browser, house.address, 'maker');
  const version = await draftFrom(page, 'Typed and left');
  await page.getByLabel('Rounds, most').fill('7');
  await page.getByLabel('Rounds, most').blur();
  await goTo(page, 'policies/answers');
  await goTo(page, `policies/offerLimits/${encodeURIComponent(version)}?tab=fields`);
  expect(await page.getByLabel('Rounds, most').inputValue()).toBe('7');
  await page.getByText('Unsaved changes').first().waitFor(patience);
});

itInBrowser('too many wrong passwords lock the door and say for how long', async () => {
  await house.another('forgetful', 'auditor');
  const { page } = await openConsole(browser, house.address);
  for (let attempt = 0; attempt < 12 && (await page.locator('button[type="submit"]').isEnabled()); attempt++) {
    const answer = page.waitForResponse((response) => response.url().endsWith('/console/api/session'));
    await signIn(page, 'forgetful', `not this one ${attempt}`);
    await answer;
    await page.getByRole('alert').waitFor(patience);
  }
  await page.getByText('Too many attempts').waitFor(patience);
  expect(await page.locator('button[type="submit"]').isDisabled()).toBe(true);
  expect(await page.locator('.sideMenu').count()).toBe(0);
});

itInBrowser(
  'the first administrator must choose a password, then adds a colleague whose password is shown once',
  async () => {
    const { page, complaints } = await openConsole(browser, house.address);
    await signIn(page, 'admin', firstPassword);
    const chosen = 'a bridge over the quiet river';
    await page.getByLabel('Current password').fill(firstPassword);
    await page.getByLabel('New password', { exact: true }).fill(chosen);
    await page.getByLabel('New password again').fill(chosen);
    await button(page, 'Change password').click();
    await page.locator('.sideMenu').waitFor(patience);
    await goTo(page, 'users');
    await button(page, 'Add user').click();
    await page.getByLabel('User name').fill('new.checker');
    await page.getByLabel('Name', { exact: true }).fill('<b>New</b> Checker');
    await page.getByRole('checkbox', { name: /^Checker/ }).check();
    await inDialog(page, 'Save').click();
    const given = (await page.locator('.firstPassword').textContent()) ?? '';
    await inDialog(page, 'Done').click();
    // A name is text, whatever it looks like.
    await page.getByText('<b>New</b> Checker').waitFor(patience);
    expect((await house.house.repositories.staff.get('new.checker'))?.roles).toEqual(['checker']);
    const joined = await openConsole(browser, house.address);
    await signIn(joined.page, 'new.checker', given);
    await joined.page.getByText('First sign-in: choose a new password').waitFor(patience);
    expect(complaints).toEqual([]);
  },
);

itInBrowser('the menu shows only what the roles open, and an address typed by hand opens no more', async () => {
  const { page, complaints } = await enter(browser, house.address, 'maker', { locale: 'zh-CN' });
  const places = await page
    .locator('.sideMenu a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(places).toEqual([
    '#/policies/offerLimits',
    '#/policies/contactRules',
    '#/policies/utteranceRules',
    '#/policies/answers',
    '#/dashboard',
  ]);
  await goTo(page, 'users');
  await page.locator('.ant-result-403').waitFor(patience);
  expect(complaints).toEqual([]);
});

itInBrowser('the first load, up to the desk and its queue, stays under one megabyte as packed', async () => {
  await house.another('light', 'agent');
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (!request.url().includes('/api/')) sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(`${house.address}/console/`);
  await signIn(page, 'light');
  await page.locator('.queueHead').waitFor(patience);
  await settled(page);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(1_000_000);
  process.stderr.write(`first load of the console: ${bytes} bytes\n`);
});
