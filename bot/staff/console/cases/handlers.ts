// cases/…: the cases with their time limits, one of them, and its end with an outcome.
import type { CaseRecord } from '../../../../data/domain/case/case';
import { VersionConflict } from '../../../../data/store/documentStore';
import type { Kept } from '../../../../data/store/repositories/repository';
import { type CaseAnswer, type CasePage, caseQuerySchema, closeCaseRequestSchema } from '../../contract/cases';
import { ConsoleProblem, conflict, notFound, problemText } from '../../problems';
import { type StaffParts, staffAudit } from '../../staffParts';
import { type Call, type Handle, ok } from '../frame/call';
import { caseViewOf } from './caseView';
import { findCases } from './search';

async function list({ repositories }: StaffParts, call: Call) {
  const { items, next } = await findCases(repositories.cases, call.query(caseQuerySchema));
  return ok({ items: items.map((one) => caseViewOf(one, call.today)), next } satisfies CasePage);
}

/** The case that a path names; an id too long to be one is none. */
export async function keptCase({ repositories }: StaffParts, caseNumber: string): Promise<Kept<CaseRecord>> {
  const kept = caseNumber.length > 100 ? undefined : await repositories.cases.kept(caseNumber);
  if (kept === undefined) throw notFound();
  return kept;
}

/** A conversation in people's hands ends at the desk, where the customer is told. */
async function assertNotAtDesk({ repositories }: StaffParts, { record }: Kept<CaseRecord>): Promise<void> {
  const held = await repositories.deskConversations.get(record.conversationId);
  const isLive = held?.status === 'waiting' || held?.status === 'taken' || held?.status === 'external';
  if (isLive && held.caseNumber === record.caseNumber)
    throw new ConsoleProblem('wrongStatus', { message: problemText('closeAtDesk') });
}

async function close(parts: StaffParts, call: Call) {
  const { repositories } = parts;
  const kept = await keptCase(parts, call.param('number'));
  const { outcome, expectedVersion } = await call.body(closeCaseRequestSchema);
  const { record, version } = kept;
  if (version !== expectedVersion) throw conflict({ case: caseViewOf(kept, call.today) });
  if (record.status === 'closed') throw new ConsoleProblem('wrongStatus');
  if (record.kind === 'complaint' && record.agencyId !== null)
    throw new ConsoleProblem('wrongStatus', { message: problemText('decideComplaint') });
  await assertNotAtDesk(parts, kept);
  const closed: CaseRecord = {
    ...record,
    status: 'closed',
    closed: { at: call.now, by: call.username, outcome, decision: null },
  };
  try {
    const { caseNumber, kind } = record;
    const [stored = 0] = await parts.store.transaction([
      repositories.cases.putOperation(closed, expectedVersion),
      staffAudit(parts, call, 'case.closed', { caseNumber, kind }, { outcome }, record.conversationId),
    ]);
    return ok({ case: caseViewOf({ record: closed, version: stored }, call.today) } satisfies CaseAnswer);
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    throw conflict({ case: caseViewOf(await keptCase(parts, record.caseNumber), call.today) });
  }
}

export const caseHandlers = (parts: StaffParts) =>
  ({
    cases: (call) => list(parts, call),
    case: async (call) =>
      ok({ case: caseViewOf(await keptCase(parts, call.param('number')), call.today) } satisfies CaseAnswer),
    closeCase: (call) => close(parts, call),
  }) satisfies Readonly<Record<string, Handle>>;
