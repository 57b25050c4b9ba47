// Speaks to an assistant as the Bot Framework Emulator does: posts activities to /api/messages, and serves the address to which
// replies are posted. Only an assistant in developer mode answers it.
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Locale } from '../../../../data/domain/customer/customerTurn';

/** What is read of a reply; the rest passes. */
const replySchema = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  conversation: z.looseObject({ id: z.string() }).optional(),
});

const phoneSchema = z.looseObject({ messages: z.array(z.looseObject({ text: z.string() })) });
const problemSchema = z.looseObject({ error: z.looseObject({ message: z.string() }) });

/** The assistant cannot be spoken to; the message says why and what to do. */
export class CannotChat extends Error {
  override readonly name = 'CannotChat';
}

export type ReceivedReply = Partial<Activity>;

export class MessagesClient {
  channelId = 'test';
  locale: Locale = 'zh-CN';
  userId = `tester-${randomUUID().slice(0, 8)}`;
  conversationId = randomUUID();
  /** Told of what comes while nobody is waiting for an answer: a colleague who writes. */
  onLater: (reply: ReceivedReply) => void = () => undefined;
  private waiting: ReceivedReply[] | null = null;

  private constructor(
    readonly server: string,
    private readonly inbox: Server,
  ) {}

  /** `server` is the address of a running assistant, without a path. */
  static async open(server: string): Promise<MessagesClient> {
    const inbox = createServer((req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      req.on('end', () => {
        client.take(Buffer.concat(chunks).toString('utf8'));
        res.writeHead(200, { 'Content-Type': 'application/json' });
        res.end(JSON.stringify({ id: randomUUID() }));
      });
    });
    const client = new MessagesClient(server.replace(/\/+$/, ''), inbox);
    await new Promise<void>((resolve) => inbox.listen(0, '127.0.0.1', resolve));
    return client;
  }

  newConversation(): void {
    this.conversationId = randomUUID();
  }

  /** Says something and gives what was answered. */
  say(text: string): Promise<readonly ReceivedReply[]> {
    return this.post({ type: 'message', text });
  }

  /** Comes into the conversation, as a channel tells when its page is opened. */
  arrive(): Promise<readonly ReceivedReply[]> {
    return this.post({ type: 'conversationUpdate', membersAdded: [{ id: this.userId, name: '' }] });
  }

  /** The newest one-time code on this conversation's demo phone. */
  async newestCode(): Promise<string | undefined> {
    const response = await this.ask(`/demo/phone/${encodeURIComponent(this.conversationId)}`);
    const phone = phoneSchema.safeParse(await response.json());
    const texts = phone.success ? phone.data.messages.map(({ text }) => text) : [];
    return texts.flatMap((text) => /\d{6}/.exec(text)?.[0] ?? [])[0];
  }

  close(): void {
    this.inbox.close();
    this.inbox.closeAllConnections();
  }

  private async post(activity: Partial<Activity>): Promise<readonly ReceivedReply[]> {
    const { port } = this.inbox.address() as AddressInfo;
    const received: ReceivedReply[] = [];
    this.waiting = received;
    try {
      const response = await this.ask('/api/messages', {
        id: randomUUID(),
        channelId: this.channelId,
        serviceUrl: `http://127.0.0.1:${port}`,
        conversation: { id: this.conversationId, isGroup: false, conversationType: 'personal' },
        from: { id: this.userId, name: '', role: 'user' },
        recipient: { id: 'assistant', name: '', role: 'bot' },
        locale: this.locale,
        ...activity,
      });
      if (!response.ok) throw new CannotChat(await whyRefused(response));
      await response.arrayBuffer();
      return received;
    } finally {
      this.waiting = null;
    }
  }

  private async ask(path: string, body?: object): Promise<Response> {
    const posted = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    try {
      return await fetch(`${this.server}${path}`, body === undefined ? {} : posted);
    } catch {
      throw new CannotChat(`Nothing answers at ${this.server}. Start it with npm start, or leave --server out.`);
    }
  }

  private take(body: string): void {
    let reply: ReceivedReply;
    try {
      const parsed: object = replySchema.parse(JSON.parse(body));
      reply = parsed;
    } catch {
      return;
    }
    if (reply.conversation !== undefined && reply.conversation.id !== this.conversationId) return;
    if (this.waiting === null) this.onLater(reply);
    else this.waiting.push(reply);
  }
}

async function whyRefused(response: Response): Promise<string> {
  if (response.status === 401 || response.status === 404)
    return 'This server answers registered channels only: chat speaks to one in developer mode (without an app id).';
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  return problem.success ? problem.data.error.message : `The server answered ${response.status}.`;
}
