// The bank's people who work in the console: who they are, what they may do, and how their attempts to sign in are counted.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { instantSchema } from '../calendar/instant';

export const roleSchema = z.enum(['maker', 'checker', 'agent', 'supervisor', 'auditor', 'administrator']);
export type Role = z.infer<typeof roleSchema>;

export const usernameSchema = z.string().regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/);

export const staffRecordSchema = z.object({
  username: usernameSchema,
  displayName: z.string().min(1),
  roles: z.array(roleSchema),
  /** oidc: known to the bank's own directory, which then also tells the roles. */
  source: z.enum(['local', 'oidc']),
  /** Who it is in the directory (issuer and subject), so that a name given to somebody else opens nothing. */
  subject: z.string().nullable(),
  /** argon2id with its salt and costs; null for people of the directory. */
  passwordHash: z.string().nullable(),
  mustChangePassword: z.boolean(),
  disabled: z.boolean(),
  createdAt: instantSchema,
  lastSignInAt: instantSchema.nullable(),
});
export type StaffRecord = z.infer<typeof staffRecordSchema>;

/** A signed-in browser. The cookie's token is not kept, only its hash. */
export const staffSessionSchema = z.object({
  tokenHash: z.string().min(1),
  username: z.string(),
  csrfToken: z.string().min(1),
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
  /** The end for good, however busy the session is. */
  endsAt: instantSchema,
  /** Day of `endsAt`, by which old sessions are found. */
  endsOn: calendarDateSchema,
});
export type StaffSession = z.infer<typeof staffSessionSchema>;

/** Failed attempts of one name, or from one address. */
export const signInAttemptsSchema = z.object({
  key: z.string().min(1),
  failures: z.number().int().nonnegative(),
  firstAt: instantSchema,
  lockedUntil: instantSchema.nullable(),
  day: calendarDateSchema,
});
export type SignInAttempts = z.infer<typeof signInAttemptsSchema>;

export interface AttemptRule {
  readonly failuresMax: number;
  /** Minutes in which failures add up, and for which the lock then holds. */
  readonly windowMinutes: number;
}

const minutesAfter = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** Seconds until another attempt counts; 0 when it does now. */
export const lockedSeconds = (attempts: SignInAttempts | undefined, now: string): number =>
  attempts?.lockedUntil == null
    ? 0
    : Math.max(0, Math.ceil((Date.parse(attempts.lockedUntil) - Date.parse(now)) / 1000));

/** The count after an attempt turned out to be none of the failures it was held for; a lock that it brought about ends with it. */
export const withoutAttempt = (counted: SignInAttempts): SignInAttempts => ({
  ...counted,
  failures: Math.max(0, counted.failures - 1),
  lockedUntil: null,
});

/** The count after one more attempt, which is held for a failure until it has succeeded. */
export function countAttempt(
  before: SignInAttempts | undefined,
  key: string,
  now: string,
  rule: AttemptRule,
): SignInAttempts {
  const isOver = before === undefined || minutesAfter(before.firstAt, rule.windowMinutes) <= now;
  const failures = isOver ? 1 : before.failures + 1;
  const firstAt = isOver ? now : before.firstAt;
  const lockedUntil = failures >= rule.failuresMax ? minutesAfter(now, rule.windowMinutes) : null;
  return { key, failures, firstAt, lockedUntil, day: now.slice(0, 10) };
}
