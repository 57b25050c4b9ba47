// Attempts to sign in are counted for whoever is behind a trusted proxy, and a header that nobody vouches for changes nothing.
import { attemptRules } from '../../../../../bot/staff/console/signIn/attempts';
import { startConsole } from '../../support/consoleHouse';
import { StaffClient } from '../../support/staffClient';

const attemptsMax = attemptRules.address.points;

/** How many tries of different names from one forwarded address are looked at before it is locked. */
async function statuses(environment: Record<string, string>, forwardedFor: (n: number) => string): Promise<number[]> {
  const house = await startConsole(environment);
  try {
    const client = new StaffClient(house.address);
    const found: number[] = [];
    for (let n = 0; n <= attemptsMax; n++) {
      const body = { username: `person-${n}`, password: 'not this one' };
      const reply = await client.call('POST', 'session', body, { 'x-forwarded-for': forwardedFor(n) });
      found.push(reply.status);
    }
    return found;
  } finally {
    await house.stop();
  }
}

test('without TRUST_PROXY a new made-up address with every try is no way round the lock', async () => {
  const found = await statuses({}, (n) => `198.51.100.${n}`);
  expect(found.at(-1)).toBe(429);
  expect(new Set(found.slice(0, attemptsMax))).toEqual(new Set([401]));
});

test('behind a trusted proxy one guessing address is locked, and everybody else behind it is not', async () => {
  const own = await statuses({ TRUST_PROXY: '1' }, (n) => (n < attemptsMax ? '198.51.100.7' : '198.51.100.8'));
  expect(new Set(own)).toEqual(new Set([401]));
  const same = await statuses({ TRUST_PROXY: '127.0.0.0/8' }, (n) => `1.2.3.${n}, 198.51.100.7`);
  expect(same.at(-1)).toBe(429);
});
