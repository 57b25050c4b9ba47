// Failed verifications by card ending and day, so that a new conversation is no new try.
import type { CalendarDate } from '../../../domain/calendar/calendar';
import { type VerifyAttempts as Attempts, verifyAttemptsSchema } from '../../../domain/customer/verifyAttempts';
import type { DocumentStore } from '../../documentStore';
import { Repository } from '../repository';

export class VerifyAttempts extends Repository<Attempts> {
  constructor(store: DocumentStore) {
    super(store, 'verifyAttempts', verifyAttemptsSchema, (attempts) => attempts.key);
  }

  /** Forgets the counts of days before `day`; gives how many. */
  async forgetBefore(day: CalendarDate): Promise<number> {
    const old = await this.every('day', { before: day });
    await this.store.transaction(
      old.map(({ key }) => ({ kind: 'remove', collection: this.collection, id: key, expectedVersion: 'any' })),
    );
    return old.length;
  }
}
