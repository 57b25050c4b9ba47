// The HTTP server: which address leads to which room. Rooms are passed in; none is built here.
import restify from 'restify';
import type { Log } from '../ops/log';
import type { Metrics } from '../ops/metrics';
import { sendJson } from './problem';
import { type Handler, route } from './route';
import { safeHeaders } from './safeHeaders';

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'del';
  readonly path: string;
  readonly handler: Handler;
}

export interface ServerParts {
  readonly log: Log;
  readonly metrics: Metrics;
  /** What keeps the server from taking turns; null when it can. */
  notReadyBecause(): string | null;
  readonly routes: readonly Route[];
}

function watchRoutes(parts: ServerParts): Route[] {
  return [
    { method: 'get', path: '/health', handler: (_req, res) => sendJson(res, 200, { status: 'up' }) },
    {
      method: 'get',
      path: '/ready',
      handler: (_req, res) => {
        const reason = parts.notReadyBecause();
        sendJson(
          res,
          reason === null ? 200 : 503,
          reason === null ? { status: 'ready' } : { status: 'notReady', reason },
        );
      },
    },
    {
      method: 'get',
      path: '/metrics',
      handler: (_req, res) => {
        res.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
        res.end(parts.metrics.text());
      },
    },
  ];
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
  answerRefusals(server, parts.log);
  for (const { method, path, handler } of [...watchRoutes(parts), ...parts.routes])
    server[method](path, route(parts.log, handler));
  return server;
}
