// Holds back guessing: failed attempts are counted by name and by address, and enough of them lock both for a while.

import {
  type AttemptRule,
  countAttempt,
  lockedSeconds,
  type SignInAttempts as SignInAttemptsRecord,
  withoutAttempt,
} from '../../../../data/domain/bank/staff';
import type { Instant } from '../../../../data/domain/calendar/instant';
import { VersionConflict } from '../../../../data/store/documentStore';
import type { SignInAttempts } from '../../../../data/store/repositories/people/staff';
import { ConsoleProblem } from '../../problems';

/** Many people may share an address; a name is one person's. */
export const attemptRules = {
  name: { failuresMax: 5, windowMinutes: 15 },
  address: { failuresMax: 50, windowMinutes: 15 },
} as const satisfies Readonly<Record<string, AttemptRule>>;

const conflictsMax = 100;

export class AttemptCounter {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly clock: () => Instant,
  ) {}

  /** Counts an attempt before its password is looked at, so that many at once are no way round; refuses a locked one. */
  async begin(username: string, address: string): Promise<void> {
    await this.count(`address:${address}`, attemptRules.address);
    await this.count(`name:${username}`, attemptRules.name);
  }

  /** It was the right password: what was held for a failure was none. The address keeps the failures of others. */
  async succeeded(username: string, address: string): Promise<void> {
    await this.attempts.forget(`name:${username}`);
    await this.change(`address:${address}`, (kept) => kept && withoutAttempt(kept));
  }

  private count(key: string, rule: AttemptRule): Promise<void> {
    return this.change(key, (kept) => {
      const now = this.clock();
      const seconds = lockedSeconds(kept, now);
      if (seconds > 0) throw new ConsoleProblem('lockedOut', { retryAfterSeconds: seconds });
      return countAttempt(kept, key, now, rule);
    });
  }

  /** Reads and writes until nobody else wrote in between. */
  private async change(
    key: string,
    next: (kept: SignInAttemptsRecord | undefined) => SignInAttemptsRecord | undefined,
  ): Promise<void> {
    for (let tries = 1; ; tries++) {
      const kept = await this.attempts.kept(key);
      const after = next(kept?.record);
      if (after === undefined) return;
      try {
        await this.attempts.put(after, kept?.version ?? null);
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict) || tries === conflictsMax) throw error;
      }
    }
  }
}
