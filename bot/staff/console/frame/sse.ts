// Server-sent events: what happens reaches the page at once; a beat now and then keeps proxies from closing the line.
import type { Request, Response } from 'restify';

const beatEveryMs = 15_000;

export interface Stream {
  send(event: string, data: unknown): void;
  close(): void;
}

/** Opens the stream and tells `onClose` once when either side has ended it. */
export function openStream(req: Request, res: Response, beat: () => unknown, onClose: () => void): Stream {
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'keep-alive',
    // Nginx would hold events back until its buffer is full.
    'X-Accel-Buffering': 'no',
  });
  let open = true;
  const send = (event: string, data: unknown) => {
    if (open) res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const timer = setInterval(() => send('beat', beat()), beatEveryMs);
  timer.unref();
  const ended = () => {
    if (!open) return;
    open = false;
    clearInterval(timer);
    onClose();
  };
  req.on('close', ended);
  res.on('close', ended);
  return {
    send,
    close() {
      ended();
      res.end();
    },
  };
}
