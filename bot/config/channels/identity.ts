// How channels of Azure Bot Service are known: the app registration with all that its kind needs, or none of it.
import { z } from 'zod';
import { optional, text } from '../environment';

const appTypes = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;
export type AppType = (typeof appTypes)[number];

/** The clouds that have a Bot Service of their own, by the address that the SDK calls ChannelService; the public one has none. */
const clouds = {
  'https://botframework.azure.us': 'government',
  'https://botframework.azure.cn': 'china',
} as const;
export type Cloud = 'public' | (typeof clouds)[keyof typeof clouds];
type ChannelService = keyof typeof clouds;

/** An app id and a tenant are GUIDs: whoever pastes the secret in their place is told at once. */
const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID');

export const identityEnvironment = {
  MicrosoftAppId: optional(guid),
  MicrosoftAppPassword: optional(text),
  MicrosoftAppType: optional(z.enum(appTypes)),
  MicrosoftAppTenantId: optional(guid),
  ChannelService: optional(z.enum(Object.keys(clouds) as [ChannelService, ...ChannelService[]])),
  BOT_FRAMEWORK: optional(z.enum(['on', 'off'])),
};
const environmentSchema = z.object(identityEnvironment);
type Environment = z.infer<typeof environmentSchema>;

export interface Registration {
  readonly kind: 'registered';
  readonly appId: string;
  /** '' for a managed identity, which has none. */
  readonly appPassword: string;
  readonly appType: AppType;
  /** '' for an app of many tenants. */
  readonly tenantId: string;
  readonly cloud: Cloud;
}

export type Identity =
  /** No app id: loopback only, for the Emulator and the local page. */
  | { readonly kind: 'developer' }
  /** Nobody comes by Bot Framework: its door is not there, and others may reach the page, WeChat and the console. */
  | { readonly kind: 'closed' }
  | Registration;

const besideAppId = ['MicrosoftAppPassword', 'MicrosoftAppTenantId', 'MicrosoftAppType', 'ChannelService'] as const;

/** Who this bot is to channels; what does not fit together is added to `problems`. */
export function readIdentity(environment: Environment, problems: string[]): Identity {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: appPassword, MicrosoftAppTenantId: tenantId } = environment;
  const orDeveloperMode = 'or unset every MicrosoftApp… variable to run in developer mode';
  if (environment.BOT_FRAMEWORK === 'off') {
    if (appId !== undefined) problems.push('BOT_FRAMEWORK=off and MicrosoftAppId contradict each other: unset one.');
    return { kind: 'closed' };
  }
  if (appId === undefined) {
    const stray = besideAppId.filter((name) => environment[name] !== undefined);
    if (stray.length > 0)
      problems.push(`${stray.join(', ')} is set without MicrosoftAppId: set MicrosoftAppId, ${orDeveloperMode}.`);
    return { kind: 'developer' };
  }
  const appType = environment.MicrosoftAppType ?? 'MultiTenant';
  const isManaged = appType === 'UserAssignedMSI';
  if (appPassword === undefined && !isManaged)
    problems.push(`MicrosoftAppId is set without MicrosoftAppPassword: set MicrosoftAppPassword, ${orDeveloperMode}.`);
  if (appPassword !== undefined && isManaged)
    problems.push('MicrosoftAppType UserAssignedMSI has no password: unset MicrosoftAppPassword.');
  if (appType !== 'MultiTenant' && tenantId === undefined)
    problems.push(`MicrosoftAppType ${appType} needs MicrosoftAppTenantId: set it, ${orDeveloperMode}.`);
  if (appType === 'MultiTenant' && tenantId !== undefined)
    problems.push(
      'MicrosoftAppTenantId is set, but MicrosoftAppType MultiTenant does not use it: set MicrosoftAppType=SingleTenant, or unset the tenant.',
    );
  const { ChannelService: service } = environment;
  return {
    kind: 'registered',
    appId,
    appPassword: appPassword ?? '',
    appType,
    tenantId: tenantId ?? '',
    cloud: service === undefined ? 'public' : clouds[service],
  };
}
