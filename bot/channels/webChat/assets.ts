// Files of the customer's page: ours, and Microsoft's Web Chat bundle from node_modules. Nothing comes from a CDN.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'restify';
import { inRepository } from '../../config/repositoryRoot';

const pack = promisify(gzip);

export interface Asset {
  readonly bytes: Buffer;
  readonly packed: Buffer;
  readonly tag: string;
  readonly contentType: string;
}

const files = {
  'index.html': { path: ['bot', 'channels', 'webChat', 'index.html'], contentType: 'text/html; charset=utf-8' },
  'page.css': { path: ['bot', 'channels', 'webChat', 'page.css'], contentType: 'text/css; charset=utf-8' },
  'page.js': { path: ['bot', 'channels', 'webChat', 'page.js'], contentType: 'text/javascript; charset=utf-8' },
  'icon.svg': { path: ['bot', 'channels', 'webChat', 'icon.svg'], contentType: 'image/svg+xml' },
  'bundle.js': {
    path: ['node_modules', 'botframework-webchat', 'dist', 'webchat.js'],
    contentType: 'text/javascript; charset=utf-8',
  },
} as const;
export type AssetName = keyof typeof files;

const loaded = new Map<AssetName, Promise<Asset>>();

async function load(name: AssetName): Promise<Asset> {
  const { path, contentType } = files[name];
  const bytes = await readFile(inRepository(...path));
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { bytes, packed: await pack(bytes), tag, contentType };
}

/** Read and packed at the first request, so that a start does not pay for a page that nobody opens. */
export function asset(name: AssetName): Promise<Asset> {
  const known = loaded.get(name) ?? load(name);
  loaded.set(name, known);
  return known;
}

/** The browser keeps it and asks whether it is still the same. */
export function sendAsset(req: Request, res: Response, { bytes, packed, tag, contentType }: Asset): void {
  const headers = { 'Content-Type': contentType, 'Cache-Control': 'no-cache', ETag: tag, Vary: 'Accept-Encoding' };
  if (req.headers['if-none-match'] === tag) {
    res.writeHead(304, headers);
    res.end();
    return;
  }
  const takesGzip = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
  const body = takesGzip ? packed : bytes;
  res.writeHead(200, {
    ...headers,
    ...(takesGzip ? { 'Content-Encoding': 'gzip' } : {}),
    'Content-Length': body.length,
  });
  res.end(body);
}
