// A store that seals names, numbers and signed documents keeps every contract of a store, and its disk gives none of them away.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Customer } from '../../../../data/domain/customer/customer';
import { LowdbStore } from '../../../../data/store/lowdb/lowdbStore';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { createRepositories } from '../../../../data/store/repositories';
import { KeyRing } from '../../../../data/store/sealed/keyRing';
import { KeysDoNotFit, SealingStore, sealingStore } from '../../../../data/store/sealed/sealingStore';
import { contractSchema, runContract } from '../contract';

const key = (id: string, fill: number) => ({ id, secret: Buffer.alloc(32, fill) });
const first = () => new KeyRing(key('a', 1));

runContract({
  name: 'the store that seals',
  open: async () => new SealingStore(new MemoryStore(contractSchema), first),
});

const customer: Customer = {
  customerId: 'C-1',
  idTail: '731X',
  locale: 'zh-CN',
  accountIds: ['A-1'],
  phone: '13912345678',
  displayName: '欧阳明月',
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

describe('on a disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sealing-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('no name, phone or ending of an ID stands anywhere, and all of them come back by every way of reading', async () => {
    const store = await sealingStore(await LowdbStore.open(folder), first);
    const { customers } = createRepositories(store);
    await customers.put(customer, null);
    await store.transaction([customers.putOperation({ ...customer, customerId: 'C-2' }, null)]);
    expect(await customers.get('C-1')).toEqual(customer);
    expect((await customers.list()).items.map(({ record }) => record.phone)).toEqual([customer.phone, customer.phone]);
    await store.close();
    const disk = filesBelow(folder).map((path) => readFileSync(path, 'utf8'));
    for (const personal of [customer.idTail, customer.phone, customer.displayName])
      expect(disk.filter((text) => text.includes(personal))).toEqual([]);
  });

  test('what was stored before there was a key is read, and sealed by a change of keys', async () => {
    const plain = await LowdbStore.open(folder);
    await createRepositories(plain).customers.put(customer, null);
    const store = await sealingStore(plain, first);
    expect(await createRepositories(store).customers.get('C-1')).toEqual(customer);
    expect([await store.renew(), await store.renew()]).toEqual([1, 0]);
    expect((await plain.get('customers', 'C-1'))?.value).toMatchObject({ phone: expect.stringMatching(/^sealed:/) });
    await store.close();
  });

  test('a start with other keys is refused; with the older one beside them it goes, and after a renewal without it', async () => {
    const store = await sealingStore(await LowdbStore.open(folder), first);
    await store.markKeys();
    await createRepositories(store).customers.put(customer, null);
    await store.close();
    const second = () => new KeyRing(key('b', 2));
    await expect(sealingStore(await LowdbStore.open(folder), second)).rejects.toThrow(KeysDoNotFit);
    const both = await sealingStore(await LowdbStore.open(folder), () => new KeyRing(key('b', 2), [key('a', 1)]));
    expect(await both.renew()).toBe(1);
    await both.close();
    const renewed = await sealingStore(await LowdbStore.open(folder), second);
    expect(await createRepositories(renewed).customers.get('C-1')).toEqual(customer);
    await renewed.close();
  });

  test('a sealed phone that is copied into the record of somebody else does not open there', async () => {
    const disk = await LowdbStore.open(folder);
    const store = await sealingStore(disk, first);
    const { customers } = createRepositories(store);
    await customers.put(customer, null);
    await customers.put({ ...customer, customerId: 'C-2', phone: '13800000000' }, null);
    const [mine, theirs] = [await disk.get('customers', 'C-1'), await disk.get('customers', 'C-2')];
    const forged = { ...(theirs?.value as object), phone: Reflect.get(Object(mine?.value), 'phone') };
    await disk.put('customers', 'C-2', forged, 'any');
    await expect(customers.get('C-2')).rejects.toThrow('changed, or belong elsewhere');
    await store.close();
  });
});
