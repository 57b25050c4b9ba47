// The console in a real browser: opens it, signs somebody in, and keeps what the browser complains about.
import type { Browser, Locator, Page } from 'playwright-core';
import { password } from '../../bot/staff/support/consoleHouse';

export const patience = { timeout: Number(process.env.BROWSER_PATIENCE_MS ?? 60_000) };

export interface StaffPage {
  readonly page: Page;
  /** Errors of the page and of its content security policy, and requests to any other host. */
  readonly complaints: string[];
}

export interface PageOptions {
  readonly locale?: 'zh-CN' | 'en-US';
  readonly width?: number;
  readonly height?: number;
  /** Where the machine stands (IANA name). */
  readonly timezoneId?: string;
}

export async function openConsole(browser: Browser, address: string, options: PageOptions = {}): Promise<StaffPage> {
  const { locale = 'en-US', width = 1280, height = 900, timezoneId } = options;
  const context = await browser.newContext({
    locale,
    viewport: { width, height },
    acceptDownloads: true,
    ...(timezoneId === undefined ? {} : { timezoneId }),
  });
  context.setDefaultTimeout(patience.timeout);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // That an answer is no success is told by the network, and is what some of these tests ask for.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== new URL(address).host) complaints.push(`asked ${url.host}`);
  });
  await page.goto(`${address}/console/`);
  return { page, complaints };
}

export async function signIn(page: Page, username: string, secret = password): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(username);
  await page.locator('input[autocomplete="current-password"]').fill(secret);
  await page.locator('button[type="submit"]').click();
}

/** Signs in and waits for the menu. */
export async function enter(
  browser: Browser,
  address: string,
  username: string,
  options: PageOptions = {},
): Promise<StaffPage> {
  const opened = await openConsole(browser, address, options);
  await signIn(opened.page, username);
  await opened.page.locator('.sideMenu').waitFor(patience);
  return opened;
}

/** Goes to a place of the console and waits until everything on it has been read. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate(`window.location.hash = ${JSON.stringify(`#/${place}`)}`);
  await settled(page);
}

const waiting = '.ant-skeleton, .ant-spin-spinning, .ant-progress-status-active';

/** Nothing on the page is still coming. */
export async function settled(page: Page): Promise<void> {
  const since = Date.now();
  await page.waitForTimeout(300);
  while ((await page.locator(waiting).count()) > 0) {
    if (Date.now() - since > patience.timeout) throw new Error(`${page.url()} is still waiting for something`);
    await page.waitForTimeout(100);
  }
}

/** Waits until a box has nothing in it; one that keeps its words fails. */
export async function becomesEmpty(box: Locator): Promise<void> {
  const since = Date.now();
  while ((await box.inputValue()) !== '') {
    if (Date.now() - since > patience.timeout) throw new Error('the box still has words in it');
    await box.page().waitForTimeout(50);
  }
}
