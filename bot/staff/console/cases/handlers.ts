// cases/…: the cases with their time limits, one of them, who looks after it, notes, more time by rule, and its end with an outcome.
import { type CaseRecord, caseNotesMax } from '../../../../data/domain/case/case';
import { maskPersonal } from '../../../../data/domain/conduct/masking/masking';
import { VersionConflict } from '../../../../data/store/documentStore';
import type { Kept } from '../../../../data/store/repositories/repository';
import {
  type CaseAnswer,
  type CasePage,
  caseNoteRequestSchema,
  caseQuerySchema,
  closeCaseRequestSchema,
  extendCaseRequestSchema,
  takeCaseRequestSchema,
} from '../../contract/cases';
import { ConsoleProblem, conflict, notFound, problemText } from '../../problems';
import { type StaffParts, staffAudit } from '../../staffParts';
import { type Call, type Handle, ok } from '../frame/call';
import { caseViewOf, mayExtendTo } from './caseView';
import { findCases } from './search';

async function list({ repositories, data }: StaffParts, call: Call) {
  const { items, next } = await findCases(repositories.cases, call.query(caseQuerySchema));
  return ok({ items: items.map((one) => caseViewOf(one, call.today, data)), next } satisfies CasePage);
}

/** The case that a path names; an id too long to be one is none. */
export async function keptCase({ repositories }: StaffParts, caseNumber: string): Promise<Kept<CaseRecord>> {
  const kept = caseNumber.length > 100 ? undefined : await repositories.cases.kept(caseNumber);
  if (kept === undefined) throw notFound();
  return kept;
}

/** A conversation in people's hands ends at the desk, where the customer is told. */
async function assertNotAtDesk({ repositories }: StaffParts, record: CaseRecord): Promise<void> {
  const held = await repositories.deskConversations.get(record.conversationId);
  const isLive = held?.status === 'waiting' || held?.status === 'taken' || held?.status === 'external';
  if (isLive && held.caseNumber === record.caseNumber)
    throw new ConsoleProblem('wrongStatus', { message: problemText('closeAtDesk') });
}

interface Change {
  readonly record: CaseRecord;
  readonly audit: { readonly type: string; readonly decision: Readonly<Record<string, unknown>> };
}

/** Changes an open case in the version that the page showed; a conflict with the newest where it has moved on. */
async function change(
  parts: StaffParts,
  call: Call,
  expectedVersion: number,
  made: (record: CaseRecord) => Change | Promise<Change>,
) {
  const { repositories, data } = parts;
  const kept = await keptCase(parts, call.param('number'));
  if (kept.version !== expectedVersion) throw conflict({ case: caseViewOf(kept, call.today, data) });
  if (kept.record.status === 'closed') throw new ConsoleProblem('wrongStatus');
  const { record, audit } = await made(kept.record);
  const { caseNumber, kind, conversationId } = record;
  try {
    const [stored = 0] = await parts.store.transaction([
      repositories.cases.putOperation(record, expectedVersion),
      staffAudit(parts, call, audit.type, { caseNumber, kind }, audit.decision, conversationId),
    ]);
    return ok({ case: caseViewOf({ record, version: stored }, call.today, data) } satisfies CaseAnswer);
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    throw conflict({ case: caseViewOf(await keptCase(parts, caseNumber), call.today, data) });
  }
}

/** Looks after it from now on. */
async function take(parts: StaffParts, call: Call) {
  const { expectedVersion } = await call.body(takeCaseRequestSchema);
  return change(parts, call, expectedVersion, (record) => ({
    record: { ...record, owner: call.username, status: record.status === 'open' ? 'taken' : record.status },
    audit: { type: 'case.taken', decision: { before: record.owner ?? null } },
  }));
}

function withNote({ notes = [] }: CaseRecord, { now, username }: Call, text: string): CaseRecord['notes'] {
  if (notes.length >= caseNotesMax) throw new ConsoleProblem('wrongStatus');
  return [...notes, { at: now, author: username, text: maskPersonal(text) }];
}

async function note(parts: StaffParts, call: Call) {
  const { text, expectedVersion } = await call.body(caseNoteRequestSchema);
  return change(parts, call, expectedVersion, (record) => ({
    record: { ...record, notes: withNote(record, call, text) },
    audit: { type: 'case.noted', decision: {} },
  }));
}

/** Puts a complaint off to its next term, with the reason among its notes. */
async function extend(parts: StaffParts, call: Call) {
  const { reason, expectedVersion } = await call.body(extendCaseRequestSchema);
  return change(parts, call, expectedVersion, (record) => {
    const dueOn = mayExtendTo(record, parts.data);
    if (dueOn === null) throw new ConsoleProblem('wrongStatus');
    return {
      record: { ...record, dueOn, notes: withNote(record, call, reason) },
      audit: { type: 'case.extended', decision: { before: record.dueOn, dueOn, reason } },
    };
  });
}

async function close(parts: StaffParts, call: Call) {
  const { outcome, expectedVersion } = await call.body(closeCaseRequestSchema);
  return change(parts, call, expectedVersion, async (record) => {
    if (record.kind === 'complaint' && record.agencyId !== null)
      throw new ConsoleProblem('wrongStatus', { message: problemText('decideComplaint') });
    await assertNotAtDesk(parts, record);
    const closed = { at: call.now, by: call.username, outcome, decision: null };
    return { record: { ...record, status: 'closed', closed }, audit: { type: 'case.closed', decision: { outcome } } };
  });
}

export const caseHandlers = (parts: StaffParts) =>
  ({
    cases: (call) => list(parts, call),
    case: async (call) =>
      ok({
        case: caseViewOf(await keptCase(parts, call.param('number')), call.today, parts.data),
      } satisfies CaseAnswer),
    takeCase: (call) => take(parts, call),
    noteCase: (call) => note(parts, call),
    extendCase: (call) => extend(parts, call),
    closeCase: (call) => close(parts, call),
  }) satisfies Readonly<Record<string, Handle>>;
