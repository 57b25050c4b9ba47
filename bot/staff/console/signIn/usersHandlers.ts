// The administrator's page: who works here, with which roles; new people get a password that is shown once.
import type { StaffRecord } from '../../../../data/domain/bank/staff';
import { VersionConflict } from '../../../../data/store/documentStore';
import type { Kept } from '../../../../data/store/repositories/repository';
import { changeStaffRequestSchema, createStaffRequestSchema, type Staff } from '../../contract/session';
import { ConsoleProblem, conflict, detail, invalid, notFound } from '../../problems';
import { type StaffParts, staffAudit } from '../../staffParts';
import { type Call, created, type Handle, ok } from '../frame/call';
import { generatedPassword, hashPassword } from './passwords';
import { userOf } from './sessionHandlers';

const staffOf = ({ record, version }: Kept<StaffRecord>): Staff => ({
  ...userOf(record),
  disabled: record.disabled,
  createdAt: record.createdAt,
  lastSignInAt: record.lastSignInAt,
  version,
});

async function everyone({ repositories }: StaffParts): Promise<readonly Kept<StaffRecord>[]> {
  return (await repositories.staff.list({ limit: 1000 })).items;
}

/** Somebody who can sign in and let others in must remain. */
async function assertAdministratorRemains(parts: StaffParts, changed: StaffRecord): Promise<void> {
  const others = (await everyone(parts)).map(({ record }) => (record.username === changed.username ? changed : record));
  const remains = others.some((person) => person.roles.includes('administrator') && !person.disabled);
  if (!remains) throw invalid(detail('roles', 'lastAdministrator'));
}

async function store(parts: StaffParts, call: Call, record: StaffRecord, expected: number | null, type: string) {
  const { repositories } = parts;
  const { username, roles, disabled } = record;
  try {
    const [version = 0] = await parts.store.transaction([
      repositories.staff.putOperation(record, expected),
      staffAudit(parts, call, type, { about: username }, { roles, disabled }),
    ]);
    return staffOf({ record, version });
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    if (expected === null) throw new ConsoleProblem('duplicate');
    const now = await repositories.staff.kept(username);
    throw now === undefined ? notFound() : conflict({ user: staffOf(now) });
  }
}

async function createUser(parts: StaffParts, call: Call) {
  const { username, displayName, roles } = await call.body(createStaffRequestSchema);
  const password = generatedPassword();
  const record: StaffRecord = {
    username,
    displayName,
    roles: [...new Set(roles)],
    source: 'local',
    subject: null,
    passwordHash: await hashPassword(password),
    mustChangePassword: true,
    disabled: false,
    createdAt: call.now,
    lastSignInAt: null,
  };
  return created({ user: await store(parts, call, record, null, 'staff.created'), password });
}

async function changeUser(parts: StaffParts, call: Call) {
  const { expectedVersion, displayName, roles, disabled } = await call.body(changeStaffRequestSchema);
  const kept = await parts.repositories.staff.kept(call.param('id'));
  if (kept === undefined) throw notFound();
  const { record } = kept;
  if (record.source === 'oidc' && roles !== undefined) throw invalid(detail('roles', 'directoryUser'));
  const changed: StaffRecord = {
    ...record,
    displayName: displayName ?? record.displayName,
    roles: roles === undefined ? record.roles : [...new Set(roles)],
    disabled: disabled ?? record.disabled,
  };
  await assertAdministratorRemains(parts, changed);
  const user = await store(parts, call, changed, expectedVersion, 'staff.changed');
  if (changed.disabled) await parts.repositories.staffSessions.endAll(changed.username);
  return ok({ user });
}

async function resetUser(parts: StaffParts, call: Call) {
  const kept = await parts.repositories.staff.kept(call.param('id'));
  if (kept === undefined) throw notFound();
  if (kept.record.source === 'oidc') throw invalid(detail('', 'directoryUser'));
  const password = generatedPassword();
  const changed: StaffRecord = {
    ...kept.record,
    passwordHash: await hashPassword(password),
    mustChangePassword: true,
  };
  const user = await store(parts, call, changed, kept.version, 'staff.passwordReset');
  await parts.repositories.staffSessions.endAll(changed.username);
  await parts.repositories.signInAttempts.forget(`name:${changed.username}`);
  return ok({ user, password });
}

export const usersHandlers = (parts: StaffParts) =>
  ({
    users: async () => ok({ users: (await everyone(parts)).map(staffOf) }),
    createUser: (call) => createUser(parts, call),
    changeUser: (call) => changeUser(parts, call),
    resetUser: (call) => resetUser(parts, call),
  }) satisfies Readonly<Record<string, Handle>>;
