// A matter with a number: who it belongs to, what it is about, where it stands.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';
import { instantSchema } from '../calendar/instant';
import { localeSchema } from '../customer/customerTurn';

export const caseKindSchema = z.enum([
  'person',
  'identityLocked',
  'vulnerable',
  'hardship',
  'dispute',
  'fraud',
  'alreadyPaid',
  'complaint',
  'codeFailed',
  'bereavement',
  'wrongContact',
  'dataAccess',
  'dataCorrection',
  'dataErasure',
  'machineDecision',
]);
export type CaseKind = z.infer<typeof caseKindSchema>;

/** As many notes are kept with one case. */
export const caseNotesMax = 100;
const caseNoteSchema = z.object({ at: instantSchema, author: z.string(), text: z.string() });

export const caseSchema = z.object({
  caseNumber: z.string(),
  kind: caseKindSchema,
  conversationId: z.string(),
  /** Null before verification: a case then says nothing about anyone. */
  customerId: z.string().nullable(),
  openedAt: instantSchema,
  /** Day by which the bank answers; from the bank's policy. */
  dueOn: calendarDateSchema,
  status: z.enum(['open', 'waiting', 'taken', 'closed']),
  priority: z.enum(['urgent', 'normal']),
  locale: localeSchema,
  /** The customer's last words, masked. */
  lastWords: z.string(),
  agencyId: z.string().nullable(),
  /** The colleague who looks after it; absent while nobody does. */
  owner: z.string().optional(),
  /** What colleagues noted of it, oldest first, masked; absent while nobody did. */
  notes: z.array(caseNoteSchema).max(caseNotesMax).optional(),
  /** How it ended; absent while it has not. */
  closed: z
    .object({
      at: instantSchema,
      by: z.string(),
      outcome: z.string(),
      /** For a complaint about conduct: whether it was found to be true. */
      decision: z.enum(['upheld', 'dismissed']).nullable(),
    })
    .optional(),
});
export type CaseRecord = z.infer<typeof caseSchema>;

/** What may be learnt of a matter after it was opened. */
export type CaseChange = Partial<
  Pick<CaseRecord, 'kind' | 'priority' | 'status' | 'customerId' | 'conversationId' | 'lastWords' | 'dueOn'>
>;

/** Someone may be in danger, or has died: a colleague comes first, and nobody is told a rank. */
export const isUrgentKind = (kind: CaseKind): boolean => kind === 'vulnerable' || kind === 'bereavement';

/** The open case of a matter: what it is about and, for a complaint, whom it is about. A closed one takes nothing more. */
export const openMatter = (
  cases: readonly CaseRecord[],
  kind: CaseKind,
  agencyId: string | null,
): CaseRecord | undefined =>
  cases.find((one) => one.status !== 'closed' && one.kind === kind && one.agencyId === agencyId);

/** What is owed, or by whom, is contested: while one of these is open nobody asks for the money. */
export const disputeKinds = ['dispute', 'fraud'] as const satisfies readonly CaseKind[];
export const isDispute = ({ kind }: Pick<CaseRecord, 'kind'>): boolean => disputeKinds.some((one) => one === kind);

/** What is asked of a case to see whether a dispute stands. */
export type DisputeFacts = Pick<CaseRecord, 'kind' | 'status' | 'closed'>;

/** True where the holder has taken every dispute back: the mark of it in the bank's book then stands for nothing. */
export function disputeWasWithdrawn(cases: readonly DisputeFacts[]): boolean {
  const disputes = cases.filter(isDispute);
  const isOpen = disputes.some(({ status }) => status !== 'closed');
  return !isOpen && disputes.some(({ closed }) => closed?.by === 'customer' && closed.outcome === 'withdrawn');
}
