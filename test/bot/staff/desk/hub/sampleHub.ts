// A contact centre that speaks Bot Framework's handoff protocol over HTTP: takes conversations, answers, gives them back.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

export interface SampleHub {
  readonly url: string;
  readonly secret: string;
  /** Everything the assistant sent, in order. */
  readonly received: readonly Partial<Activity>[];
  /** While true it answers 503. */
  down: boolean;
  status(conversationId: string, state: 'accepted' | 'failed' | 'completed'): Promise<number>;
  say(conversationId: string, text: string, id?: string): Promise<{ status: number; body: unknown }>;
  /** Posts anything, with a secret of one's choice. */
  post(activity: object, secret?: string): Promise<{ status: number; body: unknown }>;
  until(fits: (activity: Partial<Activity>) => boolean): Promise<Partial<Activity>>;
  close(): Promise<void>;
}

export async function startSampleHub(assistant: () => string): Promise<SampleHub> {
  const secret = 'a-secret-of-the-hub-and-the-assistant';
  const received: Partial<Activity>[] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => {
      body += chunk;
    });
    req.on('end', () => {
      const isOurs = req.headers.authorization === `Bearer ${secret}`;
      if (isOurs && !hub.down) received.push(JSON.parse(body));
      res.writeHead(hub.down ? 503 : isOurs ? 202 : 401);
      res.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const post: SampleHub['post'] = async (activity, shown = secret) => {
    const response = await fetch(`${assistant()}/handoff/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${shown}` },
      body: JSON.stringify(activity),
    });
    return { status: response.status, body: await response.json() };
  };
  const hub: SampleHub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/activities`,
    secret,
    received,
    down: false,
    post,
    async status(conversationId, state) {
      const event = { type: 'event', name: 'handoff.status', conversation: { id: conversationId }, value: { state } };
      return (await post(event)).status;
    },
    say: (conversationId, text, id = randomUUID()) =>
      post({ type: 'message', id, conversation: { id: conversationId }, from: { id: 'agent-7', role: 'agent' }, text }),
    async until(fits) {
      for (let tries = 0; tries < 200; tries++) {
        const found = received.find(fits);
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`no such activity among ${JSON.stringify(received)}`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return hub;
}
