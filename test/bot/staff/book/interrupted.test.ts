// The process ends while a file of the book is taken in: the file is in whole or not at all, and its record says which.
import { newLog } from '../../../../bot/ops/log';
import { BookImports } from '../../../../bot/staff/book/imports';
import { commonContractTerms } from '../../../../data/domain/money/contractTerms';
import type { DocumentStore } from '../../../../data/store/documentStore';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { createRepositories } from '../../../../data/store/repositories';
import { anAccount } from '../../../data/domain/builders';

const header = 'accountId,customerId,idTail,phone,cardTail,asOf,principal,interest,fees,minimumDue,dueDay';
const rows = Array.from(
  { length: 250 },
  (_, n) => `A-${n},C-${n % 120},1234,13800000009,6688,2026-11-20,20000.00,100.00,0,1000.00,20`,
);
const file = (...more: string[]) => Buffer.from([header, ...rows, ...more].join('\n'));

const importsOver = (store: DocumentStore) =>
  new BookImports({
    store,
    repositories: createRepositories(store),
    timeZone: 'Asia/Shanghai',
    contract: commonContractTerms,
    clock: () => '2026-11-23T02:30:00.000Z',
    log: newLog('silent'),
  });

/** The disk is gone at one write and all after it; that write itself may have reached it. */
function dyingAt(store: DocumentStore, write: number, reached: boolean): DocumentStore {
  let writes = 0;
  return new Proxy(store, {
    get(target, name) {
      if (name !== 'transaction') return Reflect.get(target, name).bind(target);
      return async (...args: Parameters<DocumentStore['transaction']>) => {
        writes += 1;
        if (writes > write || (writes === write && !reached)) throw new Error('the process has ended');
        const result = await target.transaction(...args);
        if (writes === write) throw new Error('the process has ended');
        return result;
      };
    },
  });
}

const countOf = async (store: DocumentStore, collection: string): Promise<number> => {
  let [count, after] = [0, undefined as string | undefined];
  do {
    const page = await store.list(collection, { limit: 1000, after });
    count += page.items.length;
    after = page.next ?? undefined;
  } while (after !== undefined);
  return count;
};

const writes = Array.from({ length: 9 }, (_, index) => index + 1);
test.each(writes.flatMap((write) => [true, false].map((reached) => [write, reached] as const)))(
  'ended at write %i (on disk: %s), the next start finishes what was found right and forgets the rest',
  async (write, reached) => {
    const store = new MemoryStore();
    const dying = importsOver(dyingAt(store, write, reached));
    const started = await dying.start('accounts', file(), 'clerk').catch(() => null);
    await dying.ended();

    const next = importsOver(store);
    await next.resume();
    await next.ended();
    const [one] = await next.list();
    const accounts = await countOf(store, 'accounts');
    expect(await countOf(store, 'bookImportParts')).toBe(0);
    if (one === undefined) expect([started, accounts]).toEqual([null, 0]);
    else if (one.status === 'done') expect([accounts, one.changed, one.unchanged]).toEqual([250, 250, 0]);
    else expect([one.status, accounts]).toEqual(['failed', 0]);
    // From the write that found all rows right on, the file is in.
    expect(one?.status === 'done').toBe(write > 5 || (write === 5 && reached));

    // Whatever had become of it, the clerk sends the file again and it is in once.
    const again = await next.start('accounts', file(), 'clerk');
    await next.ended();
    expect(await next.get(again.id)).toMatchObject({ status: 'done', rows: 250 });
    expect(await countOf(store, 'accounts')).toBe(250);
  },
);

test('one wrong row among many parts takes nothing in, and nothing is left aside', async () => {
  const store = new MemoryStore();
  await createRepositories(store).accounts.put(anAccount({ accountId: 'A-249', customerId: 'SOMEBODY' }), null);
  const imports = importsOver(store);
  const { id } = await imports.start('accounts', file(), 'clerk');
  await imports.ended();
  expect(await imports.get(id)).toMatchObject({
    status: 'refused',
    errorCount: 1,
    errors: [{ line: 251, field: 'customerId', problem: 'otherCustomer' }],
  });
  expect([await countOf(store, 'accounts'), await countOf(store, 'bookImportParts')]).toEqual([1, 0]);
});

test('the server is stopped in the middle: the rest is stored at the next start', async () => {
  const store = new MemoryStore();
  const first = importsOver(store);
  const { id } = await first.start('accounts', file(), 'clerk');
  const stopped = new Promise<void>((resolve) => {
    first.listeners.listen(id, (event) => {
      if (event.type === 'progress' && event.progress > 0.5) resolve(first.stop());
    });
  });
  await stopped;
  expect(await first.get(id)).toMatchObject({ status: 'running' });
  const next = importsOver(store);
  await next.resume();
  await next.ended();
  expect(await next.get(id)).toMatchObject({ status: 'done', changed: 250 });
});
