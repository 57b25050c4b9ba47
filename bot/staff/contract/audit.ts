// The audit log: GET audit, POST audit/verify, GET audit/replay/:conversationId.
import { z } from 'zod';
import { pageOf } from './common';

/** Query of GET audit, newest first; each may be absent. `from` and `to` are days (included); `q` an id or words. */
export const auditQuerySchema = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  type: z.string().max(60).optional(),
  conversation: z.string().max(1024).optional(),
  customer: z.string().max(100).optional(),
  q: z.string().max(200).optional(),
  after: z.string().max(400).optional(),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditEntrySchema = z.object({
  sequence: z.number().int(),
  at: z.string(),
  type: z.string(),
  conversationId: z.string(),
  turnNumber: z.number().int(),
  customerId: z.string().nullable(),
  inputs: z.record(z.string(), z.unknown()),
  decision: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** `searchedAll` false: there may be more further back; go on with `next`. */
export const auditPageSchema = pageOf(auditEntrySchema).extend({
  searchedAll: z.boolean(),
  types: z.array(z.string()),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

/** What is wrong in the store besides: damaged or missing files, without anything of their content. */
const problemsSchema = z.array(z.object({ where: z.string(), detail: z.string() }));

export const chainAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('whole'),
    entries: z.number().int(),
    lastHash: z.string(),
    tookMs: z.number(),
    problems: problemsSchema,
  }),
  z.object({
    kind: z.literal('broken'),
    sequence: z.number().int(),
    reason: z.enum(['missing', 'changed']),
    tookMs: z.number(),
    problems: problemsSchema,
  }),
]);
export type ChainAnswer = z.infer<typeof chainAnswerSchema>;

/** One thing in a conversation, in order: what was said (masked), or what was decided and on what. */
export const replayStepSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('said'),
    at: z.string(),
    from: z.enum(['customer', 'assistant', 'agent', 'system']),
    text: z.string(),
    agent: z.string().nullable(),
  }),
  z.object({ kind: z.literal('decided'), at: z.string(), entry: auditEntrySchema }),
]);
export type ReplayStep = z.infer<typeof replayStepSchema>;
export const replaySchema = z.object({ conversationId: z.string(), steps: z.array(replayStepSchema) });
export type Replay = z.infer<typeof replaySchema>;
