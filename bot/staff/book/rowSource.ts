// Reads a file of the bank's book away from customers' turns: in a thread where the code is compiled, here where it is not
// (tests). Rows come over a part at a time, so that no message is large.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type FileToRead, type Part, type RowsRead, readRows } from './readRows';

export type Head = Pick<RowsRead & { ok: true }, 'ok' | 'rows' | 'reversed'> | (RowsRead & { readonly ok: false });

export interface RowSource {
  readonly head: Head;
  /** The next rows; null after the last. */
  next(): Promise<Part | null>;
  close(): Promise<void>;
}

const workerFile = join(__dirname, 'rowsWorker.js');

async function inThread(file: FileToRead): Promise<RowSource> {
  const worker = new Worker(workerFile, { workerData: file });
  const stopped = new Promise<never>((_, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The reader of a book file stopped (${code}).`)));
  });
  stopped.catch(() => undefined);
  const answer = <T>() => Promise.race([stopped, new Promise<T>((resolve) => worker.once('message', resolve))]);
  const head = await answer<Head>();
  return {
    head,
    next() {
      const part = answer<Part | null>();
      worker.postMessage('next');
      return part;
    },
    close: async () => void (await worker.terminate()),
  };
}

async function here(file: FileToRead): Promise<RowSource> {
  await setImmediate();
  const head = readRows(file);
  const parts = head.ok ? [...head.parts] : [];
  return { head, next: async () => parts.shift() ?? null, close: async () => undefined };
}

export const openRows = (file: FileToRead): Promise<RowSource> =>
  existsSync(workerFile) ? inThread(file) : here(file);
