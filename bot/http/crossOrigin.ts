// Browsers' rules for pages of others: only the bank's listed pages may ask the addresses of Direct Line; a page that is neither
// listed nor ours is refused, so that nothing can be said from there in a customer's name.
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'restify';
import { forbidden, sendProblem } from './problem';

type Asking = Pick<IncomingMessage, 'headers'>;

export interface PageOrigins {
  /** True where no page asks, our own does, or one that the bank has listed. */
  mayAsk(req: Asking): boolean;
  /** The listed origin that asks, to be named in the answer; undefined for our own page. */
  listed(req: Asking): string | undefined;
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}

/** `origins` as browsers write them; `publicUrl` is our own address where proxies change the host that we see. */
export function newPageOrigins(origins: readonly string[], publicUrl: string | null): PageOrigins {
  const known = new Set(origins);
  const listed: PageOrigins['listed'] = ({ headers: { origin } }) =>
    origin !== undefined && known.has(origin) ? origin : undefined;
  return {
    listed,
    mayAsk(req) {
      const { origin, host } = req.headers;
      if (origin === undefined || listed(req) !== undefined) return true;
      const asking = hostOf(origin);
      return asking !== undefined && (asking === host || (publicUrl !== null && asking === hostOf(publicUrl)));
    },
  };
}

/** What Direct Line's clients send besides what every page may. */
const headersTaken = 'Authorization, Content-Type, x-ms-bot-agent, x-requested-with';
const preflightSeconds = 600;
const directLinePath = /^(?:\/v3)?\/directline\//;

/** Answers the browser's question before a request, and names the page that may read the answer; refuses all others. */
export const crossOrigin =
  (origins: PageOrigins): RequestHandler =>
  (req, res, next) => {
    if (!directLinePath.test(req.getPath())) return next();
    res.setHeader('Vary', 'Origin');
    if (!origins.mayAsk(req)) {
      sendProblem(res, forbidden('This page is not on the list of pages that may ask here.'));
      return next(false);
    }
    const listed = origins.listed(req);
    if (listed !== undefined) {
      res.setHeader('Access-Control-Allow-Origin', listed);
      res.setHeader('Access-Control-Expose-Headers', 'Retry-After');
      res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    }
    if (req.method !== 'OPTIONS') return next();
    res.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    res.setHeader('Access-Control-Allow-Headers', headersTaken);
    res.setHeader('Access-Control-Max-Age', String(preflightSeconds));
    res.writeHead(204);
    res.end();
    return next(false);
  };
