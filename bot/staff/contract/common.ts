// What every area of the console's API shares: roles, words in both languages, errors, pages.
import { z } from 'zod';
import { type Role, roleSchema, usernameSchema } from '../../../data/domain/bank/staff';
import { localeSchema } from '../../../data/domain/customer/customerTurn';

export const roles = roleSchema.options;
export type { Role };

export const bilingualSchema = z.object({ 'zh-CN': z.string(), 'en-US': z.string() });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** The version of a document as it was read; a write says which one it changes. */
export const expectedVersionSchema = z.number().int().positive();

export const problemDetailSchema = z.object({
  /** Field at fault, dots between its parts ("segments.0.monthlyRateList"); '' for the whole. */
  path: z.string(),
  message: bilingualSchema,
});
export type ProblemDetail = z.infer<typeof problemDetailSchema>;

export const errorCodeSchema = z.enum([
  'unauthenticated',
  'forbidden',
  'csrf',
  'mustChangePassword',
  'notFound',
  'conflict',
  'invalid',
  'badRequest',
  'tooLarge',
  'unsupportedMediaType',
  'lockedOut',
  'wrongPassword',
  'ownDraft',
  'notOwnDraft',
  'wrongStatus',
  'guardBlocked',
  'taken',
  'notHolder',
  'ownWords',
  'duplicate',
  'rolesApart',
  'notSecure',
  'unavailable',
  'internal',
]);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** The body of every answer that is not a success. */
export const errorBodySchema = z.object({
  error: z.object({
    code: errorCodeSchema,
    message: bilingualSchema,
    details: z.array(problemDetailSchema).optional(),
    /** With `conflict`: the document as it is now, in the form of its GET. */
    current: z.unknown().optional(),
    /** With `lockedOut`: seconds until the next attempt counts. */
    retryAfterSeconds: z.number().optional(),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;

/** `next` goes back as `after`; null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
export type PageOf<T> = { items: T[]; next: string | null };

export const okSchema = z.object({ ok: z.literal(true) });
export type Ok = z.infer<typeof okSchema>;

export { localeSchema, roleSchema, usernameSchema };
