// GET and POST /wechat: proves that the platform asks, and carries each message into a turn and the first words of its reply back.
// Within five seconds they go in the same request; after that it is told "taken", and the words follow by the platform's API.
import { once } from 'node:events';
import type { Activity, TurnContext } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { Request, Response } from 'restify';
import { badRequest, forbidden, HttpProblem } from '../../http/problem';
import { readBytes } from '../../http/readBody';
import type { Route } from '../../http/route';
import type { InFlight } from '../../ops/inFlight';
import { errorFacts, type Log } from '../../ops/log';
import { TurnFailed } from '../../turn/turnErrors';
import { activityOf } from './activityOf';
import { type Caller, Exchange, taken } from './exchange';
import { readMessage, type WeChatMessage } from './incoming';
import type { Notices } from './notices';
import type { OfficialAccount, Signature } from './officialAccount';
import type { WaitingMessages } from './waitingMessages';
import type { WeChatAdapter } from './weChatAdapter';
import { xmlBytesMax } from './xml';

export interface DoorParts {
  readonly account: OfficialAccount;
  readonly adapter: WeChatAdapter;
  readonly waiting: WaitingMessages;
  readonly notices: Pick<Notices, 'result'>;
  readonly inFlight: InFlight;
  readonly log: Log;
  /** Milliseconds within which an answer goes back in its own request. */
  readonly answerMs: number;
  runTurn(context: TurnContext): Promise<void>;
}

/** The platform gives up after 5 s; the way there and back is part of them. */
export const answerMsOfPlatform = 4_500;

/** Answers for those who ask again: the platform does so for 15 seconds, the store remembers for good. */
const exchangesMax = 2_000;
const exchangeMs = 60_000;

const echoLengthMax = 512;
const notThePlatform = () => forbidden('Only the platform is answered here.');

function signatureIn(req: Request): Signature & { readonly echo: string } {
  const query = new URLSearchParams(req.getQuery());
  const value = (name: string) => query.get(name) ?? '';
  return {
    signature: value('signature'),
    timestamp: value('timestamp'),
    nonce: value('nonce'),
    msgSignature: value('msg_signature'),
    echo: value('echostr'),
  };
}

function sendText(res: Response, body: string): void {
  const bytes = Buffer.from(body);
  const type = body.startsWith('<') ? 'application/xml' : 'text/plain';
  res.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': bytes.length });
  res.end(bytes);
}

const callerOf = (res: Response): Caller => ({
  async end(body) {
    if (res.writableEnded || res.destroyed) return false;
    const closed = new AbortController();
    const ended = Promise.race([
      once(res, 'finish', { signal: closed.signal }).then(() => true),
      once(res, 'close', { signal: closed.signal }).then(() => res.writableFinished),
    ]);
    sendText(res, body);
    return ended.finally(() => closed.abort());
  },
});

export class WeChatDoor {
  private readonly exchanges = new LRUCache<string, Exchange>({ max: exchangesMax, ttl: exchangeMs });

  constructor(private readonly parts: DoorParts) {}

  routes(): Route[] {
    return [
      { method: 'get', path: '/wechat', access: 'channel', handler: (req, res) => this.prove(req, res) },
      { method: 'post', path: '/wechat', access: 'channel', handler: (req, res) => this.hear(req, res) },
    ];
  }

  /** The platform tries an address before it uses it: its own words come back, and nobody else's. */
  private prove(req: Request, res: Response): void {
    const asked = signatureIn(req);
    if (!this.parts.account.isFromPlatform(asked) || asked.echo.length > echoLengthMax) throw notThePlatform();
    sendText(res, asked.echo);
  }

  private async hear(req: Request, res: Response): Promise<void> {
    const { account, inFlight, notices } = this.parts;
    if (inFlight.isClosing)
      throw new HttpProblem(503, 'ShuttingDown', 'The server is restarting. Send it again in a moment.');
    const body = (await readBytes(req, xmlBytesMax)).toString('utf8');
    const opened = account.open(signatureIn(req), body);
    if (opened.kind === 'forged') throw notThePlatform();
    const message = opened.kind === 'xml' ? readMessage(opened.xml) : undefined;
    if (message === undefined) throw badRequest('Not a message of the platform.');
    switch (message.kind) {
      case 'words':
      case 'picture':
      case 'file':
      case 'arrival':
        return this.answer(message, activityOf(message), res);
      case 'templateResult':
        await notices.result(message.messageId, message.status);
        return sendText(res, taken);
      case 'left':
      case 'nothing':
        return sendText(res, taken);
    }
  }

  private async answer({ openId, id }: WeChatMessage, activity: Partial<Activity>, res: Response): Promise<void> {
    const key = JSON.stringify([openId, id]);
    const exchange = this.exchanges.get(key) ?? new Exchange();
    this.exchanges.set(key, exchange);
    const caller = callerOf(res);
    await exchange.joinedBy(caller);
    if (!exchange.isOpen) return;
    exchange.turn ??= this.turn(activity, exchange).finally(() => {
      exchange.turn = null;
    });
    await this.inTime(exchange, exchange.turn, caller, activity);
  }

  private turn(activity: Partial<Activity>, exchange: Exchange): Promise<void> {
    const { adapter, waiting, inFlight, runTurn } = this.parts;
    const turn = waiting.during(activity, () => adapter.receive(activity, exchange, runTurn));
    // Who asked may have gone by the time at which it fails.
    turn.catch(() => undefined);
    return inFlight.track(turn);
  }

  /** Ends the request with the turn, or before it once the message is kept. */
  private async inTime(exchange: Exchange, turn: Promise<void>, caller: Caller, activity: Partial<Activity>) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, this.parts.answerMs, 'late');
    });
    try {
      if ((await Promise.race([turn, late])) === 'late' && exchange.isOpen) await this.parts.waiting.keep(activity);
      await exchange.endWithoutWords(caller);
    } catch (error) {
      if (!(error instanceof TurnFailed)) this.parts.log.error(errorFacts(error), 'a message was not taken in');
      // Answered already, nobody asks any more; else the platform sends it again.
      if (exchange.release(caller)) throw new HttpProblem(503, 'TurnFailed', 'The message was not taken in.', 1);
    } finally {
      clearTimeout(timer);
    }
  }
}
