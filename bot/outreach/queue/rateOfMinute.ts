// At most so many messages a minute by each way. Counted in this process: a start begins a new minute.
import type { OutreachWay } from '../../../data/domain/outreach/outreachRecord';

const minuteMs = 60_000;

export class RateOfMinute {
  private readonly taken = new Map<OutreachWay, { since: number; count: number }>();

  constructor(private readonly perMinuteMax: () => Readonly<Record<OutreachWay, number>>) {}

  isFree(way: OutreachWay, now: string): boolean {
    return this.minuteOf(way, now).count < this.perMinuteMax()[way];
  }

  took(way: OutreachWay, now: string): void {
    this.minuteOf(way, now).count += 1;
  }

  private minuteOf(way: OutreachWay, now: string) {
    const at = Date.parse(now);
    const minute = this.taken.get(way);
    // Also where the clock was put back.
    if (minute !== undefined && at >= minute.since && at < minute.since + minuteMs) return minute;
    const next = { since: at, count: 0 };
    this.taken.set(way, next);
    return next;
  }
}
