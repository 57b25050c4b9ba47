// The desk in a real browser: a customer in Web Chat is handed over, answered, and handed back; what may not be said is not sent.
import type { Browser, Page } from 'playwright-core';
import { type ConsoleHouse, startConsole } from '../bot/staff/support/consoleHouse';
import { chromiumPath, itInBrowser, openBrowser } from './chromium';
import { contrastOf } from './support/contrast';
import { Customer } from './support/customer';
import { becomesEmpty, enter, goTo, patience } from './support/staffPages';

jest.setTimeout(300_000);

let house: ConsoleHouse;
let browser: Browser;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  [house, browser] = await Promise.all([startConsole(), openBrowser()]);
  await house.another('agent-one', 'agent');
  await house.another('agent-two', 'agent');
});
afterAll(async () => {
  if (chromiumPath === undefined) return;
  await browser.close();
  await house.stop();
});

const button = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`${name}$`) });
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
const box = (page: Page) => page.getByRole('textbox', { name: 'Answer the customer' });
const inQueue = (page: Page, words: string) => page.locator('.queueEntry', { hasText: words });
const bubbles = (page: Page) => page.locator('.webchat__bubble');

async function webChat(): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${house.address}/`);
  await bubbles(page).first().waitFor(patience);
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  const before = await bubbles(page).count();
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
  await bubbles(page)
    .nth(before + 1)
    .waitFor(patience);
}

/** Opens the conversation with these last words and takes it. */
async function take(page: Page, words: string): Promise<void> {
  await inQueue(page, words).click();
  await button(page, 'Take').click();
  await box(page).waitFor(patience);
}

itInBrowser(
  'a customer in Web Chat is handed over; the agent answers and hands back; the assistant goes on',
  async () => {
    const agent = await enter(browser, house.address, 'agent-one');
    await agent.page.getByText('Live', { exact: true }).waitFor(patience);
    const customer = await webChat();
    await say(customer, 'plan');
    await say(customer, '6688 1234');
    await say(customer, '700');
    await say(customer, 'a person please, I have a question');
    await take(agent.page, 'I have a question');
    await agent.page.getByText('6688').first().waitFor(patience);

    await box(agent.page).fill('Hello, I have read what you wrote. How can I help?');
    await agent.page.keyboard.press('Enter');
    await bubbles(customer).filter({ hasText: 'I have read what you wrote' }).waitFor(patience);
    // The customer may read it before the agent's own request is answered and the box is emptied.
    await becomesEmpty(box(agent.page));
    expect(await box(agent.page).inputValue()).toBe('');
    await customer.locator('textarea').fill('May I pay on the 20th?');
    await customer.keyboard.press('Enter');
    await agent.page.locator('.bubble-customer', { hasText: 'on the 20th' }).waitFor(patience);

    await button(agent.page, 'Send this offer').first().click();
    const offered = (await agent.page.locator('.ant-modal .suggestionText').textContent()) ?? '';
    await inDialog(agent.page, 'Send').click();
    await agent.page.locator('.bubble-agent').nth(1).waitFor(patience);
    expect(offered).not.toBe('');

    await button(agent.page, 'Hand back').click();
    await inDialog(agent.page, 'Hand back').click();
    await agent.page.getByText('Handed back to the assistant').waitFor(patience);
    const before = await bubbles(customer).count();
    await say(customer, 'what happens if I do nothing');
    expect(await bubbles(customer).count()).toBeGreaterThan(before + 1);
    expect(agent.complaints).toEqual([]);
  },
);

itInBrowser('a threat is not sent, the agent sees why, and nothing is lost from the box', async () => {
  const agent = await enter(browser, house.address, 'agent-one');
  const customer = await Customer.open(house.address, 'en-US');
  await customer.say('a person please, about a threat');
  await take(agent.page, 'about a threat');
  const threat = 'Pay today or you will go to jail.';
  await box(agent.page).fill(threat);
  await agent.page.keyboard.press('Enter');
  const alert = agent.page.locator('.composer').getByRole('alert');
  await alert.waitFor(patience);
  expect(await alert.locator('li').count()).toBeGreaterThan(0);
  expect((await contrastOf(agent.page)).faint).toEqual([]);
  expect(await box(agent.page).inputValue()).toBe(threat);
  expect(await agent.page.locator('.bubble-agent').count()).toBe(0);
  await goTo(agent.page, 'cases');
  await agent.page.goBack();
  expect(await box(agent.page).inputValue()).toBe(threat);
});

itInBrowser(
  'words that the guard is not sure of wait; a colleague finds them, releases them, and the customer hears them',
  async () => {
    const customer = await webChat();
    await say(customer, 'a person please, about held words');
    const writer = await enter(browser, house.address, 'agent-one');
    await take(writer.page, 'about held words');
    await box(writer.page).fill('Make it 24');
    await writer.page.keyboard.press('Enter');
    await writer.page.getByText('Held until a colleague has read it').waitFor(patience);
    await becomesEmpty(box(writer.page));
    expect(await button(writer.page, 'Release').count()).toBe(0);
    expect(await writer.page.locator('.bubble-agent').count()).toBe(0);

    const colleague = await enter(browser, house.address, 'agent-two');
    await colleague.page.locator('.heldEntry', { hasText: 'Make it 24' }).click();
    await colleague.page.getByText('agent-one would like to say this').waitFor(patience);
    expect((await contrastOf(colleague.page)).faint).toEqual([]);
    await button(colleague.page, 'Release').click();
    await bubbles(customer).filter({ hasText: 'Make it 24' }).waitFor(patience);
    await writer.page.locator('.bubble-agent', { hasText: 'Make it 24' }).waitFor(patience);
    await writer.page.getByText('Held until a colleague has read it').waitFor({ ...patience, state: 'detached' });
    expect([...writer.complaints, ...colleague.complaints]).toEqual([]);
  },
);

itInBrowser('when two agents reach for one conversation, the second is told who has it', async () => {
  const customer = await Customer.open(house.address, 'en-US');
  await customer.say('a person please, about two agents');
  const one = await enter(browser, house.address, 'agent-one');
  const two = await enter(browser, house.address, 'agent-two');
  await inQueue(one.page, 'two agents').click();
  await inQueue(two.page, 'two agents').click();
  await button(two.page, 'Take').waitFor(patience);
  // The second agent's line is down for a moment, so that the page does not know yet.
  await two.page.context().setOffline(true);
  await button(one.page, 'Take').click();
  await box(one.page).waitFor(patience);
  await two.page.context().setOffline(false);
  await button(two.page, 'Take')
    .click({ timeout: 5_000 })
    .catch(() => undefined);
  await two.page
    .getByText(/agent-one (has it|took this conversation first)/)
    .first()
    .waitFor(patience);
  expect(await box(two.page).count()).toBe(0);
});

itInBrowser('a customer’s markup is shown as text, in the queue and in the transcript', async () => {
  const customer = await Customer.open(house.address, 'en-US');
  await customer.say('a person please <img src=x onerror="document.title=1"> now');
  const { page, complaints } = await enter(browser, house.address, 'agent-two');
  const entry = inQueue(page, '<img src=x');
  await entry.click();
  await page.locator('.bubble-customer', { hasText: '<img src=x' }).waitFor(patience);
  expect(await page.title()).toBe('Staff console');
  expect(complaints).toEqual([]);
});

itInBrowser('a call-back is agreed for a free slot; the customer hears when, and the queue keeps it', async () => {
  const customer = await webChat();
  await say(customer, 'a person please, but call me later');
  // A machine on the other side of the world offers the bank's own day.
  const { page, complaints } = await enter(browser, house.address, 'agent-two', { timezoneId: 'America/New_York' });
  await take(page, 'call me later');
  await button(page, 'More').click();
  await page.getByRole('menuitem', { name: 'Call-back' }).click();
  const modal = page.getByRole('dialog');
  const slots = modal.locator('.ant-radio-button-wrapper');
  await slots.first().waitFor(patience);
  expect(await modal.getByLabel('Day').inputValue()).toBe('2026-11-23');
  expect(await inDialog(page, 'Confirm').isDisabled()).toBe(true);
  // A day on which nobody works has no slots.
  await modal.getByLabel('Day').fill('2026-12-31');
  await modal.getByLabel('Day').press('Enter');
  await modal.getByText('No free slots that day').waitFor(patience);
  await modal.getByLabel('Day').fill('2026-11-24');
  await modal.getByLabel('Day').press('Enter');
  await slots.first().waitFor(patience);
  await slots.first().click();
  expect((await contrastOf(page)).faint).toEqual([]);
  await inDialog(page, 'Confirm').click();
  await inQueue(page, 'call me later').getByText('2026-11-24').waitFor(patience);
  await bubbles(customer)
    .filter({ hasText: /2026年11月24日|24 November 2026/ })
    .waitFor(patience);
  expect(complaints).toEqual([]);
});
