// The bank's book: POST book/accounts and book/payments (text/csv body), GET book/imports(/:id), SSE book/imports/:id/events.
// Exports: GET exports/arrangements.csv, exports/promises.csv, exports/cases.csv.
import { z } from 'zod';
import { bilingualSchema } from './common';

export const importKindSchema = z.enum(['accounts', 'payments']);
export type ImportKind = z.infer<typeof importKindSchema>;

export const rowErrorSchema = z.object({
  /** Line in the file, as an editor counts. */
  line: z.number().int(),
  /** Column; '' for the whole row. */
  field: z.string(),
  problem: z.string(),
  message: bilingualSchema,
});
export type RowError = z.infer<typeof rowErrorSchema>;

export const bookImportSchema = z.object({
  id: z.string(),
  kind: importKindSchema,
  status: z.enum(['running', 'done', 'refused', 'failed']),
  /** Share 0-1. */
  progress: z.number().min(0).max(1),
  startedBy: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  rows: z.number().int(),
  /** Records that were new or changed; rows that changed nothing. */
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** The first thousand things that are wrong; with any, nothing at all was taken in. */
  errors: z.array(rowErrorSchema),
  errorCount: z.number().int(),
  /** What payments settled: promises and instalments kept, part-kept, broken. */
  settled: z.object({ kept: z.number().int(), partKept: z.number().int(), broken: z.number().int() }),
});
export type BookImport = z.infer<typeof bookImportSchema>;
export const importStartedSchema = z.object({ id: z.string() });
export type ImportStarted = z.infer<typeof importStartedSchema>;
export const importListSchema = z.object({ imports: z.array(bookImportSchema.omit({ errors: true })) });
export type ImportList = z.infer<typeof importListSchema>;

/** SSE event `progress` {id, progress}; event `done` {id, status}. */
export const importEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), id: z.string(), progress: z.number() }),
  z.object({ type: z.literal('done'), id: z.string(), status: bookImportSchema.shape.status }),
]);
export type ImportEvent = z.infer<typeof importEventSchema>;
