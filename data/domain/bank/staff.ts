// The bank's people who work in the console: who they are, and what they may do.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { instantSchema } from '../calendar/instant';

export const roleSchema = z.enum(['maker', 'checker', 'agent', 'supervisor', 'auditor', 'administrator']);
export type Role = z.infer<typeof roleSchema>;

/**
 * Roles that one person does not hold together: who drafts does not approve, who gives roles neither drafts nor approves,
 * and who audits does none of what is audited.
 */
const apart: readonly (readonly [Role, Role])[] = [
  ['administrator', 'maker'],
  ['administrator', 'checker'],
  ['maker', 'checker'],
  ['administrator', 'auditor'],
  ['maker', 'auditor'],
  ['checker', 'auditor'],
  ['agent', 'auditor'],
  ['supervisor', 'auditor'],
];

const areApart = (one: Role, other: Role): boolean =>
  apart.some(([a, b]) => (a === one && b === other) || (a === other && b === one));

/** Two of the roles that do not go together; undefined when all do. */
export function rolesInConflict(roles: readonly Role[]): readonly [Role, Role] | undefined {
  for (const one of roles) {
    const other = roles.find((role) => areApart(one, role));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

/** The order in which roles stay when some have to go: an administrator can put right what is wrong with the others. */
const precedence: readonly Role[] = ['administrator', 'agent', 'supervisor', 'maker', 'checker', 'auditor'];

/** The roles that count for somebody who was given too many: each that goes with those before it. */
export function separatedRoles(roles: readonly Role[]): Role[] {
  const kept: Role[] = [];
  for (const role of precedence) if (roles.includes(role) && !kept.some((one) => areApart(one, role))) kept.push(role);
  return kept;
}

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
  /** Hashes of the marks of browsers in which they signed in, the latest last. Guessing elsewhere does not hold these up. */
  browsers: z.array(z.string()).optional(),
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
  /** Day of `endsAt` in the bank's time zone, by which old sessions are found. */
  endsOn: calendarDateSchema,
});
export type StaffSession = z.infer<typeof staffSessionSchema>;
