// The platform's envelope: who signed a message, and what is in an encrypted one. Key and block scheme are the platform's own:
// AES-256-CBC over 16 random bytes, 4 bytes of length, the message and the app id, padded to whole blocks of 32 bytes.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { sameToken } from '../../http/sameToken';

const saltBytes = 16;
const lengthBytes = 4;
/** PKCS#7 counts bytes to this block, not to the cipher's 16: a padding of 17 to 32 bytes is as good as one of 1 to 16. */
const blockBytes = 32;

/** The account as far as its envelope needs it. */
export interface Account {
  readonly token: string;
  readonly appId: string;
  /** 43 characters; null where messages come in the clear. */
  readonly encodingAesKey: string | null;
}

/** The hexadecimal sha-1 over the parts in the order of their characters, as the platform signs. */
export const signatureOf = (parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

/** Compared in constant time. */
export const isSigned = (parts: readonly string[], signature: string): boolean =>
  sameToken(signature, signatureOf(parts));

const keyOf = (encodingAesKey: string): Buffer => Buffer.from(`${encodingAesKey}=`, 'base64');

function padded(bytes: Buffer): Buffer {
  const count = blockBytes - (bytes.length % blockBytes);
  return Buffer.concat([bytes, Buffer.alloc(count, count)]);
}

/** Without its padding; undefined where that is none. */
function unpadded(bytes: Buffer): Buffer | undefined {
  const count = bytes.at(-1) ?? 0;
  const end = bytes.length - count;
  if (count < 1 || count > blockBytes || end < 0) return undefined;
  return bytes.subarray(end).every((byte) => byte === count) ? bytes.subarray(0, end) : undefined;
}

function decipher(sealed: Buffer, key: Buffer): Buffer | undefined {
  if (sealed.length === 0 || sealed.length % 16 !== 0) return undefined;
  const opened = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return unpadded(Buffer.concat([opened.update(sealed), opened.final()]));
}

/** The text for this account in base64 cipher text; undefined where it is not ours or not whole. */
export function opened(sealed: string, encodingAesKey: string, appId: string): string | undefined {
  const bytes = decipher(Buffer.from(sealed, 'base64'), keyOf(encodingAesKey));
  if (bytes === undefined || bytes.length < saltBytes + lengthBytes) return undefined;
  const from = saltBytes + lengthBytes;
  const to = from + bytes.readUInt32BE(saltBytes);
  if (to > bytes.length || !sameToken(bytes.toString('utf8', to), appId)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(from, to));
  } catch {
    return undefined;
  }
}

/** Base64 cipher text of a text for this account; `salt` is chance except where a published example is followed. */
export function sealed(text: string, encodingAesKey: string, appId: string, salt = randomBytes(saltBytes)): string {
  const message = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(message.length);
  const key = keyOf(encodingAesKey);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = padded(Buffer.concat([salt, length, message, Buffer.from(appId, 'utf8')]));
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
}
