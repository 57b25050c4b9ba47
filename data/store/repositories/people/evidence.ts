// Papers that customers handed in: what is known of each. The content lies sealed in a file of the same id.
import { type Evidence, evidenceSchema } from '../../../domain/case/evidence';
import type { DocumentStore, RemoveOperation } from '../../documentStore';
import { Repository } from '../repository';

export class EvidenceRecords extends Repository<Evidence> {
  constructor(store: DocumentStore) {
    super(store, 'evidence', evidenceSchema, ({ fileId }) => fileId);
  }

  async ofCase(caseNumber: string): Promise<readonly Evidence[]> {
    return inOrder(await this.every('caseNumber', caseNumber));
  }
  async ofCustomer(customerId: string): Promise<readonly Evidence[]> {
    return inOrder(await this.every('customerId', customerId));
  }
  removeOperation(fileId: string): RemoveOperation {
    return { kind: 'remove', collection: this.collection, id: fileId, expectedVersion: 'any' };
  }
}

/** As they came in. */
const inOrder = (found: readonly Evidence[]): readonly Evidence[] =>
  found.toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt) || a.fileId.localeCompare(b.fileId));
