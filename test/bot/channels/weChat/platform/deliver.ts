// How the platform brings a message to the door: signed, encrypted where the account has a key, and again after 5, 10 and 15 seconds.
import { randomInt } from 'node:crypto';
import { opened, sealed, signatureOf } from '../../../../../bot/channels/weChat/envelope';
import { readXml, writeXml } from '../../../../../bot/channels/weChat/xml';

export interface SenderAccount {
  readonly token: string;
  readonly appId: string;
  readonly encodingAesKey: string | null;
}

export interface Sender {
  readonly account: SenderAccount;
  /** The address of /wechat. */
  door(): string;
  /** How long one of the platform's seconds takes here, in milliseconds. */
  readonly secondMs: number;
  now(): number;
  newMessageId(): string;
  readonly isClosed: boolean;
}

export type Delivered =
  | { readonly kind: 'words'; readonly text: string; readonly attempts: number }
  | { readonly kind: 'nothing'; readonly attempts: number }
  /** The platform would tell the customer that the account is out of order. */
  | { readonly kind: 'fault'; readonly why: string; readonly attempts: number };

const attemptsMax = 4;
const patienceSeconds = 5;
const bytesMax = 2048;

type Fields = Readonly<Record<string, string | number>>;

/** The request as it goes over the wire. */
export function signedRequest(
  sender: Pick<Sender, 'account' | 'now'>,
  fields: Fields,
): { readonly query: string; readonly body: string } {
  const { token, appId, encodingAesKey } = sender.account;
  const timestamp = String(Math.floor(sender.now() / 1000));
  const nonce = String(randomInt(1_000_000_000));
  const query = new URLSearchParams({ signature: signatureOf([token, timestamp, nonce]), timestamp, nonce });
  const plain = writeXml(fields);
  if (encodingAesKey === null) return { query: query.toString(), body: plain };
  const cipher = sealed(plain, encodingAesKey, appId);
  query.set('encrypt_type', 'aes');
  query.set('msg_signature', signatureOf([token, timestamp, nonce, cipher]));
  return { query: query.toString(), body: writeXml({ ToUserName: String(fields.ToUserName), Encrypt: cipher }) };
}

/** What is in an answer; a string says what is wrong with it. */
function answerOf({ account }: Sender, body: string): Readonly<Record<string, unknown>> | string {
  const outer = readXml(body);
  if (outer === undefined) return 'no XML';
  const { token, appId, encodingAesKey } = account;
  if (encodingAesKey === null) return outer;
  const { Encrypt, MsgSignature, TimeStamp, Nonce } = outer;
  if (typeof Encrypt !== 'string') return 'not encrypted';
  if (MsgSignature !== signatureOf([token, String(TimeStamp), String(Nonce), Encrypt])) return 'wrong signature';
  const inner = opened(Encrypt, encodingAesKey, appId);
  return (inner === undefined ? undefined : readXml(inner)) ?? 'not to be opened';
}

function read(sender: Sender, openId: string, body: string, attempts: number): Delivered {
  if (body === '' || body === 'success') return { kind: 'nothing', attempts };
  const answer = answerOf(sender, body);
  const fault = (why: string): Delivered => ({ kind: 'fault', why, attempts });
  if (typeof answer === 'string') return fault(answer);
  if (answer.ToUserName !== openId) return fault('for somebody else');
  if (answer.MsgType !== 'text' || typeof answer.Content !== 'string') return fault('no text');
  if (Buffer.byteLength(answer.Content) > bytesMax) return fault('too long');
  return { kind: 'words', text: answer.Content, attempts };
}

/** One request; null where the door did not answer in good time, or not with 200. */
export async function attempt(sender: Sender, fields: Fields): Promise<string | null> {
  const { query, body } = signedRequest(sender, fields);
  try {
    const response = await fetch(`${sender.door()}?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml' },
      body,
      signal: AbortSignal.timeout(patienceSeconds * sender.secondMs),
    });
    const text = await response.text();
    return response.status === 200 ? text : null;
  } catch {
    return null;
  }
}

export async function deliver(sender: Sender, fields: Fields): Promise<Delivered> {
  const began = Date.now();
  for (let attempts = 1; attempts <= attemptsMax; attempts++) {
    const body = await attempt(sender, fields);
    if (body !== null) return read(sender, String(fields.FromUserName), body, attempts);
    const nextAt = began + attempts * patienceSeconds * sender.secondMs;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, nextAt - Date.now())));
  }
  return { kind: 'fault', why: 'no answer', attempts: attemptsMax };
}
