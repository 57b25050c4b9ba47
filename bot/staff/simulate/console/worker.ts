// The thread of one simulation.
import { parentPort, workerData } from 'node:worker_threads';
import { type SimulationJob, simulate, type WorkerMessage } from './runner';

const job: SimulationJob = workerData;
const say = (message: WorkerMessage) => parentPort?.postMessage(message);

simulate(job, (share) => say({ kind: 'progress', share })).then(
  (outcome) => {
    say({ kind: 'done', outcome });
    process.exit(0);
  },
  (error: unknown) => {
    throw error;
  },
);
