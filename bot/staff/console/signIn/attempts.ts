// Holds back guessing: attempts are counted by name and by address, and enough of them lock both for a while.

import { type AttemptRule, countAttempt, lockedSeconds } from '../../../../data/domain/bank/staff';
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

  /** It was the right password: what was held for a failure was none. */
  async succeeded(username: string): Promise<void> {
    await this.attempts.forget(`name:${username}`);
  }

  private async count(key: string, rule: AttemptRule): Promise<void> {
    for (let tries = 1; ; tries++) {
      const kept = await this.attempts.kept(key);
      const now = this.clock();
      const seconds = lockedSeconds(kept?.record, now);
      if (seconds > 0) throw new ConsoleProblem('lockedOut', { retryAfterSeconds: seconds });
      try {
        await this.attempts.put(countAttempt(kept?.record, key, now, rule), kept?.version ?? null);
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict) || tries === conflictsMax) throw error;
      }
    }
  }
}
