// The customer's side of a benchmark: posts activities over kept connections and takes in the replies.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import script from './script.json';

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** Takes replies and says yes to each, as a channel does. */
export async function startSink(): Promise<{ readonly serviceUrl: string; close(): void }> {
  const server = http.createServer((req, res) => {
    req.resume();
    req.on('end', () => {
      res.writeHead(200, { 'Content-Type': 'application/json' });
      res.end('{"id":"1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/_connector`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Milliseconds that one POST took, answer read. */
function post(port: number, body: string): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = http.request(
      {
        port,
        host: '127.0.0.1',
        path: '/api/messages',
        method: 'POST',
        agent,
        headers: { 'Content-Type': 'application/json' },
      },
      (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(performance.now() - started)
            : reject(new Error(`status ${response.statusCode ?? 0}`)),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const envelope = (serviceUrl: string) => ({
  channelId: 'emulator',
  serviceUrl,
  conversation: { id: randomUUID() },
  from: { id: 'bench' },
  recipient: { id: 'bot' },
  locale: 'zh-CN',
});

/** A conversation in which any words can be said; gives the milliseconds that each took. */
export function sayOnce(port: number, serviceUrl: string): (text: string) => Promise<number> {
  const base = envelope(serviceUrl);
  return (text) => post(port, JSON.stringify({ ...base, type: 'message', id: randomUUID(), text }));
}

export interface Conversation {
  /** Says the next thing and gives the milliseconds it took; undefined at the end. */
  next(): Promise<number | undefined>;
}

export function newConversation(port: number, serviceUrl: string, codes: string): Conversation {
  const say = sayOnce(port, serviceUrl);
  let at = 0;
  return {
    next() {
      // What a customer says in one conversation; every kind of turn has its place in the median.
      const text = script.conversation[at]?.replace('{codes}', codes);
      at += 1;
      if (text === undefined) return Promise.resolve(undefined);
      return say(text);
    },
  };
}

/** Tries until something answers; gives whether it did before `limitMs`. */
export async function firstAnswer(port: number, serviceUrl: string, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs;
  while (performance.now() < deadline) {
    try {
      await newConversation(port, serviceUrl, '0000 0000').next();
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  return false;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const closeTalker = (): void => agent.destroy();
