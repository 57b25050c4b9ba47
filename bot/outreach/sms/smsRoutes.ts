// What the provider brings: what became of a message, and what a customer answered. Signed with the secret that both know, each
// once and soon: HMAC-SHA256 over "TIMESTAMP.BODY", in hex, as X-Signature beside X-Timestamp (seconds since 1970).
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { badRequest, forbidden, sendJson } from '../../http/problem';
import { readBytes } from '../../http/readBody';
import type { Route } from '../../http/route';
import { sameToken } from '../../http/sameToken';

/** An older call is one that somebody kept and sends again. */
const ageSecondsMax = 300;
const bodyBytesMax = 16 * 1024;

const receiptSchema = z.looseObject({ id: z.string().min(1).max(200), status: z.enum(['delivered', 'failed']) });
const answerSchema = z.looseObject({ from: z.string().min(3).max(30), text: z.string().max(2000) });
export type Receipt = z.infer<typeof receiptSchema>;
export type SmsWords = z.infer<typeof answerSchema>;

export interface SmsRouteParts {
  readonly secret: string;
  clock(): string;
  receipt(receipt: Receipt): Promise<void>;
  answer(words: SmsWords): Promise<void>;
}

interface Signed {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Throws where the call is not the provider's, without saying why. */
function assertSigned({ headers }: Signed, body: Buffer, { secret, clock }: SmsRouteParts): void {
  const timestamp = String(headers['x-timestamp'] ?? '');
  const wanted = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
  const age = Math.abs(Date.parse(clock()) / 1000 - Number(timestamp));
  const isOurs = sameToken(String(headers['x-signature'] ?? ''), wanted);
  if (!isOurs || !/^\d{1,12}$/.test(timestamp) || age > ageSecondsMax) throw forbidden('Not signed by our provider.');
}

function read<T>(schema: z.ZodType<T>, body: Buffer): T {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest('The body is not JSON.');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw badRequest(`The body cannot be used: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  return parsed.data;
}

export function smsRoutes(parts: SmsRouteParts): Route[] {
  const signed = <T>(path: string, schema: z.ZodType<T>, take: (value: T) => Promise<void>): Route => ({
    method: 'post',
    path,
    access: 'channel',
    handler: async (req, res) => {
      const body = await readBytes(req, bodyBytesMax);
      assertSigned(req, body, parts);
      await take(read(schema, body));
      sendJson(res, 200, {});
    },
  });
  return [
    signed('/sms/receipts', receiptSchema, (receipt) => parts.receipt(receipt)),
    signed('/sms/answers', answerSchema, (words) => parts.answer(words)),
  ];
}
