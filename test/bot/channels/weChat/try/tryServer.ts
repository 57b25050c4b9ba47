// The played platform with a phone in front: static files, what the person does, what they are shown, and their text messages.
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { menus } from '../../../../../bot/channels/weChat/menu/menu';
import { jpeg } from '../../../documents/evidence/sampleFiles';
import { attempt } from '../platform/deliver';
import { FakePlatform, type PlatformSettings } from '../platform/platform';
import texts from './texts.json';

/** What keeps the phone from working, in a sentence. */
export class TryProblem extends Error {
  override readonly name = 'TryProblem';
}

export interface TrySettings {
  readonly account: PlatformSettings['account'];
  /** Address of the assistant. */
  readonly assistant: string;
  readonly port: number;
}

const files: Readonly<Record<string, string>> = {
  '/': 'text/html; charset=utf-8',
  '/page.css': 'text/css; charset=utf-8',
  '/page.js': 'text/javascript; charset=utf-8',
};
const bodyBytesMax = 64 * 1024;

const deedSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('say'), text: z.string().max(20_000) }),
  z.object({ what: z.literal('speak'), text: z.string().max(20_000) }),
  z.object({ what: z.literal('menu'), key: z.string().max(128) }),
  z.object({ what: z.enum(['follow', 'unfollow', 'picture', 'place']) }),
]);
type Deed = z.infer<typeof deedSchema>;

function policyOf(assistant: string): string {
  const { origin } = new URL(assistant);
  return `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: ${origin}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;
}

class TryServer {
  platform: FakePlatform | null = null;

  constructor(private readonly assistant: string) {}

  /** True once it has answered. */
  readonly page = (req: IncomingMessage, res: ServerResponse): boolean => {
    const url = new URL(req.url ?? '/', 'http://localhost');
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Cache-Control', 'no-store');
    const type = files[url.pathname];
    if (req.method === 'GET' && type !== undefined) {
      const name = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
      res.setHeader('Content-Security-Policy', policyOf(this.assistant));
      res.writeHead(200, { 'Content-Type': type });
      res.end(readFileSync(join(__dirname, 'public', name)));
      return true;
    }
    if (!url.pathname.startsWith('/phone')) return false;
    this.phone(req, url).then(
      (answer) => json(res, answer === null ? 404 : 200, answer ?? {}),
      () => json(res, 400, {}),
    );
    return true;
  };

  private async phone(req: IncomingMessage, url: URL): Promise<object | null> {
    const [, , openId = '', rest] = url.pathname.split('/');
    const { platform } = this;
    if (platform === null || rest !== undefined) return null;
    if (openId === '') return { texts, menus, people: await this.ask('/demo/people') };
    if (!/^o[\w-]{27}$/.test(openId)) return null;
    const follower = platform.follower(openId);
    if (req.method === 'GET') {
      const from = Number(url.searchParams.get('after') ?? 0);
      const sms = await this.ask(`/demo/phone/${openId}`);
      return { shown: follower.shown.slice(from), faults: follower.faults, sms };
    }
    if (req.method !== 'POST' || req.headers['content-type'] !== 'application/json') return null;
    const deed = deedSchema.parse(JSON.parse(await bodyOf(req)));
    // What comes of it is shown when it comes, as on a phone.
    void this.act(openId, deed).catch(() => undefined);
    return {};
  }

  private async act(openId: string, deed: Deed): Promise<void> {
    const follower = this.platform?.follower(openId);
    if (follower === undefined) return;
    switch (deed.what) {
      case 'say':
        return void (await follower.send(follower.message('text', { Content: deed.text })));
      case 'speak':
        return void (await follower.send(follower.message('voice', { MediaId: 'voice', Recognition: deed.text })));
      case 'menu':
        return void (await follower.send(follower.event('CLICK', deed.key)));
      case 'follow':
        return void (await follower.follow());
      case 'unfollow':
        follower.follows = false;
        return void (await follower.send(follower.event('unsubscribe')));
      case 'picture':
        return void (await follower.send(
          follower.message('image', { PicUrl: 'http://localhost/p', MediaId: 'picture' }),
        ));
      case 'place':
        return void (await follower.send(follower.message('location', { Location_X: '31.2', Location_Y: '121.5' })));
    }
  }

  private async ask(path: string): Promise<unknown> {
    try {
      const response = await fetch(`${this.assistant}${path}`, { signal: AbortSignal.timeout(5000) });
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += (chunk as Buffer).length;
    if (size > bodyBytesMax) throw new Error('too long');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function json(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  res.end(JSON.stringify(body));
}

/** Listens; throws TryProblem where there is no assistant that takes this account. */
export async function startTry({ account, assistant, port }: TrySettings): Promise<FakePlatform> {
  const server = new TryServer(assistant);
  const door = () => `${assistant}/wechat`;
  const platform = await FakePlatform.start({ account, door, port, page: server.page }).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw taken ? new TryProblem(`Port ${port} is taken: is another wechat:try running?`) : error;
  });
  server.platform = platform;
  platform.pictures.set('picture', jpeg());
  const visitor = platform.follower();
  const answer = await attempt(platform, visitor.event('VIEW', 'http://localhost/'));
  if (answer === 'success') return platform;
  await platform.close();
  const isThere = await fetch(`${assistant}/health`).then(
    (response) => response.ok,
    () => false,
  );
  throw new TryProblem(
    isThere
      ? `The assistant at ${assistant} has a WeChat account of its own: start it without WECHAT_… and MicrosoftApp….`
      : `Nothing answers at ${assistant}: run npm start first, in another terminal.`,
  );
}
