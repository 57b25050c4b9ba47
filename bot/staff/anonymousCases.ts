// How many matters people may open whom nobody has verified: enough for a bad day, and no flood that buries the desk.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { DeskRules } from '../../data/domain/case/deskRules';
import { addressKey } from '../http/rateLimit';

const hourSeconds = 3600;
const wholeBank = 'bank';

export interface AnonymousCases {
  /** Counts one more and says whether it may be opened. Those in danger are counted apart. */
  admit(address: string | null, isUrgent: boolean): Promise<boolean>;
}

async function hasRoom(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}

export function newAnonymousCases({ eachAddressAnHour, bankAnHour }: DeskRules['anonymousCases']): AnonymousCases {
  const each = (points: number) => new RateLimiterMemory({ points, duration: hourSeconds });
  const counted = () => ({ address: each(eachAddressAnHour), bank: each(bankAnHour) });
  const [normal, urgent] = [counted(), counted()];
  return {
    async admit(address, isUrgent) {
      const { address: ofAddress, bank } = isUrgent ? urgent : normal;
      // A channel's service hides its users' addresses; it knows them, and the bank's own limit is left.
      if (address !== null && !(await hasRoom(ofAddress, addressKey(address)))) return false;
      return hasRoom(bank, wholeBank);
    },
  };
}
