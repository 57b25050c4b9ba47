// Offers that wait for a customer to come back; one for each customer, the newest.
import { type SavedQuote, savedQuoteSchema } from '../../domain/negotiation/savedQuote';
import type { DocumentStore } from '../documentStore';
import { Repository } from './repository';

export class SavedQuotes extends Repository<SavedQuote> {
  constructor(store: DocumentStore) {
    super(store, 'savedQuotes', savedQuoteSchema, (quote) => quote.customerId);
  }
}
