// A customer whom the bank's app has signed in is not asked again; whoever shows another token than the bank's is refused.
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { audience, type BankKeys, issuer, secondsNow, startBankKeys } from '../../support/bankKeys';
import { openPage, type PageTalk } from '../../support/pageTalk';
import { type RunningHouse, startHouse } from '../../support/runningHouse';

// Real files and sockets: slow on a busy machine, and not judged by time.
jest.setTimeout(120_000);

let house: RunningHouse;
let bank: BankKeys;
beforeAll(async () => {
  bank = await startBankKeys();
  house = await startHouse(undefined, {
    SIGN_IN_ISSUER: issuer,
    SIGN_IN_AUDIENCE: audience,
    SIGN_IN_JWKS_URL: bank.url,
  });
});
afterAll(async () => {
  await house.stop();
  await bank.close();
});

/** The cardholder of the 20,000-yuan case, and somebody else. */
const [holder, other] = ['C-1001', 'C-1002'];
const owed = '26,431.20';

const ask = async (path: string, token: string, body: unknown = {}) => {
  const answer = await fetch(`${house.address}/directline/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
};
const talkOf = async (jwt: string): Promise<PageTalk> => openPage(house.address, 'zh-CN', jwt);

it('tells a signed-in customer what is owed without asking who is there', async () => {
  const talk = await talkOf(await bank.token(holder));
  await talk.say('我欠多少');
  expect((await talk.heard()).at(-1)).toContain(owed);
});

it('asks a signed-in customer for a code all the same before a signature', async () => {
  const talk = await talkOf(await bank.token(holder));
  for (const words of ['能分期吗', '每个月最多还800', '选1']) await talk.say(words);
  expect((await talk.heard()).at(-1)).toMatch(/验证码/);
});

it('says nothing of the account once a signed-in person says that they are somebody else', async () => {
  const talk = await talkOf(await bank.token(holder));
  await talk.say('找错人了');
  await talk.say('他欠多少');
  expect((await talk.heard()).join()).not.toContain(owed);
});

it('answers somebody whom the bank has signed in and the book does not know as anybody else', async () => {
  const talk = await talkOf(await bank.token('C-unknown'));
  await talk.say('我欠多少');
  expect((await talk.heard()).join()).not.toContain(owed);
  expect((await ask('tokens/refresh', talk.token, { signIn: await bank.token('C-unknown') })).status).toBe(200);
});

it('refuses every token that is not a fresh one of the bank for this assistant', async () => {
  const { privateKey } = await generateKeyPair('RS256');
  const claims = { iss: issuer, aud: audience, sub: holder, iat: secondsNow(), exp: secondsNow() + 300 };
  const forged: Record<string, string> = {
    none: new UnsecuredJWT(claims).encode(),
    'another key': await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(privateKey),
    'an unknown key': await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k2' }).sign(privateKey),
    // The published key, which everybody has, taken for a secret that both sides know.
    'key confusion': await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .sign(new TextEncoder().encode(bank.published)),
    'wrong audience': await bank.token(holder, { aud: 'another-app' }),
    'no audience': await bank.token(holder, { aud: undefined }),
    'wrong issuer': await bank.token(holder, { iss: 'https://evil.example' }),
    expired: await bank.token(holder, { iat: secondsNow() - 900, exp: secondsNow() - 300 }),
    'no end': await bank.token(holder, { exp: undefined }),
    'good for a year': await bank.token(holder, { iat: secondsNow() - 7200, exp: secondsNow() + 31_000_000 }),
    'not yet': await bank.token(holder, { nbf: secondsNow() + 600 }),
    'from tomorrow': await bank.token(holder, { iat: secondsNow() + 86_400, exp: secondsNow() + 90_000 }),
    'of nobody': await bank.token(holder, { sub: '' }),
    'of an object': await bank.token(holder, { sub: { id: holder } }),
    changed: (await bank.token(other)).replace(
      /\.[\w-]+\./,
      `.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`,
    ),
    'far too long': `${await bank.token(holder)}${'x'.repeat(9000)}`,
    words: 'let-me-in',
  };
  for (const [what, jwt] of Object.entries(forged)) {
    const { status, body } = await ask('tokens/generate', jwt);
    expect([what, status]).toEqual([what, 403]);
    // Nothing is said about which check failed.
    expect(JSON.stringify(body)).not.toMatch(/signature|audience|issuer|expired|alg/i);
  }
});

it('takes a token of a clock that is a little ahead or behind', async () => {
  for (const offset of [-30, 30]) {
    const times = { iat: secondsNow() + offset, exp: secondsNow() + offset + (offset < 0 ? 0 : 60) };
    expect((await ask('tokens/generate', await bank.token(holder, times))).status).toBe(200);
  }
});

it('gives nobody the conversation of somebody else, signed in or not', async () => {
  const mine = await talkOf(await bank.token(holder));
  expect((await ask('tokens/refresh', mine.token, { signIn: await bank.token(other) })).status).toBe(403);
  expect((await ask('tokens/refresh', mine.token, { signIn: await bank.token(holder) })).status).toBe(200);
  const anybodys = await openPage(house.address);
  expect((await ask('tokens/refresh', anybodys.token, { signIn: await bank.token(holder) })).status).toBe(403);
});

it('lets nobody give themselves the id of a signed-in person', async () => {
  const answer = await fetch(`${house.address}/directline/tokens/generate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: { id: 'app_somebody' } }),
  });
  expect(answer.status).toBe(400);
});

it('says to come again while the keys of the bank cannot be had, and keeps them once it has them', async () => {
  const other = await startBankKeys();
  const second = await startHouse(undefined, {
    SIGN_IN_ISSUER: issuer,
    SIGN_IN_AUDIENCE: audience,
    SIGN_IN_JWKS_URL: other.url,
  });
  const generate = async () =>
    (
      await fetch(`${second.address}/directline/tokens/generate`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${await other.token(holder)}` },
      })
    ).status;
  other.isDown = true;
  expect(await generate()).toBe(503);
  other.isDown = false;
  expect(await generate()).toBe(200);
  const asked = other.asked();
  for (let n = 0; n < 5; n++) expect(await generate()).toBe(200);
  expect(other.asked()).toBe(asked);
  await second.stop();
  await other.close();
});

it('believes a key that both sides know, and no longer any other', async () => {
  const shared = 'thirty-two letters and some more!';
  const second = await startHouse(undefined, {
    SIGN_IN_ISSUER: issuer,
    SIGN_IN_AUDIENCE: audience,
    SIGN_IN_SHARED_KEY: shared,
  });
  const signed = (secret: string, alg: string) =>
    new SignJWT({ iss: issuer, aud: audience, sub: holder, iat: secondsNow(), exp: secondsNow() + 60 })
      .setProtectedHeader({ alg })
      .sign(new TextEncoder().encode(secret));
  const status = async (jwt: string) =>
    (
      await fetch(`${second.address}/directline/tokens/generate`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${jwt}` },
      })
    ).status;
  expect(await status(await signed(shared, 'HS256'))).toBe(200);
  expect(await status(await signed(`${shared}${shared}`, 'HS256'))).toBe(403);
  expect(await status(await signed(shared, 'HS384'))).toBe(403);
  expect(await status(await bank.token(holder))).toBe(403);
  await second.stop();
});
