// Sign-in: POST/GET/DELETE session, POST session/password, GET session/options, GET session/oidc/start.
import { z } from 'zod';
import { bilingualSchema, roleSchema, usernameSchema } from './common';

export const userSchema = z.object({
  username: z.string(),
  displayName: z.string(),
  roles: z.array(roleSchema),
  /** True: every call but `session` and `session/password` is refused with `mustChangePassword`. */
  mustChangePassword: z.boolean(),
  /** 'oidc': the bank's own directory; such a user has no password here. */
  source: z.enum(['local', 'oidc']),
});
export type User = z.infer<typeof userSchema>;

/** GET session/options, open to everyone: what the sign-in page shows. */
export const sessionOptionsSchema = z.object({
  oidc: z.boolean(),
  bankName: bilingualSchema,
  colours: z.object({ primary: z.string(), onPrimary: z.string() }),
  passwordLengthMin: z.number().int(),
});
export type SessionOptions = z.infer<typeof sessionOptionsSchema>;

export const signInRequestSchema = z.object({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** Answer of POST session and GET session. The token goes into `x-csrf-token` of every write. */
export const sessionSchema = z.object({
  user: userSchema,
  csrfToken: z.string(),
  /** When the session ends for good, and after how many minutes without a call. */
  endsAt: z.string(),
  idleMinutes: z.number().int(),
  /** The bank's own (IANA name): every time in the console is shown in it. */
  timeZone: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;

/** POST session/password; the answer is a new Session with a new CSRF token. */
export const changePasswordRequestSchema = z.object({
  current: z.string().min(1).max(256),
  next: z.string().min(1).max(256),
});
export type ChangePasswordRequest = z.infer<typeof changePasswordRequestSchema>;

/** GET users. */
export const staffSchema = userSchema.extend({
  disabled: z.boolean(),
  createdAt: z.string(),
  lastSignInAt: z.string().nullable(),
  version: z.number().int(),
});
export type Staff = z.infer<typeof staffSchema>;
export const staffListSchema = z.object({ users: z.array(staffSchema) });
export type StaffList = z.infer<typeof staffListSchema>;

/** POST users → { user, password }: the password is shown this once. */
export const createStaffRequestSchema = z.object({
  username: usernameSchema,
  displayName: z.string().trim().min(1).max(80),
  roles: z.array(roleSchema).min(1),
});
export type CreateStaffRequest = z.infer<typeof createStaffRequestSchema>;
export const createdStaffSchema = z.object({ user: staffSchema, password: z.string() });
export type CreatedStaff = z.infer<typeof createdStaffSchema>;

/** PATCH users/:id → { user }; POST users/:id/reset → { user, password }. */
export const changeStaffRequestSchema = z.object({
  displayName: z.string().trim().min(1).max(80).optional(),
  roles: z.array(roleSchema).min(1).optional(),
  disabled: z.boolean().optional(),
  expectedVersion: z.number().int().positive(),
});
export type ChangeStaffRequest = z.infer<typeof changeStaffRequestSchema>;
export const changedStaffSchema = z.object({ user: staffSchema });
export type ChangedStaff = z.infer<typeof changedStaffSchema>;
