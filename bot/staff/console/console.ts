// The staff console: its API and its pages, as routes of the one server.

import type { SealedFiles } from '../../../data/store/sealed/sealedFiles';
import type { OidcConfig } from '../../config/staffConfig';
import type { Route } from '../../http/route';
import type { ClientAddress } from '../../http/trustProxy';
import type { PreviewParts } from '../../outreach/queue/preview';
import { BookImports } from '../book/imports';
import type { AgentWatch } from '../desk/agentWatch';
import type { Desk } from '../desk/desk';
import type { PoliciesInForce } from '../policiesInForce';
import { SimulationRegistry } from '../simulate/console/registry';
import { newRunner, type Runner } from '../simulate/console/runner';
import type { StaffParts } from '../staffParts';
import { agencyHandlers } from './agencies/handlers';
import { auditHandlers } from './audit/handlers';
import { bookHandlers } from './book';
import { evidenceHandlers } from './cases/evidence';
import { caseHandlers } from './cases/handlers';
import { dashboardHandlers } from './dashboard/handlers';
import { deskHandlers } from './desk/handlers';
import { OpenStreams } from './frame/openStreams';
import { pageRoutes } from './frame/pages';
import { apiRoutes, type Handlers } from './frame/router';
import { type DailyView, dailyHandlers } from './outreach/daily';
import { outreachHandlers } from './outreach/handlers';
import { policyHandlers } from './policies';
import { AttemptCounter } from './signIn/attempts';
import type { CookieRules } from './signIn/cookies';
import { oidcHandlers } from './signIn/oidc';
import { sessionHandlers } from './signIn/sessionHandlers';
import { Sessions } from './signIn/sessions';
import { usersHandlers } from './signIn/usersHandlers';
import { simulationHandlers } from './simulations';

export interface ConsoleParts extends StaffParts {
  readonly policies: PoliciesInForce;
  /** Papers that customers handed in. */
  readonly files: SealedFiles;
  readonly daily: DailyView;
  /** How messages that we begin are thought through before they go. */
  readonly preview: PreviewParts;
  readonly cookies: CookieRules;
  /** The bank's own directory; null for local accounts alone. */
  readonly oidc: OidcConfig | null;
  publicAddress(): string;
  readonly clientAddress: ClientAddress;
  readonly desk: Desk;
  readonly watch: AgentWatch;
  /** Another way to run simulations, for tests. */
  readonly runner?: Runner;
}

export interface StaffConsole {
  readonly routes: readonly Route[];
  /** Goes on with what an earlier process left under way. */
  start(): Promise<void>;
  /** Ends what runs in the background. */
  stop(): Promise<void>;
}

export function buildConsole(parts: ConsoleParts): StaffConsole {
  const sessions = new Sessions(parts.repositories, parts.clock, parts.data.bank.timeZone);
  const streams = new OpenStreams((tokenHash) => sessions.personOf(tokenHash));
  const attempts = new AttemptCounter();
  const simulations = new SimulationRegistry({ ...parts, runner: parts.runner ?? newRunner });
  const bookImports = new BookImports({ ...parts, timeZone: parts.data.bank.timeZone, contract: parts.data.contract });
  const signIn = { sessions, streams, attempts, oidcConfigured: parts.oidc !== null };
  const base = { ...parts, ...signIn, simulations, bookImports };
  const handlers: Handlers = {
    ...sessionHandlers(base),
    ...oidcHandlers(base),
    ...usersHandlers(base),
    ...policyHandlers(base),
    ...simulationHandlers(base),
    ...deskHandlers(base),
    ...caseHandlers(base),
    ...evidenceHandlers(base),
    ...agencyHandlers(base),
    ...auditHandlers(base),
    ...bookHandlers(base),
    ...dashboardHandlers(base),
    ...dailyHandlers(base),
    ...outreachHandlers(base),
  };
  return {
    routes: [...apiRoutes(handlers, base), ...pageRoutes()],
    start: () => {
      streams.start();
      return bookImports.resume();
    },
    stop: async () => {
      streams.stop();
      await Promise.all([simulations.stop(), bookImports.stop()]);
    },
  };
}
