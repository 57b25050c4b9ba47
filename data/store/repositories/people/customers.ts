// Cardholders as the bank's book names them.
import { timingSafeEqual } from 'node:crypto';
import { type Customer, customerSchema } from '../../../domain/customer/customer';
import type { DocumentStore } from '../../documentStore';
import type { Accounts } from '../accounts';
import { Repository } from '../repository';

/** Customers looked at for every pair of endings: more than hold one card ending in most books. */
const readAlways = 16;

const sameEnding = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

export class Customers extends Repository<Customer> {
  constructor(store: DocumentStore) {
    super(store, 'customers', customerSchema, (customer) => customer.customerId);
  }

  /** How many customers hold a card with this ending. */
  async sharing(cardTail: string, accounts: Accounts): Promise<number> {
    return new Set((await accounts.byCardTail(cardTail)).map((account) => account.customerId)).size;
  }

  /**
   * The one customer with these two endings; undefined for nobody, and for two who share them. Whether a card with this
   * ending exists shows in no time either: as many customers are read for one that nobody holds.
   */
  async withEndings(cardTail: string, idTail: string, accounts: Accounts): Promise<Customer | undefined> {
    const holders = new Set((await accounts.byCardTail(cardTail)).map((account) => account.customerId));
    const others = await this.list({ limit: readAlways });
    const fillers = others.items.map(({ record }) => record.customerId).filter((id) => !holders.has(id));
    const ids = [...holders, ...fillers.slice(0, Math.max(0, readAlways - holders.size))];
    const read = await Promise.all(ids.map((id) => this.get(id)));
    const matching = read.filter(
      (customer) => customer !== undefined && sameEnding(customer.idTail, idTail) && holders.has(customer.customerId),
    );
    return matching.length === 1 ? matching[0] : undefined;
  }
}
