// Cardholders as the bank's book names them.
import { type Customer, customerSchema } from '../../../domain/customer/customer';
import type { DocumentStore } from '../../documentStore';
import type { Accounts } from '../accounts';
import { Repository } from '../repository';

export class Customers extends Repository<Customer> {
  constructor(store: DocumentStore) {
    super(store, 'customers', customerSchema, (customer) => customer.customerId);
  }

  /** Holders of a card with this ending; whether one of them is speaking is for the caller to find out. */
  async byCardTail(cardTail: string, accounts: Accounts): Promise<readonly Customer[]> {
    const ids = new Set((await accounts.byCardTail(cardTail)).map((account) => account.customerId));
    const found = await Promise.all([...ids].map((id) => this.get(id)));
    return found.filter((customer) => customer !== undefined);
  }
}
