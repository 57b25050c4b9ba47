// A month of messages thought through on the records: each matter once, within the caps, and whoever gets none with the reason.
import { ContactGate } from '../../../../bot/outreach/contactGate';
import { outlookFrom } from '../../../../bot/outreach/queue/month';
import { reachByPhone } from '../../../../bot/outreach/queue/textWay';
import { addDays } from '../../../../data/domain/calendar/calendar';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { createRepositories } from '../../../../data/store/repositories';
import { aCustomer, aPromise, data, timeZone } from './queueHouse';

const today = '2026-11-23';
const now = `${today}T02:00:00.000Z`;

function bank(contactRules = data.contactRules) {
  const store = new MemoryStore();
  const repositories = createRepositories(store);
  const rulesOn = () => contactRules;
  const parts = {
    repositories,
    gate: new ContactGate({ repositories, timeZone, rulesOn }),
    terms: { rules: data.outreach, timeZone, contract: data.contract },
    ways: [{ way: 'text' as const, reach: reachByPhone }],
    rulesOn,
    clock: () => now,
  };
  return { store, repositories, outlook: (customersMax = 100) => outlookFrom(today, customersMax, parts) };
}

it('each promise is written about once, on the day before, and nothing is stored', async () => {
  const { store, repositories, outlook } = bank();
  await repositories.customers.put(aCustomer('C-1'), null);
  await repositories.promises.put(aPromise('C-1', addDays(today, 10), now), null);
  const { days, notSent, customers, isWhole } = await outlook();
  expect(days).toHaveLength(30);
  expect(days.filter(({ goes }) => Object.keys(goes).length > 0)).toEqual([
    { day: addDays(today, 9), goes: { promiseDue: 1 } },
  ]);
  expect({ notSent, customers, isWhole }).toEqual({ notSent: {}, customers: 1, isWhole: true });
  for (const collection of ['outreach', 'outbox', 'contacts'])
    expect((await store.list(collection)).items).toHaveLength(0);
});

it('a message that would go counts toward the caps of the days after it', async () => {
  const [cap] = data.contactRules.caps;
  if (cap === undefined) throw new Error('The contact rules have a cap.');
  const once = { ...data.contactRules, caps: [{ ...cap, channels: ['text' as const], countMax: 1, days: 7 }] };
  const { repositories, outlook } = bank(once);
  await repositories.customers.put(aCustomer('C-1'), null);
  for (const offset of [3, 5]) await repositories.promises.put(aPromise('C-1', addDays(today, offset), now), null);
  const { days, notSent } = await outlook();
  expect(days.filter(({ goes }) => goes.promiseDue === 1).map(({ day }) => day)).toEqual([addDays(today, 2)]);
  expect(notSent).toEqual({ cap: { promiseDue: 1 } });
});

it('a stop and a missing phone are counted by their reason', async () => {
  const { repositories, outlook } = bank();
  await repositories.customers.put(aCustomer('C-1'), null);
  await repositories.contactPreferences.put(
    { customerId: 'C-1', ceased: true, reason: 'asked', until: null, changedAt: now, wish: '' },
    null,
  );
  await repositories.customers.put({ ...aCustomer('C-2'), phone: '' }, null);
  for (const customerId of ['C-1', 'C-2'])
    await repositories.promises.put(aPromise(customerId, addDays(today, 4), now), null);
  const { days, notSent } = await outlook();
  expect(days.every(({ goes }) => Object.keys(goes).length === 0)).toBe(true);
  expect(notSent).toEqual({ stopped: { promiseDue: 1 }, noAddress: { promiseDue: 1 } });
});

it('a larger book than is looked through says so', async () => {
  const { repositories, outlook } = bank();
  for (let n = 1; n <= 3; n++) await repositories.customers.put(aCustomer(`C-${n}`), null);
  expect(await outlook(2)).toMatchObject({ customers: 2, isWhole: false });
  expect(await outlook(3)).toMatchObject({ customers: 3, isWhole: true });
});
