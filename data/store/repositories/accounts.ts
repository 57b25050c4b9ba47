// Card accounts of the bank's book.
import { type Account, accountSchema } from '../../domain/account/account';
import type { DocumentStore } from '../documentStore';
import { Repository } from './repository';

export class Accounts extends Repository<Account> {
  constructor(store: DocumentStore) {
    super(store, 'accounts', accountSchema, (account) => account.accountId);
  }

  ofCustomer(customerId: string): Promise<readonly Account[]> {
    return this.every('customerId', customerId);
  }
  byCardTail(cardTail: string): Promise<readonly Account[]> {
    return this.every('cardTail', cardTail);
  }
  ofAgency(agencyId: string): Promise<readonly Account[]> {
    return this.every('agencyId', agencyId);
  }
}
