// The console's pages: what Vite built into dist/console, behind a strict content security policy; any other path is the app's own.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'restify';
import { inRepository } from '../../../config/repositoryRoot';
import { HttpProblem, sendJson } from '../../../http/problem';
import type { Route } from '../../../http/route';
import { ConsoleProblem, problemText } from '../../problems';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Component libraries set style attributes; they can colour, not act.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

function send(res: Response, status: number, type: string, content: Buffer | string, cacheControl: string): void {
  const bytes = Buffer.from(content);
  res.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length, 'Cache-Control': cacheControl });
  res.end(bytes);
}

const noCache = 'no-store';
/** Vite puts a hash of its content into each asset's name. */
const forEver = 'public, max-age=31536000, immutable';

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}

/** The file below the folder that a path names, or undefined when it would lead out of it. */
export function fileBelow(folder: string, path: string): string | undefined {
  const whole = normalize(join(folder, path));
  return whole.startsWith(folder + sep) && !path.includes('\0') ? whole : undefined;
}

function notBuilt(res: Response): void {
  const text = problemText('notBuilt');
  const page = `<!doctype html><meta charset="utf-8"><title>Console</title><p>${text['zh-CN']}</p><p>${text['en-US']}</p>`;
  send(res, 503, 'text/html; charset=utf-8', page, noCache);
}

async function sendPage(folder: string, res: Response): Promise<void> {
  const nonce = randomBytes(16).toString('base64url');
  res.setHeader('Content-Security-Policy', policyWith(nonce));
  const page = await read(join(folder, 'index.html'));
  if (page === undefined) return notBuilt(res);
  const text = page.toString('utf8').replaceAll('__CSP_NONCE__', nonce);
  send(res, 200, 'text/html; charset=utf-8', text, noCache);
}

const pack = promisify(gzip);
/** Packed once each; an asset with another content has another name. */
const packed = new Map<string, Promise<Buffer>>();

async function sendAsset(req: Request, res: Response, type: string, file: string, content: Buffer): Promise<void> {
  const takesGzip = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
  res.setHeader('Vary', 'Accept-Encoding');
  if (!takesGzip || !/^(text|application)\//.test(type)) return send(res, 200, type, content, forEver);
  const body = packed.get(file) ?? pack(content);
  packed.set(file, body);
  res.setHeader('Content-Encoding', 'gzip');
  send(res, 200, type, await body, forEver);
}

export function pageRoutes(folder: string = inRepository('dist', 'console')): Route[] {
  const page = (_req: Request, res: Response) => sendPage(folder, res);
  const below = async (req: Request, res: Response): Promise<void> => {
    const path = String(req.params?.['*'] ?? '');
    if (path === 'api' || path.startsWith('api/')) return sendJson(res, 404, new ConsoleProblem('notFound').body());
    const type = contentTypes[extname(path)];
    // A path without a file's ending is a place inside the app, such as /console/policies/offerLimits.
    if (type === undefined) return sendPage(folder, res);
    const file = fileBelow(folder, path);
    const content = file === undefined ? undefined : await read(file);
    if (content === undefined) throw new HttpProblem(404, 'NotFound', 'There is nothing at this address.');
    if (path.endsWith('.html')) return sendPage(folder, res);
    if (path.startsWith('assets/') && file !== undefined) return sendAsset(req, res, type, file, content);
    send(res, 200, type, content, noCache);
  };
  return [
    { method: 'get', path: '/console', access: 'anyone', handler: page },
    { method: 'get', path: '/console/*', access: 'anyone', handler: below },
  ];
}
