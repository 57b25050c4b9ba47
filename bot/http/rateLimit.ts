// How often somebody may do something: counted by a key, refused with 429 and when to come back.
import { isIP } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Metrics } from '../ops/metrics';
import { HttpProblem } from './problem';

export interface RateRule {
  readonly times: number;
  readonly seconds: number;
}

export class RateLimit {
  private readonly limiter: RateLimiterMemory;

  constructor(
    { times, seconds }: RateRule,
    private readonly metrics: Pick<Metrics, 'count'>,
  ) {
    this.limiter = new RateLimiterMemory({ points: times, duration: seconds });
  }

  /** Counts one more; throws a 429 when it is one too many. */
  async take(key: string): Promise<void> {
    try {
      await this.limiter.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      this.metrics.count('rateLimited');
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw new HttpProblem(429, 'TooManyRequests', `Too often. Try again in ${seconds} seconds.`, seconds);
    }
  }
}

/** The key of an address: an IPv6 customer has a whole network of 64 bits to choose from. */
export function addressKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.split('::');
  const heads = head === '' ? [] : head.split(':');
  const tails = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::') ? Array.from({ length: 8 - heads.length - tails.length }, () => '0') : [];
  return `${[...heads, ...zeros, ...tails].slice(0, 4).join(':')}::/64`;
}
