// What a talk has come to: the agreements of its customer, and how an account is changed behind its back.
import type { Account } from '../../../../data/domain/account/account';
import type { Talk } from '../../../support/talk';

export const canonicalCustomer = 'C-1001';

export async function agreementsOf(talk: Talk, customerId = canonicalCustomer) {
  return talk.repositories.arrangements.ofCustomer(customerId);
}

/** The bank's book changes between two messages: a payment, a charge, a document. */
export async function changeAccount(talk: Talk, change: (account: Account) => Account): Promise<void> {
  const [account] = await talk.repositories.accounts.ofCustomer(canonicalCustomer);
  if (account === undefined) throw new Error('the demo account');
  await talk.repositories.accounts.put(change(account), 'any');
}

export const paid =
  (amountFen: number) =>
  (account: Account): Account => ({ ...account, principalFen: account.principalFen - amountFen });
