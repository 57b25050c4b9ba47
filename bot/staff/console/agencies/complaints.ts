// Complaints about conduct: found true or not; enough that are true suspend the agency by the bank's own rule.

import type { CaseRecord } from '../../../../data/domain/case/case';
import { type Agency, upholdComplaint } from '../../../../data/domain/conduct/agencyRegister';
import { maskPersonal } from '../../../../data/domain/conduct/masking/masking';
import { type Operation, VersionConflict } from '../../../../data/store/documentStore';
import type { Kept } from '../../../../data/store/repositories/repository';
import { type ComplaintAnswer, type ComplaintList, complaintDecisionRequestSchema } from '../../contract/agencies';
import { ConsoleProblem, conflict, detail, invalid, notFound } from '../../problems';
import { type StaffParts, staffAudit } from '../../staffParts';
import { type Call, ok } from '../frame/call';
import { agencyViewOf, complaintViewOf, complaintViews, keptAgency, keptComplaints } from './agencyView';

export async function complaintsOf(parts: StaffParts, call: Call) {
  const { record } = await keptAgency(parts, call.param('id'));
  const complaints = complaintViews(await keptComplaints(parts.repositories, record.agencyId));
  return ok({ complaints } satisfies ComplaintList);
}

export async function complaints(parts: StaffParts) {
  return ok({ complaints: complaintViews(await keptComplaints(parts.repositories)) } satisfies ComplaintList);
}

async function keptComplaint({ repositories }: StaffParts, caseNumber: string): Promise<Kept<CaseRecord>> {
  const kept = caseNumber.length > 100 ? undefined : await repositories.cases.kept(caseNumber);
  if (kept === undefined || kept.record.kind !== 'complaint') throw notFound();
  return kept;
}

async function answerOf(parts: StaffParts, call: Call, caseNumber: string): Promise<ComplaintAnswer> {
  const kept = await keptComplaint(parts, caseNumber);
  const { agencyId } = kept.record;
  const agency = agencyId === null ? undefined : await parts.repositories.agencies.kept(agencyId);
  return {
    complaint: complaintViewOf(kept),
    agency: agency === undefined ? null : await agencyViewOf(parts, agency, call.today),
  };
}

/** The agency that the complaint is about: as recorded, or named now where the customer did not. */
async function agencyOf(
  { repositories }: StaffParts,
  record: CaseRecord,
  named: string | undefined,
): Promise<Kept<Agency> | undefined> {
  const agencyId = record.agencyId ?? named;
  if (agencyId === undefined) return undefined;
  const kept = agencyId.length > 100 ? undefined : await repositories.agencies.kept(agencyId);
  if (kept === undefined) throw invalid(detail('agencyId', 'notFound'));
  return kept;
}

/** The register after a complaint that was found true, and what the rule made of it. */
function upholding(parts: StaffParts, call: Call, agency: Kept<Agency>, caseNumber: string): readonly Operation[] {
  const { agencyId } = agency.record;
  const rules = parts.data.agencyRules;
  const after = upholdComplaint(agency.record, caseNumber, call.today, rules);
  const operations: Operation[] = [parts.repositories.agencies.putOperation(after, agency.version)];
  if (after.suspended && !agency.record.suspended) {
    const { suspendAfterUpheldComplaints, withinDays } = rules;
    const inputs = { agencyId, caseNumber, suspendAfterUpheldComplaints, withinDays };
    operations.push(
      staffAudit(parts, call, 'agency.suspendedByRule', inputs, { upheld: after.upheldComplaints.length }),
    );
  }
  return operations;
}

export async function decide(parts: StaffParts, call: Call, decision: 'upheld' | 'dismissed') {
  const { record, version } = await keptComplaint(parts, call.param('caseNumber'));
  const { caseNumber, conversationId } = record;
  const { reason, expectedVersion, agencyId: named } = await call.body(complaintDecisionRequestSchema);
  if (version !== expectedVersion) throw conflict(await answerOf(parts, call, caseNumber));
  if (record.status === 'closed') throw new ConsoleProblem('wrongStatus');
  const agency = await agencyOf(parts, record, named);
  if (agency === undefined && decision === 'upheld') throw invalid(detail('agencyId', 'someAgency'));
  const agencyId = agency?.record.agencyId ?? null;
  const closed = { at: call.now, by: call.username, outcome: maskPersonal(reason), decision };
  try {
    await parts.store.transaction([
      parts.repositories.cases.putOperation({ ...record, agencyId, status: 'closed', closed }, version),
      ...(agency === undefined || decision === 'dismissed' ? [] : upholding(parts, call, agency, caseNumber)),
      staffAudit(parts, call, `complaint.${decision}`, { caseNumber, agencyId }, { reason }, conversationId),
    ]);
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    throw conflict(await answerOf(parts, call, caseNumber));
  }
  return ok(await answerOf(parts, call, caseNumber));
}
