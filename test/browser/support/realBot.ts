// The assistant as a process of its own, and a browser before it, for the tests of one file.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type RealProcess, startProcess } from '../../bot/support/realProcess';
import { chromiumPath, openBrowser } from '../chromium';

/** Where pictures of pages are kept for whoever looks at them. */
export const pictures = join(__dirname, '..', '..', '..', 'test-output', 'pictures');

export interface BotInBrowser {
  bot(): RealProcess;
  browser(): Browser;
}

/** `browserArguments` come after Playwright's own. Starts both before the tests of a file and ends them after; where there is no browser, neither. */
export function botInBrowser(
  name: string,
  environment: () => Promise<Record<string, string>> = () => Promise.resolve({}),
  browserArguments: readonly string[] = [],
): BotInBrowser {
  const dataDir = mkdtempSync(join(tmpdir(), `assistant-${name}-`));
  let running: { readonly bot: RealProcess; readonly browser: Browser } | null = null;
  beforeAll(async () => {
    if (chromiumPath === undefined) return;
    mkdirSync(pictures, { recursive: true });
    const [bot, browser] = await Promise.all([
      startProcess(dataDir, await environment()),
      openBrowser(browserArguments),
    ]);
    running = { bot, browser };
  });
  afterAll(async () => {
    await running?.browser.close();
    await running?.bot.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const parts = () => {
    if (running === null) throw new Error('There is no browser: these tests are skipped.');
    return running;
  };
  return { bot: () => parts().bot, browser: () => parts().browser };
}
