// Whose a phone number is, for an answer that comes from a number alone: a keyed hash of the number, never the number itself.
import { z } from 'zod';
import type { DocumentStore, Operation } from '../../../data/store/documentStore';
import type { Signer } from '../../http/signer';

const collection = 'smsNumbers';
const numberSchema = z.object({ customerId: z.array(z.string()) });

/** Digits without the country's prefix, which providers write in several ways. */
const digitsOf = (phone: string): string => phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');

export class SmsNumbers {
  constructor(
    private readonly store: DocumentStore,
    private readonly signer: Signer,
  ) {}

  /** That a message went to this number of the customer's; nothing to store where that is known. */
  async remember(phone: string, customerId: string): Promise<readonly Operation[]> {
    const id = this.idOf(phone);
    const stored = await this.store.get(collection, id);
    const known = numberSchema.safeParse(stored?.value).data?.customerId ?? [];
    if (known.includes(customerId)) return [];
    const value = { customerId: [...known, customerId] };
    return [{ kind: 'put', collection, id, value, expectedVersion: stored?.version ?? null }];
  }

  /** The customers that this number was written to for; a couple may share one. */
  async customersOf(phone: string): Promise<readonly string[]> {
    const stored = await this.store.get(collection, this.idOf(phone));
    return numberSchema.safeParse(stored?.value).data?.customerId ?? [];
  }

  private idOf(phone: string): string {
    return this.signer.sign('smsNumber', [digitsOf(phone)]);
  }
}
