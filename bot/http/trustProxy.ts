// Where a request comes from when proxies stand in front: X-Forwarded-For counts only as far as TRUST_PROXY says so.
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

export type TrustProxy =
  /** So many proxies stand in front, and nobody reaches this port past them. */
  | { readonly kind: 'hops'; readonly count: number }
  /** Proxies at these addresses, each as 'address' or 'address/prefix'. */
  | { readonly kind: 'addresses'; readonly addresses: readonly string[] };

interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

function networkOf(text: string): Network | undefined {
  const [address = '', prefixText, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return undefined;
  const bits = version === 4 ? 32 : 128;
  const prefix = prefixText === undefined ? bits : /^\d{1,3}$/.test(prefixText) ? Number(prefixText) : -1;
  // A prefix of 0 would trust the whole internet, which is the same as believing any header.
  return prefix >= 1 && prefix <= bits ? { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' } : undefined;
}

/** TRUST_PROXY as it is written: a count from 1 to 9, or addresses and CIDR ranges with commas; undefined when it is neither. */
export function readTrustProxy(text: string): TrustProxy | undefined {
  if (/^[1-9]$/.test(text)) return { kind: 'hops', count: Number(text) };
  const addresses = text.split(',').map((one) => one.trim());
  return addresses.every((one) => networkOf(one) !== undefined) ? { kind: 'addresses', addresses } : undefined;
}

/** '[2001:db8::1]:443', '203.0.113.9:5100' and '::ffff:203.0.113.9' without port and wrapping; undefined for what is no address. */
function plainAddress(text: string): string | undefined {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text;
  const address = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare.toLowerCase();
  return isIP(address) === 0 ? undefined : address;
}

/** Whether to look behind the proxy at `address`, which is `hop` steps away. */
function trustOf(trust: TrustProxy | null): (address: string, hop: number) => boolean {
  if (trust === null) return () => false;
  if (trust.kind === 'hops') return (_address, hop) => hop < trust.count;
  const list = new BlockList();
  for (const text of trust.addresses) {
    const network = networkOf(text);
    if (network !== undefined) list.addSubnet(network.address, network.prefix, network.family);
  }
  return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

export type ClientAddress = (req: Pick<IncomingMessage, 'socket' | 'headers'>) => string;

/** The address of whoever asks: the first one, from here outwards, that is no trusted proxy's. */
export function newClientAddress(trust: TrustProxy | null): ClientAddress {
  const isTrusted = trustOf(trust);
  return ({ socket, headers }) => {
    const peer = plainAddress(socket.remoteAddress ?? '') ?? '';
    const told = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    let address = peer;
    for (let hop = 0; address !== '' && isTrusted(address, hop); hop++) {
      const behind = plainAddress(told[told.length - 1 - hop]?.trim() ?? '');
      // The proxy did not say, or said nonsense: then it is the proxy that is counted.
      if (behind === undefined) break;
      address = behind;
    }
    return address;
  };
}
