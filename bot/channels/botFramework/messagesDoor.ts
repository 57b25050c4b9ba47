// POST /api/messages: the Bot Framework's door, through the SDK's CloudAdapter.
import type { CloudAdapter, TurnContext } from 'botbuilder';
import { StatusCodes } from 'botbuilder';
import type { Request, Response } from 'restify';
import type { Identity } from '../../config/config';
import { HttpProblem } from '../../http/problem';
import { readJsonObject } from '../../http/readBody';
import type { Handler } from '../../http/route';
import type { InFlight } from '../../ops/inFlight';
import { readActivity } from './incomingActivity';
import { isLoopbackUrl } from './loopback';

export interface MessagesDoor {
  readonly identity: Identity;
  readonly adapter: CloudAdapter;
  readonly inFlight: InFlight;
  runTurn(context: TurnContext): Promise<void>;
}

export function messagesHandler(door: MessagesDoor): Handler {
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
    // The SDK reads these three of a request; a body that we have read and checked takes the place of its own.
    const request = { method: 'POST', headers: { ...req.headers }, body };
    await door.inFlight.track(door.adapter.process(request, res, (context) => door.runTurn(context)));
  };
}
