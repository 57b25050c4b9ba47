// A day on which every customer of a large book has a promise due tomorrow: the messages are worked out and queued, then as many leave
// as a minute lets.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { addDays, localTime } from '../../data/domain/calendar/calendar';
import { LowdbStore } from '../../data/store/lowdb/lowdbStore';
import { createRepositories } from '../../data/store/repositories';
import { readShippedData } from '../config/shippedData';
import { newLog } from '../ops/log';
import { ContactGate } from '../outreach/contactGate';
import { dailyPartsOf } from '../outreach/daily/dailyParts';
import { OutboxSender } from '../outreach/outboxSender';
import { PauseWatch } from '../outreach/queue/pauseWatch';
import { outreachStep } from '../outreach/queue/planStep';
import { RateOfMinute } from '../outreach/queue/rateOfMinute';
import { SendQueue } from '../outreach/queue/sendQueue';
import { textWay } from '../outreach/queue/textWay';

const data = readShippedData();
const { timeZone } = data.bank;
const noFiles = { list: async () => [], remove: async () => undefined };

export interface OutreachTimes {
  readonly queued: number;
  readonly queuedSeconds: number;
  readonly goneThroughSeconds: number;
  readonly sent: number;
  /** The longest that anything else on the thread had to wait meanwhile. */
  readonly longestWaitMs: number;
}

/** `folder`: a book written before; `now`: a moment within the hours of contact. */
export async function outreachTakes(folder: string, now: string): Promise<OutreachTimes> {
  const store = await LowdbStore.open(folder, { checkpointBytes: 1e9, checkpointMs: 600_000 });
  try {
    const repositories = createRepositories(store);
    const { date: today } = localTime(now, timeZone);
    await promiseForEverybody(store, repositories, addDays(today, 1), now);
    const rulesOn = () => data.contactRules;
    const clock = () => now;
    const parts = dailyPartsOf({ store, repositories, data, clock, files: noFiles }, rulesOn);
    const waits = monitorEventLoopDelay({ resolution: 5 });
    waits.enable();
    const began = performance.now();
    let queued = 0;
    for (let after: string | null | undefined; after !== null; ) {
      const { operations, next } = await outreachStep.slice(parts, today, after);
      if (operations.length > 0) await store.transaction(operations);
      queued += operations.length;
      after = next;
    }
    const queuedAt = performance.now();
    const queue = new SendQueue({
      store,
      repositories,
      gate: new ContactGate({ repositories, timeZone, rulesOn }),
      terms: { rules: data.outreach, timeZone, contract: data.contract },
      bank: data.bank,
      ways: [textWay(new OutboxSender(repositories, store), false)],
      pause: new PauseWatch({ store, repositories, rules: data.outreach, timeZone, log: newLog('silent') }),
      rate: new RateOfMinute(() => data.outreach.perMinuteMax),
      log: newLog('silent'),
      wordRules: () => ({ utterances: data.utteranceRules, outbound: data.outboundRules, readMeaning: null }),
      clock,
    });
    const sent = await queue.sweep(new AbortController().signal);
    const ended = performance.now();
    waits.disable();
    return {
      queued,
      queuedSeconds: (queuedAt - began) / 1000,
      goneThroughSeconds: (ended - queuedAt) / 1000,
      sent,
      longestWaitMs: waits.max / 1e6,
    };
  } finally {
    await store.close();
  }
}

async function promiseForEverybody(
  store: LowdbStore,
  { customers, promises }: ReturnType<typeof createRepositories>,
  payDate: string,
  madeAt: string,
): Promise<void> {
  for (let after: string | undefined; ; ) {
    const page = await customers.list({ limit: 1000, after });
    await store.transaction(
      page.items.map(({ record: { customerId, accountIds } }) =>
        promises.putOperation({
          promiseId: `PR-${customerId}`,
          customerId,
          accountIds,
          amountFen: 50_000,
          payDate,
          madeAt,
          status: 'open',
        }),
      ),
    );
    if (page.next === null) return;
    after = page.next;
  }
}
