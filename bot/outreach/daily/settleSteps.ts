// Promises and instalments on a day: due, kept, part-kept or broken, and arrangements completed or broken by it.
import type { Outcome } from '../../../data/domain/arrangement/settle';
import { addDays } from '../../../data/domain/calendar/calendar';
import type { Operation } from '../../../data/store/documentStore';
import { settleCustomer } from '../../../data/store/settleCustomer';
import { newBreather } from '../../ops/breathe';
import { type DailyEvent, type DailyParts, type DailyStep, sliceSize } from './step';

function eventOf(customerId: string, outcome: Outcome): DailyEvent[] {
  switch (outcome.kind) {
    case 'promise':
      return [{ kind: `promise.${outcome.settlement}`, customerId, subject: outcome.promiseId }];
    case 'instalment': {
      const subject = `${outcome.agreementNumber} ${outcome.number}`;
      return [{ kind: `instalment.${outcome.settlement}`, customerId, subject }];
    }
    case 'arrangement':
      return [{ kind: `arrangement.${outcome.settlement}`, customerId, subject: outcome.agreementNumber }];
    case 'excess':
      return [];
  }
}

/**
 * Settles the customers of one page, each once, and keeps what belongs to the step: each of the two stores and tells its
 * own records alone, so that neither depends on the other and a preview says what a run does.
 */
async function settleAll(
  parts: DailyParts,
  day: string,
  customerIds: readonly string[],
  collection: 'arrangements' | 'promises',
): Promise<{ operations: Operation[]; events: DailyEvent[] }> {
  const { repositories, timeZone, contract: terms } = parts;
  const breathe = newBreather();
  const operations: Operation[] = [];
  const events: DailyEvent[] = [];
  for (const customerId of new Set(customerIds)) {
    const input = { payments: [], today: day, since: addDays(day, -1), timeZone, terms };
    const one = await settleCustomer(repositories, customerId, input);
    operations.push(...one.operations.filter((put) => put.kind === 'put' && put.collection === collection));
    const own = one.settled.outcomes.filter(({ kind }) => (kind === 'promise') === (collection === 'promises'));
    events.push(...own.flatMap((outcome) => eventOf(customerId, outcome)));
    await breathe();
  }
  return { operations, events };
}

export const arrangementsStep: DailyStep = {
  name: 'arrangements',
  async slice(parts, day, after) {
    const page = await parts.repositories.arrangements.withStatus('active', { limit: sliceSize, after });
    const customerIds = page.items.map(({ record }) => record.customerId);
    return { ...(await settleAll(parts, day, customerIds, 'arrangements')), removed: 0, next: page.next };
  },
};

export const promisesStep: DailyStep = {
  name: 'promises',
  async slice(parts, day, after) {
    const page = await parts.repositories.promises.withStatus('open', { limit: sliceSize, after });
    const customerIds = page.items.map(({ record }) => record.customerId);
    return { ...(await settleAll(parts, day, customerIds, 'promises')), removed: 0, next: page.next };
  },
};
