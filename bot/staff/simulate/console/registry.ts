// Simulations that were asked for: one runs at a time, the others of today and before can be looked at.
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../../../data/domain/calendar/instant';
import type { DocumentStore } from '../../../../data/store/documentStore';
import { errorFacts, type Log } from '../../../ops/log';
import {
  type Simulation,
  type SimulationEvent,
  type SimulationRequest,
  simulationSchema,
} from '../../contract/simulations';
import { Listeners } from '../../listeners';
import { ConsoleProblem, problemText } from '../../problems';
import type { Runner, Running, SimulationJob } from './runner';

const collection = 'simulations';
const shownMax = 50;

export interface RegistryParts {
  readonly store: DocumentStore;
  readonly log: Log;
  readonly runner: Runner;
  clock(): Instant;
}

interface Live {
  simulation: Simulation;
  running: Running | null;
  /** True once it has ended and is being stored. */
  isEnding: boolean;
}

export class SimulationRegistry {
  private live: Live | null = null;
  readonly listeners = new Listeners<SimulationEvent>();

  constructor(private readonly parts: RegistryParts) {}

  async start(request: SimulationRequest, job: SimulationJob, startedBy: string): Promise<Simulation> {
    if (this.live !== null) throw new ConsoleProblem('unavailable', { message: problemText('alreadyRunning') });
    const { clock, runner } = this.parts;
    const startedAt = clock();
    const simulation: Simulation = {
      // Sorts as it was started.
      id: `${startedAt.replace(/\D/g, '').slice(0, 14)}-${randomUUID().slice(0, 8)}`,
      status: 'running',
      progress: 0,
      request,
      startedBy,
      startedAt,
      endedAt: null,
      failure: null,
      result: null,
    };
    const live: Live = { simulation, running: null, isEnding: false };
    this.live = live;
    try {
      await this.save(simulation);
    } catch (error) {
      this.live = null;
      throw error;
    }
    if (this.live !== live) return live.simulation;
    live.running = runner(job, (share) => this.progressed(live, share));
    void this.follow(live, live.running);
    return simulation;
  }

  private progressed(live: Live, share: number): void {
    const progress = Math.min(1, Math.max(live.simulation.progress, share));
    live.simulation = { ...live.simulation, progress };
    const { id } = live.simulation;
    this.listeners.tell(id, { type: 'progress', id, progress });
  }

  private async follow(live: Live, running: Running): Promise<void> {
    try {
      const result = await running.outcome;
      await this.end(live, { status: 'done', progress: 1, result });
    } catch (error) {
      if (this.live !== live) return;
      this.parts.log.warn(errorFacts(error), 'a simulation failed');
      await this.end(live, { status: 'failed', failure: error instanceof Error ? error.message : 'failed' });
    }
  }

  private async end(live: Live, ending: Partial<Simulation>): Promise<void> {
    if (this.live !== live || live.isEnding) return;
    live.isEnding = true;
    live.simulation = { ...live.simulation, ...ending, endedAt: this.parts.clock() };
    const { id, status } = live.simulation;
    await this.save(live.simulation).catch((error: unknown) =>
      this.parts.log.warn(errorFacts(error), 'a simulation could not be stored'),
    );
    // Only now: who asks while it is being stored must not read the old record and take it for lost.
    this.live = null;
    this.listeners.tell(id, { type: 'done', id, status });
  }

  async cancel(id: string): Promise<Simulation | undefined> {
    const { live } = this;
    if (live === null || live.simulation.id !== id) return this.get(id);
    await this.end(live, { status: 'cancelled' });
    await live.running?.stop();
    return live.simulation;
  }

  /** What was running when the process ended can never be done. */
  private settled(simulation: Simulation): Simulation {
    return simulation.status === 'running' ? { ...simulation, status: 'failed', failure: 'restarted' } : simulation;
  }

  async get(id: string): Promise<Simulation | undefined> {
    if (this.live?.simulation.id === id) return this.live.simulation;
    const stored = await this.parts.store.get(collection, id);
    const parsed = simulationSchema.safeParse(stored?.value);
    return parsed.success ? this.settled(parsed.data) : undefined;
  }

  /** The newest, newest first. */
  async list(): Promise<readonly Simulation[]> {
    const found: Simulation[] = [];
    let after: string | undefined;
    do {
      const page = await this.parts.store.list(collection, { limit: 500, after });
      for (const { value } of page.items) {
        const parsed = simulationSchema.safeParse(value);
        if (parsed.success)
          found.push(this.live?.simulation.id === parsed.data.id ? this.live.simulation : this.settled(parsed.data));
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
    return found.toReversed().slice(0, shownMax);
  }

  async stop(): Promise<void> {
    if (this.live !== null) await this.cancel(this.live.simulation.id);
  }

  private async save(simulation: Simulation): Promise<void> {
    await this.parts.store.put(collection, simulation.id, simulation, 'any');
  }
}
