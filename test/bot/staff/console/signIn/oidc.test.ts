// Staff of a bank with a directory of its own: sent there, back with a signed token, in with the roles it tells.
import { ConfigError, readConfig } from '../../../../../bot/config/config';
import { rolesIn } from '../../../../../bot/staff/console/signIn/oidc';
import type { Session, SessionOptions } from '../../../../../bot/staff/contract/session';
import { type ConsoleHouse, startConsole } from '../../support/consoleHouse';
import { type OidcServer, startOidcServer } from '../../support/oidcServer';
import { StaffClient } from '../../support/staffClient';

let directory: OidcServer;
let house: ConsoleHouse;
beforeAll(async () => {
  directory = await startOidcServer();
  house = await startConsole({
    OIDC_ISSUER: directory.issuer,
    OIDC_CLIENT_ID: directory.clientId,
    OIDC_CLIENT_SECRET: directory.clientSecret,
    OIDC_ROLE_CLAIM: 'groups',
  });
});
afterAll(async () => {
  await house.stop();
  await directory.close();
});

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** What a browser does: to us, to the directory, back to us. */
async function signInAs(person: Record<string, unknown>, change: (back: URL) => void = () => undefined) {
  directory.person = person;
  const start = await fetch(`${house.address}/console/api/session/oidc/start`, { redirect: 'manual' });
  expect(start.status).toBe(302);
  const there = await fetch(start.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(there.headers.get('location') ?? '');
  change(back);
  const callback = await fetch(back, { redirect: 'manual', headers: { cookie: cookiesOf(start) } });
  const client = new StaffClient(house.address);
  client.cookie =
    callback.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('console_session='))
      ?.split(';')[0] ?? '';
  return { client, location: callback.headers.get('location'), back, startCookies: cookiesOf(start) };
}

test('somebody of the directory comes in with the roles it tells, and loses those it no longer tells', async () => {
  expect((await new StaffClient(house.address).get<SessionOptions>('session/options')).body.oidc).toBe(true);
  const person = {
    sub: 's-1',
    preferred_username: 'Li.Wei',
    name: '李伟',
    groups: ['maker', 'supervisor', 'domain users'],
  };
  const { client, location } = await signInAs(person);
  expect(location).toBe('/console');
  const { body } = await client.get<Session>('session');
  expect(body.user).toMatchObject({
    username: 'li.wei',
    displayName: '李伟',
    roles: ['supervisor', 'maker'],
    source: 'oidc',
  });
  const again = await signInAs({ ...person, groups: 'auditor' });
  expect((await again.client.get<Session>('session')).body.user.roles).toEqual(['auditor']);
});

test('somebody to whom the directory gives roles that do not go together does not come in', async () => {
  const { client, location } = await signInAs({ sub: 's-0', preferred_username: 'all', groups: ['maker', 'checker'] });
  expect([location, client.cookie]).toEqual(['/console?signIn=rolesApart', '']);
});

test('without a role, or under a name that is somebody else’s here, nobody comes in', async () => {
  const without = await signInAs({ sub: 's-2', preferred_username: 'nobody', groups: ['domain users'] });
  expect(without.location).toBe('/console?signIn=forbidden');
  expect(without.client.cookie).toBe('');
  await house.another('local.person', 'administrator');
  const taken = await signInAs({ sub: 's-3', preferred_username: 'local.person', groups: ['agent'] });
  expect(taken.location).toBe('/console?signIn=duplicate');
  await signInAs({ sub: 's-4', preferred_username: 'zhao', groups: ['agent'] });
  const other = await signInAs({ sub: 's-5', preferred_username: 'zhao', groups: ['administrator'] });
  expect(other.location).toBe('/console?signIn=duplicate');
});

test.each(['nonce', 'signature', 'audience'] as const)('a token with a wrong %s opens nothing', async (forge) => {
  directory.forge = forge;
  const { client, location } = await signInAs({ sub: 's-6', preferred_username: 'forged', groups: ['agent'] });
  directory.forge = null;
  expect(location).toBe('/console?signIn=unauthenticated');
  expect(client.cookie).toBe('');
});

test('an answer with another state, from another browser, or for the second time opens nothing', async () => {
  const person = { sub: 's-7', preferred_username: 'replayed', groups: ['agent'] };
  const changed = await signInAs(person, (back) => back.searchParams.set('state', 'another'));
  expect(changed.location).toBe('/console?signIn=unauthenticated');
  const { back, startCookies } = await signInAs(person);
  for (const headers of [{}, { cookie: startCookies }]) {
    const replayed = await fetch(back, { redirect: 'manual', headers });
    expect(replayed.headers.get('location')).toBe('/console?signIn=unauthenticated');
  }
});

test('half of a directory, or one over plain http, is refused at the start', () => {
  const problems = (environment: Record<string, string>): string => {
    try {
      readConfig(environment);
      return '';
    } catch (error) {
      return error instanceof ConfigError ? error.message : String(error);
    }
  };
  expect(problems({ OIDC_ISSUER: 'https://login.example.com' })).toContain('OIDC_CLIENT_SECRET');
  const whole = { OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b', OIDC_ROLE_CLAIM: 'groups' };
  expect(problems({ ...whole, OIDC_ISSUER: 'http://login.example.com' })).toContain('https');
  expect(problems({ ...whole, OIDC_ISSUER: 'https://login.example.com' })).toBe('');
  expect(problems({ HANDOFF_HUB_URL: 'https://hub.example.com' })).toContain('HANDOFF_HUB_SECRET');
});

test('a claim tells roles as a list or as words, and nothing else counts', () => {
  expect(rolesIn(['agent', 'agent', 'root', 7])).toEqual(['agent']);
  expect(rolesIn('maker, checker')).toEqual(['maker', 'checker']);
  expect(rolesIn({ agent: true })).toEqual([]);
  expect(rolesIn(undefined)).toEqual([]);
});
