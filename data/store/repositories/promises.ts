// Promises to pay.
import { type PromiseRecord, promiseRecordSchema } from '../../domain/arrangement/promiseRecord';
import type { DocumentStore, Page, PageRequest } from '../documentStore';
import { type Kept, Repository } from './repository';

export class Promises extends Repository<PromiseRecord> {
  constructor(store: DocumentStore) {
    super(store, 'promises', promiseRecordSchema, (promise) => promise.promiseId);
  }

  /** With the versions to expect when they are changed. */
  keptOfCustomer(customerId: string): Promise<readonly Kept<PromiseRecord>[]> {
    return this.everyKept('customerId', customerId);
  }
  ofCustomer(customerId: string): Promise<readonly PromiseRecord[]> {
    return this.every('customerId', customerId);
  }
  withStatus(status: PromiseRecord['status'], page?: PageRequest): Promise<Page<Kept<PromiseRecord>>> {
    return this.page('status', status, page);
  }
}
