// Which accounts an agency holds: placed all together or not at all, and taken back.

import type { Account } from '../../../../data/domain/account/account';
import { authorisationOf, type Placement } from '../../../../data/domain/conduct/agencyRegister';
import { contactStateOf } from '../../../../data/domain/conduct/contactState';
import { restOn } from '../../../../data/domain/conduct/mayContact';
import { type Operation, VersionConflict } from '../../../../data/store/documentStore';
import type { Kept } from '../../../../data/store/repositories/repository';
import { type PlacementList, placeRequestSchema } from '../../contract/agencies';
import type { ProblemDetail } from '../../contract/common';
import { conflict, detail, invalid } from '../../problems';
import { type StaffParts, staffAudit } from '../../staffParts';
import { type Call, created, ok } from '../frame/call';
import { keptAgency } from './agencyView';

/** A thousand accounts with long ids. */
const bodyLimitBytes = 256 * 1024;

async function listOf({ repositories }: StaffParts, agencyId: string): Promise<PlacementList> {
  const placements = await repositories.placements.ofAgency(agencyId);
  const shown = placements.map(async ({ accountId, placedOn, endedOn }) => ({
    accountId,
    cardTail: (await repositories.accounts.get(accountId))?.cardTail ?? '',
    placedOn,
    endedOn,
  }));
  const views = await Promise.all(shown);
  // Open ones first, then the newest.
  const order = (one: (typeof views)[number]) => `${one.endedOn === null ? 1 : 0} ${one.placedOn} ${one.accountId}`;
  return { placements: views.sort((a, b) => (order(a) > order(b) ? -1 : 1)) };
}

export async function placements(parts: StaffParts, call: Call) {
  const { record } = await keptAgency(parts, call.param('id'));
  return ok(await listOf(parts, record.agencyId));
}

/** Whether the bank lets nobody remind about this account at present. */
async function rests({ repositories }: StaffParts, { record }: Kept<Account>, today: string): Promise<boolean> {
  if (record.flags.length > 0) return true;
  const { contactPreferences, arrangements, cases } = repositories;
  const { customerId } = record;
  const state = contactStateOf({
    preference: await contactPreferences.get(customerId),
    accounts: [record],
    arrangements: await arrangements.ofCustomer(customerId),
    cases: await cases.ofCustomer(customerId),
    reachesSomeoneElse: false,
    phoneUnsafe: await contactPreferences.isPhoneUnsafe([customerId]),
  });
  // Whoever asked to be spared by agencies is given to none.
  if (state.limits?.notVia?.includes('agency') === true) return true;
  return restOn(state, 'collection', today) !== undefined;
}

/** Why an account cannot be placed; undefined when it can. */
async function problemWith(
  parts: StaffParts,
  kept: Kept<Account> | undefined,
  today: string,
): Promise<'accountUnknown' | 'accountPlaced' | 'accountResting' | undefined> {
  if (kept === undefined) return 'accountUnknown';
  const open = (await parts.repositories.placements.ofAccount(kept.record.accountId)).some(
    ({ endedOn }) => endedOn === null,
  );
  if (open || kept.record.agencyId !== null) return 'accountPlaced';
  return (await rests(parts, kept, today)) ? 'accountResting' : undefined;
}

/** All of it or nothing; somebody who changed one of the accounts meanwhile makes it nothing. */
async function storeAll(parts: StaffParts, agencyId: string, operations: readonly Operation[]): Promise<void> {
  try {
    await parts.store.transaction(operations);
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    throw conflict(await listOf(parts, agencyId));
  }
}

async function versionOf(parts: StaffParts, placement: Placement): Promise<number | null> {
  const { collection, id } = parts.repositories.placements.putOperation(placement);
  return (await parts.store.get(collection, id))?.version ?? null;
}

export async function place(parts: StaffParts, call: Call) {
  const { repositories } = parts;
  const agency = await keptAgency(parts, call.param('id'));
  const { agencyId } = agency.record;
  const accountIds = [...new Set((await call.body(placeRequestSchema, bodyLimitBytes)).accountIds)];
  if (authorisationOf(agency.record, call.today).kind !== 'authorised')
    throw invalid(detail('', 'agencyNotAuthorised'));
  const problems: ProblemDetail[] = [];
  // The agency must still be authorised when this is stored: it is put back as it was read.
  const operations: Operation[] = [repositories.agencies.putOperation(agency.record, agency.version)];
  for (const [index, accountId] of accountIds.entries()) {
    const kept = await repositories.accounts.kept(accountId);
    const problem = await problemWith(parts, kept, call.today);
    if (problem !== undefined) problems.push(detail(`accountIds.${index}`, problem));
    if (kept === undefined || problem !== undefined) continue;
    const placement: Placement = { agencyId, accountId, placedOn: call.today, endedOn: null };
    operations.push(
      repositories.placements.putOperation(placement, await versionOf(parts, placement)),
      repositories.accounts.putOperation({ ...kept.record, agencyId }, kept.version),
      staffAudit(parts, call, 'agency.accountPlaced', { agencyId, accountId }),
    );
  }
  if (problems.length > 0) throw invalid(...problems);
  await storeAll(parts, agencyId, operations);
  return created(await listOf(parts, agencyId));
}

/** Placements that end today, with the accounts that come back to the bank. */
export async function endingOperations(
  parts: StaffParts,
  call: Call,
  open: readonly Placement[],
): Promise<readonly Operation[]> {
  const { accounts, placements } = parts.repositories;
  const operations: Operation[] = [];
  for (const placement of open) {
    const { accountId, agencyId } = placement;
    operations.push(
      placements.putOperation({ ...placement, endedOn: call.today }, await versionOf(parts, placement)),
      staffAudit(parts, call, 'agency.placementEnded', { agencyId, accountId }),
    );
    const kept = await accounts.kept(accountId);
    if (kept?.record.agencyId === agencyId)
      operations.push(accounts.putOperation({ ...kept.record, agencyId: null }, kept.version));
  }
  return operations;
}

export async function endPlacements(parts: StaffParts, call: Call) {
  const { record } = await keptAgency(parts, call.param('id'));
  const accountIds = [...new Set((await call.body(placeRequestSchema, bodyLimitBytes)).accountIds)];
  const open = (await parts.repositories.placements.ofAgency(record.agencyId)).filter(
    ({ endedOn }) => endedOn === null,
  );
  const byAccount = new Map(open.map((placement) => [placement.accountId, placement]));
  const problems = accountIds.flatMap((accountId, index) =>
    byAccount.has(accountId) ? [] : [detail(`accountIds.${index}`, 'accountNotPlaced')],
  );
  if (problems.length > 0) throw invalid(...problems);
  const ending = accountIds.flatMap((accountId) => byAccount.get(accountId) ?? []);
  await storeAll(parts, record.agencyId, await endingOperations(parts, call, ending));
  return ok(await listOf(parts, record.agencyId));
}
