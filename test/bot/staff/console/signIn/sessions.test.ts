// Sessions end: after half an hour without a call, after half a day in any case, and when the person may not sign in any more.
import { hashPassword } from '../../../../../bot/staff/console/signIn/passwords';
import { Sessions } from '../../../../../bot/staff/console/signIn/sessions';
import type { StaffRecord } from '../../../../../data/domain/bank/staff';
import { MemoryStore } from '../../../../../data/store/memoryStore';
import { createRepositories } from '../../../../../data/store/repositories';
import { password, startConsole } from '../../support/consoleHouse';
import { StaffClient } from '../../support/staffClient';

const start = Date.parse('2026-11-23T02:00:00Z');
const person: StaffRecord = {
  username: 'mei',
  displayName: 'Mei',
  roles: ['agent'],
  source: 'local',
  subject: null,
  passwordHash: null,
  mustChangePassword: false,
  disabled: false,
  createdAt: '2026-11-23T02:00:00Z',
  lastSignInAt: null,
};

async function opened() {
  const store = new MemoryStore();
  const repositories = createRepositories(store);
  await repositories.staff.put(person, null);
  const time = { minutes: 0 };
  const sessions = new Sessions(
    repositories,
    () => new Date(start + time.minutes * 60_000).toISOString(),
    'Asia/Shanghai',
  );
  const { token, session } = sessions.newSession('mei');
  await repositories.staffSessions.put(session, null);
  return { store, repositories, sessions, token, session, time };
}

test('an idle session ends after half an hour; a busy one after twelve hours', async () => {
  const idle = await opened();
  idle.time.minutes = 29;
  expect(await idle.sessions.find(idle.token)).not.toBeNull();
  idle.time.minutes = 59;
  expect(await idle.sessions.find(idle.token)).toBeNull();
  const busy = await opened();
  for (busy.time.minutes = 0; busy.time.minutes < 720; busy.time.minutes += 20)
    expect(await busy.sessions.find(busy.token)).not.toBeNull();
  busy.time.minutes = 721;
  expect(await busy.sessions.find(busy.token)).toBeNull();
});

test('somebody who is disabled is out at once, and the token itself is nowhere in the store', async () => {
  const { repositories, sessions, token, store } = await opened();
  const { items } = await store.list('staffSessions');
  expect(JSON.stringify(items)).not.toContain(token);
  await repositories.staff.put({ ...person, disabled: true }, 'any');
  expect(await sessions.find(token)).toBeNull();
  expect((await store.list('staffSessions')).items).toHaveLength(0);
});

test('a session that ends after midnight at the bank is not of yesterday', async () => {
  const { sessions, time } = await opened();
  // 04:30 in the morning in Shanghai, still the day before in UTC; the session ends at 16:30, on the bank's 24th.
  time.minutes = 18.5 * 60;
  expect(sessions.newSession('mei').session.endsOn).toBe('2026-11-24');
});

test('signing out while another request of the same browser is noted does not bring the session back', async () => {
  const { repositories, sessions, token, session, time } = await opened();
  time.minutes = 5;
  const { staffSessions } = repositories;
  const put = staffSessions.put.bind(staffSessions);
  // The sign-out comes between the reading of the session and the note of the visit.
  jest.spyOn(staffSessions, 'put').mockImplementationOnce(async (record, expected) => {
    await sessions.end(session);
    return put(record, expected);
  });
  expect(await sessions.find(token)).toBeNull();
  expect(await staffSessions.ofUser('mei')).toEqual([]);
});

test.each([undefined, '', 'nothing', 'x'.repeat(5000)])(
  'a token that is none of ours (%#) opens nothing',
  async (token) => {
    const { sessions } = await opened();
    expect(await sessions.find(token)).toBeNull();
  },
);

test('behind https the cookie is bound to this host and sent over https only', async () => {
  const house = await startConsole({ PUBLIC_URL: 'https://assistant.example.com' });
  try {
    await house.house.repositories.staff.put({ ...person, passwordHash: await hashPassword(password) }, null);
    const { port } = house.house.server.server.address() as { port: number };
    const client = new StaffClient(`http://127.0.0.1:${port}`, 'mei');
    const signedIn = await client.signIn(password);
    const [cookie = ''] = signedIn.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-console_session=/);
    expect(cookie).toMatch(/; Path=\/;/);
    expect(cookie).toMatch(/; Secure/);
    expect((await client.get('session')).status).toBe(200);
    client.cookie = client.cookie.replace('__Host-', '');
    expect((await client.get('session')).status).toBe(401);
  } finally {
    await house.stop();
  }
});
