// A bank with a directory of its own, in a real browser: the button leads there and back, and a refusal is told in words.
import type { Browser } from 'playwright-core';
import { type ConsoleHouse, startConsole } from '../bot/staff/support/consoleHouse';
import { type OidcServer, startOidcServer } from '../bot/staff/support/oidcServer';
import { chromiumPath, itInBrowser, openBrowser } from './chromium';
import { contrastOf } from './support/contrast';
import { goTo, openConsole, patience, signIn } from './support/staffPages';

jest.setTimeout(300_000);

let directory: OidcServer;
let house: ConsoleHouse;
let browser: Browser;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  directory = await startOidcServer();
  const environment = {
    OIDC_ISSUER: directory.issuer,
    OIDC_CLIENT_ID: directory.clientId,
    OIDC_CLIENT_SECRET: directory.clientSecret,
    OIDC_ROLE_CLAIM: 'groups',
  };
  [house, browser] = await Promise.all([startConsole(environment), openBrowser()]);
});
afterAll(async () => {
  if (chromiumPath === undefined) return;
  await browser.close();
  await house.stop();
  await directory.close();
});

const open = async () => {
  const opened = await openConsole(browser, house.address);
  const button = opened.page
    .getByRole('link', { name: /directory/ })
    .or(opened.page.getByRole('button', { name: /directory/ }));
  await button.waitFor(patience);
  return { ...opened, button };
};

itInBrowser('the button leads to the directory and back into the console, with the roles that it tells', async () => {
  directory.person = { sub: 'b-1', preferred_username: 'Li.Wei', name: '李伟', groups: ['supervisor', 'domain users'] };
  const { page, button, complaints } = await open();
  const visited: string[] = [];
  page.on('request', (request) => visited.push(request.url()));
  await button.click();
  await page.locator('.sideMenu').waitFor(patience);
  const asked = visited.find((url) => url.startsWith(`${directory.issuer}/authorize`));
  const query = new URL(asked ?? directory.issuer).searchParams;
  expect(query.get('code_challenge_method')).toBe('S256');
  expect(query.get('response_type')).toBe('code');
  for (const name of ['state', 'nonce', 'code_challenge']) expect(query.get(name)?.length).toBeGreaterThan(20);
  await page.locator('.userButton', { hasText: '李伟' }).click();
  await page.getByText('li.wei').waitFor(patience);
  // Somebody of the directory has no password here to change.
  expect(await page.getByText('Change password').count()).toBe(0);
  expect(await house.house.repositories.staff.get('li.wei')).toMatchObject({ roles: ['supervisor'], source: 'oidc' });
  // Only the directory itself was asked besides us.
  expect(complaints.filter((one) => one !== `asked ${new URL(directory.issuer).host}`)).toEqual([]);
  await page.reload();
  await page.locator('.sideMenu').waitFor(patience);
});

itInBrowser('whom the directory gives no role, or whose token is forged, is told so on the sign-in page', async () => {
  directory.person = { sub: 'b-2', preferred_username: 'nobody', groups: ['domain users'] };
  const refused = await open();
  await refused.button.click();
  await refused.page.getByRole('alert').waitFor(patience);
  expect(await refused.page.locator('.sideMenu').count()).toBe(0);
  expect((await contrastOf(refused.page)).faint).toEqual([]);
  const without = await refused.page.getByRole('alert').textContent();

  directory.person = { sub: 'b-3', preferred_username: 'forged', groups: ['supervisor'] };
  directory.forge = 'signature';
  const forged = await open();
  await forged.button.click();
  await forged.page.getByRole('alert').waitFor(patience);
  directory.forge = null;
  expect(await forged.page.locator('.sideMenu').count()).toBe(0);
  expect(await forged.page.getByRole('alert').textContent()).not.toBe(without);
  expect(await house.house.repositories.staff.get('forged')).toBeUndefined();
});

itInBrowser('when such a session ends, one signs in there in another tab and goes on here', async () => {
  directory.person = { sub: 'b-4', preferred_username: 'zhao.min', groups: ['supervisor'] };
  const { page, button } = await open();
  await button.click();
  await page.locator('.sideMenu').waitFor(patience);
  await goTo(page, 'agencies/AGY-01');
  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByLabel('Reason').fill('Typed before the session ended');
  await house.house.repositories.staffSessions.endAll('zhao.min');
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  const overlay = page.getByRole('dialog', { name: 'Your session has ended' });
  await overlay.waitFor(patience);
  expect(await overlay.locator('input').count()).toBe(0);
  const [tab] = await Promise.all([page.context().waitForEvent('page', patience), overlay.getByRole('link').click()]);
  await tab.locator('.sideMenu').waitFor(patience);
  await tab.close();
  await page.bringToFront();
  await page.evaluate('window.dispatchEvent(new Event("focus"))');
  await overlay.waitFor({ state: 'hidden', ...patience });
  expect(await page.getByLabel('Reason').inputValue()).toBe('Typed before the session ended');
});

itInBrowser('a directory that does not answer is told on the sign-in page, and the password still opens', async () => {
  const gone = await startOidcServer();
  const alone = await startConsole({
    OIDC_ISSUER: gone.issuer,
    OIDC_CLIENT_ID: gone.clientId,
    OIDC_CLIENT_SECRET: gone.clientSecret,
    OIDC_ROLE_CLAIM: 'groups',
  });
  await gone.close();
  await alone.another('local.person', 'supervisor');
  try {
    const { page } = await openConsole(browser, alone.address);
    await page.getByRole('link', { name: /directory/ }).click();
    await page.getByRole('alert').waitFor(patience);
    expect(new URL(page.url()).search).toBe('');
    await signIn(page, 'local.person');
    await page.locator('.sideMenu').waitFor(patience);
  } finally {
    await alone.stop();
  }
});
