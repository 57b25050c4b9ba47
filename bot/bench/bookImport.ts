// A large file of the bank's book comes in: how long it takes, and how long the thread of the turns ever stands still.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { LowdbStore } from '../../data/store/lowdb/lowdbStore';
import { createRepositories } from '../../data/store/repositories';
import { readShippedData } from '../config/shippedData';
import { newLog } from '../ops/log';
import { BookImports } from '../staff/book/imports';

const header = 'accountId,customerId,idTail,phone,cardTail,asOf,principal,interest,fees,minimumDue,dueDay,pastDueSince';
const row = (n: number): string =>
  `A-${n},C-${n},1234,13800000009,${String(n % 10_000).padStart(4, '0')},2026-11-20,20000.00,100.00,0,1000.00,20,2026-08-20`;

export interface ImportTook {
  readonly seconds: number;
  /** Milliseconds that a turn would have waited: the worst, and all but one in a thousand. */
  readonly worstMs: number;
  readonly p999Ms: number;
}

export async function bookImportTakes(rows: number, onProgress: (share: number) => void): Promise<ImportTook> {
  const bytes = Buffer.from([header, ...Array.from({ length: rows }, (_, n) => row(n))].join('\n'));
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  const store = await LowdbStore.open(folder);
  const { bank, contract } = readShippedData();
  const imports = new BookImports({
    store,
    repositories: createRepositories(store),
    timeZone: bank.timeZone,
    contract,
    clock: () => '2026-11-23T02:30:00.000Z',
    log: newLog('silent'),
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  try {
    const began = performance.now();
    delay.enable();
    const { id } = await imports.start('accounts', bytes, 'bench');
    imports.listeners.listen(id, (event) => {
      if (event.type === 'progress') onProgress(event.progress);
    });
    await imports.ended();
    delay.disable();
    const ended = await imports.get(id);
    if (ended?.status !== 'done' || ended.changed !== rows) throw new Error('the import did not take every row in');
    return {
      seconds: (performance.now() - began) / 1000,
      worstMs: delay.max / 1e6,
      p999Ms: delay.percentile(99.9) / 1e6,
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
