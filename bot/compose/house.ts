// Builds every part of the running assistant and connects them. Nothing here decides anything.
import type { AddressInfo } from 'node:net';
import { CloudAdapter } from 'botbuilder';
import type { Server } from 'restify';
import type { Instant } from '../../data/domain/calendar/instant';
import type { StoreHealth } from '../../data/store/documentStore';
import type { Repositories } from '../../data/store/repositories';
import type { DialogServices } from '../../dialogs/talk/services';
import { ChannelAdapter } from '../channels/botFramework/channelAdapter';
import { type ChannelHttp, newChannelHttp } from '../channels/botFramework/channelHttp';
import { authenticationFor } from '../channels/botFramework/channelIdentity';
import { type MessagesDoor, messagesRoute } from '../channels/botFramework/messagesDoor';
import { LocalAdapter } from '../channels/directLine/localAdapter';
import { demoRoutes } from '../channels/webChat/demoRoutes';
import { weChatChannel } from '../channels/weChat/weChatAdapter';
import type { Config } from '../config/config';
import { linkSecretOf } from '../config/linkSecret';
import { type DocumentLinks, newDocumentLinks } from '../documents/documentLinks';
import { documentRoutes } from '../documents/routes';
import type { Route } from '../http/route';
import { createServer } from '../http/server';
import { newSigner } from '../http/signer';
import { type ClientAddress, newClientAddress } from '../http/trustProxy';
import { watchRoutes } from '../ops/watchRoutes';
import { DailyClock } from '../outreach/daily/dailyClock';
import { newSecondReader } from '../reader/openAiReader';
import { type FirstAdministrator, firstAdministrator } from '../staff/console/signIn/firstAdministrator';
import type { Outward } from '../turn/delivery/deliveries';
import { Redelivery } from '../turn/delivery/redelivery';
import { buildOutreachSide } from './outreachSide';
import { buildPageSide, type PageSide } from './pageSide';
import { newDialogServices } from './services';
import { buildBot, buildDeliveries, buildShared, type HouseParts, type Shared } from './sharedParts';
import { buildStaffSide, type StaffSide } from './staffSide';
import { buildWeChatSide, type WeChatSide } from './weChatSide';

export interface House {
  readonly server: Server;
  /** What the server answers, and to whom. */
  readonly routes: readonly Route[];
  readonly repositories: Repositories;
  readonly services: DialogServices;
  readonly clock: () => Instant;
  /** Makes the console's first administrator where nobody works here yet; the password is told this once. */
  firstAdministrator(): Promise<FirstAdministrator | null>;
  /** Sends what is due of the messages that we begin, now rather than in its time; text messages with them. */
  sendDue(): Promise<void>;
  storeHealth(): StoreHealth;
  /** Listens; gives the address that people open. */
  listen(): Promise<string>;
  /** Turns in flight end, the store is closed, then nothing is left running. */
  stop(): Promise<void>;
}

/** The address under which this server is reached, once it listens. */
function addressOf(config: Config, server: () => Server): () => string {
  return () => {
    if (config.publicUrl !== null) return config.publicUrl;
    const address = server().address() as AddressInfo | null;
    const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
    return `http://${host.includes(':') ? `[${host}]` : host}:${address?.port ?? config.port}`;
  };
}

/** The adapters that the bot will stand behind, and the way out for what was guarded and stored before. */
function buildAdapters({ identity }: Config, weChat: WeChatSide | null) {
  const channelHttp: ChannelHttp = newChannelHttp(identity.kind === 'developer');
  const authentication = authenticationFor(identity, channelHttp);
  const botId = identity.kind === 'registered' ? identity.appId : '';
  const outward = new CloudAdapter(authentication);
  return {
    channelHttp,
    cloud: new ChannelAdapter(authentication),
    local: new LocalAdapter('urn:assistant:directline'),
    outward: {
      reach: (reference, send) =>
        weChat !== null && reference.channelId === weChatChannel
          ? weChat.reach(reference, send)
          : outward.continueConversationAsync(botId, reference, send),
    } satisfies Outward,
  };
}

/** What keeps turns from being taken, in words for the people who run the machine; null when nothing does. */
function whyNotReady(store: HouseParts['store'], { isClosing }: Shared['inFlight']): string | null {
  if (isClosing) return 'shutting down';
  const health = store.health();
  return health.kind === 'sound' ? null : health.reason;
}

function routesOf(
  parts: HouseParts,
  shared: Shared,
  links: DocumentLinks,
  doors: MessagesDoor,
  pages: PageSide,
  staff: StaffSide,
  clientAddress: ClientAddress,
): Route[] {
  const { config, store, data, people } = parts;
  const { repositories, clock, sender, metrics, inFlight } = shared;
  const { bank } = data;
  const notReadyBecause = () => whyNotReady(store, inFlight);
  metrics.watchReadiness(notReadyBecause);
  const developer = config.identity.kind === 'developer';
  const claimsOf = (token: string) => pages.directLine.claimsOf(token);
  return [
    ...watchRoutes({ metrics, notReadyBecause, clientAddress, metricsToken: config.metricsToken }),
    ...(config.identity.kind === 'closed' ? [] : [messagesRoute(doors)]),
    ...pages.routes,
    ...documentRoutes({ links, bank, store, repositories, clock }),
    ...staff.routes,
    ...(developer ? demoRoutes({ people, claimsOf, messagesOf: (id) => sender.ofConversation(id) }) : []),
  ];
}

/** Listens, then does what a start has to do besides: what was not delivered, and the days that were missed. */
async function startListening(
  { config }: HouseParts,
  server: Server,
  redelivery: Redelivery,
  dailyClock: DailyClock,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => resolve());
  });
  redelivery.start();
  dailyClock.start();
}

async function stopListening({ inFlight }: Shared, server: Server): Promise<void> {
  const drained = inFlight.drain(10_000);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.server.closeIdleConnections();
    void drained.then(() => server.server.closeAllConnections());
  });
  await drained;
}

/** Somebody is trying endings of card and ID over the whole bank: the log and the metrics say so, the audit has it already. */
const alarmOf =
  ({ log }: HouseParts, { metrics }: Shared) =>
  (): void => {
    metrics.count('identityAlarms');
    log.error('guesses at identity have passed the limit of the whole bank: a code is asked for besides the endings');
  };

export function buildHouse(parts: HouseParts): House {
  const { config, log, store, data, understand } = parts;
  const shared = buildShared(parts);
  const { repositories, inFlight, clock, inForce } = shared;
  const signer = newSigner(linkSecretOf(config.dataDir, config.linkSecret));
  const baseUrl = addressOf(config, () => server);
  const links = newDocumentLinks(signer, baseUrl, data.bank.documentLinkHours);
  const identityAlarm = alarmOf(parts, shared);
  const services = newDialogServices({
    data,
    repositories,
    links,
    understand,
    inForce,
    identityAlarm,
    readingSeconds: config.readingSeconds,
    secondReader: config.reader === null ? null : newSecondReader(config.reader),
  });
  const weChat = config.weChat === null ? null : buildWeChatSide(config.weChat, parts, shared, baseUrl);
  const adapters = buildAdapters(config, weChat);
  const deliveries = buildDeliveries(parts, shared, adapters.outward);
  const dailyClock = new DailyClock(shared.daily, log);
  const redelivery = new Redelivery({ records: shared.records, deliveries, log, now: Date.now });
  const bot = buildBot(parts, services, shared, deliveries);
  bot.attachTo(adapters.cloud);
  bot.attachTo(adapters.local);
  if (weChat !== null) bot.attachTo(weChat.adapter);
  const runTurn = bot.run.bind(bot);
  const clientAddress = newClientAddress(config.trustProxy);
  const pages = buildPageSide(parts, shared, adapters.local, runTurn, signer, clientAddress);
  const doors: MessagesDoor = { identity: config.identity, adapter: adapters.cloud, inFlight, runTurn };
  const outreach = buildOutreachSide(parts, shared, pages.rooms, deliveries, signer);
  const staff = buildStaffSide(parts, shared, pages.rooms, deliveries, baseUrl, clientAddress, outreach.preview);
  const routes = [
    ...outreach.routes,
    ...routesOf(parts, shared, links, doors, pages, staff, clientAddress),
    ...(weChat?.routes(runTurn) ?? []),
  ];
  const server: Server = createServer({ log, routes, before: [pages.before] });
  const streams = pages.listen(server);
  return {
    server,
    routes,
    repositories,
    services,
    clock,
    firstAdministrator: () => firstAdministrator(repositories, clock()),
    sendDue: () => outreach.sweep(),
    storeHealth: () => store.health(),
    async listen() {
      await staff.start();
      await startListening(parts, server, redelivery, dailyClock);
      weChat?.start();
      outreach.start();
      return baseUrl();
    },
    async stop() {
      streams.close();
      redelivery.stop();
      weChat?.stop();
      outreach.stop();
      await dailyClock.stop();
      await staff.stop();
      await stopListening(shared, server);
      adapters.channelHttp.close();
      await store.close();
    },
  };
}
