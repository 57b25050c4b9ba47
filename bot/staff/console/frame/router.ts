// From the route table and the handlers to the server's routes: private way, session, role, check token, then the handler.
import type { Request, Response } from 'restify';
import type { StaffRecord } from '../../../../data/domain/bank/staff';
import { localTime } from '../../../../data/domain/calendar/calendar';
import { VersionConflict } from '../../../../data/store/documentStore';
import { HttpProblem, sendJson } from '../../../http/problem';
import type { Route } from '../../../http/route';
import { sameToken } from '../../../http/sameToken';
import { errorFacts } from '../../../ops/log';
import type { ErrorCode } from '../../contract/common';
import { ConsoleProblem } from '../../problems';
import type { StaffParts } from '../../staffParts';
import { type CookieRules, cookieOf, isPrivateWay } from '../signIn/cookies';
import type { Sessions } from '../signIn/sessions';
import { Call, type Handle, type SignedIn } from './call';
import type { OpenStreams } from './openStreams';
import { type Access, type RouteEntry, type RouteName, routeTable } from './routeTable';

export type Handlers = Readonly<Record<RouteName, Handle>>;

export interface RouterParts extends StaffParts {
  readonly sessions: Sessions;
  readonly streams: OpenStreams;
  readonly cookies: CookieRules;
}

export const apiPrefix = '/console/api/';

/** A page of another site may not even try: browsers say where a request comes from. */
function assertSameSite(req: Request): void {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ConsoleProblem('csrf');
}

const hasRole = (access: Access, { roles }: StaffRecord): boolean =>
  access === 'anyone' || access === 'signedIn' || access.some((role) => roles.includes(role));

function assertAllowed({ method, access }: RouteEntry, req: Request, signedIn: SignedIn | null): void {
  const isWrite = method !== 'get';
  if (isWrite) assertSameSite(req);
  if (access === 'anyone') return;
  if (signedIn === null) throw new ConsoleProblem('unauthenticated');
  const { person, session } = signedIn;
  if (access !== 'signedIn') {
    if (!hasRole(access, person)) throw new ConsoleProblem('forbidden');
    if (person.mustChangePassword) throw new ConsoleProblem('mustChangePassword');
  }
  const token = req.headers['x-csrf-token'];
  if (isWrite && !sameToken(typeof token === 'string' ? token : '', session.csrfToken))
    throw new ConsoleProblem('csrf');
}

const codesByStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'badRequest',
  413: 'tooLarge',
  415: 'unsupportedMediaType',
};

/** Every refusal in the console's own form; a surprise is logged without personal data. */
function problemOf(error: unknown, req: Request, parts: RouterParts): ConsoleProblem {
  if (error instanceof ConsoleProblem) return error;
  if (error instanceof HttpProblem) return new ConsoleProblem(codesByStatus[error.status] ?? 'badRequest');
  if (error instanceof VersionConflict) return new ConsoleProblem('conflict');
  parts.log.error({ ...errorFacts(error), path: req.getPath() }, 'console request failed');
  return new ConsoleProblem('internal');
}

function sendConsoleProblem(res: Response, problem: ConsoleProblem): void {
  if (res.headersSent) {
    res.end();
    return;
  }
  if (problem.status === 413) res.setHeader('Connection', 'close');
  if (problem.retryAfterSeconds !== undefined) res.setHeader('Retry-After', problem.retryAfterSeconds);
  sendJson(res, problem.status, problem.body());
}

/** An answer that a handler keeps open goes on only as long as its session may ask for it. */
function watchStream(
  { access }: RouteEntry,
  { streams }: RouterParts,
  { session }: SignedIn,
  res: Response,
): Promise<void> {
  const isAllowed = (person: StaffRecord) => hasRole(access, person) && !person.mustChangePassword;
  return streams.watch({ session, res, isAllowed });
}

function handlerFor(entry: RouteEntry, handle: Handle, parts: RouterParts) {
  return async (req: Request, res: Response): Promise<void> => {
    try {
      if (!isPrivateWay(req, parts.cookies)) throw new ConsoleProblem('notSecure');
      const signedIn = await parts.sessions.find(cookieOf(req, 'session', parts.cookies));
      assertAllowed(entry, req, signedIn);
      const now = parts.clock();
      const moment = { now, today: localTime(now, parts.data.bank.timeZone).date };
      const answer = await handle(new Call(req, res, moment, signedIn));
      if (answer !== undefined) sendJson(res, answer.status, answer.body);
      else if (signedIn !== null) await watchStream(entry, parts, signedIn, res);
    } catch (error) {
      sendConsoleProblem(res, problemOf(error, req, parts));
    }
  };
}

export const apiRoutes = (handlers: Handlers, parts: RouterParts): Route[] =>
  (Object.keys(routeTable) as RouteName[]).map((name) => ({
    method: routeTable[name].method,
    path: `${apiPrefix}${routeTable[name].path}`,
    access: routeTable[name].access === 'anyone' ? 'anyone' : 'staff',
    handler: handlerFor(routeTable[name], handlers[name], parts),
  }));
