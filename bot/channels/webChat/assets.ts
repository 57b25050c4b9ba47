// Files of the customer's page: ours, and Microsoft's Web Chat bundle. Nothing comes from a CDN.
import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Request, Response } from 'restify';
import sirv, { type RequestHandler } from 'sirv';
import { inRepository } from '../../config/repositoryRoot';
import { notFound } from '../../http/problem';

/** The browser keeps a file and asks each time whether it is still the same. */
const setHeaders = (res: ServerResponse): void => {
  res.setHeader('Cache-Control', 'no-cache');
};
const own = sirv(inRepository('bot', 'channels', 'webChat', 'public'), { etag: true, setHeaders });

/** Where the build has packed the bundle it is sent small; in a checkout that was not built, as it comes. */
function bundleFiles(): RequestHandler {
  const packed = inRepository('dist', 'webChat');
  const folder = existsSync(packed) ? packed : inRepository('node_modules', 'botframework-webchat', 'dist');
  return sirv(folder, { etag: true, gzip: true, brotli: true, setHeaders });
}
let bundle: RequestHandler | undefined;

function send(files: RequestHandler, name: string, req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    res.once('close', resolve);
    req.url = `/${name}`;
    files(req, res, () => reject(notFound('There is nothing at this address.')));
  });
}

export const sendOwn = (name: string, req: Request, res: Response): Promise<void> => send(own, name, req, res);

/** Looked for at the first request, so that a start does not pay for a page that nobody opens. */
export function sendBundle(req: Request, res: Response): Promise<void> {
  bundle ??= bundleFiles();
  return send(bundle, 'webchat.js', req, res);
}
