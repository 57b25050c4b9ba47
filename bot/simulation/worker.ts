// A worker thread of the simulation: plays the stretches it is sent until it is told that there are no more.
import { parentPort, workerData } from 'node:worker_threads';
import type { Job, WorkerSetup } from './jobs';
import { playJob } from './playJob';

const setup: WorkerSetup = workerData;
parentPort?.on('message', (job: Job) => parentPort?.postMessage(playJob(setup, job)));
