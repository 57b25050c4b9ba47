// Hands stretches to worker threads, each the next one when it is done; without compiled code, to this thread.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Job, JobDone, WorkerSetup } from './jobs';
import { playJob } from './playJob';

const workerFile = join(__dirname, 'worker.js');

/** Compiled code has a worker file beside it; run from source, as tests do, the work stays in this thread. */
export const threadsAvailable = (): number => (existsSync(workerFile) ? Math.min(16, availableParallelism()) : 0);

export async function playAll(
  setup: WorkerSetup,
  jobs: readonly Job[],
  onDone: (done: JobDone) => void,
  threads = threadsAvailable(),
): Promise<void> {
  if (threads === 0) {
    for (const job of jobs) {
      onDone(await playJob(setup, job));
      await setImmediate();
    }
    return;
  }
  const waiting = [...jobs];
  const workers = Array.from(
    { length: Math.min(threads, jobs.length) },
    () => new Worker(workerFile, { workerData: setup }),
  );
  const serve = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const next = () => {
        const job = waiting.shift();
        if (job === undefined) resolve();
        else worker.postMessage(job);
      };
      worker.on('message', (done: JobDone) => {
        onDone(done);
        next();
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`A simulation worker stopped (${code}).`)));
      next();
    });
  try {
    await Promise.all(workers.map(serve));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
