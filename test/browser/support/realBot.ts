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
  const running: { bot?: RealProcess; browser?: Browser } = {};
  beforeAll(async () => {
    if (chromiumPath === undefined) return;
    mkdirSync(pictures, { recursive: true });
    // One after the other: what has started is ended even where the other fails.
    running.bot = await startProcess(dataDir, await environment());
    running.browser = await openBrowser(browserArguments);
  });
  afterAll(async () => {
    await running.browser?.close();
    await running.bot?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const started = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('There is no browser: these tests are skipped.');
    return part;
  };
  return { bot: () => started(running.bot), browser: () => started(running.browser) };
}
