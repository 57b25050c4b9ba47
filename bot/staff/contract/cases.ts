// Cases with their time limits: GET cases, GET cases/:number, POST cases/:number/{take,notes,extend,close}; papers handed in for one:
// GET cases/:number/evidence, and the content of a file with GET cases/:number/evidence/:fileId.
import { z } from 'zod';
import { calendarDateSchema } from '../../../data/domain/calendar/calendar';
import { caseKindSchema } from '../../../data/domain/case/case';
import { evidenceSchema } from '../../../data/domain/case/evidence';
import { paperSchema } from '../../../data/domain/case/paper';
import { expectedVersionSchema, localeSchema, pageOf } from './common';
import { noteSchema } from './desk';

export const caseStatusSchema = z.enum(['open', 'waiting', 'taken', 'closed']);

/** Query of GET cases; each may be absent. `q`: case number, customer id, agency id, or words. */
export const caseQuerySchema = z.object({
  status: caseStatusSchema.optional(),
  kind: caseKindSchema.optional(),
  q: z.string().max(100).optional(),
  after: z.string().max(400).optional(),
});
export type CaseQuery = z.infer<typeof caseQuerySchema>;

export const caseViewSchema = z.object({
  caseNumber: z.string(),
  kind: caseKindSchema,
  status: caseStatusSchema,
  priority: z.enum(['urgent', 'normal']),
  conversationId: z.string(),
  customerId: z.string().nullable(),
  openedAt: z.string(),
  dueOn: calendarDateSchema,
  /** Days until the time limit; negative when it is over. */
  daysLeft: z.number().int(),
  locale: localeSchema,
  /** Masked. */
  lastWords: z.string(),
  agencyId: z.string().nullable(),
  /** The colleague who looks after it. */
  owner: z.string().nullable(),
  notes: z.array(noteSchema),
  /** The day that putting it off would lead to; null where it cannot be put off. */
  mayExtendTo: calendarDateSchema.nullable(),
  outcome: z.string().nullable(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  version: z.number().int(),
});
export type CaseView = z.infer<typeof caseViewSchema>;
export const casePageSchema = pageOf(caseViewSchema);
export type CasePage = z.infer<typeof casePageSchema>;
export const caseAnswerSchema = z.object({ case: caseViewSchema });
export type CaseAnswer = z.infer<typeof caseAnswerSchema>;
export const evidenceListSchema = z.object({
  items: z.array(
    evidenceSchema.pick({ fileId: true, name: true, type: true, bytes: true, receivedAt: true, paper: true }),
  ),
  /** What the matter asks for and nobody has named among these. */
  missing: z.array(paperSchema),
});
export type EvidenceList = z.infer<typeof evidenceListSchema>;
export const takeCaseRequestSchema = z.object({ expectedVersion: expectedVersionSchema });
export type TakeCaseRequest = z.infer<typeof takeCaseRequestSchema>;
export const caseNoteRequestSchema = z.object({
  text: z.string().trim().min(1).max(1000),
  expectedVersion: expectedVersionSchema,
});
export type CaseNoteRequest = z.infer<typeof caseNoteRequestSchema>;
export const extendCaseRequestSchema = z.object({
  reason: z.string().trim().min(1).max(1000),
  expectedVersion: expectedVersionSchema,
});
export type ExtendCaseRequest = z.infer<typeof extendCaseRequestSchema>;
export const closeCaseRequestSchema = z.object({
  outcome: z.string().trim().min(1).max(1000),
  expectedVersion: expectedVersionSchema,
});
export type CloseCaseRequest = z.infer<typeof closeCaseRequestSchema>;
