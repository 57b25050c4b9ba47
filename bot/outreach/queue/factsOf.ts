// Everything on record about a customer that a message of ours can be about.
import type { OutreachFacts } from '../../../data/domain/outreach/dueOutreach';
import type { Repositories } from '../../../data/store/repositories';

type Records = Pick<Repositories, 'accounts' | 'arrangements' | 'promises' | 'savedQuotes' | 'cases'>;

export async function factsOf(repositories: Records, customerId: string): Promise<OutreachFacts> {
  const [accounts, arrangements, promises, quote, cases] = await Promise.all([
    repositories.accounts.ofCustomer(customerId),
    repositories.arrangements.ofCustomer(customerId),
    repositories.promises.ofCustomer(customerId),
    repositories.savedQuotes.get(customerId),
    repositories.cases.ofCustomer(customerId),
  ]);
  return { customerId, accounts, arrangements, promises, quote, cases };
}
