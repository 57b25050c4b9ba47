// Contacts that the bank began, kept on record as long as the contact rules say (at least two years).
import { type ContactRecord, contactRecordSchema } from '../../../domain/conduct/contactRecords';
import type { DocumentStore, Operation } from '../../documentStore';
import { Repository } from '../repository';

export class Contacts extends Repository<ContactRecord> {
  constructor(store: DocumentStore) {
    super(store, 'contacts', contactRecordSchema, (contact) => contact.contactId);
  }

  ofCustomer(customerId: string): Promise<readonly ContactRecord[]> {
    return this.every('customerId', customerId);
  }

  /** Operations that remove contacts made before a day; at most `limit` of them. */
  async removalsBefore(day: string, limit: number): Promise<readonly Operation[]> {
    const { items } = await this.page('on', { before: day }, { limit });
    return items.map(({ record, version }) => ({
      kind: 'remove',
      collection: this.collection,
      id: record.contactId,
      expectedVersion: version,
    }));
  }
}
