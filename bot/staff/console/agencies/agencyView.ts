// An agency as the console shows it: its record, where it stands today, and how much is open with it.

import type { CaseRecord } from '../../../../data/domain/case/case';
import { type Agency, authorisationOf } from '../../../../data/domain/conduct/agencyRegister';
import type { Repositories } from '../../../../data/store/repositories';
import type { Kept } from '../../../../data/store/repositories/repository';
import type { AgencyView, Complaint } from '../../contract/agencies';
import { notFound } from '../../problems';
import type { StaffParts } from '../../staffParts';

/** Every case of kind complaint that names the agency, or of the whole house. */
export async function keptComplaints(
  { cases }: Pick<Repositories, 'cases'>,
  agencyId?: string,
): Promise<readonly Kept<CaseRecord>[]> {
  const found: Kept<CaseRecord>[] = [];
  let after: string | undefined;
  do {
    const page = { limit: 1000, after };
    const { items, next } = await (agencyId === undefined
      ? cases.ofKind('complaint', page)
      : cases.ofAgency(agencyId, page));
    found.push(...items.filter(({ record }) => record.kind === 'complaint'));
    after = next ?? undefined;
  } while (after !== undefined);
  return found;
}

export const complaintViewOf = ({ record, version }: Kept<CaseRecord>): Complaint => ({
  caseNumber: record.caseNumber,
  agencyId: record.agencyId,
  openedAt: record.openedAt,
  dueOn: record.dueOn,
  words: record.lastWords,
  // A complaint that was closed without a word on its truth was not upheld.
  decision: record.status !== 'closed' ? 'open' : (record.closed?.decision ?? 'dismissed'),
  version,
});

/** What is still to be decided on top, nearest time limit first; then the newest. */
export const complaintViews = (kept: readonly Kept<CaseRecord>[]): Complaint[] =>
  kept.map(complaintViewOf).sort((a, b) => {
    if ((a.decision === 'open') !== (b.decision === 'open')) return a.decision === 'open' ? -1 : 1;
    return a.decision === 'open' ? a.dueOn.localeCompare(b.dueOn) : b.openedAt.localeCompare(a.openedAt);
  });

/** The agency that a path names; an id too long to be one is none. */
export async function keptAgency({ repositories }: StaffParts, agencyId: string): Promise<Kept<Agency>> {
  const kept = agencyId.length > 100 ? undefined : await repositories.agencies.kept(agencyId);
  if (kept === undefined) throw notFound();
  return kept;
}

export async function agencyViewOf(
  { repositories }: Pick<StaffParts, 'repositories'>,
  { record, version }: Kept<Agency>,
  today: string,
): Promise<AgencyView> {
  const placements = await repositories.placements.ofAgency(record.agencyId);
  const complaints = await keptComplaints(repositories, record.agencyId);
  return {
    agency: record,
    version,
    standing: authorisationOf(record, today).kind,
    openPlacements: placements.filter(({ endedOn }) => endedOn === null).length,
    openComplaints: complaints.filter(({ record: { status } }) => status !== 'closed').length,
  };
}
