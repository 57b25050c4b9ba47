// The network that an address belongs to, for counts of what one client does: an IPv6 customer has 2^64 addresses at hand.
import { isIPv4, isIPv6 } from 'node:net';

const isOwnMachine = (address: string): boolean =>
  address === '::1' || /^(?:::ffff:)?127\./i.test(address) || address === '';

/** The first four groups of an IPv6 address, with "::" written out. */
function prefixOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(':'));
  const before = groups(head);
  const after = groups(tail);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/**
 * An IPv4 address as it is, the /64 of an IPv6 one. Null for this machine itself: there it is the developer, or a proxy that
 * nobody has told us of, and all customers would be counted as one.
 */
export function networkOf(address: string): string | null {
  if (isOwnMachine(address)) return null;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return mapped;
  return isIPv6(mapped) ? prefixOf(mapped.toLowerCase()) : null;
}
