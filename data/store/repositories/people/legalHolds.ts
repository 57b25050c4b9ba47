// Customers of whom nothing is removed for the time being.
import { type LegalHold, legalHoldSchema } from '../../../domain/bank/legalHold';
import type { DocumentStore, RemoveOperation } from '../../documentStore';
import { Repository } from '../repository';

export class LegalHolds extends Repository<LegalHold> {
  constructor(store: DocumentStore) {
    super(store, 'legalHolds', legalHoldSchema, ({ customerId }) => customerId);
  }

  async heldCustomers(): Promise<ReadonlySet<string>> {
    const held = new Set<string>();
    for await (const { customerId } of this.all()) held.add(customerId);
    return held;
  }
  removeOperation(customerId: string): RemoveOperation {
    return { kind: 'remove', collection: this.collection, id: customerId, expectedVersion: 'any' };
  }
}
