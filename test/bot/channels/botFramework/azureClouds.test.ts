// A registration in each Azure cloud and of each kind: where its tokens are fetched, and whose tokens are believed.
import fc from 'fast-check';
import { azureSettings } from '../../../../bot/channels/botFramework/azureClouds';
import { authenticationFor } from '../../../../bot/channels/botFramework/channelIdentity';
import { type Identity, readIdentity } from '../../../../bot/config/channels/identity';

const appId = '00000000-0000-4000-8000-000000000001';
const tenantId = '00000000-0000-4000-8000-000000000002';
const tenants = {
  MultiTenant: { MicrosoftAppType: 'MultiTenant', MicrosoftAppPassword: 'secret' },
  SingleTenant: { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: tenantId },
  UserAssignedMSI: { MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: tenantId },
} as const;

function registered(
  appType: keyof typeof tenants,
  ChannelService?: 'https://botframework.azure.us' | 'https://botframework.azure.cn',
) {
  const problems: string[] = [];
  const identity: Identity = readIdentity({ MicrosoftAppId: appId, ...tenants[appType], ChannelService }, problems);
  expect(problems).toEqual([]);
  if (identity.kind !== 'registered') throw new Error('an app id makes a registration');
  return identity;
}

test('the SDK takes every kind of registration in every cloud', () => {
  const kinds = fc.constantFrom(...(Object.keys(tenants) as (keyof typeof tenants)[]));
  const services = fc.constantFrom(
    undefined,
    'https://botframework.azure.us' as const,
    'https://botframework.azure.cn' as const,
  );
  const channelHttp = { send: () => Promise.reject(new Error('nothing is sent here')), close: () => undefined };
  fc.assert(
    fc.property(kinds, services, (kind, service) => {
      expect(() => authenticationFor(registered(kind, service), channelHttp)).not.toThrow();
    }),
  );
});

test('in the cloud of 21Vianet every address is one of China, and a bot of one tenant signs in to its own', () => {
  const china = 'https://botframework.azure.cn';
  for (const kind of ['MultiTenant', 'SingleTenant'] as const) {
    const addresses = Object.values(azureSettings(registered(kind, china))).filter((value) =>
      value.startsWith('https:'),
    );
    expect(addresses).toHaveLength(6);
    for (const address of addresses) expect(new URL(address).hostname).toMatch(/\.cn$/);
  }
  expect(azureSettings(registered('SingleTenant', china)).ToChannelFromBotLoginUrl).toContain(tenantId);
  expect(azureSettings(registered('MultiTenant', china)).ToChannelFromBotLoginUrl).not.toContain(tenantId);
});

test('in the public cloud the SDK keeps its own addresses', () => {
  expect(Object.values(azureSettings(registered('SingleTenant'))).join()).not.toContain('https:');
});
