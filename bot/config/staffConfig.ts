// Environment of the staff side: the bank's own directory (OpenID Connect) and an outside contact centre, all of one or none;
// and the proxies that stand in front.
import { z } from 'zod';
import { readTrustProxy, type TrustProxy } from '../http/trustProxy';
import { isSafeAddress, optional, text } from './environment';

const webAddress = z.url({ protocol: /^https?$/ });

export const staffEnvironment = {
  OIDC_ISSUER: optional(webAddress),
  OIDC_CLIENT_ID: optional(text),
  OIDC_CLIENT_SECRET: optional(text),
  OIDC_ROLE_CLAIM: optional(text),
  TRUST_PROXY: optional(text),
  HANDOFF_HUB_URL: optional(webAddress),
  HANDOFF_HUB_SECRET: optional(
    z.string().regex(/^[\w.~+/=-]{32,}$/, 'needs at least 32 letters, digits or . ~ + / = - _'),
  ),
};
const environmentSchema = z.object(staffEnvironment);
type Environment = z.infer<typeof environmentSchema>;

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that names a person's roles. */
  readonly roleClaim: string;
}

/** A contact centre that speaks Bot Framework's handoff protocol. */
export interface HubConfig {
  readonly url: string;
  /** Both sides show it as a bearer token. */
  readonly secret: string;
}

export interface StaffConfig {
  readonly oidc: OidcConfig | null;
  readonly handoffHub: HubConfig | null;
  /** Whose X-Forwarded-For is believed when attempts to sign in are counted; null for nobody's. */
  readonly trustProxy: TrustProxy | null;
}

function assertWhole(environment: Environment, names: readonly (keyof Environment)[], problems: string[]): boolean {
  const set = names.filter((name) => environment[name] !== undefined);
  const missing = names.filter((name) => environment[name] === undefined);
  if (set.length > 0 && missing.length > 0)
    problems.push(`${set.join(', ')} is set without ${missing.join(', ')}: set all of them, or none.`);
  return missing.length === 0;
}

function assertSafe(name: string, address: string, problems: string[]): void {
  if (!isSafeAddress(address)) problems.push(`${name} must be an https address: secrets travel there.`);
}

export function readStaffConfig(environment: Environment, problems: string[]): StaffConfig {
  const {
    OIDC_ISSUER: issuer = '',
    OIDC_CLIENT_ID: clientId = '',
    OIDC_CLIENT_SECRET: clientSecret = '',
    OIDC_ROLE_CLAIM: roleClaim = '',
    TRUST_PROXY: proxies,
    HANDOFF_HUB_URL: url = '',
    HANDOFF_HUB_SECRET: secret = '',
  } = environment;
  const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLE_CLAIM'] as const;
  const hasOidc = assertWhole(environment, oidcNames, problems);
  const hasHub = assertWhole(environment, ['HANDOFF_HUB_URL', 'HANDOFF_HUB_SECRET'], problems);
  if (issuer !== '') assertSafe('OIDC_ISSUER', issuer, problems);
  if (url !== '') assertSafe('HANDOFF_HUB_URL', url, problems);
  const trustProxy = proxies === undefined ? null : readTrustProxy(proxies);
  if (trustProxy === undefined)
    problems.push(
      'TRUST_PROXY must be how many proxies stand in front (1 to 9), or their addresses, such as 10.0.0.0/8,192.168.1.5.',
    );
  return {
    trustProxy: trustProxy ?? null,
    oidc: hasOidc ? { issuer, clientId, clientSecret, roleClaim } : null,
    handoffHub: hasHub ? { url, secret } : null,
  };
}
