// Starts the daily job: once at the start for the days that were missed, then on every new day of the bank's calendar.
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import { errorFacts, type Log } from '../../ops/log';
import type { DailyJob } from './dailyJob';

/** How often it is looked whether a new day has begun; a day that failed is tried again as often. */
const lookEveryMs = 5 * 60_000;

export class DailyClock {
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly job: Pick<DailyJob, 'run'>,
    private readonly log: Log,
  ) {}

  start(): void {
    this.look();
    this.timer = setInterval(() => this.look(), lookEveryMs);
    this.timer.unref();
  }

  /** Resolves when what is under way has come to its end. */
  async ended(): Promise<void> {
    await this.running;
  }

  /** Stops between two slices; the next process goes on from there. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.stopping.abort();
    await this.running;
  }

  private look(): void {
    this.running ??= this.job
      .run(this.stopping.signal)
      .then(
        (days) => this.tell(days),
        (error: unknown) => {
          if (!this.stopping.signal.aborted) this.log.error(errorFacts(error), 'the daily job broke off');
        },
      )
      .finally(() => {
        this.running = null;
      });
  }

  private tell(days: readonly CalendarDate[]): void {
    const [first, last] = [days.at(0), days.at(-1)];
    if (first !== undefined) this.log.info({ first, last, days: days.length }, 'the daily job is done');
  }
}
