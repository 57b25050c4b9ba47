// An invented book of any size for benchmarks: the demo people, and strangers like the first of them.
import { seedDemo } from '../../data/seed/seedDemo';
import { LowdbStore } from '../../data/store/lowdb/lowdbStore';
import { createRepositories } from '../../data/store/repositories';

const perTransaction = 1000;

/** Fills an empty folder; card endings repeat, as they do in a real book. */
export async function writeBook(
  dataDir: string,
  accounts: number,
  today: string,
  tick: (done: number) => void,
): Promise<void> {
  // One checkpoint at the end is far quicker than one every few megabytes.
  const store = await LowdbStore.open(dataDir, { checkpointBytes: 1e9, checkpointMs: 600_000 });
  try {
    await seedDemo(store, today);
    const repositories = createRepositories(store);
    const account = await repositories.accounts.get('A-1001');
    const customer = await repositories.customers.get('C-1001');
    if (account === undefined || customer === undefined) throw new Error('the demo people are not there');
    for (let from = 0; from < accounts; from += perTransaction) {
      const numbers = Array.from({ length: Math.min(perTransaction, accounts - from) }, (_, index) => from + index);
      await store.transaction(
        numbers.flatMap((number) => {
          const ids = { accountId: `B-${number}`, customerId: `D-${number}` };
          const cardTail = String(number % 10_000).padStart(4, '0');
          return [
            repositories.customers.putOperation({
              ...customer,
              customerId: ids.customerId,
              accountIds: [ids.accountId],
            }),
            repositories.accounts.putOperation({
              ...account,
              ...ids,
              cardTail: cardTail === '6688' ? '6689' : cardTail,
            }),
          ];
        }),
      );
      tick(from + numbers.length);
    }
    // As in service: closing alone would leave a large journal for the next start to replay.
    await store.checkpoint();
  } finally {
    await store.close();
  }
}
