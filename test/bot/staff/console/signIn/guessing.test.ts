// Guessing passwords is slowed down, and no amount of it locks a colleague out of their own browser.
import type { CreatedStaff } from '../../../../../bot/staff/contract/session';
import { type ConsoleHouse, password, startConsole } from '../../support/consoleHouse';
import { codeOf, StaffClient } from '../../support/staffClient';

let house: ConsoleHouse;
beforeAll(async () => {
  house = await startConsole({ TRUST_PROXY: '1' });
});
afterAll(() => house.stop());

const from = (address: string) => ({ 'x-forwarded-for': address });
const tryAt = (address: string, username: string, typed: string, client = new StaffClient(house.address)) =>
  client.call('POST', 'session', { username, password: typed }, from(address));

test('an attacker with many addresses uses up the attempts of strangers, not those of the colleague', async () => {
  const own = await house.another('mei', 'agent');
  const statuses: number[] = [];
  for (let n = 0; n < 60; n++) statuses.push((await tryAt(`198.51.100.${n}`, 'mei', 'not this one')).status);
  expect(statuses.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 401));
  expect(statuses.at(-1)).toBe(429);
  expect((await tryAt('203.0.113.9', 'mei', password)).status).toBe(429);
  expect((await tryAt('203.0.113.9', 'mei', password, own)).status).toBe(200);
});

test('guessing in a colleague’s own browser is slowed down too', async () => {
  const own = await house.another('jun', 'agent');
  const statuses: number[] = [];
  for (let n = 0; n < 12; n++) statuses.push((await tryAt('203.0.113.10', 'jun', 'not this one', own)).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  expect((await tryAt('203.0.113.10', 'jun', password, own)).status).toBe(429);
});

test('a mark that somebody made up, or that is another colleague’s, is no way round', async () => {
  const other = await house.another('bo', 'agent');
  await house.another('an', 'agent');
  const made = new StaffClient(house.address);
  made.browser = `console_browser=${'x'.repeat(43)}`;
  for (const client of [made, other]) {
    for (let n = 0; n < 5; n++) await tryAt('203.0.113.11', 'an', 'not this one', client);
    expect(codeOf(await tryAt('203.0.113.11', 'an', password, client))).toBe('lockedOut');
  }
});

test('wrong passwords that are followed by the right one count no longer', async () => {
  await house.another('ke', 'agent');
  for (let round = 0; round < 4; round++) {
    for (let n = 0; n < 4; n++) expect((await tryAt('203.0.113.12', 'ke', 'not this one')).status).toBe(401);
    expect((await tryAt('203.0.113.12', 'ke', password)).status).toBe(200);
  }
});

test('the administrator disables somebody in the moment of their sign-in: they are not enabled again', async () => {
  const admin = await house.another('chief', 'administrator');
  const made = await admin.post<CreatedStaff>('users', { username: 'gone', displayName: 'Gone', roles: ['agent'] });
  const { staff } = house.house.repositories;
  const kept = staff.kept.bind(staff);
  // The disabling comes between the reading of the record and the storing of the sign-in.
  jest.spyOn(staff, 'kept').mockImplementationOnce(async (name) => {
    const read = await kept(name);
    if (read !== undefined) await staff.put({ ...read.record, disabled: true }, read.version);
    return read;
  });
  const client = new StaffClient(house.address);
  expect((await client.signIn(made.body.password, 'gone')).status).toBe(401);
  expect((await staff.get('gone'))?.disabled).toBe(true);
  expect(await house.house.repositories.staffSessions.ofUser('gone')).toEqual([]);
});
