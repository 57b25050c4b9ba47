// Who is counted when somebody signs in: the peer, or whoever stands behind a proxy that the configuration trusts.
import { ConfigError, readConfig } from '../../../bot/config/config';
import { newClientAddress, readTrustProxy, type TrustProxy } from '../../../bot/http/trustProxy';

const from = (trust: TrustProxy | null | undefined, peer: string, forwarded?: string): string => {
  if (trust === undefined) throw new Error('not a setting');
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return newClientAddress(trust)({ socket: { remoteAddress: peer } as never, headers });
};

test.each(['0', '10', 'yes', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0.1,,', 'proxy.example', '10.0.0.0/8/8'])(
  'TRUST_PROXY=%s is refused with what to set',
  (text) => {
    expect(() => readConfig({ TRUST_PROXY: text })).toThrow(ConfigError);
    expect(() => readConfig({ TRUST_PROXY: text })).toThrow(/TRUST_PROXY/);
  },
);

test('nothing set, or an empty variable, trusts nobody', () => {
  expect(readConfig({}).trustProxy).toBeNull();
  expect(readConfig({ TRUST_PROXY: '' }).trustProxy).toBeNull();
  expect(from(null, '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
});

test('a count looks behind so many proxies, and what a client wrote before them is not believed', () => {
  const one = readTrustProxy('1');
  expect(from(one, '10.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
  expect(from(one, '10.0.0.1', 'made-up, 1.2.3.4, 198.51.100.1')).toBe('198.51.100.1');
  expect(from(readTrustProxy('2'), '10.0.0.1', '1.2.3.4, 198.51.100.1, 10.0.0.2')).toBe('198.51.100.1');
  expect(from(one, '10.0.0.1')).toBe('10.0.0.1');
  expect(from(readTrustProxy('3'), '10.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
});

test('addresses look behind those proxies alone', () => {
  const some = readTrustProxy('10.0.0.0/8, 2001:db8:1::/48, 192.168.1.5');
  expect(from(some, '10.1.2.3', '1.2.3.4, 198.51.100.1')).toBe('198.51.100.1');
  expect(from(some, '10.1.2.3', '1.2.3.4, 198.51.100.1, 192.168.1.5')).toBe('198.51.100.1');
  expect(from(some, '2001:db8:1::7', '198.51.100.1')).toBe('198.51.100.1');
  expect(from(some, '::ffff:10.1.2.3', '[2001:DB8::9]:4711')).toBe('2001:db8::9');
  expect(from(some, '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
  expect(from(some, '192.168.1.6', '198.51.100.1')).toBe('192.168.1.6');
});

test('what a trusted proxy tells is an address, with or without its port, or the proxy itself is counted', () => {
  const one = readTrustProxy('1');
  expect(from(one, '10.0.0.1', '198.51.100.1:5100')).toBe('198.51.100.1');
  for (const nonsense of ['unknown', '', '198.51.100.1, _hidden', 'a b c'])
    expect(from(one, '10.0.0.1', nonsense)).toBe('10.0.0.1');
});
