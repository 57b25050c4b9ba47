// The websocket of the embedded Direct Line: replies reach the page at once; what was missed comes first.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { HttpProblem } from '../../http/problem';
import { errorFacts, type Log } from '../../ops/log';
import { type DirectLine, readWatermark } from './directLine';
import type { Claims } from './tokens';

const path = /^(?:\/v3)?\/directline\/conversations\/([^/]+)\/stream$/;
const pingEveryMs = 30_000;

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function claimsFor(directLine: DirectLine, url: URL): { claims: Claims; watermark: number } {
  const [, id = ''] = path.exec(url.pathname) ?? [];
  const claims = directLine.claimsOf(url.searchParams.get('t') ?? '', decodeURIComponent(id));
  return { claims, watermark: readWatermark(url.searchParams.get('watermark') ?? undefined) };
}

async function serve(socket: WebSocket, directLine: DirectLine, claims: Claims, watermark: number): Promise<void> {
  const room = await directLine.room(claims);
  const stop = room.listen(watermark, (set) => socket.send(JSON.stringify(set)));
  const ping = setInterval(() => socket.ping(), pingEveryMs);
  ping.unref();
  socket.on('close', () => {
    stop();
    clearInterval(ping);
  });
}

/** Takes websocket requests for conversations' streams; gives the way to close them all. */
export function listenForStreams(server: Server, directLine: DirectLine, log: Log): { close(): void } {
  // Nothing is sent this way by a client, so that a few bytes are already too many.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    try {
      const url = new URL(req.url ?? '/', 'http://localhost');
      if (!path.test(url.pathname)) return refuse(socket, 404);
      const { claims, watermark } = claimsFor(directLine, url);
      sockets.handleUpgrade(req, socket, head, (webSocket) => {
        webSocket.on('error', () => webSocket.terminate());
        serve(webSocket, directLine, claims, watermark).catch((error: unknown) => {
          log.warn(errorFacts(error), 'stream ended');
          webSocket.close(1011);
        });
      });
    } catch (error) {
      refuse(socket, error instanceof HttpProblem ? error.status : 400);
    }
  });
  return {
    close() {
      for (const socket of sockets.clients) socket.close(1001);
      sockets.close();
    },
  };
}
