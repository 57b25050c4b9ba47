// Keeps the assistant open: when its store breaks, it is closed in order and opened again on what is on disk.
import { setTimeout } from 'node:timers/promises';
import { StoreUnavailable } from '../../data/store/documentStore';
import { errorFacts, type Log } from '../ops/log';
import type { Metrics } from '../ops/metrics';
import type { House } from './house';

export interface KeepOpenParts {
  /** Opens the store and builds a house on it; `onBroken` is called when that store can no longer be used. */
  open(onBroken: (reason: string) => void): Promise<House>;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Called when the store could not be opened again at any attempt, with the last error. */
  gaveUp(error: unknown): void;
  /** Milliseconds to wait before each attempt to open again. */
  readonly pausesMs?: readonly number[];
}

const shippedPausesMs = [0, 1_000, 5_000, 15_000, 30_000];
/** A store that was open for so long begins again with the first pause. */
const steadyMs = 60_000;

export class KeepOpen {
  private house: House | null = null;
  private isStopping = false;
  /** Attempts made since the store was last open for a while. */
  private attempts = 0;
  private openSince = 0;
  private lastError: unknown = new StoreUnavailable('the store breaks as soon as it is opened');
  private reopening: Promise<void> | null = null;

  constructor(private readonly parts: KeepOpenParts) {}

  /** Gives the house and the address that people open; throws what keeps it from opening. */
  async start(): Promise<{ house: House; address: string }> {
    const house = await this.parts.open((reason) => this.broken(reason));
    try {
      const address = await house.listen();
      this.house = house;
      this.openSince = Date.now();
      return { house, address };
    } catch (error) {
      await house.stop();
      throw error;
    }
  }

  private broken(reason: string): void {
    if (this.isStopping) return;
    this.parts.metrics.count('storeFailures');
    this.parts.log.fatal({ reason }, 'the store is broken: no turn is taken until it is open again');
    if (this.house !== null && Date.now() - this.openSince > steadyMs) this.attempts = 0;
    this.reopening ??= this.reopen().finally(() => {
      this.reopening = null;
    });
  }

  private async closeBroken(): Promise<void> {
    const { house } = this;
    this.house = null;
    await house
      ?.stop()
      .catch((error: unknown) => this.parts.log.error(errorFacts(error), 'the house stopped by halves'));
  }

  private async reopen(): Promise<void> {
    const { log, pausesMs = shippedPausesMs, gaveUp } = this.parts;
    for (;;) {
      await this.closeBroken();
      const pauseMs = pausesMs[this.attempts++];
      if (pauseMs === undefined) return gaveUp(this.lastError);
      await setTimeout(pauseMs);
      if (this.isStopping) return;
      try {
        const { house } = await this.start();
        if (house.storeHealth().kind === 'broken') continue;
        return log.warn('the store is open again');
      } catch (error) {
        this.lastError = error;
        log.error(errorFacts(error), 'the store could not be opened again');
      }
    }
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.reopening;
    await this.house?.stop();
  }
}
