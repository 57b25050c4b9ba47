// The token of the account: fetched once however many messages wait for it, renewed before it ends, and anew when it is refused.
import { z } from 'zod';
import { askPlatform, type PlatformAnswer, PlatformUnreached } from './platformHttp';

export interface TokenParts {
  readonly appId: string;
  readonly appSecret: string;
  readonly apiBase: string;
  /** Milliseconds since 1970. */
  now(): number;
}

const tokenSchema = z.object({ access_token: z.string().min(1).max(1024), expires_in: z.number().positive() });

/** In its last five minutes the platform gives a new token and still takes the old one. */
const earlyMsMax = 300_000;
/** Of a token that lives shorter than usual, the last tenth. */
const earlyShare = 0.1;

interface Held {
  readonly token: string;
  readonly renewAt: number;
}

/** The platform gave no token: the id or secret is wrong, or this machine's address is not on its list. */
export class TokenRefused extends Error {
  constructor(readonly errcode: number) {
    super('the WeChat platform gives no access token');
    this.name = `TokenRefused${errcode}`;
  }
}

export class AccessToken {
  private held: Held | null = null;
  private fetching: Promise<Held> | null = null;

  constructor(private readonly parts: TokenParts) {}

  async get(): Promise<string> {
    const { held } = this;
    if (held !== null && this.parts.now() < held.renewAt) return held.token;
    return (await this.fetch(false)).token;
  }

  /** After `refused` was not taken: the one that somebody else has fetched meanwhile, or a new one. */
  async instead(refused: string): Promise<string> {
    if (this.held !== null && this.held.token !== refused) return this.held.token;
    this.held = null;
    const next = await this.fetch(false);
    // Refused before its time, the platform goes on giving the same one until it is told to make another.
    return next.token === refused ? (await this.fetch(true)).token : next.token;
  }

  private fetch(force: boolean): Promise<Held> {
    this.fetching ??= this.ask(force).finally(() => {
      this.fetching = null;
    });
    return this.fetching;
  }

  private async ask(force: boolean): Promise<Held> {
    const answer = await this.askEither(force);
    const read = tokenSchema.safeParse(answer);
    if (!read.success) throw new TokenRefused(answer.errcode);
    const { access_token: token, expires_in: seconds } = read.data;
    const lifeMs = seconds * 1000;
    this.held = { token, renewAt: this.parts.now() + lifeMs - Math.min(earlyMsMax, lifeMs * earlyShare) };
    return this.held;
  }

  /** The address for a token that other programs of the bank may share; a relay of the bank's own may know only the older one. */
  private async askEither(force: boolean): Promise<PlatformAnswer> {
    const { appId: appid, appSecret: secret, apiBase } = this.parts;
    const asked = { grant_type: 'client_credential', appid, secret };
    try {
      return await askPlatform(`${apiBase}/cgi-bin/stable_token`, { ...asked, force_refresh: force });
    } catch (error) {
      if (!(error instanceof PlatformUnreached) || error.status !== 404) throw error;
      return askPlatform(`${apiBase}/cgi-bin/token?${new URLSearchParams(asked).toString()}`, null);
    }
  }
}
