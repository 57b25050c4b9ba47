// The thread that tries expressions.
import { parentPort, workerData } from 'node:worker_threads';
import { type TimedPattern, timePatterns } from './timePatterns';

const patterns: readonly TimedPattern[] = workerData;
parentPort?.postMessage(timePatterns(patterns));
