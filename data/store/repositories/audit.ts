// The audit log: every decision with its inputs, in a hash chain that shows whether anything was changed or taken out.
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { instantSchema } from '../../domain/calendar/instant';
import { maskPersonal } from '../../domain/conduct/masking/masking';
import type { AppendOperation, DocumentStore, LogEntry, Page, PageRequest } from '../documentStore';
import { chainHash, chainStart } from '../hashChain';

const log = 'audit';

export const auditEventSchema = z.object({
  type: z.string().min(1),
  /** Empty for what happens outside a conversation, such as a change of limits. */
  conversationId: z.string(),
  turnNumber: z.number().int(),
  at: instantSchema,
  customerId: z.string().nullable(),
  inputs: z.record(z.string(), z.unknown()),
  decision: z.record(z.string(), z.unknown()),
});
export type AuditRecord = z.infer<typeof auditEventSchema>;

export interface AuditEntry {
  readonly sequence: number;
  readonly event: AuditRecord;
  readonly hash: string;
}

/** A place in the chain that was noted earlier, outside the store: shows entries cut off at the end. */
export interface ChainMark {
  readonly sequence: number;
  readonly hash: string;
}

export type ChainCheck =
  | { readonly kind: 'whole'; readonly entries: number; readonly lastHash: string }
  | { readonly kind: 'broken'; readonly sequence: number; readonly reason: 'missing' | 'changed' };

/** Entries between two pauses: few enough that nothing else on this thread waits for long. */
const pageSize = 200;

/** Fields whose value somebody may look for: each event is found by what it is about. */
const subjectFields = [
  'caseNumber',
  'agreementNumber',
  'promiseId',
  'agencyId',
  'accountId',
  'staff',
  'version',
  'importId',
];

/** What an event is about, as its index holds it. */
export function subjectsOf({ inputs, decision }: Pick<AuditRecord, 'inputs' | 'decision'>): readonly string[] {
  const values = subjectFields.flatMap((field) => [inputs[field], decision[field]]);
  return [...new Set(values.filter((value) => typeof value === 'string' && value !== '' && value.length <= 100))].map(
    String,
  );
}

/** Fields in which somebody wrote freely: masked before they become part of a log that nothing is ever taken out of. */
const freeWords: readonly string[] = ['reason', 'comment', 'note', 'words', 'wish', 'text', 'detail', 'message'];

/** Staff's reasons are sentences; those of the engine are records that must be read again as they were. */
const isFreeField = (name: string, value: unknown): boolean =>
  freeWords.includes(name) ||
  (name === 'reasons' && Array.isArray(value) && value.every((one) => typeof one === 'string'));

function masked(value: unknown, isFree = false): unknown {
  if (typeof value === 'string') return isFree ? maskPersonal(value) : value;
  if (Array.isArray(value)) return value.map((one) => masked(one, isFree));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, masked(inner, isFree || isFreeField(name, inner))]),
  );
}

const maskedFields = (fields: AuditRecord['inputs']): AuditRecord['inputs'] =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, masked(value, isFreeField(name, value))]));

export class Audit {
  constructor(private readonly store: DocumentStore) {}

  appendOperation(event: AuditRecord): AppendOperation {
    const parsed = auditEventSchema.parse(event);
    const entry = { ...parsed, inputs: maskedFields(parsed.inputs), decision: maskedFields(parsed.decision) };
    const subjects = subjectsOf(entry);
    return { kind: 'append', log, entry: subjects.length === 0 ? entry : { ...entry, subjects } };
  }

  append(event: AuditRecord): Promise<number> {
    return this.store.append(log, this.appendOperation(event).entry);
  }

  lastSequence(): Promise<number> {
    return this.store.lastSequence(log);
  }

  async read(from: number, limit: number): Promise<readonly AuditEntry[]> {
    return (await this.store.readLog(log, { from, limit })).flatMap((entry) => this.entry(entry) ?? []);
  }

  /** Oldest first; found by index, however long the log is. */
  ofConversation(conversationId: string, page?: PageRequest): Promise<Page<AuditEntry>> {
    return this.find('conversationId', conversationId, page);
  }
  ofCustomer(customerId: string, page?: PageRequest): Promise<Page<AuditEntry>> {
    return this.find('customerId', customerId, page);
  }
  ofType(type: string, page?: PageRequest): Promise<Page<AuditEntry>> {
    return this.find('type', type, page);
  }

  /** By a case, agreement, agency or account number, a version, or the name of a colleague. */
  about(subject: string, page?: PageRequest): Promise<Page<AuditEntry>> {
    return this.find('subjects', subject, page);
  }

  private async find(index: string, key: string, page?: PageRequest): Promise<Page<AuditEntry>> {
    const found = await this.store.queryLog(log, index, key, page);
    return { items: found.items.flatMap((entry) => this.entry(entry) ?? []), next: found.next };
  }

  private entry({ sequence, entry, hash }: LogEntry): AuditEntry | undefined {
    const parsed = auditEventSchema.safeParse(entry);
    if (parsed.success) return { sequence, event: parsed.data, hash: hash ?? '' };
    const detail = `entry ${sequence} does not fit its schema`;
    this.store.report({ kind: 'invalidRecord', where: log, detail, quarantinedTo: null });
    return undefined;
  }

  /**
   * Goes through the whole log, in slices, and names the first entry that is missing or not what was written. The end is
   * compared with a mark: one that was noted outside, or the store's own.
   */
  async verifyChain(noted: ChainMark | undefined = this.store.logHead(log)): Promise<ChainCheck> {
    const last = await this.store.lastSequence(log);
    let hash = chainStart;
    for (let from = 1; from <= last; from += pageSize) {
      await setImmediate();
      const page = await this.store.readLog(log, { from, limit: pageSize });
      const entries = new Map(page.map((entry) => [entry.sequence, entry]));
      for (let sequence = from; sequence <= Math.min(last, from + pageSize - 1); sequence++) {
        const entry = entries.get(sequence);
        if (!entry) return { kind: 'broken', sequence, reason: 'missing' };
        hash = chainHash(hash, entry.entry);
        const isNoted = noted === undefined || noted.sequence !== sequence || noted.hash === hash;
        if (entry.hash !== hash || !isNoted) return { kind: 'broken', sequence, reason: 'changed' };
      }
    }
    if (noted && noted.sequence > last) return { kind: 'broken', sequence: last + 1, reason: 'missing' };
    return { kind: 'whole', entries: last, lastHash: hash };
  }
}
