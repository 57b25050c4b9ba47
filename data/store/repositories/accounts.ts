// Card accounts of the bank's book.
import { type Account, accountSchema } from '../../domain/account/account';
import type { DocumentStore } from '../documentStore';
import { type Kept, Repository } from './repository';

export class Accounts extends Repository<Account> {
  constructor(store: DocumentStore) {
    super(store, 'accounts', accountSchema, (account) => account.accountId);
  }

  /** With the versions to expect when they are changed. */
  keptOfCustomer(customerId: string): Promise<readonly Kept<Account>[]> {
    return this.everyKept('customerId', customerId);
  }
  ofCustomer(customerId: string): Promise<readonly Account[]> {
    return this.every('customerId', customerId);
  }
  byCardTail(cardTail: string): Promise<readonly Account[]> {
    return this.every('cardTail', cardTail);
  }
  /** The account that has a payment, or a reversal, of this id; it may be reversed. */
  async ofPayment(paymentId: string): Promise<Account | undefined> {
    for (const index of ['payments.paymentId', 'reversals.paymentId', 'reversals.reversed.paymentId']) {
      const { items } = await this.page(index, paymentId, { limit: 1 });
      if (items[0] !== undefined) return items[0].record;
    }
    return undefined;
  }
  ofAgency(agencyId: string): Promise<readonly Account[]> {
    return this.every('agencyId', agencyId);
  }
}
