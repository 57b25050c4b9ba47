// A page of the bank on its own server, with the assistant's widget in one script tag, and what the page hears of it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from 'playwright-core';

export interface HostPage {
  /** Of another host than the assistant's, so that a browser takes the frame for a third party's. */
  readonly origin: string;
  /** Puts the widget of this assistant on the page, with these attributes. */
  show(assistant: string, attributes?: string): void;
  close(): Promise<void>;
}

export async function startHostPage(): Promise<HostPage> {
  let shown = { assistant: '', attributes: '' };
  const server = createServer((_req, res) => {
    const { assistant, attributes } = shown;
    res.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      // As strict as a bank's page can be: one script, one frame, no markup from strings.
      'Content-Security-Policy': `default-src 'none'; script-src ${assistant}; frame-src ${assistant}; require-trusted-types-for 'script'`,
    });
    res.end(`<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark"><title>信用卡</title>
      <h1>信用卡还款</h1><p><a href="/other">本期账单</a> 按时还款，积累信用。</p>${'<p>活动与公告</p>'.repeat(40)}
      <script src="${assistant}/webchat/widget.js" ${attributes}></script></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    show(assistant, attributes = '') {
      shown = { assistant, attributes };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const launcher = (page: Page) => page.locator('assistant-widget button.launch');
export const panel = (page: Page) => page.locator('assistant-widget dialog');
export const chat = (page: Page): FrameLocator => page.frameLocator('assistant-widget iframe');
export const bubbles = (page: Page) => chat(page).locator('.webchat__bubble');

/** What the page hears, in order, as `open` or `unread 1`. */
export async function hearEvents(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(`
    if (window === top) window.heard = JSON.parse(sessionStorage.getItem('heard') ?? '[]');
    if (window === top) for (const type of ['ready', 'open', 'close', 'message', 'unread'])
      addEventListener('assistant:' + type, ({ detail }) => {
        heard.push([type, ...Object.values(detail)].join(' '));
        sessionStorage.setItem('heard', JSON.stringify(heard));
      });`);
  return () => page.evaluate('window.heard');
}
