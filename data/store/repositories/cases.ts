// Cases that staff work on: handovers, disputes, complaints and the like.
import { type CaseRecord, caseSchema } from '../../domain/case/case';
import type { DocumentStore, Page, PageRequest } from '../documentStore';
import { type Kept, Repository } from './repository';

export class Cases extends Repository<CaseRecord> {
  constructor(store: DocumentStore) {
    super(store, 'cases', caseSchema, (one) => one.caseNumber);
  }

  withStatus(status: CaseRecord['status'], page?: PageRequest): Promise<Page<Kept<CaseRecord>>> {
    return this.page('status', status, page);
  }
  ofCustomer(customerId: string): Promise<readonly CaseRecord[]> {
    return this.every('customerId', customerId);
  }
  ofKind(kind: CaseRecord['kind'], page?: PageRequest): Promise<Page<Kept<CaseRecord>>> {
    return this.page('kind', kind, page);
  }
  ofAgency(agencyId: string, page?: PageRequest): Promise<Page<Kept<CaseRecord>>> {
    return this.page('agencyId', agencyId, page);
  }
  /** Cases that a conversation opened before anybody in it was verified. */
  async withoutCustomer(conversationId: string): Promise<readonly CaseRecord[]> {
    const found = await this.ofConversation(conversationId);
    return found.filter(({ customerId }) => customerId === null);
  }
  ofConversation(conversationId: string): Promise<readonly CaseRecord[]> {
    return this.every('conversationId', conversationId);
  }
}
