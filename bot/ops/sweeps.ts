// Work that is looked for in the background: once at the start and then at intervals, never twice at a time.
import { errorFacts, type Log } from './log';

export class Sweeps {
  private timer: NodeJS.Timeout | null = null;
  private underWay: Promise<void> | null = null;

  /** `work` is done every `everyMs` milliseconds; where it fails, `failed` says so in the log and the next sweep tries again. */
  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly log: Log,
    private readonly failed: string,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.sweep(), this.everyMs);
    this.timer.unref();
    void this.sweep();
  }

  /** Begins nothing more; what is under way goes on to its end. */
  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  /** A sweep that still runs is the same one. */
  sweep(): Promise<void> {
    this.underWay ??= this.work()
      .catch((error: unknown) => this.log.warn(errorFacts(error), this.failed))
      .finally(() => {
        this.underWay = null;
      });
    return this.underWay;
  }
}
