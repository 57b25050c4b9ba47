// A provider of text messages behind an HTTP address: the body is a template of the bank's own, so that most providers fit.
import { z } from 'zod';
import type { Sms, SmsAnswer, SmsProvider } from './smsProvider';

export interface HttpSmsConfig {
  readonly url: string;
  /** Sent as a bearer token. */
  readonly key: string;
  /** JSON in which {to}, {text} and {key} stand for themselves inside its strings. */
  readonly body: string;
}

const answerMsMax = 8_000;
const answerCharactersMax = 64 * 1024;
/** Told to come back later. */
const again: readonly number[] = [408, 425, 429];
const idSchema = z.looseObject({ id: z.union([z.string(), z.number()]) });

/** Fills the strings of a template; what a customer's message says cannot leave its string. */
function filled(template: unknown, sms: Sms): unknown {
  if (typeof template === 'string') return template.replace(/\{(to|text|key)\}/g, (_all, name: keyof Sms) => sms[name]);
  if (Array.isArray(template)) return template.map((one) => filled(one, sms));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, filled(value, sms)]));
}

export class HttpSms implements SmsProvider {
  private readonly template: unknown;

  constructor(private readonly config: HttpSmsConfig) {
    this.template = JSON.parse(config.body);
  }

  async send(sms: Sms): Promise<SmsAnswer> {
    let response: Response;
    try {
      response = await fetch(this.config.url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${this.config.key}`,
          'Idempotency-Key': sms.key,
        },
        body: JSON.stringify(filled(this.template, sms)),
        redirect: 'error',
        signal: AbortSignal.timeout(answerMsMax),
      });
    } catch {
      return { kind: 'unreached' };
    }
    if (response.ok) return { kind: 'taken', providerId: await idIn(response, sms.key) };
    await response.body?.cancel();
    const { status } = response;
    return status >= 400 && status < 500 && !again.includes(status)
      ? { kind: 'refused', status }
      : { kind: 'unreached' };
  }
}

/** The provider's own number of the message, or ours where it gives none. */
async function idIn(response: Response, key: string): Promise<string> {
  try {
    const text = (await response.text()).slice(0, answerCharactersMax);
    return String(idSchema.parse(JSON.parse(text)).id);
  } catch {
    return key;
  }
}
