// What the console's tests of messages that we begin find in the book: a promise that falls due, and a message about it that no way took.
import { addDays, type CalendarDate } from '../../../../data/domain/calendar/calendar';
import type { OutreachRecord } from '../../../../data/domain/outreach/outreachRecord';
import { testDay, testNow } from '../../support/runningHouse';
import type { ConsoleHouse } from './consoleHouse';

export const tomorrow = addDays(testDay, 1);

export const keyOfReminder = (customerId: string): string => `promiseDue:${customerId}:PR-${customerId}:${tomorrow}`;

export async function putPromise(
  { house }: ConsoleHouse,
  customerId: string,
  payDate: CalendarDate = tomorrow,
): Promise<void> {
  await house.repositories.promises.put(
    {
      promiseId: `PR-${customerId}`,
      customerId,
      accountIds: [`A-${customerId}`],
      amountFen: 50_000,
      payDate,
      madeAt: testNow,
      status: 'open',
    },
    null,
  );
}

/** A reminder of that promise which could not be delivered, but for what `more` says; gives back its key. */
export async function putReminder(
  { house }: ConsoleHouse,
  customerId: string,
  more: Partial<OutreachRecord> = {},
): Promise<string> {
  const key = keyOfReminder(customerId);
  await house.repositories.outreach.put(
    {
      key,
      kind: 'promiseDue',
      customerId,
      subject: `PR-${customerId}`,
      aboutOn: tomorrow,
      until: tomorrow,
      queuedAt: testNow,
      status: 'dead',
      nextAt: testNow,
      why: 'unreached',
      way: 'text',
      notBy: ['text'],
      sentAt: null,
      providerId: null,
      receipt: null,
      ...more,
    },
    null,
  );
  return key;
}
