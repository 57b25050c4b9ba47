// Signed instalment arrangements.
import { type ArrangementRecord, arrangementRecordSchema } from '../../domain/arrangement/arrangement';
import type { DocumentStore, Page, PageRequest } from '../documentStore';
import { type Kept, Repository } from './repository';

export class Arrangements extends Repository<ArrangementRecord> {
  constructor(store: DocumentStore) {
    super(store, 'arrangements', arrangementRecordSchema, (arrangement) => arrangement.agreementNumber);
  }

  ofCustomer(customerId: string): Promise<readonly ArrangementRecord[]> {
    return this.every('customerId', customerId);
  }
  withStatus(status: ArrangementRecord['status'], page?: PageRequest): Promise<Page<Kept<ArrangementRecord>>> {
    return this.page('status', status, page);
  }
}
