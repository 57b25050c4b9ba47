// A WeChat account is configured whole or not at all, and says what is missing.

import { weChatTrialAt } from '../../../bot/config/channels/weChatConfig';
import { readConfig } from '../../../bot/config/config';
import { problemsOf } from './problemsOf';

const sealed = { DATA_KEY: `a:${Buffer.alloc(32, 1).toString('base64')}` };
const identity = { MicrosoftAppId: '00000000-0000-4000-8000-000000000001', MicrosoftAppPassword: 'secret', ...sealed };
const whole = { WECHAT_TOKEN: 'a-token', WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 'secret' };

it('takes an account with and without a key, at the platform’s own address', () => {
  expect(readConfig({ ...identity, ...whole }).weChat).toEqual({
    token: 'a-token',
    appId: 'wx1',
    appSecret: 'secret',
    encodingAesKey: null,
    apiBase: 'https://api.weixin.qq.com',
    templateId: null,
    isPlayed: false,
  });
  const key = 'a'.repeat(43);
  expect(readConfig({ ...identity, ...whole, WECHAT_ENCODING_AES_KEY: key }).weChat?.encodingAesKey).toBe(key);
});

it('has no account where none is set, and the played one in developer mode', () => {
  expect(readConfig(identity).weChat).toBeNull();
  expect(readConfig({ ...identity, WECHAT_TOKEN: '' }).weChat).toBeNull();
  expect(readConfig({ WECHAT_TRY_PORT: '4000' }).weChat?.apiBase).toBe('http://127.0.0.1:4000');
  expect(readConfig({ ...identity, WECHAT_TRY_PORT: '4000' }).weChat).toBeNull();
  expect(readConfig({}).weChat).toEqual(weChatTrialAt(3979));
});

it.each([
  [{ WECHAT_TOKEN: 'a-token' }, ['WECHAT_APP_ID', 'WECHAT_APP_SECRET']],
  [{ WECHAT_TOKEN: 'a-token', WECHAT_APP_ID: 'wx1' }, ['WECHAT_APP_SECRET']],
  [{ WECHAT_ENCODING_AES_KEY: 'a'.repeat(43) }, ['WECHAT_TOKEN', 'WECHAT_APP_ID', 'WECHAT_APP_SECRET']],
  [{ WECHAT_API_BASE: 'https://wechat.bank.example' }, ['WECHAT_TOKEN']],
  [{ ...whole, WECHAT_ENCODING_AES_KEY: 'too short' }, ['WECHAT_ENCODING_AES_KEY']],
  [{ ...whole, WECHAT_TOKEN: 'not a token!' }, ['WECHAT_TOKEN']],
  [{ ...whole, WECHAT_API_BASE: 'http://wechat.bank.example' }, ['WECHAT_API_BASE', 'https']],
])('refuses %o and says what to set', (environment, named) => {
  for (const name of named) {
    expect(problemsOf({ ...identity, ...environment })).toContain(name);
    expect(problemsOf(environment)).toContain(name);
  }
});

it('without Azure channels the assistant may be reached by others, and nothing of developer mode is there', () => {
  const config = readConfig({ ...whole, ...sealed, BOT_FRAMEWORK: 'off' });
  expect(config).toMatchObject({ host: '0.0.0.0', identity: { kind: 'closed' } });
  expect(readConfig({ ...sealed, BOT_FRAMEWORK: 'off' }).weChat).toBeNull();
  expect(problemsOf({ ...identity, BOT_FRAMEWORK: 'off' })).toContain('BOT_FRAMEWORK');
  expect(problemsOf({ ...sealed, BOT_FRAMEWORK: 'off', ASSISTANT_NOW: '2026-11-23T00:00:00.000Z' })).toContain(
    'ASSISTANT_NOW',
  );
});
