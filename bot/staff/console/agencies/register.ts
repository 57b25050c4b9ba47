// The register itself: agencies come in, change, are suspended, resume and end, each with its version and an audit entry.
import { randomUUID } from 'node:crypto';
import { type Agency, authorisationOf } from '../../../../data/domain/conduct/agencyRegister';
import { type AppendOperation, type Operation, VersionConflict } from '../../../../data/store/documentStore';
import {
  type AgencyAnswer,
  type AgencyList,
  agencyActionRequestSchema,
  changeAgencyRequestSchema,
  createAgencyRequestSchema,
} from '../../contract/agencies';
import { ConsoleProblem, conflict, detail, invalid } from '../../problems';
import { type StaffParts, staffAudit } from '../../staffParts';
import { type Call, created, ok } from '../frame/call';
import { agencyViewOf, keptAgency } from './agencyView';
import { endingOperations } from './placements';

export async function agencyList(parts: StaffParts, call: Call) {
  const agencies: AgencyList['agencies'] = [];
  for await (const { agencyId } of parts.repositories.agencies.all())
    agencies.push(await agencyViewOf(parts, await keptAgency(parts, agencyId), call.today));
  const { suspendAfterUpheldComplaints, withinDays, source } = parts.data.agencyRules;
  return ok({ agencies, rules: { suspendAfterUpheldComplaints, withinDays, source } } satisfies AgencyList);
}

interface Change {
  readonly agency: Agency;
  /** Version it was read in; null for a new agency. */
  readonly expected: number | null;
  readonly audit: AppendOperation;
  /** What changes together with it. */
  readonly more?: readonly Operation[];
}

async function store(parts: StaffParts, call: Call, { agency, expected, audit, more = [] }: Change) {
  const { agencies } = parts.repositories;
  try {
    const [version = 0] = await parts.store.transaction([agencies.putOperation(agency, expected), ...more, audit]);
    return { agency: await agencyViewOf(parts, { record: agency, version }, call.today) } satisfies AgencyAnswer;
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    if (expected === null) throw new ConsoleProblem('duplicate');
    throw await agencyConflict(parts, call, agency.agencyId);
  }
}

async function agencyConflict(parts: StaffParts, call: Call, agencyId: string): Promise<ConsoleProblem> {
  const now = await keptAgency(parts, agencyId);
  return conflict({ agency: await agencyViewOf(parts, now, call.today) } satisfies AgencyAnswer);
}

/** The agency in the version that the page showed; a conflict with the newest where it has moved on. */
async function expectedAgency(parts: StaffParts, call: Call, expectedVersion: number): Promise<Agency> {
  const { record, version } = await keptAgency(parts, call.param('id'));
  if (version !== expectedVersion) throw await agencyConflict(parts, call, record.agencyId);
  return record;
}

function assertPeriod({ authorisedFrom, authorisedUntil }: Pick<Agency, 'authorisedFrom' | 'authorisedUntil'>): void {
  if (authorisedUntil < authorisedFrom) throw invalid(detail('authorisedUntil', 'periodReversed'));
}

export async function createAgency(parts: StaffParts, call: Call) {
  const { agencyId = `AY-${randomUUID().slice(0, 8)}`, ...fields } = await call.body(createAgencyRequestSchema);
  assertPeriod(fields);
  const agency: Agency = {
    agencyId,
    ...fields,
    channels: [...new Set(fields.channels)],
    suspended: false,
    suspendedOn: null,
    suspendedReason: null,
    endedOn: null,
    upheldComplaints: [],
  };
  const audit = staffAudit(parts, call, 'agency.created', { agencyId }, { ...fields });
  return created(await store(parts, call, { agency, expected: null, audit }));
}

export async function changeAgency(parts: StaffParts, call: Call) {
  await keptAgency(parts, call.param('id'));
  const { expectedVersion, ...fields } = await call.body(changeAgencyRequestSchema);
  const before = await expectedAgency(parts, call, expectedVersion);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const agency: Agency = { ...before, ...given };
  assertPeriod(agency);
  const audit = staffAudit(parts, call, 'agency.changed', { agencyId: before.agencyId }, given);
  return ok(await store(parts, call, { agency, expected: expectedVersion, audit }));
}

type Action = 'suspended' | 'resumed' | 'ended';

/** The agency after an action, or null where the action does not fit where it stands. */
function after(agency: Agency, action: Action, today: string): Agency | null {
  if (agency.endedOn !== null && authorisationOf(agency, today).kind === 'ended') return null;
  switch (action) {
    case 'suspended':
      return agency.suspended ? null : { ...agency, suspended: true, suspendedOn: today, suspendedReason: 'staff' };
    case 'resumed':
      return agency.suspended ? { ...agency, suspended: false, suspendedOn: null, suspendedReason: null } : null;
    case 'ended':
      return { ...agency, endedOn: today };
  }
}

export async function actOnAgency(parts: StaffParts, call: Call, action: Action) {
  await keptAgency(parts, call.param('id'));
  const { reason, expectedVersion } = await call.body(agencyActionRequestSchema);
  const before = await expectedAgency(parts, call, expectedVersion);
  const agency = after(before, action, call.today);
  if (agency === null) throw new ConsoleProblem('wrongStatus');
  const { agencyId } = agency;
  // Whoever has no authorisation holds no accounts: they come back to the bank at the same moment.
  const open = action === 'ended' ? (await parts.repositories.placements.ofAgency(agencyId)).filter(isOpen) : [];
  const more = await endingOperations(parts, call, open);
  const audit = staffAudit(parts, call, `agency.${action}`, { agencyId }, { reason, placementsEnded: open.length });
  return ok(await store(parts, call, { agency, expected: expectedVersion, audit, more }));
}

const isOpen = ({ endedOn }: { readonly endedOn: string | null }): boolean => endedOn === null;
