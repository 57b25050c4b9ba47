// Draws an agreement away from customers' turns: in a thread where the code is compiled, here where it is not (tests).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AgreementFacts } from './agreementFacts';
import { agreementPdf } from './agreementPdf';

const workerFile = join(__dirname, 'drawWorker.js');
/** Copies that may wait for their turn; each is drawn once and kept, so that more is a flood and not customers. */
const waitingMax = 100;

function inThread(facts: AgreementFacts): Promise<Buffer> {
  const worker = new Worker(workerFile, { workerData: facts });
  return new Promise((resolve, reject) => {
    worker.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The drawing of an agreement stopped (${code}).`)));
  });
}

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** One after the other, so that a hundred requests take one processor and not all. */
async function inTurn(facts: AgreementFacts): Promise<Buffer> {
  if (waiting >= waitingMax) throw new Error('Too many agreements wait to be drawn.');
  waiting += 1;
  const drawn = last.then(() => inThread(facts));
  last = drawn.catch(() => undefined);
  try {
    return await drawn;
  } finally {
    waiting -= 1;
  }
}

/** The bytes of the agreement's PDF. */
export const drawAgreement = (facts: AgreementFacts): Promise<Buffer> =>
  existsSync(workerFile) ? inTurn(facts) : agreementPdf(facts);
