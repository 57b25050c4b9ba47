// Wraps an asynchronous handler: problems become answers, surprises are logged without personal data and answered 500.
import type { Request, Response } from 'restify';
import { errorFacts, type Log } from '../ops/log';
import { HttpProblem, sendProblem } from './problem';

export type Handler = (req: Request, res: Response) => Promise<void> | void;

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
