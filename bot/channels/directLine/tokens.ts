// Tokens of the embedded Direct Line: each opens one conversation for one user, and for half an hour.
import { z } from 'zod';
import type { Signer } from '../../http/signer';

export const tokenSeconds = 1800;
const purpose = 'directLine';

const claimsSchema = z.object({
  conversationId: z.string(),
  userId: z.string(),
  /** Language of the page, for the first greeting. */
  locale: z.string(),
  /** Seconds since 1970. */
  expires: z.number(),
});
export type Claims = z.infer<typeof claimsSchema>;

export interface Tokens {
  issue(claims: Omit<Claims, 'expires'>): string;
  /** The claims of a token that we made and that has not expired. */
  read(token: string): Claims | undefined;
}

export function newTokens(signer: Signer, nowSeconds: () => number): Tokens {
  return {
    issue(claims) {
      const payload = Buffer.from(JSON.stringify({ ...claims, expires: nowSeconds() + tokenSeconds })).toString(
        'base64url',
      );
      return `${payload}.${signer.sign(purpose, [payload])}`;
    },
    read(token) {
      const [payload = '', signature = '', ...more] = token.split('.');
      if (more.length > 0 || !signer.matches(purpose, [payload], signature)) return undefined;
      const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
      return claims.success && claims.data.expires > nowSeconds() ? claims.data : undefined;
    },
  };
}
