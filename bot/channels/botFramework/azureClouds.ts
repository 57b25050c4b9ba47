// What the SDK must be told about each Azure cloud: it knows the public and the US government's by heart, and that of 21Vianet not.
// Source: Microsoft's "Configure a bot in Microsoft Azure operated by 21Vianet".
import type { Registration } from '../../config/channels/identity';

/** The names are the SDK's own. */
type CloudSettings = Readonly<Record<string, string>>;

const china = ({ appType, tenantId }: Registration): CloudSettings => ({
  OAuthUrl: 'https://token.botframework.azure.cn/',
  ToChannelFromBotLoginUrl: `https://login.partner.microsoftonline.cn/${
    appType === 'MultiTenant' ? 'microsoftservices.partner.onmschina.cn' : tenantId
  }`,
  ToChannelFromBotOAuthScope: 'https://api.botframework.azure.cn',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.azure.cn',
  ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
  ToBotFromEmulatorOpenIdMetadataUrl:
    'https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration',
  ValidateAuthority: 'true',
});

/** The registration as the SDK reads it, with the addresses of its cloud. */
export function azureSettings(registration: Registration): CloudSettings {
  const { appId, appPassword, appType, tenantId, cloud } = registration;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppType: appType,
    MicrosoftAppTenantId: tenantId,
    ...(cloud === 'government' ? { ChannelService: 'https://botframework.azure.us' } : {}),
    ...(cloud === 'china' ? china(registration) : {}),
  };
}
