// Tokens of the embedded Direct Line: each opens one conversation for one user for half an hour, and all of them end with the day.
import { z } from 'zod';
import type { Signer } from '../../http/signer';

export const tokenSeconds = 1800;
/** However often it is renewed, a conversation's token ends this long after the first one was made. */
export const tokensEndAfterSeconds = 24 * 3600;
const purpose = 'directLine';

const claimsSchema = z.object({
  conversationId: z.string(),
  userId: z.string(),
  /** Language of the page, for the first greeting. */
  locale: z.string(),
  /** Seconds since 1970. */
  expires: z.number(),
  /** When the first token of this conversation was made, seconds since 1970; tokens of earlier versions do not say. */
  began: z.number().optional(),
  /** The customer whom the bank has signed in. The conversation is theirs alone: it is renewed for nobody else. */
  customerId: z.string().optional(),
  /** Until when the sign-in itself shows who is there, seconds since 1970; after that only what was verified by it lasts. */
  signedInUntil: z.number().optional(),
});
export type Claims = z.infer<typeof claimsSchema>;
export type NewClaims = Pick<Claims, 'conversationId' | 'userId' | 'locale' | 'customerId' | 'signedInUntil'>;

/** How long a sign-in shows who is there. */
export const signInSeconds = tokenSeconds;

export interface Issued {
  readonly token: string;
  /** Seconds that it is good for. */
  readonly expiresIn: number;
}

export interface Tokens {
  /** The first token of a new conversation. */
  issue(claims: NewClaims): Issued;
  /** Another half hour, up to the end of the conversation's day. */
  renew(claims: Claims): Issued;
  /** The claims of a token that we made and that has not expired. */
  read(token: string): Claims | undefined;
}

export function newTokens(signer: Signer, nowSeconds: () => number): Tokens {
  const made = (given: NewClaims, began: number): Issued => {
    const expires = Math.min(nowSeconds() + tokenSeconds, began + tokensEndAfterSeconds);
    const { conversationId, userId, locale, customerId, signedInUntil } = given;
    const claims: Claims = { conversationId, userId, locale, expires, began, customerId, signedInUntil };
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
    return { token: `${payload}.${signer.sign(purpose, [payload])}`, expiresIn: Math.max(0, expires - nowSeconds()) };
  };
  return {
    issue: (claims) => made(claims, nowSeconds()),
    renew: (claims) => made(claims, claims.began ?? claims.expires - tokenSeconds),
    read(token) {
      const [payload = '', signature = '', ...more] = token.split('.');
      if (more.length > 0 || !signer.matches(purpose, [payload], signature)) return undefined;
      const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
      return claims.success && claims.data.expires > nowSeconds() ? claims.data : undefined;
    },
  };
}
