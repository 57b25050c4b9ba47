// The websocket of the embedded Direct Line: replies reach the page at once; what was missed comes first.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PageOrigins } from '../../http/crossOrigin';
import { HttpProblem } from '../../http/problem';
import type { ClientAddress } from '../../http/trustProxy';
import { errorFacts, type Log } from '../../ops/log';
import { type DirectLine, readWatermark } from './directLine';
import { streamBacklogBytesMax, streamsOfRoomMax } from './limits';
import type { Claims } from './tokens';

const path = /^(?:\/v3)?\/directline\/conversations\/([^/]+)\/stream$/;
const pingEveryMs = 30_000;

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

interface Asked {
  readonly claims: Claims;
  readonly watermark: number;
}

function askedFor(directLine: DirectLine, url: URL): Asked {
  const [, id = ''] = path.exec(url.pathname) ?? [];
  const claims = directLine.claimsOf(url.searchParams.get('t') ?? '', decodeURIComponent(id));
  return { claims, watermark: readWatermark(url.searchParams.get('watermark') ?? undefined) };
}

/** Everything is let go of when the socket closes, also one that closed before its room was read. */
async function serve(socket: WebSocket, directLine: DirectLine, { claims, watermark }: Asked): Promise<void> {
  const letGo: (() => void)[] = [];
  socket.on('close', () => {
    for (const end of letGo.splice(0)) end();
  });
  const room = await directLine.room(claims);
  if (socket.readyState !== socket.OPEN) return;
  if (room.streamCount >= streamsOfRoomMax) return socket.close(1013);
  letGo.push(
    room.listen(watermark, (set) => {
      // A client that does not read is cut off, and asks again from where it stood.
      if (socket.bufferedAmount > streamBacklogBytesMax) socket.terminate();
      else socket.send(JSON.stringify(set));
    }),
  );
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const ping = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, pingEveryMs);
  // The stream ends with the token that opened it; a client with a newer one comes back with that.
  const end = setTimeout(() => socket.close(1000), Math.max(0, claims.expires * 1000 - Date.now()));
  ping.unref();
  end.unref();
  letGo.push(
    () => clearInterval(ping),
    () => clearTimeout(end),
  );
}

/** Takes websocket requests for conversations' streams; gives the way to close them all. */
export function listenForStreams(
  server: Server,
  directLine: DirectLine,
  clientAddress: ClientAddress,
  origins: PageOrigins,
  log: Log,
): { close(): void } {
  // Nothing is sent this way by a client, so that a few bytes are already too many.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  const open = async (req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const url = new URL(req.url ?? '/', 'http://localhost');
    if (!path.test(url.pathname)) return refuse(socket, 404);
    if (!origins.mayAsk(req)) return refuse(socket, 403);
    const asked = askedFor(directLine, url);
    const closed = await directLine.limits.stream(clientAddress(req));
    if (socket.destroyed) return closed();
    socket.once('close', closed);
    sockets.handleUpgrade(req, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      serve(webSocket, directLine, asked).catch((error: unknown) => {
        log.warn(errorFacts(error), 'stream ended');
        webSocket.close(1011);
      });
    });
  };
  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    open(req, socket, head).catch((error: unknown) =>
      refuse(socket, error instanceof HttpProblem ? error.status : 400),
    );
  });
  return {
    close() {
      for (const socket of sockets.clients) socket.close(1001);
      sockets.close();
    },
  };
}
