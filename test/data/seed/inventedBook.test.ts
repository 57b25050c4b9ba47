// An invented book is as large as asked for and the same every time.
import { inventedCustomer, seedInvented } from '../../../data/seed/inventedBook';
import { MemoryStore } from '../../../data/store/memoryStore';
import { createRepositories } from '../../../data/store/repositories';

it('holds as many customers as asked for, each found by the endings of card and identity', async () => {
  const store = new MemoryStore();
  const parts: number[] = [];
  await seedInvented(store, 1_100, '2026-11-24', (done) => parts.push(done));
  expect(parts).toEqual([500, 1000, 1100]);
  const { customers, accounts } = createRepositories(store);
  for (const n of [1, 777, 1_100]) {
    const { customer, account } = inventedCustomer(n, '2026-11-24');
    expect(await customers.withEndings(account.cardTail, customer.idTail, accounts)).toEqual(customer);
    expect(await accounts.get(account.accountId)).toEqual(account);
  }
});
