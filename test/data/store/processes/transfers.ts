// A child process that moves money between purses in many transactions at once and prints each receipt that was promised.
import { LowdbStore } from '../../../../data/store/lowdb/lowdbStore';
import { purseCount, purseSchema } from './purses';

const [folder = '', run = ''] = process.argv.slice(2);
const workers = 8;

async function transfer(store: LowdbStore, number: number): Promise<void> {
  const from = `purse${number % purseCount}`;
  const to = `purse${(number * 7 + 3) % purseCount}`;
  if (from === to) return;
  const [source, target] = [await store.get('purses', from), await store.get('purses', to)];
  const receipt = `${run}-${number}`;
  const put = (id: string, stored: typeof source, change: number) => {
    const amount = Number(Reflect.get(Object(stored?.value), 'amount')) + change;
    const value = { amount, parity: amount % 2 === 0 ? 'even' : 'odd' };
    return { kind: 'put' as const, collection: 'purses', id, value, expectedVersion: stored?.version ?? null };
  };
  await store.transaction([
    put(from, source, -1),
    put(to, target, 1),
    { kind: 'put', collection: 'receipts', id: receipt, value: { from, to, number }, expectedVersion: null },
    { kind: 'append', log: 'transfers', entry: { receipt } },
  ]);
  process.stdout.write(`${receipt}\n`);
}

async function main(): Promise<void> {
  const store = await LowdbStore.open(folder, { schema: purseSchema, checkpointBytes: 20_000 });
  let number = 0;
  const work = async () => {
    for (;;) {
      number += 1;
      // Two workers may want the same purse: the loser's conflict is no transfer.
      await transfer(store, number).catch((error: unknown) => {
        if (String(error).includes('VersionConflict')) return;
        process.stdout.write(`failed ${String(error)}\n`);
        process.exit(1);
      });
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
}

void main();
