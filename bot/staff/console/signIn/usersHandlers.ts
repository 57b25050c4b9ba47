// The administrator's page: who works here, with which roles; new people get a password that is shown once.
import { type Role, rolesInConflict, type StaffRecord } from '../../../../data/domain/bank/staff';
import { VersionConflict } from '../../../../data/store/documentStore';
import type { Kept } from '../../../../data/store/repositories/repository';
import { changeStaffRequestSchema, createStaffRequestSchema, type Staff } from '../../contract/session';
import { ConsoleProblem, conflict, detail, invalid, notFound } from '../../problems';
import { staffAudit } from '../../staffParts';
import { type Call, created, type Handle, ok } from '../frame/call';
import type { SignInParts } from './openSession';
import { generatedPassword, hashPassword } from './passwords';
import { userOf } from './users';

type UsersParts = Pick<SignInParts, 'store' | 'repositories' | 'streams' | 'attempts'>;

const staffOf = ({ record, version }: Kept<StaffRecord>): Staff => ({
  ...userOf(record),
  // As they were given, so that somebody sees which ones to take away.
  roles: record.roles,
  disabled: record.disabled,
  createdAt: record.createdAt,
  lastSignInAt: record.lastSignInAt,
  version,
});

async function everyone({ repositories }: UsersParts): Promise<readonly Kept<StaffRecord>[]> {
  const found: Kept<StaffRecord>[] = [];
  let after: string | undefined;
  do {
    const page = await repositories.staff.list({ limit: 500, after });
    found.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

function assertRolesGoTogether(roles: readonly Role[]): void {
  if (rolesInConflict(roles) !== undefined) throw invalid(detail('roles', 'rolesApart'));
}

/** A slip of the hand must not shut the door behind an administrator. */
function assertNotOwnDoor(call: Call, { username, roles, disabled }: StaffRecord): void {
  if (username !== call.username) return;
  if (disabled) throw invalid(detail('disabled', 'ownAccount'));
  if (!roles.includes('administrator')) throw invalid(detail('roles', 'ownAccount'));
}

/** Somebody who can sign in and let others in must remain. */
async function assertAdministratorRemains(parts: UsersParts, changed: StaffRecord): Promise<void> {
  const others = (await everyone(parts)).map(({ record }) => (record.username === changed.username ? changed : record));
  const remains = others.some((person) => person.roles.includes('administrator') && !person.disabled);
  if (!remains) throw invalid(detail('roles', 'lastAdministrator'));
}

async function store(parts: UsersParts, call: Call, record: StaffRecord, expected: number | null, type: string) {
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

async function createUser(parts: UsersParts, call: Call) {
  const { username, displayName, roles } = await call.body(createStaffRequestSchema);
  assertRolesGoTogether(roles);
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

async function changeUser(parts: UsersParts, call: Call) {
  const { expectedVersion, displayName, roles, disabled } = await call.body(changeStaffRequestSchema);
  if (roles !== undefined) assertRolesGoTogether(roles);
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
  assertNotOwnDoor(call, changed);
  await assertAdministratorRemains(parts, changed);
  const user = await store(parts, call, changed, expectedVersion, 'staff.changed');
  if (changed.disabled) await parts.repositories.staffSessions.endAll(changed.username);
  await parts.streams.recheck(changed.username);
  return ok({ user });
}

async function resetUser(parts: UsersParts, call: Call) {
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
  await parts.streams.recheck(changed.username);
  await parts.attempts.forget(changed.username);
  return ok({ user, password });
}

export function usersHandlers(parts: UsersParts) {
  let last: Promise<unknown> = Promise.resolve();
  /** One change after another: two administrators who take each other's role must not both find the other one left. */
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const done = last.then(change);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    users: async () => ok({ users: (await everyone(parts)).map(staffOf) }),
    createUser: (call) => createUser(parts, call),
    changeUser: (call) => inTurn(() => changeUser(parts, call)),
    resetUser: (call) => resetUser(parts, call),
  } satisfies Readonly<Record<string, Handle>>;
}
