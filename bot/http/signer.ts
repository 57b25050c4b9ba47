// Signs short texts with the house secret, so that a link or token that comes back can be believed.
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Signer {
  /** A signature for these parts; `purpose` keeps a signature made for one thing from opening another. */
  sign(purpose: string, parts: readonly (string | number)[]): string;
  matches(purpose: string, parts: readonly (string | number)[], signature: string): boolean;
}

export function newSigner(secret: string): Signer {
  // JSON keeps ["a","bc"] and ["ab","c"] apart, which joining would not.
  const sign: Signer['sign'] = (purpose, parts) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([purpose, ...parts]))
      .digest('base64url');
  return {
    sign,
    matches(purpose, parts, signature) {
      const wanted = Buffer.from(sign(purpose, parts));
      const given = Buffer.from(signature);
      return wanted.length === given.length && timingSafeEqual(wanted, given);
    },
  };
}
