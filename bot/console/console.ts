// The staff console: its API and its pages, as routes of the one server.

import type { PoliciesInForce } from '../policiesInForce';
import type { Route } from '../server';
import type { Handle } from './call';
import { pageRoutes } from './pages';
import type { ConsoleBase } from './parts';
import { policyHandlers } from './policies/handlers';
import { ConsoleProblem } from './problems';
import { apiRoutes, type Handlers } from './router';
import { type RouteName, routeTable } from './routeTable';
import type { CookieRules } from './signIn/cookies';
import { sessionHandlers } from './signIn/sessionHandlers';
import { Sessions } from './signIn/sessions';
import { usersHandlers } from './signIn/usersHandlers';

export interface ConsoleParts extends ConsoleBase {
  readonly policies: PoliciesInForce;
  readonly cookies: CookieRules;
}

export function consoleRoutes(parts: ConsoleParts): Route[] {
  const sessions = new Sessions(parts.repositories, parts.clock);
  const base = { ...parts, sessions, oidcConfigured: false };
  const missing: Handle = () => {
    throw new ConsoleProblem('unavailable');
  };
  const none = Object.fromEntries((Object.keys(routeTable) as RouteName[]).map((name) => [name, missing]));
  const handlers = {
    ...none,
    ...sessionHandlers(base),
    ...usersHandlers(parts),
    ...policyHandlers(parts),
  } as unknown as Handlers;
  return [...apiRoutes(handlers, base), ...pageRoutes()];
}
