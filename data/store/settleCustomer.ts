// One customer's accounts, promises and arrangements, settled and ready to be stored if nobody changed them meanwhile.
import { type Settled, type SettleInput, settle } from '../domain/arrangement/settle';
import type { Operation } from './documentStore';
import type { Repositories } from './repositories';
import type { Kept } from './repositories/repository';

export interface SettledCustomer {
  readonly settled: Settled;
  /** They expect the versions that it was worked out on. */
  readonly operations: readonly Operation[];
}

/** Takes in new payments, and lets the day do its part. Nothing is stored here. */
export async function settleCustomer(
  { accounts, promises, arrangements }: Pick<Repositories, 'accounts' | 'promises' | 'arrangements'>,
  customerId: string,
  input: Omit<SettleInput, 'accounts' | 'promises' | 'arrangements'>,
): Promise<SettledCustomer> {
  const [ownAccounts, ownPromises, ownArrangements] = [
    await accounts.keptOfCustomer(customerId),
    await promises.keptOfCustomer(customerId),
    await arrangements.keptOfCustomer(customerId),
  ];
  const records = <T>(kept: readonly Kept<T>[]): readonly T[] => kept.map(({ record }) => record);
  const settled = settle({
    ...input,
    accounts: records(ownAccounts),
    promises: records(ownPromises),
    arrangements: records(ownArrangements),
  });
  const versionOf = <T>(kept: readonly Kept<T>[], id: (record: T) => string, changed: T): number =>
    kept.find(({ record }) => id(record) === id(changed))?.version ?? 0;
  return {
    settled,
    operations: [
      ...settled.accounts.map((one) =>
        accounts.putOperation(
          one,
          versionOf(ownAccounts, ({ accountId }) => accountId, one),
        ),
      ),
      ...settled.promises.map((one) =>
        promises.putOperation(
          one,
          versionOf(ownPromises, ({ promiseId }) => promiseId, one),
        ),
      ),
      ...settled.arrangements.map((one) =>
        arrangements.putOperation(
          one,
          versionOf(ownArrangements, ({ agreementNumber }) => agreementNumber, one),
        ),
      ),
    ],
  };
}
