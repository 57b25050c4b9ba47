// Whether an expression takes too long on awkward text. A thread of its own tries it, so that no customer's turn waits for one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type TimedPattern, timePatterns } from './timePatterns';

/** Expressions that were quick before; each is tried once. */
const quick = new Set<string>();
const quickMax = 5_000;
const keyOf = ({ pattern, examples }: TimedPattern): string => JSON.stringify([pattern, examples]);

const workerFile = join(__dirname, 'patternWorker.js');

function inThread(patterns: readonly TimedPattern[]): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: patterns });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the timing of patterns stopped (${code})`)));
  });
}

/** The path of the first expression that is slow, or null. Without compiled code (tests) it is tried in this thread. */
export async function firstSlow(patterns: readonly TimedPattern[]): Promise<string | null> {
  const untried = patterns.filter((one) => !quick.has(keyOf(one)));
  if (untried.length === 0) return null;
  const slow = existsSync(workerFile) ? await inThread(untried) : timePatterns(untried);
  if (quick.size > quickMax) quick.clear();
  for (const one of untried) {
    if (one.path === slow) break;
    quick.add(keyOf(one));
  }
  return slow;
}
