// What the environment may say; half of a configuration is refused with what to set.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../bot/config/config';
import { linkSecretOf } from '../../../bot/config/linkSecret';
import { newSigner } from '../../../bot/http/signer';
import { runToEnd, startProcess } from '../support/realProcess';
import { problemsOf } from './problemsOf';

jest.setTimeout(120_000);

const appId = '00000000-0000-4000-8000-000000000001';
const tenantId = '00000000-0000-4000-8000-000000000002';
const key = (name: string, fill = 1): string => `${name}:${Buffer.alloc(32, fill).toString('base64')}`;

it('starts in developer mode on loopback when nothing is set', () => {
  expect(readConfig({})).toMatchObject({
    port: 3978,
    host: '127.0.0.1',
    identity: { kind: 'developer' },
    fixedNow: null,
  });
});

it('takes the current key and the earlier ones from variables, or from a file with the current one first', () => {
  const ids = (environment: Record<string, string>) => {
    const { dataKeys } = readConfig(environment);
    return [dataKeys?.current.id, dataKeys?.older.map(({ id }) => id)];
  };
  expect(ids({ DATA_KEY: key('b'), DATA_KEYS_OLD: `${key('a', 2)},${key('z', 3)}` })).toEqual(['b', ['a', 'z']]);
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  writeFileSync(join(folder, 'keys'), `# made in November\n${key('b')}\n${key('a', 2)}\n`);
  expect(ids({ DATA_KEY_FILE: join(folder, 'keys') })).toEqual(['b', ['a']]);
  rmSync(folder, { recursive: true });
});

it('takes an empty variable for none', () => {
  expect(readConfig({ PORT: '', MicrosoftAppId: '', HOST: '' }).identity.kind).toBe('developer');
});

it('listens to everyone only with an app id', () => {
  const identity = { MicrosoftAppId: appId, MicrosoftAppPassword: 'secret', DATA_KEY: key('a') };
  expect(readConfig(identity).host).toBe('0.0.0.0');
  expect(problemsOf({ HOST: '0.0.0.0' })).toContain('MicrosoftAppId');
  expect(problemsOf({ HOST: 'example.com' })).not.toBe('');
  expect(problemsOf({ HOST: 'localhost' })).toBe('');
});

it.each([
  [{ MicrosoftAppId: appId }, 'MicrosoftAppPassword'],
  [{ MicrosoftAppPassword: 'secret' }, 'MicrosoftAppId'],
  [{ MicrosoftAppTenantId: tenantId }, 'MicrosoftAppId'],
  [{ MicrosoftAppId: appId, MicrosoftAppPassword: 'secret', MicrosoftAppType: 'SingleTenant' }, 'MicrosoftAppTenantId'],
  [{ MicrosoftAppType: 'SingleTenant' }, 'MicrosoftAppId'],
  [{ ChannelService: 'https://botframework.azure.cn' }, 'MicrosoftAppId'],
  [{ MicrosoftAppId: 'my-bot', MicrosoftAppPassword: 'secret' }, 'GUID'],
  [{ MicrosoftAppId: appId, MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: 'contoso' }, 'GUID'],
  [
    { MicrosoftAppId: appId, MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: tenantId },
    'MicrosoftAppType=SingleTenant',
  ],
  [
    {
      MicrosoftAppId: appId,
      MicrosoftAppPassword: 's',
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppTenantId: tenantId,
    },
    'unset MicrosoftAppPassword',
  ],
  [
    { MicrosoftAppId: appId, MicrosoftAppPassword: 'secret', ChannelService: 'https://botframework.com' },
    'ChannelService',
  ],
  [{ MicrosoftAppId: appId, MicrosoftAppPassword: 'secret', MicrosoftAppType: 'Sometimes' }, 'MicrosoftAppType'],
  [
    { MicrosoftAppId: appId, MicrosoftAppPassword: 'secret', ASSISTANT_NOW: '2026-11-23T00:00:00.000Z' },
    'ASSISTANT_NOW',
  ],
  [
    { MicrosoftAppId: appId, MicrosoftAppPassword: 'secret', ASSISTANT_READING_SECONDS: '0' },
    'ASSISTANT_READING_SECONDS',
  ],
  [{ MicrosoftAppId: appId, MicrosoftAppPassword: 'secret' }, 'DATA_KEY'],
  [{ DATA_KEY: 'short' }, 'DATA_KEY'],
  [{ DATA_KEY: `a:${Buffer.alloc(16).toString('base64')}` }, '32 bytes'],
  [{ DATA_KEYS_OLD: key('old') }, 'DATA_KEY'],
  [{ DATA_KEY: key('same'), DATA_KEYS_OLD: key('same', 2) }, 'same name'],
  [{ DATA_KEY: key('a'), DATA_KEY_FILE: '/dev/null' }, 'not both'],
  [{ DATA_KEY_FILE: '/nowhere/keys' }, 'DATA_KEY_FILE'],
  [{ DATA_KEY_FILE: '/dev/null' }, 'holds no key'],
  [{ ASSISTANT_READING_SECONDS: '-1' }, 'ASSISTANT_READING_SECONDS'],
  [{ ASSISTANT_READING_SECONDS: 'none' }, 'ASSISTANT_READING_SECONDS'],
  [{ PORT: '99999' }, 'PORT'],
  [{ PORT: 'abc' }, 'PORT'],
  [{ PUBLIC_URL: 'ftp://x' }, 'PUBLIC_URL'],
  [{ PAGE_ORIGINS: '*' }, 'PAGE_ORIGINS'],
  [{ PAGE_ORIGINS: 'null' }, 'PAGE_ORIGINS'],
  [{ PAGE_ORIGINS: 'https://bank.example/app' }, 'PAGE_ORIGINS'],
  [{ PAGE_ORIGINS: 'https://*.bank.example' }, 'PAGE_ORIGINS'],
  [{ PAGE_ORIGINS: 'http://bank.example' }, 'PAGE_ORIGINS'],
  [{ PAGE_ORIGINS: "https://bank.example; script-src 'unsafe-inline'" }, 'PAGE_ORIGINS'],
  [{ SIGN_IN_ISSUER: 'https://bank.example' }, 'SIGN_IN_AUDIENCE'],
  [{ SIGN_IN_ISSUER: 'i', SIGN_IN_AUDIENCE: 'a' }, 'one of the two'],
  [{ SIGN_IN_ISSUER: 'i', SIGN_IN_AUDIENCE: 'a', SIGN_IN_SHARED_KEY: 'short' }, '32 characters'],
  [{ SIGN_IN_ISSUER: 'i', SIGN_IN_AUDIENCE: 'a', SIGN_IN_JWKS_URL: 'http://bank.example/keys' }, 'https'],
  [
    { SIGN_IN_ISSUER: 'i', SIGN_IN_AUDIENCE: 'a', SIGN_IN_JWKS_URL: 'https://b.example', SIGN_IN_ALGORITHM: 'none' },
    'SIGN_IN_ALGORITHM',
  ],
  [{ LINK_SECRET: 'short' }, 'LINK_SECRET'],
])('refuses %j and names what to set', (environment, name) => {
  expect(problemsOf(environment)).toContain(name);
});

it('makes a link secret once and keeps it from other users', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-secret-'));
  const made = linkSecretOf(folder, null);
  expect(linkSecretOf(folder, null)).toBe(made);
  expect(linkSecretOf(folder, 'given')).toBe('given');
  if (process.platform !== 'win32') expect(statSync(join(folder, 'link-secret')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, 'link-secret'), 'utf8').trim()).toBe(made);
  rmSync(folder, { recursive: true });
});

it('does not take a signature of one thing for another', () => {
  const signer = newSigner('x'.repeat(32));
  const signature = signer.sign('document', ['a', 'bc']);
  expect(signer.matches('document', ['a', 'bc'], signature)).toBe(true);
  expect(signer.matches('document', ['ab', 'c'], signature)).toBe(false);
  expect(signer.matches('token', ['a', 'bc'], signature)).toBe(false);
  expect(newSigner('y'.repeat(32)).matches('document', ['a', 'bc'], signature)).toBe(false);
});

describe('The program itself', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'assistant-start-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('refuses to start half-configured, without a stack trace', async () => {
    const { code, printed } = await runToEnd({ DATA_DIR: dataDir, MicrosoftAppId: appId });
    expect(code).toBe(1);
    expect(printed).toContain('MicrosoftAppPassword');
    expect(printed).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('says so when the port or the folder is taken, and stops in order', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = String(typeof address === 'object' && address !== null ? address.port : 0);
    const portTaken = await runToEnd({ DATA_DIR: dataDir, PORT: port });
    expect([portTaken.code, portTaken.printed.includes(`Port ${port} is taken`)]).toEqual([1, true]);
    taken.close();
    const first = await startProcess(dataDir);
    const second = await runToEnd({ DATA_DIR: dataDir, PORT: '0' });
    expect(second.code).toBe(1);
    expect(second.printed).not.toMatch(/\bat .*:\d+:\d+/);
    expect(await first.stop()).toBe(0);
  });
});
