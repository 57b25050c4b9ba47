// Developer mode talks to this machine only: judged by the address that a host name resolves to, not by how it is spelt.
import { lookup } from 'node:dns';
import { lookup as lookupNow } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

export function isLoopbackAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const family = isIP(plain);
  return family !== 0 && loopback.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether an http(s) address leads to this machine, whatever path it has. */
export async function isLoopbackUrl(address: string): Promise<boolean> {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isLoopbackAddress(host);
  try {
    const found = await lookupNow(host, { all: true });
    return found.length > 0 && found.every(({ address: one }) => isLoopbackAddress(one));
  } catch {
    return false;
  }
}

/** A resolver for outgoing connections that gives loopback addresses only, so that a name cannot change in between. */
export const loopbackLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, '', 0);
    const [first, ...rest] = found.filter(({ address }) => isLoopbackAddress(address));
    if (first === undefined) return done(new Error('not a loopback address'), '', 0);
    if (options.all === true) return done(null, [first, ...rest]);
    done(null, first.address, first.family);
  });
};
