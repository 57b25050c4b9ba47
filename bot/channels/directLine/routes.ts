// The addresses of the embedded Direct Line, under /directline and under the service's own /v3/directline.
import type { Request, Response } from 'restify';
import { sendJson } from '../../http/problem';
import { readJsonObject } from '../../http/readBody';
import { bearerOf, type Route } from '../../http/route';
import type { ClientAddress } from '../../http/trustProxy';
import type { DirectLine, OpenedConversation } from './directLine';
import { activityBytesMax } from './limits';
import { readUpload } from './readUpload';

export const directLinePrefixes = ['/directline', '/v3/directline'] as const;

const queryValue = (req: Request, name: string): string | undefined =>
  new URLSearchParams(req.getQuery()).get(name) ?? undefined;

/** ws:// or wss:// as the page itself was reached, also behind a proxy that ends TLS. */
function streamUrl(
  req: Request,
  prefix: string,
  { conversationId, token }: OpenedConversation,
  watermark: string,
): string {
  const isSecure = req.isSecure() || req.headers['x-forwarded-proto'] === 'https';
  const host = req.headers.host ?? 'localhost';
  const query = new URLSearchParams({ watermark, t: token });
  return `${isSecure ? 'wss' : 'ws'}://${host}${prefix}/conversations/${encodeURIComponent(conversationId)}/stream?${query}`;
}

function conversationRoutes(directLine: DirectLine, clientAddress: ClientAddress, prefix: string): Route[] {
  const idOf = (req: Request): string => String(req.params.id);
  return [
    {
      method: 'post',
      path: `${prefix}/conversations`,
      access: 'conversation',
      handler: async (req: Request, res: Response) => {
        const claims = directLine.claimsOf(bearerOf(req));
        const { opened, isNew } = await directLine.start(claims);
        sendJson(res, isNew ? 201 : 200, { ...opened, streamUrl: streamUrl(req, prefix, opened, '') });
      },
    },
    {
      method: 'get',
      path: `${prefix}/conversations/:id`,
      access: 'conversation',
      handler: (req, res) => {
        const claims = directLine.claimsOf(bearerOf(req), idOf(req));
        const opened = directLine.refresh(claims);
        sendJson(res, 200, {
          ...opened,
          streamUrl: streamUrl(req, prefix, opened, queryValue(req, 'watermark') ?? ''),
        });
      },
    },
    {
      method: 'get',
      path: `${prefix}/conversations/:id/activities`,
      access: 'conversation',
      handler: async (req, res) => {
        const claims = directLine.claimsOf(bearerOf(req), idOf(req));
        sendJson(res, 200, await directLine.activities(claims, queryValue(req, 'watermark')));
      },
    },
    {
      method: 'post',
      path: `${prefix}/conversations/:id/activities`,
      access: 'conversation',
      handler: async (req, res) => {
        const claims = directLine.claimsOf(bearerOf(req), idOf(req));
        const address = clientAddress(req);
        await directLine.limits.post(claims.conversationId, address);
        sendJson(res, 200, await directLine.post(claims, await readJsonObject(req, false, activityBytesMax), address));
      },
    },
    {
      method: 'post',
      path: `${prefix}/conversations/:id/upload`,
      access: 'conversation',
      handler: async (req, res) => {
        const claims = directLine.claimsOf(bearerOf(req), idOf(req));
        const address = clientAddress(req);
        const done = await directLine.limits.upload(claims.conversationId, address);
        try {
          sendJson(res, 200, await directLine.upload(claims, await readUpload(req, directLine.evidenceRules), address));
        } finally {
          done();
        }
      },
    },
  ];
}

function tokenRoutes(directLine: DirectLine, clientAddress: ClientAddress, prefix: string): Route[] {
  return [
    {
      method: 'post',
      path: `${prefix}/tokens/generate`,
      access: 'anyone',
      handler: async (req, res) => {
        await directLine.limits.token(clientAddress(req));
        const body = await readJsonObject(req, true, activityBytesMax);
        sendJson(res, 200, await directLine.generate(body, bearerOf(req)));
      },
    },
    {
      method: 'post',
      path: `${prefix}/tokens/refresh`,
      access: 'conversation',
      handler: async (req, res) => {
        const claims = directLine.claimsOf(bearerOf(req));
        await directLine.limits.token(clientAddress(req));
        sendJson(res, 200, await directLine.refreshBy(claims, await readJsonObject(req, true, activityBytesMax)));
      },
    },
  ];
}

export const directLineRoutes = (directLine: DirectLine, clientAddress: ClientAddress): Route[] =>
  directLinePrefixes.flatMap((prefix) => [
    ...tokenRoutes(directLine, clientAddress, prefix),
    ...conversationRoutes(directLine, clientAddress, prefix),
  ]);
