// Environment of the bank's own pages and apps: which of them may show the assistant or speak Direct Line from a browser, and by
// whose token a customer whom the bank has signed in is known.
import { z } from 'zod';
import { isSafeAddress, optional, text } from '../environment';

/** One algorithm is taken, and no other: a token cannot choose how it is checked. */
const publishedAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
const sharedAlgorithm = 'HS256';

export const pageEnvironment = {
  PAGE_ORIGINS: optional(text),
  SIGN_IN_ISSUER: optional(text),
  SIGN_IN_AUDIENCE: optional(text),
  SIGN_IN_JWKS_URL: optional(z.url({ protocol: /^https?$/ })),
  SIGN_IN_SHARED_KEY: optional(z.string().min(32, 'needs at least 32 characters')),
  SIGN_IN_ALGORITHM: optional(z.enum(publishedAlgorithms)),
  SIGN_IN_CUSTOMER_CLAIM: optional(text),
};
const environmentSchema = z.object(pageEnvironment);
type Environment = z.infer<typeof environmentSchema>;

/** What the bank's sign-in token is checked with. */
export type SignInKey =
  /** The bank publishes its public keys; they are fetched, and fetched anew for a key that is not known. */
  | { readonly kind: 'published'; readonly url: string; readonly algorithm: (typeof publishedAlgorithms)[number] }
  /** Both sides know one secret. */
  | { readonly kind: 'shared'; readonly secret: string; readonly algorithm: typeof sharedAlgorithm };

export interface SignInConfig {
  readonly issuer: string;
  /** Who the token is for: this assistant, by the name that the bank gave it. */
  readonly audience: string;
  readonly key: SignInKey;
  /** The claim that holds the customer's number in the bank's book. */
  readonly customerClaim: string;
}

export interface PageConfig {
  /** Origins as a browser writes them, https://app.bank.example; none but our own where empty. */
  readonly pageOrigins: readonly string[];
  /** Null where nobody comes signed in. */
  readonly signIn: SignInConfig | null;
}

/** https, this machine, or an app's own scheme such as capacitor://localhost; "null" is every sandboxed page, and "*" everybody. */
function isOrigin(origin: string): boolean {
  // A listed origin is written into the policy of the framed page, where a blank, a quote or a semicolon would begin something else.
  if (!/^[a-z][a-z\d+.-]*:\/\/[\w.[\]:-]+$/.test(origin)) return false;
  return !origin.startsWith('http:') || isSafeAddress(origin);
}

function readOrigins(listed: string, problems: string[]): readonly string[] {
  const origins = listed.split(',').flatMap((origin) => origin.trim().toLowerCase() || []);
  const wrong = origins.filter((origin) => !isOrigin(origin));
  if (wrong.length > 0)
    problems.push(
      `PAGE_ORIGINS: ${wrong.join(', ')} is no origin: write https://HOST or https://HOST:PORT, without a path or a star.`,
    );
  return origins;
}

const names = ['SIGN_IN_ISSUER', 'SIGN_IN_AUDIENCE', 'SIGN_IN_JWKS_URL', 'SIGN_IN_SHARED_KEY'] as const;
const beside = ['SIGN_IN_ALGORITHM', 'SIGN_IN_CUSTOMER_CLAIM'] as const;

function readKey(environment: Environment, problems: string[]): SignInKey | null {
  const { SIGN_IN_JWKS_URL: url, SIGN_IN_SHARED_KEY: secret, SIGN_IN_ALGORITHM: algorithm } = environment;
  if ((url === undefined) === (secret === undefined)) {
    problems.push('A sign-in needs SIGN_IN_JWKS_URL or SIGN_IN_SHARED_KEY, one of the two.');
    return null;
  }
  if (secret !== undefined) {
    if (algorithm !== undefined)
      problems.push(`SIGN_IN_ALGORITHM is for published keys; with SIGN_IN_SHARED_KEY it is ${sharedAlgorithm}.`);
    return { kind: 'shared', secret, algorithm: sharedAlgorithm };
  }
  if (url === undefined) return null;
  if (!isSafeAddress(url))
    problems.push('SIGN_IN_JWKS_URL must be an https address: whoever answers there is believed.');
  return { kind: 'published', url, algorithm: algorithm ?? 'RS256' };
}

function readSignIn(environment: Environment, problems: string[]): SignInConfig | null {
  const set = [...names, ...beside].filter((name) => environment[name] !== undefined);
  if (set.length === 0) return null;
  const { SIGN_IN_ISSUER: issuer, SIGN_IN_AUDIENCE: audience } = environment;
  if (issuer === undefined || audience === undefined)
    problems.push(
      `${set.join(', ')} is set without SIGN_IN_ISSUER and SIGN_IN_AUDIENCE: set both, or no SIGN_IN_… at all.`,
    );
  const key = readKey(environment, problems);
  if (issuer === undefined || audience === undefined || key === null) return null;
  return { issuer, audience, key, customerClaim: environment.SIGN_IN_CUSTOMER_CLAIM ?? 'sub' };
}

/** What is wrong is added to `problems`. */
export const readPageConfig = (environment: Environment, problems: string[]): PageConfig => ({
  pageOrigins: readOrigins(environment.PAGE_ORIGINS ?? '', problems),
  signIn: readSignIn(environment, problems),
});
