// How and whether a customer may be contacted; one record a customer.
import { type ContactPreference, contactPreferenceSchema } from '../../../domain/conduct/contactRecords';
import type { DocumentStore } from '../../documentStore';
import { Repository } from '../repository';

export class ContactPreferences extends Repository<ContactPreference> {
  constructor(store: DocumentStore) {
    super(store, 'contactPreferences', contactPreferenceSchema, (preference) => preference.customerId);
  }

  /** Whether one of these, a customer or an address in a channel, is kept as watched by somebody else; null is nobody. */
  async isPhoneUnsafe(keys: readonly (string | null)[]): Promise<boolean> {
    const kept = await Promise.all(keys.map((key) => (key === null ? undefined : this.get(key))));
    return kept.some((preference) => preference?.phoneUnsafe === true);
  }
}
