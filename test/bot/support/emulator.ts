// Speaks to the bot as the Bot Framework Emulator does: posts activities, and serves the address that replies are posted to.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

export interface Emulator {
  readonly serviceUrl: string;
  /** Everything the bot sent, in order. */
  readonly received: Partial<Activity>[];
  /** Signs that an answer is being written; whether there are any depends on how busy the machine is. */
  readonly signs: Partial<Activity>[];
  /** While true, the emulator answers 403: replies do not arrive. */
  refusing: boolean;
  /** Another answer of the emulator to a reply: a status, or none at all in good time. */
  answerWith: ((reply: Partial<Activity>) => number | 'drip' | undefined) | null;
  conversation(userId?: string): EmulatedConversation;
  close(): Promise<void>;
}

export interface EmulatedConversation {
  readonly conversationId: string;
  /** Posts an activity; gives the status and what arrived because of it. */
  send(activity: Partial<Activity>): Promise<{ status: number; replies: Partial<Activity>[] }>;
  say(text: string, more?: Partial<Activity>): Promise<string>;
  arrive(): Promise<string>;
}

/** `address` may change when the bot is started again. */
export async function startEmulator(address: () => string): Promise<Emulator> {
  const received: Partial<Activity>[] = [];
  const signs: Partial<Activity>[] = [];
  const state: Pick<Emulator, 'refusing' | 'answerWith'> = { refusing: false, answerWith: null };
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => {
      body += chunk;
    });
    req.on('end', () => {
      // 403 is not tried again by the SDK, so that a test need not wait for its patience.
      const reply: Partial<Activity> = JSON.parse(body);
      const status = state.refusing ? 403 : (state.answerWith?.(reply) ?? 200);
      if (status === 'drip') {
        // A byte now and then, and never the end.
        res.writeHead(200, { 'Content-Type': 'application/json' });
        const drip = setInterval(() => res.write(' '), 50);
        res.on('close', () => clearInterval(drip));
        return;
      }
      if (status === 200) (reply.type === 'typing' ? signs : received).push(reply);
      res.writeHead(status, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify({ id: randomUUID() }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://localhost:${(server.address() as AddressInfo).port}/_connector`;

  function conversation(userId = 'user-1'): EmulatedConversation {
    const conversationId = randomUUID();
    const send: EmulatedConversation['send'] = async (activity) => {
      const before = received.length;
      const full = {
        id: randomUUID(),
        channelId: 'emulator',
        serviceUrl,
        conversation: { id: conversationId },
        from: { id: userId, name: 'User', role: 'user' },
        recipient: { id: 'bot-1', name: 'Bot', role: 'bot' },
        timestamp: new Date().toISOString(),
        ...activity,
      };
      const response = await fetch(`${address()}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(full),
      });
      await response.arrayBuffer();
      return { status: response.status, replies: received.slice(before) };
    };
    return {
      conversationId,
      send,
      async say(text, more = {}) {
        const { replies } = await send({ type: 'message', text, locale: 'zh-CN', ...more });
        return replies.map((reply) => reply.text ?? '').join('\n');
      },
      async arrive() {
        const { replies } = await send({
          type: 'conversationUpdate',
          locale: 'zh-CN',
          membersAdded: [
            { id: 'bot-1', name: 'Bot' },
            { id: userId, name: 'User' },
          ],
        });
        return replies.map((reply) => reply.text ?? '').join('\n');
      },
    };
  }

  return {
    serviceUrl,
    received,
    signs,
    get refusing() {
      return state.refusing;
    },
    set refusing(value: boolean) {
      state.refusing = value;
    },
    get answerWith() {
      return state.answerWith;
    },
    set answerWith(value: Emulator['answerWith']) {
      state.answerWith = value;
    },
    conversation,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
