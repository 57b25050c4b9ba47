// Counts for the people who watch the machine, in Prometheus' text form. Counts only: nothing of anybody.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const counters = {
  duplicates: 'Messages that had been answered before',
  turnErrors: 'Turns that failed; nothing of them was stored',
  guardBlocks: 'Replies that the guard replaced',
  identityAlarms: 'Times that guesses at identity passed the limit of the whole bank',
  repliesSent: 'Replies that were delivered',
  repliesUndelivered: 'Attempts to deliver that failed and are made again',
  repliesRefused: 'Replies that the channel refused for good',
  repliesWithdrawn: 'Replies that were out of date before they could be delivered',
  conflictsRetried: 'Turns that were run again because somebody else changed a record',
  rateLimited: 'Requests that came too often',
  smsTaken: 'Text messages that the provider took',
  smsNotTaken: 'Attempts to hand over a text message that failed',
  storeProblems: 'Things that were found wrong in the store',
  storeFailures: 'Times that the store could not go on and was opened again',
} as const;
export type Counted = keyof typeof counters;

const turnBoundsMs = [5, 10, 25, 50, 100, 250, 500, 1000, 5000];

export class Metrics {
  private readonly registry = new Registry();
  private readonly counted = new Map<Counted, Counter>();
  private readonly turns: Histogram;

  constructor() {
    const registers = [this.registry];
    for (const [name, help] of Object.entries(counters) as [Counted, string][])
      this.counted.set(name, new Counter({ name: `assistant_${name}_total`, help, registers }));
    const help = 'Milliseconds from a message to the end of its turn';
    this.turns = new Histogram({ name: 'assistant_turn_milliseconds', help, buckets: turnBoundsMs, registers });
  }

  count(name: Counted): void {
    this.counted.get(name)?.inc();
  }

  turnTook(milliseconds: number): void {
    this.turns.observe(milliseconds);
  }

  /** 1 while the server can take turns, else 0: asked whenever the counts are read. */
  watchReadiness(notReadyBecause: () => string | null): void {
    const name = 'assistant_ready';
    this.registry.removeSingleMetric(name);
    const collect = () => ready.set(notReadyBecause() === null ? 1 : 0);
    const ready: Gauge = new Gauge({ name, help: '1 while turns are taken', registers: [this.registry], collect });
  }

  /** Adds what is known of the process: memory, processor time, the garbage collector, the lag of the event loop. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
