// A bank whose days are told, with the daily job and the queue over one store, and phones that note what reaches them.
import { readShippedData } from '../../../../bot/config/shippedData';
import { newLog } from '../../../../bot/ops/log';
import { ContactGate } from '../../../../bot/outreach/contactGate';
import { DailyJob } from '../../../../bot/outreach/daily/dailyJob';
import { dailyPartsOf } from '../../../../bot/outreach/daily/dailyParts';
import { OutboxSender } from '../../../../bot/outreach/outboxSender';
import { PauseWatch } from '../../../../bot/outreach/queue/pauseWatch';
import { outreachStep } from '../../../../bot/outreach/queue/planStep';
import { RateOfMinute } from '../../../../bot/outreach/queue/rateOfMinute';
import { SendQueue } from '../../../../bot/outreach/queue/sendQueue';
import { textWay } from '../../../../bot/outreach/queue/textWay';
import type { Way } from '../../../../bot/outreach/queue/way';
import type { OutreachRules } from '../../../../data/domain/outreach/outreachRules';
import type { DocumentStore } from '../../../../data/store/documentStore';
import { createRepositories } from '../../../../data/store/repositories';

export const data = readShippedData();
export const timeZone = data.bank.timeZone;
const never = new AbortController().signal;
const noFiles = { list: async () => [], remove: async () => undefined };

export interface QueueSettings {
  readonly rules?: OutreachRules;
  /** Tried before the text message. */
  readonly first?: readonly Way[];
}

/** Everything that runs over a store at a moment; a new one is a process that has just started. */
export function queueOver(
  store: DocumentStore,
  clock: () => string,
  { rules = data.outreach, first = [] }: QueueSettings = {},
) {
  const repositories = createRepositories(store);
  const log = newLog('silent');
  const parts = { store, repositories, data: { ...data, outreach: rules }, clock, files: noFiles };
  const job = new DailyJob(
    dailyPartsOf(parts, () => data.contactRules),
    [outreachStep],
  );
  const queue = new SendQueue({
    store,
    repositories,
    gate: new ContactGate({ repositories, timeZone, rulesOn: () => data.contactRules }),
    terms: { rules, timeZone, contract: data.contract },
    bank: data.bank,
    ways: [...first, textWay(new OutboxSender(repositories, store), false)],
    pause: new PauseWatch({ store, repositories, rules, timeZone, log }),
    rate: new RateOfMinute(() => rules.perMinuteMax),
    log,
    wordRules: () => ({ utterances: data.utteranceRules, outbound: data.outboundRules, readMeaning: null }),
    clock,
  });
  return {
    repositories,
    takeUp: () => queue.takeUp(),
    day: () => job.run(never),
    sweep: () => queue.sweep(never),
  };
}

export const aCustomer = (customerId: string) => ({
  customerId,
  idTail: '1234',
  locale: 'zh-CN' as const,
  accountIds: [`A-${customerId}`],
  phone: `1380000${customerId.replace(/\D/g, '').padStart(4, '0')}`,
  displayName: '',
});

export const aPromise = (customerId: string, payDate: string, madeAt: string) => ({
  promiseId: `PR-${customerId}-${payDate}`,
  customerId,
  accountIds: [`A-${customerId}`],
  amountFen: 50_000,
  payDate,
  madeAt,
  status: 'open' as const,
});
