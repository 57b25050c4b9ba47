// Refusals of the console: a status, a code for programs, and a sentence in both languages for people.
import type { Bilingual, ErrorBody, ErrorCode, ProblemDetail } from './contract/common';
import { staffText, type TextName, type Values } from './text/staffText';

export type ProblemText = TextName<'problem'>;

const statuses: Readonly<Record<ErrorCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  csrf: 403,
  mustChangePassword: 403,
  notFound: 404,
  conflict: 409,
  invalid: 422,
  badRequest: 400,
  tooLarge: 413,
  unsupportedMediaType: 415,
  lockedOut: 429,
  wrongPassword: 401,
  ownDraft: 403,
  notOwnDraft: 403,
  wrongStatus: 409,
  guardBlocked: 422,
  taken: 409,
  notHolder: 403,
  ownWords: 403,
  duplicate: 409,
  rolesApart: 403,
  notSecure: 403,
  unavailable: 503,
  internal: 500,
};

export const problemText = (name: ProblemText, values: Values = {}): Bilingual => staffText('problem', name, values);

export interface ProblemMore {
  /** Says more than the code's own sentence. */
  readonly message?: Bilingual;
  readonly details?: readonly ProblemDetail[];
  readonly current?: unknown;
  readonly retryAfterSeconds?: number;
}

export class ConsoleProblem extends Error {
  override readonly name = 'ConsoleProblem';
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    private readonly more: ProblemMore = {},
  ) {
    super(code);
    this.status = statuses[code];
  }

  get retryAfterSeconds(): number | undefined {
    return this.more.retryAfterSeconds;
  }

  body(): ErrorBody {
    const { message = problemText(this.code), details, current, retryAfterSeconds } = this.more;
    return {
      error: {
        code: this.code,
        message,
        ...(details === undefined ? {} : { details: [...details] }),
        ...(current === undefined ? {} : { current }),
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      },
    };
  }
}

/** One thing that is wrong with one field. */
export const detail = (path: string, name: ProblemText, values: Values = {}): ProblemDetail => ({
  path,
  message: problemText(name, values),
});

export const invalid = (...details: readonly ProblemDetail[]): ConsoleProblem =>
  new ConsoleProblem('invalid', { details });
export const notFound = (): ConsoleProblem => new ConsoleProblem('notFound');
export const conflict = (current: unknown): ConsoleProblem => new ConsoleProblem('conflict', { current });
