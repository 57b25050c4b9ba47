// A route and who may use it. Wraps its asynchronous handler: problems become answers, surprises are logged without personal data and answered 500.
import type { Request, Response } from 'restify';
import { errorFacts, type Log } from '../ops/log';
import { HttpProblem, sendProblem } from './problem';

export type Handler = (req: Request, res: Response) => Promise<void> | void;

/** Who gets past a route's own check; a test asks every route for something as a stranger. */
export type Access =
  | 'anyone'
  /** A channel that Bot Framework vouches for, in developer mode this machine; or one that signs what it sends. */
  | 'channel'
  /** The bearer of a token for one conversation. */
  | 'conversation'
  /** Who holds a signed link. */
  | 'signedLink'
  /** Somebody at this machine, in developer mode. */
  | 'thisMachine'
  /** Staff, by the console's own table of routes and roles. */
  | 'staff'
  /** The contact centre, by its secret. */
  | 'contactCentre'
  /** Who runs the machine. */
  | 'watcher';

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'del';
  readonly path: string;
  readonly access: Access;
  readonly handler: Handler;
}

/** The token of "Authorization: Bearer …", or ''. */
export function bearerOf({ headers }: Pick<Request, 'headers'>): string {
  const [, token = ''] = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return token;
}

/** The two-argument asynchronous form that restify takes. */
export const route =
  (log: Log, handler: Handler) =>
  async (req: Request, res: Response): Promise<void> => {
    try {
      await handler(req, res);
    } catch (error) {
      if (error instanceof HttpProblem) {
        // What is left of a refused body is not read: the connection cannot be used again.
        if (error.status === 413) res.setHeader('Connection', 'close');
        return sendProblem(res, error);
      }
      log.error({ ...errorFacts(error), path: req.getPath() }, 'request failed');
      sendProblem(res, new HttpProblem(500, 'Internal', 'Something went wrong on our side. Please try again.'));
    }
  };
