// Papers go when nothing keeps them any more: their case long closed, and for a review of hardship the debt settled long ago.

import { debtStanding, keepingOf } from '../../../data/domain/bank/keeping';
import { type CalendarDate, localTime } from '../../../data/domain/calendar/calendar';
import type { Evidence } from '../../../data/domain/case/evidence';
import { type DailyParts, type DailyStep, sliceSize } from './step';

async function isOver(parts: DailyParts, day: CalendarDate, one: Evidence, isHeld: boolean): Promise<boolean> {
  const { accounts, arrangements, cases } = parts.repositories;
  const matter = await cases.get(one.caseNumber);
  const own = {
    accounts: await accounts.ofCustomer(one.customerId),
    arrangements: await arrangements.ofCustomer(one.customerId),
  };
  // The case itself goes after the same time; a paper that outlived it counts from the day it came.
  const ended = matter === undefined ? one.receivedAt : (matter.closed?.at ?? null);
  const closedOn = ended === null ? null : localTime(ended, parts.timeZone).date;
  const keeping = keepingOf(
    { kind: 'evidence', caseKind: one.caseKind, closedOn },
    {
      today: day,
      rules: parts.retention,
      contactDays: parts.contactDaysOn(day),
      debt: debtStanding(own, day),
      isHeld,
    },
  );
  return keeping === null;
}

export const evidenceStep: DailyStep = {
  name: 'evidence',
  async slice(parts, day, after) {
    const { evidence, legalHolds } = parts.repositories;
    const page = await evidence.list({ limit: sliceSize, after });
    const held = await legalHolds.heldCustomers();
    const gone: Evidence[] = [];
    for (const { record } of page.items)
      if (await isOver(parts, day, record, held.has(record.customerId))) gone.push(record);
    return {
      operations: gone.map(({ fileId }) => evidence.removeOperation(fileId)),
      events: [],
      removed: gone.length,
      next: page.next,
    };
  },
};
