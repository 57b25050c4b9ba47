// The HTTP server: which address leads to which room. Rooms are passed in; none is built here.
import restify, { type RequestHandler } from 'restify';
import type { Log } from '../ops/log';
import { type Route, route } from './route';
import { safeHeaders } from './safeHeaders';

export interface ServerParts {
  readonly log: Log;
  readonly routes: readonly Route[];
  /** Asked before a route is looked for, in this order. */
  readonly before?: readonly RequestHandler[] | undefined;
}

interface Refusal {
  statusCode?: number;
  name?: string;
  toJSON?: () => unknown;
  toString?: () => string;
}

const refusalWords: Readonly<Record<number, string>> = {
  404: 'There is nothing at this address.',
  405: 'This address does not take that method.',
};

/** Restify's own refusals (no such path, wrong method, unreadable request) in the same form as ours. */
function answerRefusals(server: restify.Server, log: Log): void {
  server.on('restifyError', (req: restify.Request, _res: restify.Response, error: Refusal, done: () => void) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ errorName: error.name, path: req.getPath() }, 'request failed');
    const message = refusalWords[status] ?? 'The request cannot be answered.';
    const code = error.name?.replace(/Error$/, '') ?? 'Error';
    // Restify sends it; these decide what is read from it.
    error.toJSON = () => ({ error: { code, message } });
    error.toString = () => message;
    done();
  });
}

export function createServer(parts: ServerParts): restify.Server {
  const server = restify.createServer({ name: 'assistant', onceNext: true, ignoreTrailingSlash: true });
  // Restify announces itself by default; which server this is concerns nobody.
  server.pre((_req, res, next) => {
    res.removeHeader('Server');
    next();
  });
  server.pre(safeHeaders);
  for (const handler of parts.before ?? []) server.pre(handler);
  answerRefusals(server, parts.log);
  for (const { method, path, handler } of parts.routes) server[method](path, route(parts.log, handler));
  return server;
}
