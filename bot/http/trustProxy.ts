// Where a request comes from when proxies stand in front: X-Forwarded-For counts only as far as TRUST_PROXY says so.
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from 'proxy-addr';

export type TrustProxy =
  /** So many proxies stand in front, and nobody reaches this port past them. */
  | { readonly kind: 'hops'; readonly count: number }
  /** Proxies at these addresses, each as 'address' or 'address/prefix'. */
  | { readonly kind: 'addresses'; readonly addresses: readonly string[] };

/** 'address' or 'address/prefix'; a prefix of 0 would trust the whole internet, which is the same as believing any header. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** TRUST_PROXY as it is written: a count from 1 to 9, or addresses and CIDR ranges with commas; undefined when it is neither. */
export function readTrustProxy(text: string): TrustProxy | undefined {
  if (/^[1-9]$/.test(text)) return { kind: 'hops', count: Number(text) };
  const addresses = text.split(',').map((one) => one.trim());
  return addresses.every(isNetwork) ? { kind: 'addresses', addresses } : undefined;
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
  const isListed = proxyAddr.compile([...trust.addresses]);
  return (address, hop) => {
    const plain = plainAddress(address);
    return plain !== undefined && isListed(plain, hop);
  };
}

export type ClientAddress = (req: Pick<IncomingMessage, 'socket' | 'headers'>) => string;

/** The address of whoever asks: the first one, from here outwards, that is no trusted proxy's. */
export function newClientAddress(trust: TrustProxy | null): ClientAddress {
  const isTrusted = trustOf(trust);
  return ({ socket, headers }) => {
    // From here outwards; the last one is the first that is not trusted.
    const way = proxyAddr.all({ socket, headers } as IncomingMessage, isTrusted).map(plainAddress);
    // A proxy that did not say, or said nonsense, is counted itself.
    const known = way.indexOf(undefined);
    return (known < 0 ? way : way.slice(0, known)).at(-1) ?? '';
  };
}
