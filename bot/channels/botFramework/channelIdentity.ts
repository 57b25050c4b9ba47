// Bot Framework authentication with what the SDK makes anew for each turn kept: connector clients and their connections.

import type { Activity } from 'botbuilder';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { HttpHeaders } from 'botbuilder-stdlib/lib/azureCoreHttpCompat';
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import type { Identity } from '../../config/channels/identity';
import { azureSettings } from './azureClouds';
import type { ChannelHttp } from './channelHttp';

/** One client for each channel address and audience; credentials refresh inside it. */
class KeptConnectors extends ConnectorFactory {
  constructor(
    private readonly inner: ConnectorFactory,
    private readonly kept: LRUCache<string, Promise<ConnectorClient>>,
  ) {
    super();
  }

  override create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const key = `${audience} ${serviceUrl}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const made = this.inner.create(serviceUrl, audience);
    this.kept.set(key, made);
    made.catch(() => this.kept.delete(key));
    return made;
  }
}

export class KeptAuthentication extends BotFrameworkAuthentication {
  /** Channels have a handful of addresses; a stream of invented ones must not fill the memory. */
  private readonly connectors = new LRUCache<string, Promise<ConnectorClient>>({ max: 100 });
  private tokenClient: Promise<UserTokenClient> | undefined;

  constructor(private readonly inner: BotFrameworkAuthentication) {
    super();
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    const result = await this.inner.authenticateRequest(activity, authHeader);
    const { connectorFactory } = result;
    return connectorFactory === undefined ? result : { ...result, connectorFactory: this.keep(connectorFactory) };
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new Error('This server takes no streaming connections.'));
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return this.keep(this.inner.createConnectorFactory(claims));
  }

  /** Nothing here signs a user in through Azure, so that one client serves every turn. */
  override createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    this.tokenClient ??= this.inner.createUserTokenClient(claims);
    return this.tokenClient;
  }

  private keep(factory: ConnectorFactory): ConnectorFactory {
    return new KeptConnectors(factory, this.connectors);
  }
}

/** Authentication for the configured identity; without an app id every caller is taken (and only loopback reaches us). */
export function authenticationFor(identity: Identity, channelHttp: ChannelHttp): BotFrameworkAuthentication {
  const settings = identity.kind === 'registered' ? azureSettings(identity) : {};
  const httpClient: NonNullable<ConnectorOptions>['httpClient'] = {
    async sendRequest(request) {
      const { status, bodyAsText } = await channelHttp.send(request);
      return { status, bodyAsText, request, headers: new HttpHeaders() };
    },
  };
  const inner = new ConfigurationBotFrameworkAuthentication(settings, undefined, undefined, undefined, { httpClient });
  return new KeptAuthentication(inner);
}

type ConnectorOptions = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4];
