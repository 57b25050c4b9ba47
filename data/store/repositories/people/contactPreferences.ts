// How and whether a customer may be contacted; one record a customer.
import { type ContactPreference, contactPreferenceSchema } from '../../../domain/conduct/contactRecords';
import type { DocumentStore } from '../../documentStore';
import { Repository } from '../repository';

export class ContactPreferences extends Repository<ContactPreference> {
  constructor(store: DocumentStore) {
    super(store, 'contactPreferences', contactPreferenceSchema, (preference) => preference.customerId);
  }
}
