// Counts for whoever watches the machine, in Prometheus' text form. Counts only: nothing of anybody.
const histogramBoundsMs = [5, 10, 25, 50, 100, 250, 500, 1000, 5000] as const;

export class Metrics {
  private readonly counters = new Map<string, number>();
  private readonly turnBuckets = histogramBoundsMs.map(() => 0);
  private turnCount = 0;
  private turnMsSum = 0;

  count(
    name:
      | 'duplicates'
      | 'turnErrors'
      | 'guardBlocks'
      | 'identityAlarms'
      | 'repliesSent'
      | 'repliesUndelivered'
      | 'repliesRefused'
      | 'repliesWithdrawn'
      | 'conflictsRetried'
      | 'rateLimited',
  ): void {
    this.counters.set(name, (this.counters.get(name) ?? 0) + 1);
  }

  turnTook(milliseconds: number): void {
    this.turnCount += 1;
    this.turnMsSum += milliseconds;
    histogramBoundsMs.forEach((bound, index) => {
      if (milliseconds <= bound) this.turnBuckets[index] = (this.turnBuckets[index] ?? 0) + 1;
    });
  }

  text(): string {
    const lines = ['# TYPE assistant_turn_milliseconds histogram'];
    histogramBoundsMs.forEach((bound, index) => {
      lines.push(`assistant_turn_milliseconds_bucket{le="${bound}"} ${this.turnBuckets[index] ?? 0}`);
    });
    lines.push(`assistant_turn_milliseconds_bucket{le="+Inf"} ${this.turnCount}`);
    lines.push(`assistant_turn_milliseconds_sum ${Math.round(this.turnMsSum)}`);
    lines.push(`assistant_turn_milliseconds_count ${this.turnCount}`);
    for (const [name, value] of this.counters) lines.push(`assistant_${name}_total ${value}`);
    lines.push(`process_resident_memory_bytes ${process.memoryUsage.rss()}`);
    return `${lines.join('\n')}\n`;
  }
}
