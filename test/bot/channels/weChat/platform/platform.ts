// The WeChat platform as far as an official account meets it, as an HTTP server of its own: followers, tokens, messages to them
// within the platform's limits, templates, menus. It can be told to refuse, to be slow and to be down.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sender, SenderAccount } from './deliver';
import { Follower } from './follower';

export interface ApiCall {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly token: string;
}

export interface PlatformSettings {
  readonly account: SenderAccount & { readonly appSecret: string };
  /** The address of the account's /wechat. */
  door(): string;
  readonly port?: number;
  /** How long one of the platform's seconds takes here. */
  readonly secondMs?: number;
  /** Seconds that a token is good for. */
  readonly tokenSeconds?: number;
  /** Calls to the API in a minute; more are refused with 45009. */
  readonly callsPerMinuteMax?: number;
  /** What else this server answers: true once it has. */
  page?(req: IncomingMessage, res: ServerResponse): boolean;
}

/** A number of the platform's, or what becomes of the connection: broken off, or left without an answer. */
type Refusal = number | 'broken' | 'silent' | undefined;

const textBytesMax = 2048;

export class FakePlatform implements Sender {
  /** Everything that was asked of the API, and what of it was not refused by order of a test. */
  readonly asked: ApiCall[] = [];
  readonly calls: ApiCall[] = [];
  tokensGiven = 0;
  menu: unknown = null;
  /** Pictures by the platform's names for them. */
  readonly pictures = new Map<string, Buffer>();
  /** False for a relay that knows only the older address for tokens. */
  hasStableToken = true;
  /** Asked before each call to the API. */
  refuse: ((call: ApiCall) => Refusal | Promise<Refusal>) | null = null;
  isClosed = false;
  readonly secondMs: number;
  readonly account: PlatformSettings['account'];
  private readonly followers = new Map<string, Follower>();
  private readonly tokens = new Map<string, number>();
  private readonly callTimes: number[] = [];
  private skippedMs = 0;
  private lastId = Date.now() * 1000;

  private constructor(
    private readonly settings: PlatformSettings,
    private readonly server: Server,
  ) {
    this.account = settings.account;
    this.secondMs = settings.secondMs ?? 1000;
  }

  static async start(settings: PlatformSettings): Promise<FakePlatform> {
    const server = createServer();
    const platform = new FakePlatform(settings, server);
    server.on('request', (req, res) => {
      if (settings.page?.(req, res) === true) return;
      void platform.answer(req, res);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(settings.port ?? 0, '127.0.0.1', resolve);
    });
    return platform;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  door(): string {
    return this.settings.door();
  }

  now(): number {
    return Date.now() + this.skippedMs;
  }

  /** Time goes by on the platform. */
  skip(milliseconds: number): void {
    this.skippedMs += milliseconds;
  }

  newMessageId(): string {
    this.lastId += 1;
    return String(this.lastId);
  }

  follower(openId = `o${randomBytes(20).toString('base64url')}`): Follower {
    const known = this.followers.get(openId);
    if (known !== undefined) return known;
    const follower = new Follower(openId, this);
    this.followers.set(openId, follower);
    return follower;
  }

  /** Every token given so far is good for nothing any more. */
  endTokens(): void {
    this.tokens.clear();
  }

  /** Calls to one address of the API, such as 'message/custom/send'. */
  callsTo(path: string): readonly ApiCall[] {
    return this.calls.filter((call) => call.path === `/cgi-bin/${path}`);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', this.address);
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const body: ApiCall['body'] = text === '' ? Object.fromEntries(url.searchParams) : JSON.parse(text);
    const call: ApiCall = { path: url.pathname, body, token: url.searchParams.get('access_token') ?? '' };
    this.asked.push(call);
    const refusal = await this.refuse?.(call);
    if (refusal === 'silent') return;
    if (refusal === 'broken') return void req.socket.destroy();
    const picture = refusal === undefined && call.path === '/cgi-bin/media/get' ? this.pictureOf(call) : undefined;
    if (picture !== undefined) {
      res.writeHead(200, { 'Content-Type': 'image/jpeg' });
      return void res.end(picture);
    }
    const answer = typeof refusal === 'number' ? { errcode: refusal, errmsg: 'refused' } : this.take(call);
    res.writeHead(answer === null ? 404 : 200, { 'Content-Type': 'application/json' });
    res.end(JSON.stringify(answer ?? {}));
  }

  private take(call: ApiCall): object | null {
    const isToken = call.path === '/cgi-bin/stable_token' || call.path === '/cgi-bin/token';
    if (isToken) return this.giveToken(call);
    this.calls.push(call);
    const limit = this.settings.callsPerMinuteMax;
    if (limit !== undefined && this.callTimes.filter((at) => at > this.now() - 60_000).length >= limit)
      return { errcode: 45009, errmsg: 'reach max api daily quota limit' };
    this.callTimes.push(this.now());
    const endsAt = this.tokens.get(call.token);
    if (endsAt === undefined) return { errcode: 40001, errmsg: 'invalid credential' };
    if (endsAt <= this.now()) return { errcode: 42001, errmsg: 'access_token expired' };
    if (call.path === '/cgi-bin/message/custom/send') return this.show(call);
    if (call.path === '/cgi-bin/message/template/send') return this.showTemplate(call);
    if (call.path === '/cgi-bin/media/get') return { errcode: 40007, errmsg: 'invalid media_id' };
    if (call.path === '/cgi-bin/menu/create') {
      this.menu = call.body;
      return { errcode: 0, errmsg: 'ok' };
    }
    return null;
  }

  private pictureOf({ body, token }: ApiCall): Buffer | undefined {
    return (this.tokens.get(token) ?? 0) > this.now() ? this.pictures.get(String(body.media_id)) : undefined;
  }

  private giveToken({ path, body }: ApiCall): object | null {
    if (path === '/cgi-bin/stable_token' && !this.hasStableToken) return null;
    const { appId, appSecret } = this.account;
    if (body.appid !== appId) return { errcode: 40013, errmsg: 'invalid appid' };
    if (body.secret !== appSecret) return { errcode: 40125, errmsg: 'invalid appsecret' };
    const [held] = [...this.tokens].filter(([, endsAt]) => endsAt > this.now() + 300_000);
    const seconds = this.settings.tokenSeconds ?? 7200;
    if (path === '/cgi-bin/stable_token' && held !== undefined && body.force_refresh !== true)
      return { access_token: held[0], expires_in: Math.floor((held[1] - this.now()) / 1000) };
    const token = randomBytes(64).toString('base64url');
    this.tokensGiven += 1;
    this.tokens.set(token, this.now() + seconds * 1000);
    return { access_token: token, expires_in: seconds };
  }

  private show({ body }: ApiCall): object {
    const follower = this.followers.get(String(body.touser));
    if (follower === undefined) return { errcode: 40003, errmsg: 'invalid openid' };
    const { msgtype } = body;
    const content = msgtype === 'text' ? String(Object(body.text).content ?? '') : '';
    if (msgtype === 'text' && (content === '' || Buffer.byteLength(content) > textBytesMax))
      return { errcode: 45002, errmsg: 'content size out of limit' };
    const allowance = follower.takeAllowance();
    if (allowance === 'late')
      return { errcode: 45015, errmsg: 'response out of time limit or subscription is canceled' };
    if (allowance === 'tooMany') return { errcode: 45047, errmsg: 'out of response count limit' };
    if (msgtype === 'text') follower.shown.push({ by: 'api', kind: 'text', text: content });
    else {
      const [article] = Object(body.news).articles ?? [];
      const { title = '', description = '', url = '', picurl = '' } = Object(article);
      follower.shown.push({ by: 'api', kind: 'news', text: `${title}\n${description}`, url, picture: picurl });
    }
    return { errcode: 0, errmsg: 'ok' };
  }

  private showTemplate({ body }: ApiCall): object {
    const follower = this.followers.get(String(body.touser));
    if (follower === undefined || !follower.follows) return { errcode: 43004, errmsg: 'require subscribe' };
    const messageId = this.newMessageId();
    follower.shown.push({ by: 'template', kind: 'template', text: String(body.template_id) });
    const result = follower.event('TEMPLATESENDJOBFINISH');
    setImmediate(() => void follower.send({ ...result, MsgID: messageId, Status: 'success' }));
    return { errcode: 0, errmsg: 'ok', msgid: Number(messageId) };
  }
}
