// Finds the browser that is installed here, and opens it without anything that would call home.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const chromiumPath = places.find((path) => path !== undefined && existsSync(path));

/** Declares a test that needs a browser; where there is none, it is skipped and says so. */
export function itInBrowser(sentence: string, test: () => Promise<void>): void {
  if (chromiumPath !== undefined) it(sentence, test);
  else it.skip(`${sentence} (no Chromium found: install it or set CHROMIUM_PATH)`, test);
}

/** `more` arguments come last, where they win over Playwright's own. */
export const openBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
