// In the background, at a start and every minute: replies that did not leave are tried again, conversations side by side.
import type { Log } from '../../ops/log';
import { Sweeps } from '../../ops/sweeps';
import { backOffMs, sideBySide } from '../../ops/tryAgain';
import type { Deliveries } from './deliveries';
import type { TurnRecords } from './turnRecords';

const everyMs = 60_000;
const atOnceMax = 8;
const conversationsMax = 1000;

export interface RedeliveryParts {
  readonly records: Pick<TurnRecords, 'waitingConversations'>;
  readonly deliveries: Pick<Deliveries, 'late'>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  now(): number;
}

interface Pause {
  readonly failures: number;
  readonly until: number;
}

export class Redelivery {
  private pauses = new Map<string, Pause>();
  private readonly sweeps: Sweeps;

  constructor(private readonly parts: RedeliveryParts) {
    this.sweeps = new Sweeps(everyMs, () => this.tryAll(), parts.log, 'waiting replies could not be looked up');
  }

  start(): void {
    this.sweeps.start();
  }

  /** What is being sent is waited for by the one who drains the process. */
  stop(): void {
    this.sweeps.stop();
  }

  /** Tries every conversation whose turn it is, once. */
  sweep(): Promise<void> {
    return this.sweeps.sweep();
  }

  private async tryAll(): Promise<void> {
    const waiting = await this.parts.records.waitingConversations(conversationsMax);
    // What no longer waits needs no pause either.
    this.pauses = new Map([...this.pauses].filter(([conversation]) => waiting.includes(conversation)));
    const due = waiting.filter((conversation) => (this.pauses.get(conversation)?.until ?? 0) <= this.parts.now());
    await sideBySide(due, atOnceMax, (conversation) => this.tryOne(conversation));
  }

  private async tryOne(conversation: string): Promise<void> {
    const isDone = await this.parts.deliveries.late(conversation).catch(() => false);
    if (isDone) {
      this.pauses.delete(conversation);
      return;
    }
    const failures = (this.pauses.get(conversation)?.failures ?? 0) + 1;
    this.pauses.set(conversation, { failures, until: this.parts.now() + backOffMs(failures) });
  }
}
