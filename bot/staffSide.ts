// The bank's people beside the bot: the desk, whoever watches it, and the console, built together and stopped together.
import type { CloudAdapter } from 'botbuilder';
import { buildConsole } from './console/console';
import type { Rooms } from './directLine/rooms';
import { AgentWatch } from './handoff/agentWatch';
import { Desk } from './handoff/desk';
import { newsOf } from './handoff/deskNews';
import { DeskQueue } from './handoff/deskQueue';
import { Hub } from './handoff/hub';
import { hubRoutes } from './handoff/hubRoutes';
import { errorFacts } from './log';
import type { Route } from './server';
import type { HouseParts, Shared } from './sharedParts';
import { newClientAddress } from './trustProxy';

export interface StaffSide {
  readonly routes: readonly Route[];
  /** Before the first request. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** `delivery` sends without middleware what was guarded and stored before. */
export function buildStaffSide(
  parts: HouseParts,
  shared: Shared,
  rooms: Rooms,
  delivery: CloudAdapter,
  publicAddress: () => string,
): StaffSide {
  const { config, store, data, log } = parts;
  const { repositories, records, locks, metrics, clock, inFlight, inForce } = shared;
  const base = { store, repositories, data, log, clock };
  const queue = new DeskQueue(repositories.deskConversations);
  const botId = config.identity.kind === 'registered' ? config.identity.appId : '';
  const { policies } = inForce;
  const desk = new Desk({ ...base, policies, rooms, records, locks, metrics, adapter: delivery, botId, queue });
  const watch = new AgentWatch({ desk, timeoutSeconds: data.desk.agentTimeoutSeconds });
  const { oidc, handoffHub, trustProxy } = config;
  const hub = handoffHub === null ? null : new Hub(handoffHub, desk, inFlight);
  shared.news.listen(
    newsOf({
      queue,
      inFlight,
      log,
      raise: (conversationId) => desk.raise(conversationId),
      queued: ({ record }) => hub?.offer(record),
      customerSaid: ({ record }, entry) => hub?.forward(record, entry),
    }),
  );
  const cookies = { secure: config.publicUrl?.startsWith('https:') ?? false };
  const clientAddress = newClientAddress(trustProxy);
  const staffConsole = buildConsole({ ...base, policies, cookies, desk, watch, oidc, publicAddress, clientAddress });
  return {
    routes: [...staffConsole.routes, ...(handoffHub === null || hub === null ? [] : hubRoutes(handoffHub, desk, hub))],
    async start() {
      await policies.load();
      await queue.load();
      watch.start();
      const today = inForce.today();
      const old = [repositories.staffSessions.forgetBefore(today), repositories.signInAttempts.forgetBefore(today)];
      inFlight.track(
        Promise.all(old).catch((error: unknown) => log.warn(errorFacts(error), 'old sessions were not removed')),
      );
    },
    async stop() {
      await watch.stop();
      await staffConsole.stop();
    },
  };
}
