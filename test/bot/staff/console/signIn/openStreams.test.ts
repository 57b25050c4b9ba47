// A stream ends with the session it was opened under, and with the role: no customer's word reaches somebody who may not hear it.
import type { StaffList } from '../../../../../bot/staff/contract/session';
import type { Role } from '../../../../../data/domain/bank/staff';
import { type ConsoleHouse, password, startConsole } from '../../support/consoleHouse';
import { listenTo } from '../../support/eventStream';
import type { StaffClient } from '../../support/staffClient';

let house: ConsoleHouse;
let admin: StaffClient;
beforeAll(async () => {
  house = await startConsole();
  admin = await house.another('boss', 'administrator');
});
afterAll(() => house.stop());

const change = async (name: string, more: object): Promise<number> => {
  const { body } = await admin.get<StaffList>('users');
  const expectedVersion = body.users.find(({ username }) => username === name)?.version;
  return (await admin.call('PATCH', `users/${name}`, { ...more, expectedVersion })).status;
};

const withRoles = (roles: Role[]) => ({ roles });

test.each<[string, (client: StaffClient) => Promise<number>]>([
  ['is disabled', ({ username }) => change(username, { disabled: true })],
  ['loses the role', ({ username }) => change(username, withRoles(['maker']))],
  ['signs out', async (client) => (await client.call('DELETE', 'session')).status],
  ['changes the password', async (client) => (await client.changePassword(password, 'another walk by the sea')).status],
  ['gets a new first password', async ({ username }) => (await admin.post(`users/${username}/reset`)).status],
])('the desk falls silent for an agent who %s', async (what, act) => {
  const client = await house.another(what.replaceAll(' ', '.'), 'agent');
  const stream = await listenTo(client, 'desk/events');
  await stream.until(({ name }) => name === 'ready');
  expect(await act(client)).toBe(200);
  await stream.ended;
});

test('a change that leaves the role leaves the line, and so does a colleague’s sign-out', async () => {
  const [stays, leaves] = [await house.another('stays', 'agent'), await house.another('leaves', 'agent')];
  const stream = await listenTo(stays, 'desk/events');
  await stream.until(({ name }) => name === 'ready');
  expect(await change('stays', withRoles(['agent', 'supervisor']))).toBe(200);
  await leaves.call('DELETE', 'session');
  const isOpen = await Promise.race([stream.ended.then(() => false), stays.get('session').then(() => true)]);
  expect(isOpen).toBe(true);
  stream.close();
});
