// Pages for who runs the machine, apart from those for customers and staff: is it up, is it ready, its counts.
import { isLoopbackAddress } from '../http/loopback';
import { forbidden, sendJson } from '../http/problem';
import { bearerOf, type Route } from '../http/route';
import { sameToken } from '../http/sameToken';
import type { ClientAddress } from '../http/trustProxy';
import type { Metrics } from './metrics';

export interface WatchParts {
  readonly metrics: Metrics;
  /** What keeps the server from taking turns; null when it can. */
  notReadyBecause(): string | null;
  readonly clientAddress: ClientAddress;
  /** Opens /metrics from elsewhere; null for this machine alone. */
  readonly metricsToken: string | null;
}

/** This machine itself, not somebody whom a proxy on it lets in; or who shows the token. */
function assertWatcher(req: Parameters<Route['handler']>[0], { clientAddress, metricsToken }: WatchParts): void {
  if (metricsToken !== null && sameToken(bearerOf(req), metricsToken)) return;
  const isForwarded = req.headers['x-forwarded-for'] !== undefined || req.headers.forwarded !== undefined;
  if (!isForwarded && isLoopbackAddress(clientAddress(req))) return;
  throw forbidden('Counts are shown on this machine, or to whoever shows METRICS_TOKEN.');
}

export function watchRoutes(parts: WatchParts): Route[] {
  return [
    { method: 'get', path: '/health', access: 'anyone', handler: (_req, res) => sendJson(res, 200, { status: 'up' }) },
    {
      method: 'get',
      path: '/ready',
      access: 'anyone',
      handler: (_req, res) => {
        const reason = parts.notReadyBecause();
        if (reason === null) sendJson(res, 200, { status: 'ready' });
        else sendJson(res, 503, { status: 'notReady', reason });
      },
    },
    {
      method: 'get',
      path: '/metrics',
      access: 'watcher',
      handler: async (req, res) => {
        assertWatcher(req, parts);
        const text = await parts.metrics.text();
        res.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
        res.end(text);
      },
    },
  ];
}
