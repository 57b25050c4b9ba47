// A worker thread of the simulation: plays the stretches it is sent, one after another, until it is ended.
import { parentPort, workerData } from 'node:worker_threads';
import type { Job, WorkerSetup } from './jobs';
import { playJob } from './playJob';

const setup: WorkerSetup = workerData;
parentPort?.on('message', (job: Job) => {
  playJob(setup, job).then(
    (done) => parentPort?.postMessage(done),
    // Thrown outside the promise, it ends this thread and reaches the one that sent the work.
    (error: unknown) =>
      setImmediate(() => {
        throw error;
      }),
  );
});
