// Slows guessing down without locking anybody out: a colleague's own browser is counted apart from everybody else who types
// their name, so that an attacker elsewhere uses up the attacker's attempts only.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressKey } from '../../../http/rateLimit';
import { ConsoleProblem } from '../../problems';

const minutes = (count: number): number => count * 60;

/** Failures within so many seconds; one more is refused until they have passed. */
export const attemptRules = {
  /** One name in a browser in which this person has signed in before. */
  ownBrowser: { points: 10, duration: minutes(15) },
  /** One name from one address, in other browsers. */
  nameAtAddress: { points: 5, duration: minutes(15) },
  /** All names from one address, in other browsers: many people may share an address. */
  address: { points: 50, duration: minutes(15) },
  /** One name from all addresses together, in other browsers. */
  name: { points: 50, duration: minutes(60) },
} as const;

type RuleName = keyof typeof attemptRules;

/** Who tries to sign in, as far as it can be told before the password is looked at. */
export interface Attempt {
  readonly username: string;
  readonly address: string;
  /** The hash of the browser's mark when this person has signed in there before, else null. */
  readonly ownBrowser: string | null;
}

interface Count {
  readonly rule: RuleName;
  readonly key: string;
}

/** Under which limits an attempt is counted: its own place, and wider ones that others use too. */
function countsOf({ username, address, ownBrowser }: Attempt): {
  readonly own: Count;
  readonly wider: readonly Count[];
} {
  if (ownBrowser !== null) return { own: { rule: 'ownBrowser', key: `${username} ${ownBrowser}` }, wider: [] };
  const from = addressKey(address);
  return {
    own: { rule: 'nameAtAddress', key: `${username} ${from}` },
    wider: [
      { rule: 'address', key: from },
      { rule: 'name', key: username },
    ],
  };
}

export class AttemptCounter {
  private readonly limiters = {
    ownBrowser: new RateLimiterMemory(attemptRules.ownBrowser),
    nameAtAddress: new RateLimiterMemory(attemptRules.nameAtAddress),
    address: new RateLimiterMemory(attemptRules.address),
    name: new RateLimiterMemory(attemptRules.name),
  } as const satisfies Readonly<Record<RuleName, RateLimiterMemory>>;

  /** Counts an attempt before its password is looked at, so that many at once are no way round; refuses one too many. */
  async begin(attempt: Attempt): Promise<void> {
    const { own, wider } = countsOf(attempt);
    for (const { rule, key } of [own, ...wider]) {
      try {
        await this.limiters[rule].consume(key);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        throw new ConsoleProblem('lockedOut', {
          retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)),
        });
      }
    }
  }

  /** It was the right password: what was counted as a failure was none, and this place is cleared. */
  async succeeded(attempt: Attempt): Promise<void> {
    const { own, wider } = countsOf(attempt);
    await this.limiters[own.rule].delete(own.key);
    for (const { rule, key } of wider) await this.limiters[rule].reward(key);
  }

  /** A new password from an administrator begins with a clean slate. */
  async forget(username: string): Promise<void> {
    await this.limiters.name.delete(username);
  }
}
