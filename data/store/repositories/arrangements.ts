// Signed instalment arrangements.
import { type ArrangementRecord, arrangementRecordSchema } from '../../domain/arrangement/arrangement';
import type { DocumentStore, Page, PageRequest } from '../documentStore';
import { type Kept, Repository } from './repository';

export class Arrangements extends Repository<ArrangementRecord> {
  constructor(store: DocumentStore) {
    super(store, 'arrangements', arrangementRecordSchema, (arrangement) => arrangement.agreementNumber);
  }

  /** With the versions to expect when they are changed. */
  keptOfCustomer(customerId: string): Promise<readonly Kept<ArrangementRecord>[]> {
    return this.everyKept('customerId', customerId);
  }
  ofCustomer(customerId: string): Promise<readonly ArrangementRecord[]> {
    return this.every('customerId', customerId);
  }
  withStatus(status: ArrangementRecord['status'], page?: PageRequest): Promise<Page<Kept<ArrangementRecord>>> {
    return this.page('status', status, page);
  }
}
