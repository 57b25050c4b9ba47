// Builds every part of the running assistant and connects them. Nothing here decides anything.
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { CloudAdapter } from 'botbuilder';
import type { Server } from 'restify';
import { localTime } from '../data/domain/calendar';
import type { Instant } from '../data/domain/records';
import { breachesOf } from '../data/domain/utteranceRules';
import type { PersonaCard } from '../data/seed/persona';
import type { DocumentStore } from '../data/store/documentStore';
import { createRepositories, type Repositories } from '../data/store/repositories';
import { RootDialog } from '../dialogs/rootDialog';
import type { DialogServices } from '../dialogs/services';
import { type ChannelHttp, newChannelHttp } from './channelHttp';
import { authenticationFor } from './channelIdentity';
import { CollectionsBot } from './collectionsBot';
import type { Config } from './config';
import { consoleRoutes } from './console/console';
import { type FirstAdministrator, firstAdministrator } from './console/signIn/firstAdministrator';
import { ConversationLocks } from './conversationLocks';
import { DirectLine } from './directLine/directLine';
import { LocalAdapter } from './directLine/localAdapter';
import { Rooms } from './directLine/rooms';
import { directLineRoutes } from './directLine/routes';
import { listenForStreams } from './directLine/stream';
import { newTokens } from './directLine/tokens';
import { newDocumentLinks } from './documents/documentLinks';
import { documentRoutes } from './documents/routes';
import { effectOperations } from './effects';
import { InFlight } from './inFlight';
import { linkSecretOf } from './linkSecret';
import type { Log } from './log';
import { OutboxSender } from './messageSender';
import { messagesHandler } from './messagesDoor';
import { Metrics } from './metrics';
import { PoliciesInForce } from './policiesInForce';
import { redeliver } from './redeliver';
import { createServer, type Route } from './server';
import { newDialogServices } from './services';
import type { ShippedData } from './shippedData';
import { newSigner } from './signing';
import { TurnRecords } from './turnRecords';
import { demoRoutes } from './webChat/demoRoutes';
import { webChatRoutes } from './webChat/routes';

const turnRecordDays = 30;

export interface HouseParts {
  readonly config: Config;
  readonly log: Log;
  readonly store: DocumentStore;
  readonly data: ShippedData;
  readonly understand: DialogServices['understand'];
  readonly people: readonly PersonaCard[];
}

export interface House {
  readonly server: Server;
  readonly repositories: Repositories;
  readonly services: DialogServices;
  readonly clock: () => Instant;
  /** Makes the console's first administrator where nobody works here yet; the password is told this once. */
  firstAdministrator(): Promise<FirstAdministrator | null>;
  /** Listens; gives the address that people open. */
  listen(): Promise<string>;
  /** Turns in flight end, the store is closed, then nothing is left running. */
  stop(): Promise<void>;
}

const newId = (): string => randomUUID().replaceAll('-', '');

/** The address under which this server is reached, once it listens. */
function addressOf(config: Config, server: () => Server): () => string {
  return () => {
    if (config.publicUrl !== null) return config.publicUrl;
    const address = server().address() as AddressInfo | null;
    const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
    return `http://${host.includes(':') ? `[${host}]` : host}:${address?.port ?? config.port}`;
  };
}

function buildBot(parts: HouseParts, services: DialogServices, shared: Shared) {
  const { store, data, log } = parts;
  const { outboundRules, bank } = data;
  const { policies, today } = shared.inForce;
  return new CollectionsBot({
    ...shared,
    store,
    log,
    bank,
    rules: outboundRules,
    // A warning is for people who write; the assistant says nothing that breaks any stronger rule.
    phrases: (text, locale) =>
      breachesOf(text, locale, policies.utteranceRules(today()))
        .filter(({ rule }) => rule.action !== 'warnStaff')
        .map(({ rule }) => rule.id),
    rootDialog: new RootDialog(services, shared.clock),
    operationsFor: effectOperations(shared.repositories, shared.sender),
    relay: () => undefined,
    newId,
  });
}

interface Shared {
  readonly repositories: Repositories;
  readonly sender: OutboxSender;
  readonly records: TurnRecords;
  readonly locks: ConversationLocks;
  readonly inFlight: InFlight;
  readonly metrics: Metrics;
  readonly inForce: { readonly policies: PoliciesInForce; today(): string };
  clock(): Instant;
}

function buildShared({ store, config, data, log }: HouseParts): Shared {
  const repositories = createRepositories(store);
  const { fixedNow } = config;
  const clock = fixedNow === null ? () => new Date().toISOString() : () => fixedNow;
  const policies = new PoliciesInForce(repositories.policies, data, (kind, version) =>
    log.error({ kind, version }, 'an approved version cannot be read and is passed over'),
  );
  return {
    repositories,
    sender: new OutboxSender(repositories.outbox, store),
    records: new TurnRecords(store),
    locks: new ConversationLocks(),
    inFlight: new InFlight(),
    metrics: new Metrics(),
    inForce: { policies, today: () => localTime(clock(), data.bank.timeZone).date },
    clock,
  };
}

export function buildHouse(parts: HouseParts): House {
  const { config, log, store, data } = parts;
  const shared = buildShared(parts);
  const { repositories, inFlight, metrics, clock, records } = shared;
  const developer = config.identity.kind === 'developer';
  const signer = newSigner(linkSecretOf(config.dataDir, config.linkSecret));
  const baseUrl = addressOf(config, () => server);
  const links = newDocumentLinks(signer, baseUrl, data.bank.documentLinkHours);
  const { inForce } = shared;
  const services = newDialogServices({ data, repositories, links, understand: parts.understand, inForce });
  const bot = buildBot(parts, services, shared);
  const runTurn = bot.run.bind(bot);

  const channelHttp: ChannelHttp = newChannelHttp(developer);
  const authentication = authenticationFor(config.identity, channelHttp);
  const cloudAdapter = new CloudAdapter(authentication);
  // Without middleware: what it sends was guarded and stored before.
  const deliveryAdapter = new CloudAdapter(authentication);
  const localAdapter = new LocalAdapter('urn:assistant:directline');
  bot.attachTo(cloudAdapter);
  bot.attachTo(localAdapter);
  const tokens = newTokens(signer, () => Math.floor(Date.now() / 1000));
  const directLine = new DirectLine({
    tokens,
    rooms: new Rooms(store),
    adapter: localAdapter,
    inFlight,
    runTurn,
    newId,
  });

  const routes: Route[] = [
    {
      method: 'post',
      path: '/api/messages',
      handler: messagesHandler({ identity: config.identity, adapter: cloudAdapter, inFlight, runTurn }),
    },
    ...directLineRoutes(directLine),
    ...documentRoutes({ links, bank: data.bank, store, repositories, clock }),
    ...webChatRoutes({ bank: data.bank, developer }),
    ...consoleRoutes({
      store,
      repositories,
      data,
      log,
      clock,
      policies: inForce.policies,
      cookies: { secure: config.publicUrl?.startsWith('https:') ?? false },
    }),
    ...(developer
      ? demoRoutes({
          people: parts.people,
          claimsOf: (token) => directLine.claimsOf(token),
          messagesOf: (id) => shared.sender.ofConversation(id),
        })
      : []),
  ];
  const notReadyBecause = () => (inFlight.isClosing ? 'shutting down' : null);
  const server: Server = createServer({ log, metrics, notReadyBecause, routes });
  const streams = listenForStreams(server.server, directLine, log);

  return {
    server,
    repositories,
    services,
    clock,
    firstAdministrator: () => firstAdministrator(repositories, clock()),
    async listen() {
      await inForce.policies.load();
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.port, config.host, () => resolve());
      });
      const botId = config.identity.kind === 'registered' ? config.identity.appId : '';
      inFlight.track(redeliver({ records, adapter: deliveryAdapter, botId, locks: shared.locks, metrics, log }));
      const today = localTime(clock(), data.bank.timeZone).date;
      inFlight.track(forgetOld(records, today, log));
      return baseUrl();
    },
    async stop() {
      const drained = inFlight.drain(10_000);
      streams.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeIdleConnections();
        void drained.then(() => server.server.closeAllConnections());
      });
      await drained;
      channelHttp.close();
      await store.close();
    },
  };
}

async function forgetOld(records: TurnRecords, today: string, log: Log): Promise<void> {
  const limit = new Date(Date.parse(today) - turnRecordDays * 86_400_000).toISOString().slice(0, 10);
  const forgotten = await records.forgetBefore(limit);
  if (forgotten > 0) log.info({ forgotten }, 'old turn records removed');
}
