// What ends by its date: rests from contact, and offers that nobody can accept any more.

import { addDays, type CalendarDate } from '../../../data/domain/calendar/calendar';
import type { SavedQuote } from '../../../data/domain/negotiation/savedQuote';
import type { Operation } from '../../../data/store/documentStore';
import { type DailyEvent, type DailyStep, sliceSize } from './step';

/** A rest is over on the day after its last one. The record keeps its reason and its last day. */
export const restsStep: DailyStep = {
  name: 'rests',
  async slice({ repositories: { contactPreferences } }, day, after) {
    const page = await contactPreferences.list({ limit: sliceSize, after });
    const over = page.items.filter(({ record: { ceased, until } }) => ceased && until !== null && until < day);
    return {
      operations: over.map(({ record, version }) =>
        contactPreferences.putOperation({ ...record, ceased: false }, version),
      ),
      events: over.map(({ record: { customerId, reason } }): DailyEvent => {
        return { kind: 'rest.ended', customerId, subject: reason };
      }),
      removed: 0,
      next: page.next,
    };
  },
};

/** The last day on which one of the offers could be accepted; the day of saving where there is none. */
const lastDayOf = ({ negotiation, savedOn }: SavedQuote): CalendarDate =>
  negotiation.table
    .map(({ validUntil }) => validUntil)
    .sort()
    .at(-1) ?? savedOn;

export const quotesStep: DailyStep = {
  name: 'quotes',
  async slice({ repositories: { savedQuotes }, retention }, day, after) {
    const page = await savedQuotes.list({ limit: sliceSize, after });
    const keptFrom = addDays(day, -retention.expiredQuoteDays);
    const gone = page.items.filter(({ record }) => lastDayOf(record) < keptFrom);
    const yesterday = addDays(day, -1);
    return {
      operations: gone.map(({ record, version }): Operation => {
        return { kind: 'remove', collection: 'savedQuotes', id: record.customerId, expectedVersion: version };
      }),
      events: page.items
        .filter(({ record }) => lastDayOf(record) === yesterday)
        .map(({ record: { customerId } }): DailyEvent => ({ kind: 'quote.expired', customerId, subject: 'quote' })),
      removed: gone.length,
      next: page.next,
    };
  },
};
