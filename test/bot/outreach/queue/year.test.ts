// A year of a bank with processes that end at any write and clocks that jump, checked for every rule of contact after every day.
import { addDays, daysBetween, localTime } from '../../../../data/domain/calendar/calendar';
import type { DocumentStore } from '../../../../data/store/documentStore';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { createRepositories } from '../../../../data/store/repositories';
import { aCustomer, aPromise, data, queueOver, timeZone } from './queueHouse';

jest.setTimeout(240_000);

const first = '2026-11-23';
const days = 365;
const customers = 40;

/** Small, and the same on every run. */
function drawing(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

class Killed extends Error {}

/** The process ends at a transaction, before or after it reached the disk. */
function dying(store: DocumentStore, atWrite: number, reached: boolean): DocumentStore {
  let writes = 0;
  return new Proxy(store, {
    get(target, name) {
      if (name !== 'transaction') return Reflect.get(target, name).bind(target);
      return async (operations: Parameters<DocumentStore['transaction']>[0]) => {
        writes += 1;
        if (writes > atWrite || (writes === atWrite && !reached)) throw new Killed();
        const result = await target.transaction(operations);
        if (writes === atWrite) throw new Killed();
        return result;
      };
    },
  });
}

it('everybody is written to within hours and caps, at most once a matter, and never after a stop', async () => {
  const draw = drawing(20261130);
  const store = new MemoryStore();
  const records = createRepositories(store);
  const stoppedAt = new Map<string, string>();
  let now = `${first}T00:00:00.000Z`;
  const clock = () => now;
  for (let n = 1; n <= customers; n++) await records.customers.put(aCustomer(`C-${n}`), null);

  async function run(work: (house: ReturnType<typeof queueOver>) => Promise<unknown>): Promise<void> {
    const isKilled = draw(3) === 0;
    const over = isKilled ? dying(store, 1 + draw(4), draw(2) === 0) : store;
    const house = queueOver(over, clock);
    try {
      await house.takeUp();
      await work(house);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }

  for (let offset = 0; offset < days; offset++) {
    const day = addDays(first, offset);
    now = `${day}T00:00:00.000Z`;
    for (let made = draw(4); made > 0; made--) {
      const customerId = `C-${1 + draw(customers)}`;
      const promise = aPromise(customerId, addDays(day, 1 + draw(6)), now);
      if ((await records.promises.get(promise.promiseId)) === undefined) await records.promises.put(promise, null);
    }
    if (draw(12) === 0) {
      const customerId = `C-${1 + draw(customers)}`;
      const kept = await records.contactPreferences.kept(customerId);
      await records.contactPreferences.put(
        { customerId, ceased: true, reason: 'asked', until: null, changedAt: now, wish: '' },
        kept?.version ?? null,
      );
      stoppedAt.set(customerId, stoppedAt.get(customerId) ?? now);
    }
    // Switched off on some days; on others the clock is an hour or a day behind for a while.
    if (draw(10) === 0) continue;
    await run((house) => house.day());
    await run((house) => house.day());
    if (draw(15) === 0) {
      now = `${addDays(day, -1)}T04:00:00.000Z`;
      await run((house) => house.sweep());
    }
    for (const hour of ['00', '05', '13', '15']) {
      now = `${day}T${hour}:${10 + draw(50)}:00.000Z`;
      await run((house) => house.sweep());
    }
  }

  const pause = await records.outreachPauses.now();
  const { from, until } = data.contactRules.hours;
  let sent = 0;
  for (let n = 1; n <= customers; n++) {
    const customerId = `C-${n}`;
    const texts = await records.outbox.ofCustomer(customerId);
    sent += texts.length;
    const about = await records.outreach.ofCustomer(customerId);
    // One message a matter: as many texts as matters that were sent, each under its own id.
    expect(new Set(texts.map(({ messageId }) => messageId)).size).toBe(texts.length);
    expect(texts.length).toBe(about.filter(({ status }) => status === 'sent' || status === 'leaving').length);
    for (const { sentAt } of texts) {
      const { clock: time, date } = localTime(sentAt, timeZone);
      expect(time >= from && time < until).toBe(true);
      expect(sentAt < (stoppedAt.get(customerId) ?? '9')).toBe(true);
      const near = texts.filter((one) => Math.abs(daysBetween(localTime(one.sentAt, timeZone).date, date)) === 0);
      expect(near.length).toBeLessThanOrEqual(1);
    }
    const contacts = await records.contacts.ofCustomer(customerId);
    expect(contacts.length).toBe(texts.length);
  }
  // The check would be empty if the rule had paused it all, or nobody had been written to.
  expect({ pause: pause.paused, isEnough: sent > 100 }).toEqual({ pause: null, isEnough: true });
});
