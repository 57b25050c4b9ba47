// Every route with every role: who may not is refused before anything is looked at, who may is let through to the handler.

import { type RouteEntry, routeTable } from '../../../../bot/staff/console/frame/routeTable';
import type { ErrorBody } from '../../../../bot/staff/contract/common';
import { type Role, roleSchema } from '../../../../data/domain/bank/staff';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import { StaffClient } from '../support/staffClient';

let house: ConsoleHouse;
beforeAll(async () => {
  house = await startConsole();
});
afterAll(() => house.stop());

const entries: readonly [string, RouteEntry][] = Object.entries(routeTable);
const methods = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', del: 'DELETE' } as const;
const open = ['signOut', 'oidcStart', 'oidcCallback'];

/** A path that leads nowhere in particular: what counts is who is let through. */
const filled = (path: string): string => path.replace(/:kind/, 'offerLimits').replace(/:\w+/g, 'nothing');

/** Streams never end: the headers are answer enough. */
async function statusOf(client: StaffClient, { method, path }: RouteEntry): Promise<{ status: number; code: string }> {
  const stop = new AbortController();
  const response = await fetch(`${client.address}/console/api/${filled(path)}`, {
    method: methods[method],
    headers: { cookie: client.cookie, 'x-csrf-token': client.csrfToken, 'content-type': 'application/json' },
    signal: stop.signal,
    redirect: 'manual',
    ...(method === 'get' ? {} : { body: '{}' }),
  });
  const isJson = response.headers.get('content-type')?.includes('json') === true && !response.ok;
  const code = isJson ? ((await response.json()) as ErrorBody).error.code : '';
  stop.abort();
  return { status: response.status, code };
}

const guarded = entries.filter(([, { access }]) => access !== 'anyone');

test.each(guarded)('%s needs somebody who is signed in', async (_name, entry) => {
  expect(await statusOf(new StaffClient(house.address), entry)).toEqual({ status: 401, code: 'unauthenticated' });
});

const table = roleSchema.options.flatMap((role) =>
  guarded.filter(([name]) => !open.includes(name)).map(([name, entry]) => [role, name, entry] as const),
);

test.each(table)('as %s: %s', async (role: Role, _name, entry) => {
  const { status, code } = await statusOf(await house.staff(role), entry);
  const { access } = entry;
  const isAllowed = access === 'signedIn' || (access !== 'anyone' && access.includes(role));
  if (isAllowed) {
    expect(code).not.toBe('forbidden');
    expect(status).not.toBe(401);
    expect(status).toBeLessThan(500);
  } else expect({ status, code }).toEqual({ status: 403, code: 'forbidden' });
});

test('somebody without any role gets to nothing but their own session', async () => {
  const nobody = await house.staff();
  for (const [, entry] of guarded.filter(([, { access }]) => access !== 'signedIn'))
    expect((await statusOf(nobody, entry)).code).toBe('forbidden');
  expect((await nobody.get('session')).status).toBe(200);
});

test('an address that is not in the table is not there, signed in or not', async () => {
  const administrator = await house.staff('administrator');
  expect((await administrator.get('nothing/here')).status).toBe(404);
  expect((await new StaffClient(house.address).get('../api/users/..%2f..%2fsession')).status).not.toBe(200);
});
