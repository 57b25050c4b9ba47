// Contacts that the bank began, kept on record as long as the contact rules say (at least two years).
import { type ContactRecord, contactRecordSchema } from '../../../domain/conduct/contactRecords';
import type { DocumentStore, RemoveOperation } from '../../documentStore';
import { Repository } from '../repository';

export class Contacts extends Repository<ContactRecord> {
  constructor(store: DocumentStore) {
    super(store, 'contacts', contactRecordSchema, (contact) => contact.contactId);
  }

  ofCustomer(customerId: string): Promise<readonly ContactRecord[]> {
    return this.every('customerId', customerId);
  }

  /** A contact that reached nobody after all. */
  removeOperation(contactId: string): RemoveOperation {
    return { kind: 'remove', collection: this.collection, id: contactId, expectedVersion: 'any' };
  }
}
