import type { CreatedStaff, Session, StaffList } from '../../../../../bot/staff/contract/session';
import { type ConsoleHouse, password, startConsole } from '../../support/consoleHouse';
import { codeOf, StaffClient } from '../../support/staffClient';

let house: ConsoleHouse;
beforeAll(async () => {
  house = await startConsole();
});
afterAll(() => house.stop());

test('the first administrator must change the generated password before anything else, and can then work', async () => {
  const { client, firstPassword } = await house.administrator();
  expect(firstPassword).toMatch(/^[\w]{5}(-[\w]{5}){3}$/);
  const early = await client.get('users');
  expect([early.status, codeOf(early)]).toEqual([403, 'mustChangePassword']);
  const weak = await client.changePassword(firstPassword, 'admin');
  expect([weak.status, codeOf(weak)]).toEqual([422, 'invalid']);
  expect((await client.changePassword(firstPassword, password)).status).toBe(200);
  const users = await client.get<StaffList>('users');
  expect(users.body.users.map((user) => user.username)).toEqual(['admin']);
  expect((await new StaffClient(house.address, 'admin').signIn(firstPassword)).status).toBe(401);
  expect(await house.house.firstAdministrator()).toBeNull();

  const made = await client.post<CreatedStaff>('users', { username: 'mei', displayName: 'Mei', roles: ['maker'] });
  expect(made.status).toBe(201);
  const mei = new StaffClient(house.address, 'mei');
  expect((await mei.signIn(made.body.password)).body.user.mustChangePassword).toBe(true);
  expect(codeOf(await client.post('users', { username: 'mei', displayName: 'M', roles: ['maker'] }))).toBe('duplicate');

  const patch = { roles: ['checker'], expectedVersion: made.body.user.version };
  const stale = await client.call('PATCH', 'users/mei', patch);
  expect([stale.status, codeOf(stale)]).toEqual([409, 'conflict']);
  const lastOne = await client.call('PATCH', 'users/admin', { roles: ['maker'], expectedVersion: 1 });
  expect(lastOne.status).toBe(422);

  const reset = await client.post<CreatedStaff>('users/mei/reset');
  expect((await mei.get('session')).status).toBe(401);
  expect((await mei.signIn(reset.body.password)).status).toBe(200);
  const disabled = await client.call('PATCH', 'users/mei', {
    disabled: true,
    expectedVersion: (await client.get<StaffList>('users')).body.users.find((one) => one.username === 'mei')?.version,
  });
  expect(disabled.status).toBe(200);
  expect((await mei.get('session')).status).toBe(401);
});

test('a session cookie planted beforehand is not taken over, and signing out ends the session', async () => {
  await house.another('fix', 'agent');
  const browser = new StaffClient(house.address, 'fix');
  browser.cookie = 'console_session=planted-by-somebody-else';
  await browser.signIn(password);
  expect(browser.cookie).not.toContain('planted');
  const first = browser.cookie;
  await browser.signIn(password);
  expect(browser.cookie).not.toBe(first);
  expect((await browser.get<Session>('session')).body.user.username).toBe('fix');
  const mine = browser.cookie;
  expect((await browser.call('DELETE', 'session')).status).toBe(200);
  browser.cookie = mine;
  expect((await browser.get('session')).status).toBe(401);
});

test('the session cookie is closed to scripts and to other sites', async () => {
  await house.another('cookie', 'agent');
  const reply = await new StaffClient(house.address, 'cookie').signIn(password);
  const [cookie = ''] = reply.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
});

test('a write without the check token, with a wrong one, or from another site is refused', async () => {
  const { csrfToken, ...agent } = await house.another('csrf', 'agent');
  const browser = new StaffClient(house.address);
  browser.cookie = agent.cookie;
  expect(codeOf(await browser.post('desk/heartbeat'))).toBe('csrf');
  browser.csrfToken = csrfToken.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
  expect(codeOf(await browser.post('desk/heartbeat'))).toBe('csrf');
  browser.csrfToken = csrfToken;
  const crossSite = await browser.call('POST', 'desk/heartbeat', {}, { 'sec-fetch-site': 'cross-site' });
  expect([crossSite.status, codeOf(crossSite)]).toEqual([403, 'csrf']);
  expect(
    codeOf(await browser.call('POST', 'session', { username: 'csrf', password }, { 'sec-fetch-site': 'same-site' })),
  ).toBe('csrf');
});

test('five wrong passwords slow an address down, even for the right one, and even when sent at the same time', async () => {
  const own = await house.another('locked', 'agent');
  const guesses = await Promise.all(
    Array.from({ length: 8 }, (_, n) => new StaffClient(house.address, 'locked').signIn(`guess number ${n}`)),
  );
  expect(guesses.filter((reply) => reply.status === 401)).toHaveLength(5);
  expect(guesses.filter((reply) => reply.status === 429)).toHaveLength(3);
  const right = await new StaffClient(house.address, 'locked').signIn(password);
  expect([right.status, codeOf(right)]).toEqual([429, 'lockedOut']);
  expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
  // Whoever is guessing, the colleague's own browser is counted apart.
  expect((await own.signIn(password)).status).toBe(200);
});

test('a name that does not exist is refused in the same words as a wrong password', async () => {
  await house.another('exists', 'agent');
  const unknown = await new StaffClient(house.address, 'nobody-here').signIn('some password 1');
  const wrong = await new StaffClient(house.address, 'exists').signIn('some password 1');
  expect(unknown.body).toEqual(wrong.body);
  expect(unknown.status).toBe(wrong.status);
});
