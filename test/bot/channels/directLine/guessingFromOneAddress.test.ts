// One machine with a hundred names guesses at identity: its address has a limit of its own, and another's is not touched.
import fc from 'fast-check';
import { networkOf } from '../../../../bot/http/networkOf';
import { type RunningHouse, startHouse } from '../../support/runningHouse';

jest.setTimeout(120_000);

let house: RunningHouse;
beforeEach(async () => {
  house = await startHouse(undefined, { TRUST_PROXY: '1' });
});
afterEach(() => house.stop());

/** A new conversation of a new user, from this address; gives the way to speak in it. */
async function newcomer(from: string) {
  const send = async (path: string, token: string, body: object) => {
    const response = await fetch(`${house.address}/directline${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'X-Forwarded-For': from },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, string>;
  };
  const { token = '', conversationId = '' } = await send('/tokens/generate', '', {});
  await send('/conversations', token, {});
  return (text: string) => send(`/conversations/${conversationId}/activities`, token, { type: 'message', text });
}

const auditedTypes = async (type: string): Promise<number> =>
  (await house.house.repositories.audit.ofType(type, { limit: 1000 })).items.length;

it('answers no more guesses from one address than its limit, whoever they say they are', async () => {
  const { count } = house.house.services.verification.triesOfOne.address[0] ?? { count: 0 };
  for (let number = 0; number < count + 5; number += 1) {
    const say = await newcomer('203.0.113.7');
    await say(`${1000 + number} 9999`);
  }
  expect((await auditedTypes('verifyFailed')) + (await auditedTypes('identityCodeAsked'))).toBeLessThanOrEqual(count);
  const other = await newcomer('198.51.100.9');
  await other('1001 9998');
  expect(await auditedTypes('identityCodeAsked')).toBeGreaterThan(0);
});

it('counts an IPv6 customer by the network, and the own machine not at all', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:DB8:1:2::')).toBe(networkOf('2001:0db8:0001:0002:ffff:1:2:3'));
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  for (const own of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '', 'nonsense']) expect(networkOf(own)).toBeNull();
  fc.assert(
    fc.property(
      fc.ipV6(),
      (address) => networkOf(address) === null || /^[0-9a-f.:]+(?:\/64)?$/.test(networkOf(address) ?? ''),
    ),
  );
});
