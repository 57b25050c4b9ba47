// The account that the platform speaks to: whether a request is the platform's, what is in it, and how an answer is wrapped.
import { randomInt } from 'node:crypto';
import { type Account, isSigned, opened, sealed, signatureOf } from './envelope';
import { readXml, writeXml } from './xml';

/** What the platform puts into the address of a request. */
export interface Signature {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly msgSignature: string;
}

export type Opened =
  | { readonly kind: 'xml'; readonly xml: Readonly<Record<string, unknown>> }
  /** Not the platform's, as far as can be seen; nobody is told more. */
  | { readonly kind: 'forged' }
  /** The platform's, and not to be read. */
  | { readonly kind: 'unreadable' };

export class OfficialAccount {
  constructor(private readonly account: Account) {}

  /** The check that an address gets before the platform uses it, and that every message in the clear has. */
  isFromPlatform({ signature, timestamp, nonce }: Signature): boolean {
    return isSigned([this.account.token, timestamp, nonce], signature);
  }

  /** What is in a request. With a key, only what was encrypted with it counts: nobody may choose the weaker way. */
  open(asked: Signature, body: string): Opened {
    const { token, appId, encodingAesKey } = this.account;
    if (encodingAesKey === null) {
      if (!this.isFromPlatform(asked)) return { kind: 'forged' };
      return xmlOf(body);
    }
    const outer = readXml(body);
    const cipher = outer?.Encrypt;
    if (typeof cipher !== 'string') return { kind: 'forged' };
    if (!isSigned([token, asked.timestamp, asked.nonce, cipher], asked.msgSignature)) return { kind: 'forged' };
    const inner = opened(cipher, encodingAesKey, appId);
    return inner === undefined ? { kind: 'forged' } : xmlOf(inner);
  }

  /** A text as the answer to a request. `seconds` since 1970. */
  textAnswer({ to, from, text, seconds }: { to: string; from: string; text: string; seconds: number }): string {
    const fields = { ToUserName: to, FromUserName: from, CreateTime: seconds, MsgType: 'text', Content: text };
    const { token, appId, encodingAesKey } = this.account;
    const answer = writeXml(fields);
    if (encodingAesKey === null) return answer;
    const cipher = sealed(answer, encodingAesKey, appId);
    const nonce = String(randomInt(1_000_000_000));
    const signature = signatureOf([token, String(seconds), nonce, cipher]);
    return writeXml({ Encrypt: cipher, MsgSignature: signature, TimeStamp: seconds, Nonce: nonce });
  }
}

function xmlOf(text: string): Opened {
  const xml = readXml(text);
  return xml === undefined ? { kind: 'unreadable' } : { kind: 'xml', xml };
}
