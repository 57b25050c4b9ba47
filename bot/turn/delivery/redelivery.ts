// In the background, at a start and every minute: replies that did not leave are tried again, conversations side by side.
import { errorFacts, type Log } from '../../ops/log';
import type { Deliveries } from './deliveries';
import type { TurnRecords } from './turnRecords';

const everyMs = 60_000;
const pauseMsMax = 3_600_000;
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
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<void> | null = null;

  constructor(private readonly parts: RedeliveryParts) {}

  start(): void {
    this.timer = setInterval(() => void this.sweep(), everyMs);
    this.timer.unref();
    void this.sweep();
  }

  /** Begins nothing more. What is being sent is waited for by the one who drains the process. */
  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  /** Tries every conversation whose turn it is, once; a sweep that still runs is the same one. */
  sweep(): Promise<void> {
    this.sweeping ??= this.tryAll()
      .catch((error: unknown) => this.parts.log.warn(errorFacts(error), 'waiting replies could not be looked up'))
      .finally(() => {
        this.sweeping = null;
      });
    return this.sweeping;
  }

  private async tryAll(): Promise<void> {
    const waiting = await this.parts.records.waitingConversations(conversationsMax);
    // What no longer waits needs no pause either.
    this.pauses = new Map([...this.pauses].filter(([conversation]) => waiting.includes(conversation)));
    const due = waiting.filter((conversation) => (this.pauses.get(conversation)?.until ?? 0) <= this.parts.now());
    const next = due.values();
    const worker = async () => {
      for (const conversation of next) await this.tryOne(conversation);
    };
    await Promise.all(Array.from({ length: atOnceMax }, worker));
  }

  private async tryOne(conversation: string): Promise<void> {
    const isDone = await this.parts.deliveries.late(conversation).catch(() => false);
    if (isDone) {
      this.pauses.delete(conversation);
      return;
    }
    const failures = (this.pauses.get(conversation)?.failures ?? 0) + 1;
    const pause = Math.min(everyMs * 2 ** (failures - 1), pauseMsMax);
    this.pauses.set(conversation, { failures, until: this.parts.now() + pause });
  }
}
