// Runs a simulation away from customers' turns: in a thread of its own where the code is compiled, here where it is not (tests).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { PolicyLimits } from '../../../../data/domain/limits/policyLimits';
import type { BookFacts } from '../../../../data/domain/simulation/population/bookFacts';
import type { Populations } from '../../../../data/domain/simulation/population/population';
import { newBreather } from '../../../ops/breathe';
import type { DrawnResult } from '../../contract/simulations';
import { runSimulation } from '../runSimulation';
import { picturesOf } from './pictures';

export interface SimulationJob {
  readonly population: Populations;
  readonly policy: PolicyLimits;
  readonly against: PolicyLimits;
  readonly customers: number;
  readonly seeds: readonly number[];
  readonly book: readonly BookFacts[] | null;
  readonly today: string;
}

export interface SimulationOutcome {
  readonly version: DrawnResult;
  readonly against: DrawnResult;
}

/** Something that is running: its outcome, and the way to end it early. */
export interface Running {
  readonly outcome: Promise<SimulationOutcome>;
  stop(): Promise<void>;
}

export type Runner = (job: SimulationJob, onProgress: (share: number) => void) => Running;

/** What the thread is told: the book in parts, since a whole one would hold up this thread while it is copied; then to start. */
export type WorkerOrder =
  | { readonly kind: 'book'; readonly facts: readonly BookFacts[] }
  | { readonly kind: 'start'; readonly job: SimulationJob };

/** What the thread says. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly outcome: SimulationOutcome };

export async function simulate(
  { book, ...job }: SimulationJob,
  onProgress: (share: number) => void,
): Promise<SimulationOutcome> {
  const run = await runSimulation({ ...job, book: book ?? undefined, withStress: false, onProgress });
  const { result, cases, against, againstCases } = run;
  if (against === null || againstCases === null) throw new Error('the simulation gave one result instead of two');
  return {
    version: { ...result, pictures: picturesOf(cases) },
    against: { ...against, pictures: picturesOf(againstCases) },
  };
}

const workerFile = join(__dirname, 'worker.js');

const factsAtOnce = 250;

async function feed(worker: Worker, { book, ...job }: SimulationJob): Promise<void> {
  const tell = (order: WorkerOrder) => worker.postMessage(order);
  const breathe = newBreather();
  for (let from = 0; book !== null && from < book.length; from += factsAtOnce) {
    tell({ kind: 'book', facts: book.slice(from, from + factsAtOnce) });
    await breathe();
  }
  tell({ kind: 'start', job: { ...job, book: book === null ? null : [] } });
}

function inThread(job: SimulationJob, onProgress: (share: number) => void): Running {
  const worker = new Worker(workerFile);
  const outcome = new Promise<SimulationOutcome>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress(message.share);
      else resolve(message.outcome);
    });
    worker.on('error', reject);
    feed(worker, job).catch(reject);
    worker.on('exit', (code) => reject(new Error(`the simulation stopped (${code})`)));
  });
  return { outcome, stop: async () => void (await worker.terminate()) };
}

export const newRunner: Runner = (job, onProgress) =>
  existsSync(workerFile)
    ? inThread(job, onProgress)
    : { outcome: setImmediate().then(() => simulate(job, onProgress)), stop: () => Promise.resolve() };
