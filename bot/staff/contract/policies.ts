// Versions of offer limits, contact rules, utterance rules and approved answers: policies/:kind/…
import { z } from 'zod';
import { calendarDateSchema } from '../../../data/domain/calendar/calendar';
import { bilingualSchema, expectedVersionSchema, localeSchema, problemDetailSchema } from './common';

export const policyKindSchema = z.enum(['offerLimits', 'contactRules', 'utteranceRules', 'answers']);
export type PolicyKind = z.infer<typeof policyKindSchema>;

/**
 * 'effective' is the approved version in force today; 'retired' one that was in force before it; 'discarded' a draft that was
 * given up (lists leave it out); 'cancelled' an approved version that was called off before its first day.
 */
export const policyStatusSchema = z.enum([
  'draft',
  'submitted',
  'returned',
  'approved',
  'effective',
  'retired',
  'discarded',
  'cancelled',
]);
export type PolicyStatus = z.infer<typeof policyStatusSchema>;

export const policySummarySchema = z.object({
  kind: policyKindSchema,
  version: z.string(),
  status: policyStatusSchema,
  /** First day in force; null until approved. For a draft made by rollback: the day that was wished for. */
  effectiveFrom: calendarDateSchema.nullable(),
  basedOn: z.string().nullable(),
  reason: z.string(),
  author: z.string(),
  createdAt: z.string(),
  approver: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** What the checker wrote when returning it. */
  comment: z.string(),
  /** Goes back as `expectedVersion`. */
  documentVersion: z.number().int(),
  /** True for the version that came with the program; it can be compared with and gone back to, not changed. */
  shipped: z.boolean(),
  /** What the signed-in user may do with it now. */
  may: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    discard: z.boolean(),
    decide: z.boolean(),
    cancel: z.boolean(),
    rollback: z.boolean(),
  }),
});
export type PolicySummary = z.infer<typeof policySummarySchema>;

/** GET policies/:kind, newest first. */
export const policyListSchema = z.object({
  kind: policyKindSchema,
  inForce: z.string(),
  today: calendarDateSchema,
  versions: z.array(policySummarySchema),
});
export type PolicyList = z.infer<typeof policyListSchema>;

/** GET policies/:kind/:version, and the answer of every write to a version. */
export const policyDocumentSchema = z.object({
  summary: policySummarySchema,
  /** In the form of the kind's JSON Schema. */
  value: z.unknown(),
  problems: z.array(problemDetailSchema),
});
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;

/** GET policies/:kind/schema: JSON Schema (title/description English, `zh: {title, description}`, `unit`, `step`) and uiSchema. */
export const policySchemaSchema = z.object({
  kind: policyKindSchema,
  jsonSchema: z.record(z.string(), z.unknown()),
  uiSchema: z.record(z.string(), z.unknown()),
  /** Fields that the program sets by itself and the form leaves out or shows read-only. */
  readOnly: z.array(z.string()),
  /** Words for units: fen, days, months, seconds, share, count, sharePerMonth. */
  units: z.record(z.string(), bilingualSchema),
});
export type PolicySchema = z.infer<typeof policySchemaSchema>;

/** POST policies/:kind/drafts. */
export const draftRequestSchema = z.object({
  basedOn: z.string().min(1),
  value: z.unknown(),
  reason: z.string().trim().min(1).max(1000),
});
export type DraftRequest = z.infer<typeof draftRequestSchema>;

/** PUT policies/:kind/:version. */
export const changeDraftRequestSchema = z.object({
  value: z.unknown(),
  reason: z.string().trim().min(1).max(1000),
  expectedVersion: expectedVersionSchema,
});
export type ChangeDraftRequest = z.infer<typeof changeDraftRequestSchema>;

/** POST …/check with an optional value (else the stored one). */
export const checkRequestSchema = z.object({ value: z.unknown().optional() });
export type CheckRequest = z.infer<typeof checkRequestSchema>;
export const checkAnswerSchema = z.object({ problems: z.array(problemDetailSchema) });
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;

/** POST …/try: what the rules of a draft find in a sentence; kind utteranceRules. 422 where the rules cannot be used. */
export const tryRequestSchema = z.object({
  value: z.unknown(),
  text: z.string().trim().min(1).max(2000),
  locale: localeSchema,
});
export type TryRequest = z.infer<typeof tryRequestSchema>;
export const tryAnswerSchema = z.object({
  hits: z.array(
    z.object({
      rule: z.string(),
      matched: z.string(),
      action: z.enum(['block', 'rewrite', 'warnStaff']),
      reason: bilingualSchema,
    }),
  ),
});
export type TryAnswer = z.infer<typeof tryAnswerSchema>;

/** POST …/submit. */
export const submitRequestSchema = z.object({ expectedVersion: expectedVersionSchema });
export type SubmitRequest = z.infer<typeof submitRequestSchema>;

/** POST …/withdraw and POST …/discard: a submission taken back, a draft given up. */
export const ownStepRequestSchema = submitRequestSchema;

/** POST …/cancel: an approved version called off before its first day. */
export const cancelRequestSchema = z.object({
  comment: z.string().trim().min(1).max(1000),
  expectedVersion: expectedVersionSchema,
});
export type CancelRequest = z.infer<typeof cancelRequestSchema>;
/** POST …/approve. */
export const approveRequestSchema = z.object({
  effectiveFrom: calendarDateSchema,
  expectedVersion: expectedVersionSchema,
  comment: z.string().max(1000).optional(),
});
export type ApproveRequest = z.infer<typeof approveRequestSchema>;
/** POST …/return. */
export const returnRequestSchema = z.object({
  comment: z.string().trim().min(1).max(1000),
  expectedVersion: expectedVersionSchema,
});
export type ReturnRequest = z.infer<typeof returnRequestSchema>;
/** POST …/rollback → the new draft. */
export const rollbackRequestSchema = z.object({
  reason: z.string().trim().min(1).max(1000),
  effectiveFrom: calendarDateSchema,
});
export type RollbackRequest = z.infer<typeof rollbackRequestSchema>;

/** GET policies/:kind/compare?from=&to= */
export const differenceSchema = z.object({
  path: z.string(),
  label: bilingualSchema,
  /** fen, days, months, share, count, sharePerMonth; null for words. */
  unit: z.string().nullable(),
  /** The value; null where the field or list entry is not there. */
  before: z.unknown(),
  after: z.unknown(),
});
export type Difference = z.infer<typeof differenceSchema>;
export const comparisonSchema = z.object({ from: z.string(), to: z.string(), differences: z.array(differenceSchema) });
export type Comparison = z.infer<typeof comparisonSchema>;

/** GET …/:version/reading: what the version says, in plain words. */
export const readingSchema = z.object({ version: z.string(), lines: z.array(bilingualSchema) });
export type Reading = z.infer<typeof readingSchema>;

/** GET …/:version/export, and what `npm run policy -- import` and the console's import (POST policies/:kind/drafts) take. */
export const policyFileSchema = z.object({
  kind: policyKindSchema,
  version: z.string(),
  effectiveFrom: calendarDateSchema.nullable(),
  reason: z.string(),
  value: z.unknown(),
});
export type PolicyFile = z.infer<typeof policyFileSchema>;
