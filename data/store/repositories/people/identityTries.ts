// Counts tries to show who one is before they are answered, over conversations, users, addresses, cards and the whole bank.
// Tries that come at the same time are counted one after the other and stored together: two hundred at once are two hundred.
import { createHash } from 'node:crypto';
import type { Instant } from '../../../domain/calendar/instant';
import {
  type Counted,
  countTry,
  identityTriesSchema,
  isUsedUp,
  type IdentityTries as Tries,
  type Tryer,
  type TryVerdict,
  takeBackTry,
} from '../../../domain/customer/identityTries';
import type { TryLimit, VerificationRules } from '../../../domain/customer/verificationRules';
import { type DocumentStore, type Operation, VersionConflict } from '../../documentStore';
import { Repository } from '../repository';

const bankKey = 'bank';
const attemptsMax = 10;

/** Ids of channels may be long and are nobody's business: a key holds their digest. */
const keyOf = (scope: 'conversation' | 'user' | 'address' | 'codes', id: string): string =>
  `${scope}:${createHash('sha256').update(id).digest('base64url')}`;

/** The records that one batch of tries reads and changes. */
type Desk = Map<string, { record: Tries | undefined; readonly version: number | null }>;
type Job = {
  readonly keys: readonly string[];
  run(desk: Desk, operations: Operation[]): void;
  done(): void;
  failed(error: unknown): void;
};

export class IdentityTries extends Repository<Tries> {
  private waiting: Job[] = [];
  private isWorking = false;

  constructor(store: DocumentStore) {
    super(store, 'verifyAttempts', identityTriesSchema, (tries) => tries.key);
  }

  /** Counts a try of two endings and says whether, and how, it may be answered. */
  count(tryer: Tryer, cardTail: string, rules: VerificationRules, now: Instant): Promise<TryVerdict> {
    return this.tried(
      tryer,
      [
        [`card:${cardTail}`, rules.triesOfAll.card],
        [bankKey, rules.triesOfAll.wholeBank],
      ],
      rules,
      now,
    );
  }

  /** Counts a try of the one-time code: of the person who types it, and of nobody else. */
  countCode(tryer: Tryer, rules: VerificationRules, now: Instant): Promise<TryVerdict> {
    return this.tried(tryer, [], rules, now);
  }

  /** Counts a code on its way to a customer; false when there were too many. */
  async countSentCode(customerId: string, rules: VerificationRules, now: Instant): Promise<boolean> {
    const key = keyOf('codes', customerId);
    return this.enqueue([key], (desk) => !count(desk, key, rules.codes, now).isOver);
  }

  /** A right try was no guess: its counts are given back. */
  takeBack(counted: readonly string[]): Promise<void> {
    return this.enqueue(counted, (desk) => {
      for (const key of counted) {
        const kept = desk.get(key);
        if (kept?.record !== undefined) kept.record = takeBackTry(kept.record);
      }
    });
  }

  /** Whether this person may try now: over none of their own limits. Counts nothing. */
  async mayTry(
    { conversation, user, address }: Tryer,
    { triesOfOne }: VerificationRules,
    now: Instant,
  ): Promise<boolean> {
    const own = [
      [keyOf('conversation', conversation), triesOfOne.conversation],
      [keyOf('user', user), triesOfOne.user],
      ...(address === null ? [] : [[keyOf('address', address), triesOfOne.address] as const]),
    ] as const;
    const records = await Promise.all(own.map(([key]) => this.get(key)));
    return own.every(([, limits], index) => !isUsedUp(records[index], limits, now));
  }

  /** A colleague lets somebody try again: their own counts begin anew, those of a network address stand. */
  pardon({ conversation, user }: Pick<Tryer, 'conversation' | 'user'>): Promise<void> {
    const keys = [keyOf('conversation', conversation), keyOf('user', user)];
    return this.enqueue(keys, (desk) => {
      for (const key of keys) {
        const kept = desk.get(key);
        if (kept?.record !== undefined) kept.record = { ...kept.record, windows: [] };
      }
    });
  }

  private tried(
    { conversation, user, address }: Tryer,
    ofAll: ReadonlyArray<readonly [string, readonly TryLimit[]]>,
    { triesOfOne, figures }: VerificationRules,
    now: Instant,
  ): Promise<TryVerdict> {
    const ofOne: ReadonlyArray<readonly [string, readonly TryLimit[]]> = [
      [keyOf('conversation', conversation), triesOfOne.conversation],
      [keyOf('user', user), triesOfOne.user],
      ...(address === null ? [] : [[keyOf('address', address), triesOfOne.address] as const]),
    ];
    const counted = [...ofOne, ...ofAll].map(([key]) => key);
    return this.enqueue(counted, (desk, operations): TryVerdict => {
      const own = ofOne.map(([key, limits]) => count(desk, key, limits, now));
      const freeAt =
        own
          .flatMap((one) => one.freeAt ?? [])
          .toSorted()
          .at(-1) ?? now;
      // What this person may not try counts against no card and not against the bank.
      if (own.some(({ isOver }) => isOver)) return { kind: 'wait', until: freeAt };
      const all = ofAll.map(([key, limits]) => ({ key, ...count(desk, key, limits, now) }));
      const alarm = all.some(({ key, passedNow }) => key === bankKey && passedNow);
      if (alarm) operations.push(alarmEvent(now));
      const codeToo = figures === 'endingsAndCode' || all.some(({ isOver }) => isOver);
      const left = Math.min(...own.map((one) => one.left));
      return { kind: 'answer', codeToo, left, freeAt, counted, alarm };
    });
  }

  private enqueue<T>(keys: readonly string[], work: (desk: Desk, operations: Operation[]) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      let result: { readonly value: T } | null = null;
      this.waiting.push({
        keys,
        run: (desk, operations) => {
          result = { value: work(desk, operations) };
        },
        done: () => (result === null ? reject(new Error('a try was not counted')) : resolve(result.value)),
        failed: reject,
      });
      if (!this.isWorking) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    while (this.waiting.length > 0) {
      const jobs = this.waiting.splice(0);
      try {
        await this.storeAll(jobs);
        for (const job of jobs) job.done();
      } catch (error) {
        for (const job of jobs) job.failed(error);
      }
    }
    // In the same step in which the queue was seen empty: a try that comes now starts the work anew.
    this.isWorking = false;
  }

  /** Another process may count on the same store: then all of it is read and counted again. */
  private async storeAll(jobs: readonly Job[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const desk: Desk = new Map();
      for (const key of new Set(jobs.flatMap((job) => job.keys))) {
        const kept = await this.kept(key);
        desk.set(key, { record: kept?.record, version: kept?.version ?? null });
      }
      const operations: Operation[] = [];
      for (const job of jobs) job.run(desk, operations);
      for (const { record, version } of desk.values())
        if (record !== undefined) operations.push(this.putOperation(record, version));
      try {
        await this.store.transaction(operations);
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict) || attempt === attemptsMax) throw error;
      }
    }
  }
}

function count(desk: Desk, key: string, limits: readonly TryLimit[], now: Instant): Counted {
  const kept = desk.get(key) ?? { record: undefined, version: null };
  const counted = countTry(kept.record, key, limits, now);
  desk.set(key, { ...kept, record: counted.record });
  return counted;
}

const alarmEvent = (now: Instant): Operation => ({
  kind: 'append',
  log: 'audit',
  entry: {
    type: 'identityAlarm',
    conversationId: '',
    turnNumber: -1,
    at: now,
    customerId: null,
    inputs: { limit: 'wholeBank' },
    decision: { askedBesides: 'oneTimeCode' },
  },
});
