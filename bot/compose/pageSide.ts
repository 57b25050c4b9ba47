// The bank's own pages and apps: Direct Line with its streams, the customer's page, and the bank's proof of who is signed in.
import type { TurnContext } from 'botbuilder';
import type { Server } from 'restify';
import { DirectLine } from '../channels/directLine/directLine';
import type { LocalAdapter } from '../channels/directLine/localAdapter';
import { Rooms } from '../channels/directLine/rooms';
import { directLineRoutes } from '../channels/directLine/routes';
import { newSignIn } from '../channels/directLine/signIn';
import { listenForStreams } from '../channels/directLine/stream';
import { newTokens } from '../channels/directLine/tokens';
import { webChatRoutes } from '../channels/webChat/routes';
import { crossOrigin, newPageOrigins } from '../http/crossOrigin';
import type { Route } from '../http/route';
import type { Signer } from '../http/signer';
import type { ClientAddress } from '../http/trustProxy';
import { type HouseParts, newId, type Shared } from './sharedParts';

export interface PageSide {
  readonly directLine: DirectLine;
  readonly rooms: Rooms;
  readonly routes: readonly Route[];
  /** Refuses what pages of others ask, before a route is looked for. */
  readonly before: ReturnType<typeof crossOrigin>;
  /** Takes websockets; gives the way to close them all. */
  listen(server: Server): { close(): void };
}

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

export function buildPageSide(
  { config, store, log, data }: HouseParts,
  { inFlight, metrics, repositories }: Shared,
  adapter: LocalAdapter,
  runTurn: (context: TurnContext) => Promise<void>,
  signer: Signer,
  clientAddress: ClientAddress,
): PageSide {
  const { signIn, pageOrigins, publicUrl } = config;
  const rooms = new Rooms(store, newId, log);
  const origins = newPageOrigins(pageOrigins, publicUrl);
  const directLine = new DirectLine({
    tokens: newTokens(signer, nowSeconds),
    rooms,
    adapter,
    inFlight,
    metrics,
    evidenceRules: data.evidence,
    signIn: signIn === null ? null : newSignIn(signIn, () => new Date()),
    isCustomer: async (customerId) => (await repositories.customers.get(customerId)) !== undefined,
    runTurn,
    newId,
    nowSeconds,
  });
  return {
    directLine,
    rooms,
    routes: [
      ...directLineRoutes(directLine, clientAddress),
      ...webChatRoutes({ bank: data.bank, developer: config.identity.kind === 'developer', pageOrigins }),
    ],
    before: crossOrigin(origins),
    listen: (server) => listenForStreams(server.server, directLine, clientAddress, origins, log),
  };
}
