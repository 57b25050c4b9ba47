// Environment → typed configuration, or a clear list of what is wrong. Nothing else reads process.env.
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { instantSchema } from '../../data/domain/calendar/instant';
import { type Identity, identityEnvironment, readIdentity } from './channels/identity';
import { type PageConfig, pageEnvironment, readPageConfig } from './channels/pageConfig';
import { readWeChatConfig, type WeChatConfig, weChatEnvironment } from './channels/weChatConfig';
import { dataKeyEnvironment, type GivenKeys, readDataKeys } from './dataKeys';
import { isLoopbackName, optional, text } from './environment';
import { type ReaderConfig, readerEnvironment, readReaderConfig } from './readerConfig';
import { readSmsConfig, type SmsConfig, smsEnvironment } from './smsConfig';
import { readStaffConfig, type StaffConfig, staffEnvironment } from './staffConfig';

const environmentSchema = z.object({
  PORT: optional(z.coerce.number().int().min(0).max(65535)),
  HOST: optional(text),
  DATA_DIR: optional(text),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  LINK_SECRET: optional(z.string().min(32, 'needs at least 32 characters')),
  METRICS_TOKEN: optional(z.string().min(16, 'needs at least 16 characters')),
  ATTACHMENT_HOSTS: optional(text),
  ASSISTANT_NOW: optional(instantSchema),
  ASSISTANT_READING_SECONDS: optional(z.coerce.number().int().min(0).max(600)),
  ...dataKeyEnvironment,
  ...identityEnvironment,
  ...pageEnvironment,
  ...readerEnvironment,
  ...smsEnvironment,
  ...staffEnvironment,
  ...weChatEnvironment,
});

export interface Config extends StaffConfig, PageConfig {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly identity: Identity;
  readonly logLevel: string;
  /** Address under which customers reach this server, for links in messages; null for http://HOST:PORT. */
  readonly publicUrl: string | null;
  /** Signs links and tokens; null to make one and keep it in the data folder. */
  readonly linkSecret: string | null;
  /** Keys that seal what is kept at rest; null for a demo, which makes its own. */
  readonly dataKeys: GivenKeys;
  /** Hosts besides the channels' own from which files of a message may be fetched. */
  readonly attachmentHosts: readonly string[];
  /** Opens /metrics from another machine; null for this one alone. */
  readonly metricsToken: string | null;
  /** A clock that stands still, for tests and demonstrations; developer mode only. */
  readonly fixedNow: string | null;
  /** Seconds to read terms before signing, instead of the policy's; developer mode only. */
  readonly readingSeconds: number | null;
  /** A language model of the bank's own that reads what we are unsure of; null for none. */
  readonly reader: ReaderConfig | null;
  /** Who carries text messages; null where they end in the outbox. */
  readonly sms: SmsConfig | null;
  /** The bank's WeChat Official Account; null for none. */
  readonly weChat: WeChatConfig | null;
}

/** The environment cannot be used; each problem says what to set. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads the environment; throws ConfigError with everything that is wrong, not just the first thing. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const { data } = parsed;
  const problems: string[] = [];
  const identity = readIdentity(data, problems);
  const developer = identity.kind === 'developer';
  const host = data.HOST ?? (developer ? '127.0.0.1' : '0.0.0.0');
  if (developer && !isLoopbackName(host))
    problems.push(
      `HOST=${host} would let others reach a bot that checks nobody: set MicrosoftAppId and MicrosoftAppPassword, or unset HOST.`,
    );
  if (!developer && data.ASSISTANT_NOW !== undefined)
    problems.push('ASSISTANT_NOW stops the clock and works in developer mode only: unset it.');
  if (!developer && data.ASSISTANT_READING_SECONDS !== undefined)
    problems.push('ASSISTANT_READING_SECONDS shortens the reading time and works in developer mode only: unset it.');
  const dataKeys = readDataKeys(data, developer, problems);
  const reader = readReaderConfig(data, problems);
  const staff = readStaffConfig(data, problems);
  const pages = readPageConfig(data, problems);
  const sms = readSmsConfig(data, problems);
  const weChat = readWeChatConfig(data, developer, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  const dataDir = data.DATA_DIR ?? './.data';
  return {
    port: data.PORT ?? 3978,
    host,
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(dataDir),
    identity,
    logLevel: data.LOG_LEVEL ?? 'info',
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    linkSecret: data.LINK_SECRET ?? null,
    dataKeys,
    attachmentHosts: (data.ATTACHMENT_HOSTS ?? '').split(',').flatMap((host) => host.trim().toLowerCase() || []),
    metricsToken: data.METRICS_TOKEN ?? null,
    fixedNow: data.ASSISTANT_NOW ?? null,
    readingSeconds: data.ASSISTANT_READING_SECONDS ?? null,
    reader,
    sms,
    weChat,
    ...staff,
    ...pages,
  };
}
