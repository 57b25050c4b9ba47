// The daily job's step that queues what there is reason to write about. Only today's: a day on which nothing ran is over, and
// nobody gets a week of reminders at once.
import { localTime } from '../../../data/domain/calendar/calendar';
import { dueOutreach } from '../../../data/domain/outreach/dueOutreach';
import { queued } from '../../../data/domain/outreach/outreachRecord';
import type { Operation } from '../../../data/store/documentStore';
import { newBreather } from '../../ops/breathe';
import { type DailyEvent, type DailyStep, sliceSize } from '../daily/step';
import { factsOf } from './factsOf';

export const outreachStep: DailyStep = {
  name: 'outreach',
  async slice(parts, day, after) {
    const { repositories, timeZone, contract, outreach, clock } = parts;
    const at = clock();
    if (day < localTime(at, timeZone).date) return { operations: [], events: [], removed: 0, next: null };
    const page = await repositories.customers.list({ limit: sliceSize, after });
    const breathe = newBreather();
    const operations: Operation[] = [];
    const events: DailyEvent[] = [];
    for (const { record } of page.items) {
      const facts = await factsOf(repositories, record.customerId);
      for (const due of dueOutreach(facts, day, { rules: outreach, timeZone, contract })) {
        // Queued on an earlier day, or sent: the key is the same.
        if ((await repositories.outreach.get(due.key)) !== undefined) continue;
        operations.push(repositories.outreach.putOperation(queued(due, at), null));
        events.push({ kind: 'outreach.queued', customerId: due.customerId, subject: due.key });
      }
      await breathe();
    }
    return { operations, events, removed: 0, next: page.next };
  },
};
