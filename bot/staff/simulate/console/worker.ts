// The thread of one simulation: takes the book part by part, then plays.
import { parentPort } from 'node:worker_threads';
import type { BookFacts } from '../../../../data/domain/simulation/population/bookFacts';
import { type SimulationJob, simulate, type WorkerMessage, type WorkerOrder } from './runner';

const say = (message: WorkerMessage) => parentPort?.postMessage(message);
const facts: BookFacts[] = [];

function play(job: SimulationJob): void {
  const whole = { ...job, book: job.book === null ? null : facts };
  simulate(whole, (share) => say({ kind: 'progress', share })).then(
    (outcome) => {
      say({ kind: 'done', outcome });
      process.exit(0);
    },
    // Thrown outside the promise, it ends this thread and reaches the one that started it.
    (error: unknown) =>
      setImmediate(() => {
        throw error;
      }),
  );
}

parentPort?.on('message', (order: WorkerOrder) => {
  if (order.kind === 'start') play(order.job);
  else facts.push(...order.facts);
});
