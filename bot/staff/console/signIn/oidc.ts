// Sign-in through the bank's own directory: OpenID Connect, authorization code with PKCE, state and nonce, signed tokens only.
import { createHash, randomBytes } from 'node:crypto';
import * as oidc from 'openid-client';
import {
  type Role,
  roleSchema,
  rolesInConflict,
  type StaffRecord,
  usernameSchema,
} from '../../../../data/domain/bank/staff';
import type { OidcConfig } from '../../../config/staffConfig';
import { errorFacts } from '../../../ops/log';
import { ConsoleProblem } from '../../problems';
import { staffEvent } from '../../staffParts';
import type { Call, Handle } from '../frame/call';
import { cookieOf, setCookie } from './cookies';
import { openSession, type SignInParts } from './openSession';

const waitingMinutes = 10;
const waitingMax = 10_000;

/** A sign-in on its way through the directory, by the token in the browser's cookie. */
interface Waiting {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly until: number;
}

export interface OidcParts extends SignInParts {
  readonly oidc: OidcConfig | null;
  /** Address under which people reach this server. */
  publicAddress(): string;
}

const random = (): string => randomBytes(32).toString('base64url');

/** The roles that a claim names; anything else in it is the directory's own business. */
export function rolesIn(claim: unknown): Role[] {
  const names = typeof claim === 'string' ? claim.split(/[\s,]+/) : Array.isArray(claim) ? claim : [];
  return [...new Set(names.flatMap((name) => roleSchema.safeParse(name).data ?? []))];
}

/** The name that people know somebody by where it can be one of ours, else one made of the directory's own id. */
function usernameOf(claims: oidc.IDToken): string {
  const name = typeof claims.preferred_username === 'string' ? claims.preferred_username.toLowerCase() : '';
  if (usernameSchema.safeParse(name).success) return name;
  return `oidc-${createHash('sha256').update(`${claims.iss} ${claims.sub}`).digest('hex').slice(0, 16)}`;
}

export class Directory {
  private readonly waiting = new Map<string, Waiting>();
  private found: Promise<oidc.Configuration> | null = null;

  constructor(
    private readonly config: OidcConfig,
    private readonly publicAddress: () => string,
  ) {}

  private get redirectUri(): string {
    return `${this.publicAddress()}/console/api/session/oidc/callback`;
  }

  /** Asked for once; a directory that did not answer is asked again the next time. */
  private configuration(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.config;
    const execute = [
      oidc.enableNonRepudiationChecks,
      ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
    ];
    this.found ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute }).catch((error) => {
      this.found = null;
      throw error;
    });
    return this.found;
  }

  async begin(): Promise<{ readonly cookie: string; readonly address: string }> {
    const configuration = await this.configuration();
    const [cookie, verifier, state, nonce] = [random(), oidc.randomPKCECodeVerifier(), random(), random()];
    this.forgetOld();
    this.waiting.set(cookie, { verifier, state, nonce, until: performance.now() + waitingMinutes * 60_000 });
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { cookie, address: address.href };
  }

  private forgetOld(): void {
    const now = performance.now();
    for (const [key, one] of this.waiting)
      if (one.until < now || this.waiting.size >= waitingMax) this.waiting.delete(key);
  }

  /** The claims of whoever comes back; undefined when nobody was sent from this browser, or too long ago. */
  async finish(cookie: string | undefined, query: string): Promise<oidc.IDToken | undefined> {
    const waiting = cookie === undefined ? undefined : this.waiting.get(cookie);
    if (cookie === undefined || waiting === undefined || waiting.until < performance.now()) return undefined;
    this.waiting.delete(cookie);
    const { verifier, state, nonce } = waiting;
    const address = new URL(`${this.redirectUri}?${query}`);
    const tokens = await oidc.authorizationCodeGrant(await this.configuration(), address, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    return tokens.claims();
  }
}

/** The person as the directory tells today; refuses a name that is somebody else's here. */
function personOf(known: StaffRecord | undefined, claims: oidc.IDToken, roleClaim: string, now: string): StaffRecord {
  const subject = JSON.stringify([claims.iss, claims.sub]);
  const username = usernameOf(claims);
  const roles = rolesIn(claims[roleClaim]);
  if (roles.length === 0 || known?.disabled === true) throw new ConsoleProblem('forbidden');
  if (rolesInConflict(roles) !== undefined) throw new ConsoleProblem('rolesApart');
  if (known !== undefined && known.subject !== subject) throw new ConsoleProblem('duplicate');
  return {
    ...known,
    username,
    displayName: typeof claims.name === 'string' && claims.name !== '' ? claims.name.slice(0, 80) : username,
    roles,
    source: 'oidc',
    subject,
    passwordHash: null,
    mustChangePassword: false,
    disabled: false,
    createdAt: known?.createdAt ?? now,
    lastSignInAt: null,
  };
}

async function goTo(call: Call, address: string): Promise<undefined> {
  call.res.writeHead(302, { Location: address });
  call.res.end();
  return undefined;
}

async function comeBack(parts: OidcParts, directory: Directory, roleClaim: string, call: Call) {
  const cookie = cookieOf(call.req, 'oidc', parts.cookies);
  setCookie(call.res, 'oidc', null, parts.cookies);
  try {
    const claims = await directory.finish(cookie, call.req.getQuery());
    if (claims === undefined) throw new ConsoleProblem('unauthenticated');
    await openSession(parts, call, usernameOf(claims), (known) => personOf(known, claims, roleClaim, call.now));
  } catch (error) {
    // Shown by the sign-in page; the directory's own words stay out of the address.
    const code = error instanceof ConsoleProblem ? error.code : 'unauthenticated';
    parts.log.warn(errorFacts(error), 'a sign-in through the directory was refused');
    await parts.repositories.audit.append(
      staffEvent({ username: '', now: call.now }, 'staff.signInFailed', { source: 'oidc', code }),
    );
    return goTo(call, `/console?signIn=${code}`);
  }
  return goTo(call, '/console');
}

export function oidcHandlers(parts: OidcParts) {
  const { oidc: config } = parts;
  const missing: Handle = () => {
    throw new ConsoleProblem('notFound');
  };
  if (config === null) return { oidcStart: missing, oidcCallback: missing };
  const directory = new Directory(config, parts.publicAddress);
  return {
    async oidcStart(call) {
      const sent = await directory.begin().catch((error: unknown) => {
        parts.log.error(errorFacts(error), 'the directory cannot be reached');
        return null;
      });
      // A person pressed a button: they come back to the page it stands on, and read why.
      if (sent === null) return goTo(call, '/console?signIn=unavailable');
      setCookie(call.res, 'oidc', sent.cookie, parts.cookies);
      return goTo(call, sent.address);
    },
    oidcCallback: (call) => comeBack(parts, directory, config.roleClaim, call),
  } satisfies Readonly<Record<string, Handle>>;
}
