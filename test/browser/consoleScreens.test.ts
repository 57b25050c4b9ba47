// Every page of the console as a picture, at the width of a desk and of a tablet, in both languages; nothing may spill out,
// and every text must stand out from what is behind it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { AgencyList, PolicyDocument, Simulation, SimulationStarted } from '../../bot/staff/contract';
import type { ConsoleHouse } from '../bot/staff/support/consoleHouse';
import type { StaffClient } from '../bot/staff/support/staffClient';
import { chromiumPath, itInBrowser, openBrowser } from './chromium';
import { aWeek } from './support/aWeek';
import { contrastOf, type Faint } from './support/contrast';
import { consolePlaces } from './support/places';
import { enter, goTo, openConsole, patience, settled } from './support/staffPages';

jest.setTimeout(600_000);

const screens = join(__dirname, '..', '..', 'test-output', 'screens');
const dataDir = mkdtempSync(join(tmpdir(), 'assistant-screens-'));
let house: ConsoleHouse;
let browser: Browser;
let draft = '';

async function draftAndSimulate(maker: StaffClient): Promise<string> {
  const { body: current } = await maker.get<PolicyDocument>('policies/offerLimits/offers-2026-11');
  const value = current.value as { segments: Record<string, unknown>[] };
  const segments = value.segments.map((segment, index) =>
    index === 1 ? { ...segment, monthlyRateList: 0.0025, instalmentCounts: [6, 12, 24, 36, 60] } : segment,
  );
  const { body: made } = await maker.post<PolicyDocument>('policies/offerLimits/drafts', {
    basedOn: 'offers-2026-11',
    value: { ...value, segments, quoteValidDays: 10 },
    reason: '逾期较久的客户负担能力下降：下调月利率，方案有效期延长到 10 天',
  });
  const { version } = made.summary;
  const { body: started } = await maker.post<SimulationStarted>('simulations', {
    kind: 'population',
    version,
    against: 'offers-2026-11',
    customers: 200,
    seeds: [1],
  });
  for (;;) {
    const { body } = await maker.get<Simulation>(`simulations/${started.id}`);
    if (body.status !== 'running') break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return version;
}

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  mkdirSync(screens, { recursive: true });
  [house, browser] = await Promise.all([aWeek(dataDir), openBrowser()]);
  await house.another('wang.min', 'checker', 'agent', 'supervisor');
  await house.another('zhang.li', 'administrator');
  await house.another('li.hua', 'agent');
  const maker = await house.another('chen.yu', 'maker');
  draft = await draftAndSimulate(maker);
  const { body } = await maker.get<PolicyDocument>(`policies/offerLimits/${draft}`);
  await maker.post(`policies/offerLimits/${draft}/submit`, { expectedVersion: body.summary.documentVersion });
});
afterAll(async () => {
  if (chromiumPath !== undefined) {
    await browser.close();
    await house.stop();
  }
  rmSync(dataDir, { recursive: true, force: true });
});

/** By how many pixels the page is wider than its window; a table may scroll within itself, the page may not. */
const spill = (page: Page) => page.locator('body').evaluate((body) => Math.max(0, body.scrollWidth - body.clientWidth));

for (const { locale, width, height } of [
  { locale: 'zh-CN', width: 1280, height: 800 },
  { locale: 'en-US', width: 820, height: 1180 },
] as const)
  itInBrowser(`every page is drawn whole and can be read at ${width} pixels in ${locale}`, async () => {
    const reader = await house.another('reader', 'agent', 'supervisor');
    const queue = await reader.get<{ items: { conversationId: string; verified: boolean; version: number }[] }>(
      'desk/queue',
    );
    const shown = queue.body.items.find(({ verified }) => verified);
    const agencies = await reader.get<AgencyList>('agencies');
    if (shown === undefined) throw new Error('nobody verified is waiting');

    const door = await openConsole(browser, house.address, { locale, width, height });
    await door.page.locator('input[autocomplete="username"]').waitFor(patience);
    await door.page.screenshot({ path: join(screens, `signIn-${width}.png`) });
    const faint: Record<string, readonly Faint[]> = {};
    const looked = await contrastOf(door.page);
    if (looked.faint.length > 0) faint.signIn = looked.faint;

    // No one person may see every page.
    const colleague = await enter(browser, house.address, 'wang.min', { locale, width, height });
    const administrator = await enter(browser, house.address, 'zhang.li', { locale, width, height });
    const spilling: string[] = [];
    const agency = agencies.body.agencies[0]?.agency.agencyId ?? '';
    const all = consolePlaces({ conversation: shown.conversationId, agency, draft });
    for (const [name, place] of Object.entries(all)) {
      const { page } = name === 'users' ? administrator : colleague;
      await goTo(page, place);
      await settled(page);
      await page.screenshot({ path: join(screens, `${name}-${width}.png`) });
      if ((await spill(page)) > 0) spilling.push(name);
      const looks = await contrastOf(page);
      expect(looks.count).toBeGreaterThan(5);
      if (looks.faint.length > 0) faint[name] = looks.faint;
      expect(await page.locator('.content .ant-alert-error').count()).toBe(0);
    }
    expect(spilling).toEqual([]);
    expect(faint).toEqual({});
    expect([...colleague.complaints, ...administrator.complaints]).toEqual([]);
  });
