// POST /api/messages: the Bot Framework's door, through the SDK's CloudAdapter.
import { StatusCodes, type TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Request, Response } from 'restify';
import type { Identity } from '../../config/channels/identity';
import { isLoopbackUrl } from '../../http/loopback';
import { HttpProblem, sendJson } from '../../http/problem';
import { readJsonObject } from '../../http/readBody';
import type { Handler, Route } from '../../http/route';
import type { InFlight } from '../../ops/inFlight';
import { TurnFailed } from '../../turn/turnErrors';
import type { ChannelAdapter } from './channelAdapter';
import { readActivity } from './incomingActivity';

export interface MessagesDoor {
  readonly identity: Identity;
  readonly adapter: ChannelAdapter;
  readonly inFlight: InFlight;
  runTurn(context: TurnContext): Promise<void>;
}

export const messagesRoute = (door: MessagesDoor): Route => ({
  method: 'post',
  path: '/api/messages',
  access: 'channel',
  handler: messagesHandler(door),
});

function messagesHandler(door: MessagesDoor): Handler {
  return async (req: Request, res: Response) => {
    if (door.inFlight.isClosing)
      throw new HttpProblem(503, 'ShuttingDown', 'The server is restarting. Send it again in a moment.');
    const body = await readJsonObject(req);
    const activity = readActivity(body);
    // A bot that checks nobody must not become a way to post to any address.
    if (door.identity.kind === 'developer' && !(await isLoopbackUrl(activity.serviceUrl)))
      throw new HttpProblem(
        StatusCodes.BAD_REQUEST,
        'ServiceUrl',
        'Without an app id this bot answers only channels on this machine.',
      );
    const turn = door.adapter.receive(req.headers.authorization ?? '', activity, door.runTurn);
    const answer = await door.inFlight.track(turn.catch(refuse));
    if (answer?.body === undefined) {
      res.writeHead(answer?.status ?? StatusCodes.OK, { 'Content-Length': 0 });
      res.end();
    } else sendJson(res, answer.status, answer.body);
  };
}

function refuse(error: unknown): never {
  if (error instanceof TurnFailed) throw new HttpProblem(503, error.name, error.message, 1);
  if (error instanceof AuthenticationError)
    throw new HttpProblem(StatusCodes.UNAUTHORIZED, 'Unauthorized', 'Only Bot Framework channels are answered here.');
  throw error;
}
