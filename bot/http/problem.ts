// An answer that refuses: a status, a short code for programs, and a sentence for people. Never a stack trace.
import type { Response } from 'restify';

export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** When it may be tried again, where that is known. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}

export const badRequest = (message: string) => new HttpProblem(400, 'BadArgument', message);
export const forbidden = (message: string) => new HttpProblem(403, 'Forbidden', message);
export const notFound = (message: string) => new HttpProblem(404, 'NotFound', message);

export function sendProblem(res: Response, problem: HttpProblem): void {
  if (res.headersSent) return;
  if (problem.retryAfterSeconds !== null) res.setHeader('Retry-After', String(problem.retryAfterSeconds));
  sendJson(res, problem.status, { error: { code: problem.code, message: problem.message } });
}

/** Sends JSON past restify's content negotiation, so that an odd Accept header is no reason to fail. */
export function sendJson(res: Response, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': bytes.length });
  res.end(bytes);
}
