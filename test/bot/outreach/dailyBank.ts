// A bank with one thing of each kind that a day can change, and the daily job over it on a day that is told.
import { readShippedData } from '../../../bot/config/shippedData';
import { DailyJob, dailySteps } from '../../../bot/outreach/daily/dailyJob';
import { dailyPartsOf } from '../../../bot/outreach/daily/dailyParts';
import type { Account } from '../../../data/domain/account/account';
import { balanceAtSigning, newArrangement } from '../../../data/domain/arrangement/arrangement';
import { startNegotiation } from '../../../data/domain/negotiation/negotiation';
import type { DocumentStore, Operation } from '../../../data/store/documentStore';
import { MemoryStore } from '../../../data/store/memoryStore';
import { createRepositories } from '../../../data/store/repositories';
import { anAccount, anAdmittedOffer, aSigning } from '../../data/domain/builders';
import { shippedLimits, theAccount } from '../../data/domain/negotiation/bargaining';

export const first = '2026-11-23';
const data = readShippedData();
const noFiles = { list: async () => [], remove: async () => undefined };
const never = new AbortController().signal;

/** A job whose calendar shows `day`. */
export const jobOn = (store: DocumentStore, day: string, steps = dailySteps) => {
  const repositories = createRepositories(store);
  const clock = () => `${day}T02:00:00.000Z`;
  return new DailyJob(
    dailyPartsOf({ store, repositories, data, clock, files: noFiles }, () => data.contactRules),
    steps,
  );
};
export const runOn = (store: DocumentStore, day: string, steps = dailySteps) => jobOn(store, day, steps).run(never);

const anArrangement = (customerId: string, account: Account, signedAt: string) =>
  newArrangement({
    ...aSigning(),
    agreementNumber: 'AG-0',
    customerId,
    signedAt,
    balances: [balanceAtSigning(account, first)],
  });

/** Customers with a promise on one card; the first has a plan on another. */
export function customersWithPlans(customers: number): Operation[] {
  const { accounts, promises, arrangements } = createRepositories(new MemoryStore());
  return Array.from({ length: customers }, (_, n) => {
    const customerId = `C-${n}`;
    const account = anAccount({ accountId: `A-${n}`, customerId });
    const other = anAccount({ accountId: `B-${n}`, customerId });
    const madeAt = `${first}T02:00:00.000Z`;
    return [
      accounts.putOperation(account, null),
      accounts.putOperation(other, null),
      promises.putOperation(
        {
          promiseId: `PR-${n}`,
          customerId,
          accountIds: [other.accountId],
          amountFen: 50_000,
          payDate: '2026-11-25',
          madeAt,
          status: 'open',
        },
        null,
      ),
      ...(n === 0 ? [arrangements.putOperation(anArrangement(customerId, account, madeAt), null)] : []),
    ];
  }).flat();
}

/** A bank with one thing of each kind that a day can change. */
export async function aBank(customers = customersWithPlans(1)): Promise<MemoryStore> {
  const store = new MemoryStore();
  const { savedQuotes, contactPreferences } = createRepositories(store);
  await store.transaction(customers);
  const negotiation = startNegotiation(shippedLimits, theAccount(), first);
  await savedQuotes.put(
    {
      customerId: 'C-0',
      accountIds: ['A-0'],
      negotiation: { ...negotiation, table: [anAdmittedOffer({}, { validUntil: '2026-11-26' })] },
      savedOn: first,
    },
    null,
  );
  await contactPreferences.put(
    {
      customerId: 'C-0',
      ceased: true,
      reason: 'hardship',
      until: '2026-11-25',
      changedAt: `${first}T02:00:00Z`,
      wish: '',
    },
    null,
  );
  return store;
}

export const eventsOf = async (store: DocumentStore) =>
  (await store.readLog('audit', { from: 1, limit: 1000 }))
    .map(
      ({ entry }) =>
        entry as { type: string; customerId: string | null; inputs: { day: string }; decision: { subject?: string } },
    )
    .filter(({ type }) => type !== 'daily.done')
    .map(({ type, inputs, decision }) => `${inputs.day} ${type} ${decision.subject ?? ''}`);

/** Everything that the days have made of the records. */
export async function standing(store: DocumentStore) {
  const { promises, arrangements, savedQuotes, contactPreferences } = createRepositories(store);
  const all = async <T>(from: AsyncGenerator<T>) => {
    const found: T[] = [];
    for await (const one of from) found.push(one);
    return found;
  };
  return [
    await all(promises.all()),
    await all(arrangements.all()),
    await all(savedQuotes.all()),
    await all(contactPreferences.all()),
  ];
}
