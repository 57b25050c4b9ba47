import { dailySteps, daysDue } from '../../../bot/outreach/daily/dailyJob';
import { addDays } from '../../../data/domain/calendar/calendar';
import type { DocumentStore } from '../../../data/store/documentStore';
import { MemoryStore } from '../../../data/store/memoryStore';
import { createRepositories } from '../../../data/store/repositories';

import { aBank, customersWithPlans, eventsOf, first, jobOn, runOn, standing } from './dailyBank';

test('a promise, an offer, a rest and an arrangement end on their days, without a message from anybody', async () => {
  const store = await aBank();
  for (let day = first; day <= '2027-01-21'; day = addDays(day, 1)) await runOn(store, day);
  expect(await eventsOf(store)).toEqual([
    '2026-11-26 daily.rest.ended hardship',
    '2026-11-27 daily.quote.expired quote',
    '2026-11-29 daily.promise.broken PR-0',
    '2026-12-20 daily.instalment.broken AG-0 1',
    '2027-01-20 daily.instalment.broken AG-0 2',
    '2027-01-20 daily.arrangement.broken AG-0',
  ]);
  const { promises, arrangements, savedQuotes, contactPreferences } = createRepositories(store);
  expect((await promises.get('PR-0'))?.status).toBe('broken');
  expect(await arrangements.get('AG-0')).toMatchObject({ status: 'broken', closedOn: '2027-01-20' });
  expect(await savedQuotes.get('C-0')).toBeUndefined();
  expect(await contactPreferences.get('C-0')).toMatchObject({ ceased: false, until: '2026-11-25' });
});

test('the assistant was switched off for weeks: every missed day is made up, in order, as if it had run', async () => {
  const [daily, late] = [await aBank(), await aBank()];
  for (let day = first; day <= '2027-01-22'; day = addDays(day, 1)) await runOn(daily, day);
  await runOn(late, first);
  const done = await runOn(late, '2027-01-22');
  expect([done.length, done.at(0), done.at(-1)]).toEqual([60, '2026-11-24', '2027-01-22']);
  expect(await standing(late)).toEqual(await standing(daily));
  expect(await eventsOf(late)).toEqual(await eventsOf(daily));
});

test('a day is done once; a clock that goes back does nothing', async () => {
  const store = await aBank();
  expect(await runOn(store, '2026-11-29')).toEqual(['2026-11-29']);
  const after = await standing(store);
  expect(await runOn(store, '2026-11-29')).toEqual([]);
  expect(await runOn(store, '2026-11-24')).toEqual([]);
  expect(await standing(store)).toEqual(after);
});

/** The process ends at one write, which may have reached the disk. */
function dyingAt(store: DocumentStore, write: number, reached: boolean): DocumentStore {
  let writes = 0;
  return new Proxy(store, {
    get(target, name) {
      if (name === 'put')
        return async (collection: string, id: string, value: unknown, expectedVersion: number | null | 'any') => {
          const [version = 0] = await transaction([{ kind: 'put', collection, id, value, expectedVersion }]);
          return version;
        };
      return name === 'transaction' ? transaction : Reflect.get(target, name).bind(target);
    },
  });
  async function transaction(...args: Parameters<DocumentStore['transaction']>) {
    writes += 1;
    if (writes > write || (writes === write && !reached)) throw new Error('the process has ended');
    const result = await store.transaction(...args);
    if (writes === write) throw new Error('the process has ended');
    return result;
  }
}

test('killed at any write, it goes on where it was: nothing is done twice or left out', async () => {
  // Steps of every kind, and one customer more than fits into a slice.
  const steps = dailySteps.slice(0, 5);
  const customers = customersWithPlans(51);
  const whole = await aBank(customers);
  await runOn(whole, '2027-01-20', steps);
  const expected = { standing: await standing(whole), events: await eventsOf(whole) };
  let ended = false;
  for (let write = 1; !ended; write++)
    for (const reached of [true, false]) {
      const store = await aBank(customers);
      const outcome = await runOn(dyingAt(store, write, reached), '2027-01-20', steps).catch(() => 'killed');
      ended = outcome !== 'killed';
      await runOn(store, '2027-01-20', steps);
      expect(await standing(store)).toEqual(expected.standing);
      expect(await eventsOf(store)).toEqual(expected.events);
    }
});

test('a customer writes in the same moment: what they changed stays, and the day is worked out on it', async () => {
  const store = await aBank();
  let isFirst = true;
  const meanwhile = new Proxy<DocumentStore>(store, {
    get(target, name) {
      if (name !== 'transaction') return Reflect.get(target, name).bind(target);
      return async (...args: Parameters<DocumentStore['transaction']>) => {
        const { promises } = createRepositories(store);
        const kept = await promises.kept('PR-0');
        const touches = args[0].some((one) => one.kind === 'put' && one.collection === 'promises');
        if (isFirst && touches && kept !== undefined) {
          isFirst = false;
          await promises.put({ ...kept.record, payDate: '2026-12-05' }, kept.version);
        }
        return target.transaction(...args);
      };
    },
  });
  await runOn(meanwhile, '2026-11-29');
  expect(isFirst).toBe(false);
  expect(await createRepositories(store).promises.get('PR-0')).toMatchObject({ status: 'open', payDate: '2026-12-05' });
});

test('what is too old is removed by its day, and what is not stays', async () => {
  const store = new MemoryStore();
  const kept = async (collection: string) => (await store.list(collection)).items.map(({ id }) => id);
  const put = (collection: string, id: string, value: object) => store.put(collection, id, value, null);
  const day = '2026-11-23';
  await put('staffSessions', 'old', { endsOn: '2026-11-21' });
  await put('staffSessions', 'live', { endsOn: '2026-11-22' });
  await put('signInAttempts', 'old', { day: '2026-11-20' });
  await put('signInAttempts', 'today', { day });
  await put('verifyAttempts', 'old', { day: '2026-11-20' });
  await put('verifyAttempts', 'yesterday', { day: '2026-11-22' });
  await put('codeUses', 'old', { day: '2026-11-20' });
  await put('processedActivities', 'old', { day: '2026-10-23', conversationId: 'c' });
  await put('undeliveredReplies', 'old', { conversationId: 'c' });
  await put('processedActivities', 'new', { day: '2026-10-24', conversationId: 'c' });
  await put('contacts', 'old', { on: '2024-11-01', customerId: 'C' });
  await put('contacts', 'twoYears', { on: '2024-11-23', customerId: 'C' });
  const message = { customerId: 'C', maskedPhone: '', text: '' };
  await put('outbox', 'old', { ...message, messageId: 'old', sentAt: '2026-08-24T00:00:00Z' });
  await put('outbox', 'new', { ...message, messageId: 'new', sentAt: '2026-08-26T00:00:00Z' });
  await put('bookImports', 'old', { endedAt: '2024-01-01T00:00:00Z' });
  await put('bookImports', 'running', { endedAt: null });
  await runOn(store, day);
  expect(await kept('staffSessions')).toEqual(['live']);
  expect(await kept('signInAttempts')).toEqual(['today']);
  expect(await kept('verifyAttempts')).toEqual(['yesterday']);
  expect(await kept('codeUses')).toEqual([]);
  expect([await kept('processedActivities'), await kept('undeliveredReplies')]).toEqual([['new'], []]);
  expect(await kept('contacts')).toEqual(['twoYears']);
  expect(await kept('outbox')).toEqual(['new']);
  expect(await kept('bookImports')).toEqual(['running']);
});

test('a preview says what a day would do and stores nothing', async () => {
  const store = await aBank();
  const refusing = dyingAt(store, 1, false);
  const { steps } = await jobOn(refusing, '2026-11-29').preview('2026-11-29');
  expect(steps.flatMap(({ events }) => events.map(({ kind, subject }) => `${kind} ${subject}`))).toEqual([
    'promise.broken PR-0',
    'rest.ended hardship',
  ]);
  const { runs, due } = await jobOn(store, '2026-11-29').standing(5);
  expect([runs, due]).toEqual([[], ['2026-11-29']]);
});

test('the days that are due: the one left in the middle, those missed, today; none far in the past one by one', () => {
  const done = (day: string) => ({ day, endedAt: `${day}T00:00:00Z` });
  expect(daysDue([], '2026-11-23')).toEqual(['2026-11-23']);
  expect(daysDue([done('2026-11-20'), { day: '2026-11-21', endedAt: null }], '2026-11-23')).toEqual([
    '2026-11-21',
    '2026-11-22',
    '2026-11-23',
  ]);
  expect(daysDue([done('2026-11-23')], '2026-11-23')).toEqual([]);
  const long = daysDue([done('2020-01-01')], '2026-11-23');
  expect([long.length, long.at(-1)]).toEqual([400, '2026-11-23']);
});
