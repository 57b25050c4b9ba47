// The bank's people beside the bot: the desk, whoever watches it, and the console, built together and stopped together.
import type { Rooms } from '../channels/directLine/rooms';
import type { Route } from '../http/route';
import type { ClientAddress } from '../http/trustProxy';
import type { PreviewParts } from '../outreach/queue/preview';
import { buildConsole } from '../staff/console/console';
import { AgentWatch } from '../staff/desk/agentWatch';
import { Desk } from '../staff/desk/desk';
import { newsOf } from '../staff/desk/deskNews';
import { DeskQueue } from '../staff/desk/deskQueue';
import { Hub } from '../staff/desk/hub/hub';
import { hubRoutes } from '../staff/desk/hub/hubRoutes';
import { recordShipped } from '../staff/policies/shippedVersions';
import type { Deliveries } from '../turn/delivery/deliveries';
import type { HouseParts, Shared } from './sharedParts';

export interface StaffSide {
  readonly routes: readonly Route[];
  /** Before the first request. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** `deliveries` sends what staff say, in its place behind what waits. */
export function buildStaffSide(
  parts: HouseParts,
  shared: Shared,
  rooms: Rooms,
  deliveries: Deliveries,
  publicAddress: () => string,
  clientAddress: ClientAddress,
  preview: PreviewParts,
): StaffSide {
  const { config, store, data, log } = parts;
  const { repositories, records, locks, metrics, clock, inFlight, inForce, wordRulesOn } = shared;
  const base = { store, repositories, data, log, clock };
  const queue = new DeskQueue(repositories.deskConversations, data.desk.anonymousCases.shownMax);
  const { policies } = inForce;
  const desk = new Desk({ ...base, policies, wordRulesOn, rooms, records, locks, metrics, deliveries, queue });
  const watch = new AgentWatch({ desk, timeoutSeconds: data.desk.agentTimeoutSeconds });
  const { oidc, handoffHub } = config;
  const hub = handoffHub === null ? null : new Hub(handoffHub, desk, inFlight);
  shared.news.listen(
    newsOf({
      queue,
      inFlight,
      log,
      queued: ({ record }) => hub?.offer(record),
      customerSaid: ({ record }, entry) => hub?.forward(record, entry),
    }),
  );
  const cookies = { secure: config.publicUrl?.startsWith('https:') ?? false };
  const staffConsole = buildConsole({
    ...base,
    daily: shared.daily,
    preview,
    files: shared.files,
    policies,
    cookies,
    desk,
    watch,
    oidc,
    publicAddress,
    clientAddress,
  });
  return {
    routes: [...staffConsole.routes, ...(handoffHub === null || hub === null ? [] : hubRoutes(handoffHub, desk, hub))],
    async start() {
      await recordShipped(base, clock());
      await policies.load();
      await queue.load();
      watch.start();
      await staffConsole.start();
    },
    async stop() {
      await watch.stop();
      await staffConsole.stop();
    },
  };
}
