// Versions of limits in a real browser: out as a file and in again, and back to an earlier one, which is a new version.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { PolicyDocument, PolicyFile, PolicyList } from '../../bot/staff/contract';
import { type ConsoleHouse, startConsole } from '../bot/staff/support/consoleHouse';
import { approved, draft, submitted } from '../bot/staff/support/policyDrafts';
import { chromiumPath, itInBrowser, openBrowser } from './chromium';
import { contrastOf } from './support/contrast';
import { enter, goTo, patience, settled } from './support/staffPages';

jest.setTimeout(300_000);

let house: ConsoleHouse;
let browser: Browser;
const shippedVersion = 'offers-2026-11';

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  [house, browser] = await Promise.all([startConsole(), openBrowser()]);
  await house.another('maker', 'maker');
  await house.another('checker', 'checker');
});
afterAll(async () => {
  if (chromiumPath === undefined) return;
  await browser.close();
  await house.stop();
});

const button = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`${name}$`) });
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name: new RegExp(`${name}$`) });
const versionIn = (page: Page) => decodeURIComponent(/offerLimits\/([^?]+)/.exec(page.url())?.[1] ?? '');

const reader = () => house.another('reader', 'auditor');
const stored = async (version: string): Promise<PolicyDocument> =>
  (await (await reader()).get<PolicyDocument>(`policies/offerLimits/${encodeURIComponent(version)}`)).body;
const inForce = async (): Promise<string> =>
  (await (await reader()).get<PolicyList>('policies/offerLimits')).body.inForce;

/** Presses a button or link that gives a file, and reads the file. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download', patience), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const chooseFile = async (page: Page, text: string): Promise<void> => {
  const file = { name: 'limits.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('input[type="file"]').setInputFiles(file);
};

itInBrowser('a version is exported, changed outside, and imported as a draft with a reason', async () => {
  const { page, complaints } = await enter(browser, house.address, 'maker');
  await goTo(page, `policies/offerLimits/${shippedVersion}`);
  const exported = await downloaded(page, () => page.getByRole('link', { name: /Export$/ }).click());
  expect(exported.name).toContain(shippedVersion);
  const file = JSON.parse(exported.text) as PolicyFile & { value: object };
  expect(file).toMatchObject({ kind: 'offerLimits', version: shippedVersion });

  await goTo(page, 'policies/offerLimits');
  await chooseFile(page, exported.text.slice(0, 50));
  await page.locator('.ant-message-error').waitFor(patience);
  await chooseFile(page, JSON.stringify({ ...file, kind: 'answers' }));
  await page.locator('.ant-message-error').first().waitFor(patience);
  expect(await page.getByRole('dialog').count()).toBe(0);

  await chooseFile(page, JSON.stringify({ ...file, value: { ...file.value, roundsMax: 4 } }));
  await page.getByRole('dialog').getByLabel('Reason').fill('From version control');
  await inDialog(page, 'Create draft').click();
  await page.waitForURL(/offerLimits\/offers-/, patience);
  await settled(page);
  const made = await stored(versionIn(page));
  expect(made.summary).toMatchObject({ status: 'draft', author: 'maker', reason: 'From version control' });
  expect(made.value).toMatchObject({ roundsMax: 4 });
  expect(complaints).toEqual([]);
});

itInBrowser('going back to an earlier version makes a new one, which a second person approves', async () => {
  const maker = await house.another('maker', 'maker');
  const checker = await house.another('checker', 'checker');
  const before = await stored(shippedVersion);
  const changed = await approved(maker, checker, { ...(before.value as object), roundsMax: 9 }, 'offerLimits');
  expect(await inForce()).toBe(changed.summary.version);

  const making = await enter(browser, house.address, 'maker');
  await goTo(making.page, 'policies/offerLimits');
  await making.page.locator('tbody tr', { hasText: 'Shipped' }).click();
  await making.page.waitForURL(/offers-2026-11$/, patience);
  await button(making.page, 'Go back to this').click();
  // Without a reason nothing is made.
  await inDialog(making.page, 'Create draft').click();
  await making.page.getByRole('dialog').locator('.ant-form-item-has-error').waitFor(patience);
  expect((await contrastOf(making.page)).faint).toEqual([]);
  await making.page.getByRole('dialog').getByLabel('Reason').fill('Too many rounds after all');
  await inDialog(making.page, 'Create draft').click();
  await making.page.waitForURL((url) => !url.hash.endsWith(shippedVersion), patience);
  await settled(making.page);
  const back = versionIn(making.page);
  await button(making.page, 'Submit for approval').click();
  await inDialog(making.page, 'Submit for approval').click();
  await making.page.getByText('Awaiting approval').first().waitFor(patience);
  expect(await inForce()).toBe(changed.summary.version);

  const checking = await enter(browser, house.address, 'checker');
  await goTo(checking.page, `policies/offerLimits/${encodeURIComponent(back)}`);
  await button(checking.page, 'Approve').click();
  await inDialog(checking.page, 'Approve').click();
  await checking.page.locator('.pageTitle').getByText('In force', { exact: true }).waitFor(patience);
  expect(await inForce()).toBe(back);
  const after = await stored(back);
  const content = ({ value }: PolicyDocument) => ({ ...(value as object), version: '', effectiveFrom: '' });
  expect(content(after)).toEqual(content(before));
  // Nothing is deleted: the version that was left is still there to read.
  expect((await stored(changed.summary.version)).value).toMatchObject({ roundsMax: 9 });
  expect([...making.complaints, ...checking.complaints]).toEqual([]);
});

itInBrowser(
  'Enter in the date box takes the day and approves nothing; a scheduled version is then called off',
  async () => {
    const maker = await house.another('maker', 'maker');
    const before = await inForce();
    const waiting = await submitted(
      maker,
      { ...((await stored(before)).value as object), roundsMax: 7 },
      'offerLimits',
    );
    const { version } = waiting.summary;
    const { page, complaints } = await enter(browser, house.address, 'checker');
    await goTo(page, `policies/offerLimits/${encodeURIComponent(version)}`);
    await button(page, 'Approve').click();
    const day = page.getByRole('dialog').locator('.ant-picker input');
    await day.fill('2030-01-15');
    await day.press('Enter');
    await day.press('Enter');
    await settled(page);
    expect((await stored(version)).summary.status).toBe('submitted');
    await inDialog(page, 'Approve').click();
    await page.locator('.pageTitle').getByText('Approved, not yet in force', { exact: true }).waitFor(patience);
    expect((await stored(version)).summary).toMatchObject({ status: 'approved', effectiveFrom: '2030-01-15' });
    await button(page, 'Cancel it').click();
    await page.getByRole('dialog').getByLabel('Reason').fill('The day was wrong');
    await inDialog(page, 'Cancel it').click();
    await page.locator('.pageTitle').getByText('Cancelled', { exact: true }).waitFor(patience);
    expect((await stored(version)).summary).toMatchObject({ status: 'cancelled', comment: 'The day was wrong' });
    expect(await inForce()).toBe(before);
    expect(complaints).toEqual([]);
  },
);

itInBrowser('a maker withdraws what they submitted, and discards it', async () => {
  const maker = await house.another('maker', 'maker');
  const { version } = (await submitted(maker, (await stored(await inForce())).value, 'offerLimits')).summary;
  const { page, complaints } = await enter(browser, house.address, 'maker');
  await goTo(page, `policies/offerLimits/${encodeURIComponent(version)}`);
  await button(page, 'Withdraw').click();
  await button(page, 'Discard draft').click();
  await inDialog(page, 'Discard draft').click();
  await page.locator('.pageTitle').getByText('Discarded', { exact: true }).waitFor(patience);
  expect((await stored(version)).summary.status).toBe('discarded');
  expect(complaints).toEqual([]);
});

itInBrowser(
  'a maker adds a phrase to a rule of the draft and sees at once that a sentence is stopped by it',
  async () => {
    const { page, complaints } = await enter(browser, house.address, 'maker');
    const author = await house.another('maker', 'maker');
    const basis = 'utterances-shipped';
    const { value } = (await author.get<PolicyDocument>(`policies/utteranceRules/${basis}`)).body;
    const { summary } = await draft(author, value, 'utteranceRules', basis);
    await goTo(page, `policies/utteranceRules/${encodeURIComponent(summary.version)}`);
    const sentence = page.getByRole('textbox', { name: 'Words that somebody might send' });
    await sentence.fill('Expect a purple postcard on your doormat');
    await button(page, 'Try').click();
    await page.getByText('No rule stops it').waitFor(patience);

    await page.getByText('threatJail.zh', { exact: true }).click();
    const phrases = page.getByLabel('Forbidden phrases (… stands for a few words)').first();
    await phrases.fill('purple … doormat');
    await phrases.press('Enter');
    await button(page, 'Try').click();
    // The first rule is a Chinese one: it is not read in an English sentence without a Chinese character.
    await page.getByText('No rule stops it').waitFor(patience);
    await sentence.fill('您好 purple postcard on your doormat');
    await button(page, 'Try').click();
    await page.getByText(/threatJail\.zh · “purple postcard on your doormat”/).waitFor(patience);
    expect((await contrastOf(page)).faint).toEqual([]);
    expect(complaints).toEqual([]);
  },
);
