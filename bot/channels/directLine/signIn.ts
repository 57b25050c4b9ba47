// The bank's own proof of who is signed in to its app or page: a JWT of its issuer, made for this assistant, not older than an hour.
import { createRemoteJWKSet, errors, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { SignInConfig, SignInKey } from '../../config/channels/pageConfig';
import { forbidden, HttpProblem } from '../../http/problem';

/** Clocks of two machines may differ by so much. */
const skewSeconds = 60;
/** A token that is good for a year is no proof that somebody is there now. */
const ageSecondsMax = 3600;
/** Far longer than any claim that is read here. */
const customerIdLengthMax = 200;

/** Asked for a customer by the bank's token; throws 403 for every token that is not the bank's, 503 where its keys cannot be fetched. */
export interface SignIn {
  /** The customer's number as the token says it; whether the book knows it is another question. */
  customerOf(jwt: string): Promise<string>;
}

type Verify = (jwt: string, options: JWTVerifyOptions) => Promise<Readonly<Record<string, unknown>>>;

function verifierFor(key: SignInKey): Verify {
  if (key.kind === 'shared') {
    const secret = new TextEncoder().encode(key.secret);
    return async (jwt, options) => (await jwtVerify(jwt, secret, options)).payload;
  }
  // Keeps the keys, asks again for one that it does not know, and no more often than every half minute.
  const published = createRemoteJWKSet(new URL(key.url), { timeoutDuration: 5_000, cooldownDuration: 30_000 });
  return async (jwt, options) => (await jwtVerify(jwt, published, options)).payload;
}

/** Failures of the token itself; anything else is a failure of the way to the keys. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  // What answered at the keys' address was no set of keys.
  error.code !== 'ERR_JOSE_GENERIC' &&
  error.code !== 'ERR_JWKS_INVALID';

export function newSignIn({ issuer, audience, key, customerClaim }: SignInConfig, now: () => Date): SignIn {
  const verify = verifierFor(key);
  return {
    async customerOf(jwt) {
      const options: JWTVerifyOptions = {
        issuer,
        audience,
        // Never the token's own choice: "none", or a public key taken for a shared secret, are refused here.
        algorithms: [key.algorithm],
        clockTolerance: skewSeconds,
        maxTokenAge: ageSecondsMax,
        requiredClaims: ['exp', customerClaim],
        currentDate: now(),
      };
      let claims: Readonly<Record<string, unknown>>;
      try {
        claims = await verify(jwt, options);
      } catch (error) {
        // Which of the checks failed helps nobody but who tries to forge one.
        if (isOfToken(error)) throw forbidden('The sign-in is not one of the bank, or is over.');
        throw new HttpProblem(503, 'SignInUnavailable', 'The sign-in cannot be checked right now. Try again.', 5);
      }
      const customerId = claims[customerClaim];
      if (typeof customerId !== 'string' || customerId === '' || customerId.length > customerIdLengthMax)
        throw forbidden('The sign-in names no customer.');
      return customerId;
    },
  };
}
