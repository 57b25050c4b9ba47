// Environment of the provider of text messages: its address and key together or neither, and the secret of what it tells us.
import { z } from 'zod';
import { isSafeAddress, optional, text } from './environment';

/** JSON that names each of what a message has, so that none is left out by a slip. */
const bodySchema = z.string().refine((body) => {
  try {
    JSON.parse(body);
  } catch {
    return false;
  }
  return body.includes('{to}') && body.includes('{text}');
}, 'must be JSON with {to} and {text} in its strings, and {key} where the provider takes a number of ours');

export const smsEnvironment = {
  SMS_URL: optional(z.url({ protocol: /^https?$/ })),
  SMS_KEY: optional(text),
  SMS_BODY: optional(bodySchema),
  /** Signs receipts and answers that the provider brings. */
  SMS_SECRET: optional(z.string().min(16, 'needs at least 16 characters')),
};
const environmentSchema = z.object(smsEnvironment);

export interface SmsConfig {
  readonly url: string;
  readonly key: string;
  readonly body: string;
  /** Null where the provider brings nothing back. */
  readonly secret: string | null;
}

export const plainBody = '{"to":"{to}","text":"{text}","id":"{key}"}';

/** Null without a provider: messages end in the outbox. What is wrong is added to `problems`. */
export function readSmsConfig(environment: z.infer<typeof environmentSchema>, problems: string[]): SmsConfig | null {
  const { SMS_URL: url, SMS_KEY: key, SMS_BODY: body, SMS_SECRET: secret } = environment;
  if (url === undefined && key === undefined && body === undefined && secret === undefined) return null;
  if (url === undefined || key === undefined)
    problems.push('A provider of text messages needs SMS_URL and SMS_KEY: set both, or no SMS_… at all.');
  if (url !== undefined && !isSafeAddress(url))
    problems.push('SMS_URL must be an https address: phones and the key travel there.');
  return { url: url ?? '', key: key ?? '', body: body ?? plainBody, secret: secret ?? null };
}
