// One call of the console's API, as a handler sees it: who asks, with what, and how to answer.
import type { Request, Response } from 'restify';
import type { z } from 'zod';
import type { Role, StaffRecord, StaffSession } from '../../../../data/domain/bank/staff';
import type { CalendarDate } from '../../../../data/domain/calendar/calendar';
import type { Instant } from '../../../../data/domain/calendar/instant';
import { readJsonObject } from '../../../http/readBody';
import { ConsoleProblem } from '../../problems';
import { readBySchema } from '../../schemaProblems';

export interface SignedIn {
  readonly person: StaffRecord;
  readonly session: StaffSession;
}

export interface Moment {
  readonly now: Instant;
  /** Day of `now` in the bank's time zone. */
  readonly today: CalendarDate;
}

/** What a handler gives back: JSON with a status, or undefined when it has written the answer itself. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
export const ok = (body: unknown): Answer => ({ status: 200, body });
/** Taken in, and not done yet. */
export const accepted = (body: unknown): Answer => ({ status: 202, body });
export const created = (body: unknown): Answer => ({ status: 201, body });

export type Handle = (call: Call) => Promise<Answer | undefined> | Answer | undefined;

export class Call {
  constructor(
    readonly req: Request,
    readonly res: Response,
    readonly moment: Moment,
    private readonly signedIn: SignedIn | null,
  ) {}

  get now(): Instant {
    return this.moment.now;
  }
  get today(): CalendarDate {
    return this.moment.today;
  }

  /** Whoever asks; the router lets no one through to a handler that needs somebody. */
  get person(): StaffRecord {
    return this.caller.person;
  }
  get session(): StaffSession {
    return this.caller.session;
  }
  private get caller(): SignedIn {
    if (this.signedIn === null) throw new ConsoleProblem('unauthenticated');
    return this.signedIn;
  }
  get username(): string {
    return this.person.username;
  }
  has(role: Role): boolean {
    return this.person.roles.includes(role);
  }

  param(name: string): string {
    const value: unknown = this.req.params?.[name];
    return typeof value === 'string' ? value : '';
  }

  /** The query by a schema; a parameter that is empty counts as absent. */
  query<T>(schema: z.ZodType<T>): T {
    const given = new URLSearchParams(this.req.getQuery());
    return this.checked(schema, Object.fromEntries([...given].filter(([, value]) => value !== '')));
  }

  /** The body by a schema; 422 with the fields at fault otherwise. */
  async body<T>(schema: z.ZodType<T>, limitBytes?: number): Promise<T> {
    return this.checked(schema, await readJsonObject(this.req, true, limitBytes));
  }

  private checked<T>(schema: z.ZodType<T>, value: unknown): T {
    const read = readBySchema(schema, value);
    if (!read.ok) throw new ConsoleProblem('invalid', { details: read.problems });
    return read.value;
  }
}
