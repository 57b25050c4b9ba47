// One person does not hold what two have to: roles that check each other are kept apart, and nobody shuts their own door.
import * as fc from 'fast-check';
import type { Session, Staff, StaffList } from '../../../../../bot/staff/contract/session';
import { type Role, roleSchema, rolesInConflict, separatedRoles } from '../../../../../data/domain/bank/staff';
import { type ConsoleHouse, password, startConsole } from '../../support/consoleHouse';
import { codeOf, type StaffClient } from '../../support/staffClient';

let house: ConsoleHouse;
let admin: StaffClient;
beforeAll(async () => {
  house = await startConsole();
  admin = await house.another('boss', 'administrator');
});
afterAll(() => house.stop());

const everybody = async (): Promise<readonly Staff[]> => (await admin.get<StaffList>('users')).body.users;
const versionOf = async (name: string) => (await everybody()).find(({ username }) => username === name)?.version;
const change = async (name: string, more: object, by = admin) =>
  by.call('PATCH', `users/${name}`, { expectedVersion: await versionOf(name), ...more });

test('nobody is given maker and checker, or an administrator’s role with either, by a new account or a change', async () => {
  const together: Role[][] = [
    ['maker', 'checker'],
    ['administrator', 'checker'],
    ['administrator', 'maker', 'agent'],
    ['auditor', 'supervisor'],
    [...roleSchema.options],
  ];
  await house.another('lin', 'agent');
  for (const roles of together) {
    const made = await admin.post('users', { username: 'new.person', displayName: 'New', roles });
    expect([made.status, codeOf(made)]).toEqual([422, 'invalid']);
    expect((await change('lin', { roles })).status).toBe(422);
  }
  expect((await change('lin', { roles: ['agent', 'supervisor', 'maker'] })).status).toBe(200);
});

test('somebody who was given every role before may not draft, approve or audit', async () => {
  const all = await house.another('everything', ...roleSchema.options);
  const { roles } = (await all.get<Session>('session')).body.user;
  expect(roles).toEqual(['administrator', 'agent', 'supervisor']);
  expect(codeOf(await all.post('policies/offerLimits/drafts', {}))).toBe('forbidden');
  expect(codeOf(await all.post('policies/offerLimits/x/approve', {}))).toBe('forbidden');
  expect((await all.get('desk/queue')).status).toBe(200);
  // The users page shows what was given, so that it can be put right.
  expect((await everybody()).find(({ username }) => username === 'everything')?.roles).toHaveLength(6);
});

test('an administrator disables neither themself nor their own role', async () => {
  await house.another('second.boss', 'administrator');
  for (const more of [{ disabled: true }, { roles: ['agent'] }]) expect((await change('boss', more)).status).toBe(422);
  expect((await admin.get('users')).status).toBe(200);
  expect((await change('boss', { displayName: 'The boss' })).status).toBe(200);
});

test('two administrators who disable each other at the same moment leave one who can sign in', async () => {
  const pair = await startConsole();
  try {
    const [one, two] = [await pair.another('one', 'administrator'), await pair.another('two', 'administrator')];
    const { body } = await one.get<StaffList>('users');
    const versions = new Map(body.users.map(({ username, version }) => [username, version]));
    const answers = await Promise.all([
      one.call('PATCH', 'users/two', { disabled: true, expectedVersion: versions.get('two') }),
      two.call('PATCH', 'users/one', { disabled: true, expectedVersion: versions.get('one') }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const again = await Promise.all([one.signIn(password), two.signIn(password)]);
    expect(again.filter(({ status }) => status === 200)).toHaveLength(1);
  } finally {
    await pair.stop();
  }
});

test('roles that count never conflict, are among those given, and are all of them where they go together', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...roleSchema.options)), (roles) => {
      const kept = separatedRoles(roles);
      expect(rolesInConflict(kept)).toBeUndefined();
      expect(roles).toEqual(expect.arrayContaining(kept));
      if (rolesInConflict(roles) === undefined) expect([...kept].sort()).toEqual([...roles].sort());
      if (roles.length > 0) expect(kept.length).toBeGreaterThan(0);
    }),
  );
});
