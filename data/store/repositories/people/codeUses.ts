// One-time codes sent and mistyped, a record a customer: the limits hold over all conversations.
import type { CalendarDate } from '../../../domain/calendar/calendar';
import { type CodeUse, codeUseSchema } from '../../../domain/customer/codeUse';
import type { DocumentStore } from '../../documentStore';
import { Repository } from '../repository';

export class CodeUses extends Repository<CodeUse> {
  constructor(store: DocumentStore) {
    super(store, 'codeUses', codeUseSchema, (use) => use.customerId);
  }

  /** Forgets the counts of days before `day`; gives how many. */
  async forgetBefore(day: CalendarDate): Promise<number> {
    const old = await this.every('day', { before: day });
    await this.store.transaction(
      old.map(({ customerId }) => ({
        kind: 'remove',
        collection: this.collection,
        id: customerId,
        expectedVersion: 'any',
      })),
    );
    return old.length;
  }
}
