// Versions of everything that two pairs of eyes decide: offer limits, contact rules, utterance rules, approved answers.
import { z } from 'zod';
import { type CalendarDate, calendarDateSchema } from '../../domain/calendar/calendar';
import { instantSchema } from '../../domain/calendar/instant';
import { answersOfNow } from '../../knowledge/earlierShape';
import type { DocumentStore } from '../documentStore';
import { Repository } from './repository';

export const policyKindSchema = z.enum(['offerLimits', 'contactRules', 'utteranceRules', 'answers']);
export type PolicyKind = z.infer<typeof policyKindSchema>;

export const policyVersionSchema = z.object({
  kind: policyKindSchema,
  version: z.string().min(1),
  /** First day in force, once approved. */
  effectiveFrom: calendarDateSchema,
  /** shipped: came as a file with the program. discarded: a draft given up. cancelled: approved, and called off before its day. */
  status: z.enum(['draft', 'submitted', 'returned', 'approved', 'shipped', 'discarded', 'cancelled']),
  /** The version that this one was drafted from; null for the first. */
  basedOn: z.string().nullable(),
  reason: z.string(),
  author: z.string(),
  createdAt: instantSchema,
  approver: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  /** What the approver wrote when returning it. */
  comment: z.string(),
  /** Everyone who changed the draft after its author; none of them may approve it. */
  editors: z.array(z.string()).optional(),
  /** Who asked for the decision; they do not take it. */
  submittedBy: z.string().optional(),
  /** Who called an approved version off, and when. */
  cancelledBy: z.string().optional(),
  cancelledAt: instantSchema.optional(),
  /** The version that a roll-back goes back to; absent for other drafts. */
  rollbackOf: z.string().optional(),
  /** The rules themselves; the schema of their kind reads them. */
  content: z.unknown(),
});
export type PolicyVersion = z.infer<typeof policyVersionSchema>;

/** Answers that were stored in an earlier shape are read in the shape of now; drafts go on being edited in it. */
const versionOfNow = policyVersionSchema.transform((version) =>
  version.kind === 'answers' ? { ...version, content: answersOfNow(version.content) } : version,
);

const idOf = ({ kind, version }: Pick<PolicyVersion, 'kind' | 'version'>): string => `${kind}/${version}`;

/** Later start first; of two for the same day, the later decision. */
const newestFirst = (a: PolicyVersion, b: PolicyVersion): number =>
  b.effectiveFrom.localeCompare(a.effectiveFrom) || (b.decidedAt ?? '').localeCompare(a.decidedAt ?? '');

export class Policies extends Repository<PolicyVersion> {
  constructor(store: DocumentStore) {
    super(store, 'policies', versionOfNow, idOf);
  }

  ofVersion(kind: PolicyKind, version: string): Promise<PolicyVersion | undefined> {
    return this.get(idOf({ kind, version }));
  }

  /** Every version of a kind, newest first. */
  async history(kind: PolicyKind): Promise<readonly PolicyVersion[]> {
    return (await this.every('kind', kind)).toSorted(newestFirst);
  }

  /** The approved version that is in force on a day. */
  async inForce(kind: PolicyKind, day: CalendarDate): Promise<PolicyVersion | undefined> {
    const versions = await this.history(kind);
    return versions.find((version) => version.status === 'approved' && version.effectiveFrom <= day);
  }
}
