// Seals bytes with AES-256-GCM. The head names the key, so that a newer key can take over while older bytes still open.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export interface DataKey {
  /** Names the key in what it sealed; no secret. */
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Buffer;
}

export const keyIdPattern = /^[A-Za-z0-9_.-]{1,32}$/;
export const keyBytes = 32;

/** Something sealed cannot be opened; holds nothing of what it was. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor(readonly why: 'notSealed' | 'unknownKey' | 'changed') {
    super(
      {
        notSealed: 'These are no sealed bytes of this program.',
        unknownKey: 'These bytes were sealed with a key that is not given.',
        changed: 'These bytes were changed, or belong elsewhere.',
      }[why],
    );
  }
}

const mark = Buffer.from('SEAL1');
const [ivBytes, tagBytes] = [12, 16];

export class KeyRing {
  private readonly byId: ReadonlyMap<string, DataKey>;

  /** Seals with `current`; opens what any of the keys sealed. */
  constructor(
    readonly current: DataKey,
    older: readonly DataKey[] = [],
  ) {
    this.byId = new Map([...older, current].map((key) => [key.id, key]));
  }

  /** `place` is bound in: bytes that are moved to another place do not open there. */
  seal(plain: Buffer, place: string): Buffer {
    const { id, secret } = this.current;
    const name = Buffer.from(id);
    const head = Buffer.concat([mark, Buffer.from([name.length]), name]);
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', secret, iv);
    cipher.setAAD(Buffer.concat([head, Buffer.from(place)]));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([head, iv, cipher.getAuthTag(), body]);
  }

  /** Throws SealBroken. */
  open(sealed: Buffer, place: string): Buffer {
    const { id, headLength } = headOf(sealed);
    const key = this.byId.get(id);
    if (key === undefined) throw new SealBroken('unknownKey');
    const [tagAt, bodyAt] = [headLength + ivBytes, headLength + ivBytes + tagBytes];
    if (sealed.length < bodyAt) throw new SealBroken('notSealed');
    const decipher = createDecipheriv('aes-256-gcm', key.secret, sealed.subarray(headLength, tagAt), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.concat([sealed.subarray(0, headLength), Buffer.from(place)]));
    decipher.setAuthTag(sealed.subarray(tagAt, bodyAt));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]);
    } catch {
      throw new SealBroken('changed');
    }
  }

  /** Whether bytes were sealed with the key that seals now. */
  isCurrent(sealed: Buffer): boolean {
    return headOf(sealed).id === this.current.id;
  }
}

function headOf(sealed: Buffer): { readonly id: string; readonly headLength: number } {
  const length = sealed[mark.length];
  if (length === undefined || !sealed.subarray(0, mark.length).equals(mark)) throw new SealBroken('notSealed');
  const from = mark.length + 1;
  return { id: sealed.subarray(from, from + length).toString('utf8'), headLength: from + length };
}
