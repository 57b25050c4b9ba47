// Environment of a WeChat Official Account: its token, id and secret together or none of them, and its key for encrypted messages.
import { z } from 'zod';
import { isSafeAddress, optional, text } from '../environment';

export const weChatEnvironment = {
  WECHAT_TOKEN: optional(
    z.string().regex(/^[\w-]{3,32}$/, 'must be the 3 to 32 letters and digits of the platform’s page'),
  ),
  WECHAT_APP_ID: optional(text),
  WECHAT_APP_SECRET: optional(text),
  WECHAT_ENCODING_AES_KEY: optional(
    z.string().regex(/^[A-Za-z0-9+/]{43}$/, 'must be the 43 characters of the platform’s page'),
  ),
  WECHAT_API_BASE: optional(z.url({ protocol: /^https?$/ })),
  /** A template message that says that an answer waits; nothing of the debt is put into it. */
  WECHAT_TEMPLATE_ID: optional(text),
  /** Where the played platform listens, in developer mode. */
  WECHAT_TRY_PORT: optional(z.coerce.number().int().min(1).max(65535)),
};
const environmentSchema = z.object(weChatEnvironment);
type Environment = z.infer<typeof environmentSchema>;

export interface WeChatConfig {
  /** Signs what the platform sends. */
  readonly token: string;
  readonly appId: string;
  readonly appSecret: string;
  /** The 43 characters of the key; null where messages come in the clear. */
  readonly encodingAesKey: string | null;
  /** Address of the platform's API, without a slash at its end. */
  readonly apiBase: string;
  readonly templateId: string | null;
  /** The account of the played platform, in developer mode alone. */
  readonly isPlayed: boolean;
}

const platform = 'https://api.weixin.qq.com';
/** Where `npm run wechat:try` plays the platform. */
export const weChatTrialPort = 3979;

/** The account of the played platform: known to everybody, and served in developer mode alone. */
export const weChatTrialAt = (port = weChatTrialPort): WeChatConfig => ({
  token: 'trial-token',
  appId: 'wx0000000000000000',
  appSecret: 'trial-secret',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  apiBase: `http://127.0.0.1:${port}`,
  templateId: null,
  isPlayed: true,
});

const needed = ['WECHAT_TOKEN', 'WECHAT_APP_ID', 'WECHAT_APP_SECRET'] as const;
const beside = ['WECHAT_ENCODING_AES_KEY', 'WECHAT_API_BASE', 'WECHAT_TEMPLATE_ID'] as const;

/** Null without an account; what is wrong is added to `problems`. In developer mode the played platform's account stands in. */
export function readWeChatConfig(
  environment: Environment,
  developer: boolean,
  problems: string[],
): WeChatConfig | null {
  const set = [...needed, ...beside].filter((name) => environment[name] !== undefined);
  if (set.length === 0) return developer ? weChatTrialAt(environment.WECHAT_TRY_PORT) : null;
  const missing = needed.filter((name) => environment[name] === undefined);
  if (missing.length > 0)
    problems.push(
      `${set.join(', ')} is set without ${missing.join(', ')}: a WeChat account needs ${needed.join(', ')}; set all three, or no WECHAT_… at all.`,
    );
  const apiBase = (environment.WECHAT_API_BASE ?? platform).replace(/\/+$/, '');
  if (!isSafeAddress(apiBase))
    problems.push('WECHAT_API_BASE must be an https address: the account’s secret travels there.');
  return {
    token: environment.WECHAT_TOKEN ?? '',
    appId: environment.WECHAT_APP_ID ?? '',
    appSecret: environment.WECHAT_APP_SECRET ?? '',
    encodingAesKey: environment.WECHAT_ENCODING_AES_KEY ?? null,
    apiBase,
    templateId: environment.WECHAT_TEMPLATE_ID ?? null,
    isPlayed: false,
  };
}
