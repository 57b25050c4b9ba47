// A newcomer finds the demo personas in an empty book, with figures that are exact on the first day; nobody's data is touched.
import * as fc from 'fast-check';
import { daysPastDueOn, negotiableAccount, owedOn } from '../../../data/domain/account/account';
import { arrangementState } from '../../../data/domain/arrangement/arrangement';
import { addDays } from '../../../data/domain/calendar/calendar';
import { readPolicyLimits, segmentFor } from '../../../data/domain/limits/policyLimits';
import offerLimits from '../../../data/policy/offerLimits.json';
import { personaCards, personas } from '../../../data/seed/persona';
import { seedDemo } from '../../../data/seed/seedDemo';
import { MemoryStore } from '../../../data/store/memoryStore';
import { createRepositories } from '../../../data/store/repositories';

const today = '2026-11-24';

async function seeded(day = today) {
  const store = new MemoryStore();
  expect(await seedDemo(store, day)).toBe('seeded');
  return { store, repositories: createRepositories(store) };
}
type Repositories = ReturnType<typeof createRepositories>;

async function accountsOf({ customers, accounts }: Repositories, cardTail: string) {
  const [holder, ...others] = await accounts.byCardTail(cardTail);
  expect(others).toEqual([]);
  const customer = await customers.get(holder?.customerId ?? '');
  const [first, ...rest] = await accounts.ofCustomer(customer?.customerId ?? '');
  if (!customer || !first) throw new Error(`nobody has a card ending ${cardTail}`);
  return { customer, accounts: [first, ...rest] as const };
}

it('knows the case that the project began with to the fen', async () => {
  const { repositories } = await seeded();
  const { customer, accounts } = await accountsOf(repositories, '6688');
  const [account] = accounts;
  expect(customer.idTail).toBe('1234');
  expect(owedOn(account, today)).toEqual({
    principalFen: 2_000_000,
    interestFen: 493_120,
    feesFen: 150_000,
    totalFen: 2_643_120,
  });
  expect(daysPastDueOn(account, today)).toBe(457);
  expect(account).toMatchObject({
    product: 'standard',
    agencyId: 'AGY-01',
    documentedMonthlyCapacityFen: null,
    flags: [],
  });
  expect(await repositories.agencies.get('AGY-01')).toBeDefined();
  expect(await repositories.placements.ofAccount(account.accountId)).toMatchObject([
    { agencyId: 'AGY-01', endedOn: null },
  ]);
  expect(owedOn(account, addDays(today, 1)).interestFen).toBe(493_120 + 1_000);
});

it('has everyone to try, each with a card ending of their own', () => {
  expect(personas.map((persona) => persona.personaId).sort()).toEqual([
    'arrangementMissed',
    'canonical',
    'ceaseContact',
    'deceased',
    'disputed',
    'englishSpeaker',
    'excluded',
    'firstLate',
    'income75k',
    'late20',
    'tooSmall',
    'twoCards',
  ]);
  const codes = personaCards.flatMap((card) => card.codes);
  expect(new Set(codes.map((code) => code.slice(0, 4))).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^\d{4} \d{3}[\dX]$/);
  expect(personaCards.filter((card) => card.featured)).toHaveLength(3);
});

it.each([
  ['3101', 3, 431_210],
  ['3202', 20, 1_312_460],
  ['7501', 95, 7_500_000],
  ['8801', 45, 1_260_000],
  ['9001', 40, 38_650],
  ['2201', 62, 2_916_100],
])('card %s is %i days past due with %i fen in all', async (cardTail, days, totalFen) => {
  const { repositories } = await seeded();
  const { accounts } = await accountsOf(repositories, cardTail);
  expect(negotiableAccount([...accounts], today)).toMatchObject({ daysPastDue: days, balanceFen: totalFen });
});

it('gives each special persona what makes it special', async () => {
  const { repositories } = await seeded();
  const flagsOf = async (tail: string) => (await accountsOf(repositories, tail)).accounts[0].flags;
  expect(await flagsOf('5501')).toEqual(['dispute']);
  expect(await flagsOf('5602')).toEqual(['ceaseContact']);
  expect(await flagsOf('5703')).toEqual(['deceased']);
  expect((await accountsOf(repositories, '2212')).accounts).toHaveLength(2);
  expect((await accountsOf(repositories, '8801')).customer.locale).toBe('en-US');
  const disputing = (await accountsOf(repositories, '5501')).customer.customerId;
  expect(await repositories.cases.ofCustomer(disputing)).toMatchObject([{ kind: 'dispute', status: 'open' }]);
  const stopped = (await accountsOf(repositories, '5602')).customer.customerId;
  expect(await repositories.contactPreferences.get(stopped)).toMatchObject({ ceased: true, reason: 'asked' });
  const [income] = (await accountsOf(repositories, '7501')).accounts;
  expect(income.documentedMonthlyCapacityFen).toBe(350_000);
  expect(income.salaryCreditsFen.length).toBeGreaterThanOrEqual(3);
  const reading = readPolicyLimits(offerLimits);
  if (reading.kind !== 'ok') throw new Error('shipped limits');
  const [small] = (await accountsOf(repositories, '9001')).accounts;
  expect(segmentFor(reading.limits, negotiableAccount([small], today))).toBeNull();
  const [corporate] = (await accountsOf(repositories, '9102')).accounts;
  expect(reading.limits.excludedProducts).toContain(corporate.product);
});

it('has a signed arrangement with exactly one missed instalment, on whatever day it is seeded', async () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));
  await fc.assert(
    fc.asyncProperty(day, async (seedDay) => {
      const { repositories } = await seeded(seedDay);
      const { customer, accounts } = await accountsOf(repositories, '4401');
      const [record, ...others] = await repositories.arrangements.ofCustomer(customer.customerId);
      expect(others).toEqual([]);
      if (!record) throw new Error('no arrangement');
      const state = arrangementState(record, seedDay);
      expect(state.missed.map((row) => row.number)).toEqual([2]);
      expect(state.mayEnd).toBe(false);
      expect(state.next?.number).toBe(3);
      expect(record.schedule[0]?.status).toBe('paid');
      expect(record.schedule.reduce((sum, row) => sum + row.paymentFen, 0)).toBe(record.offer.totalFen);
      expect(accounts[0].principalFen).toBe(
        (record.balances[0]?.principalFen ?? 0) - (record.schedule[0]?.paymentFen ?? 0),
      );
    }),
    { numRuns: 60 },
  );
});

it('changes nothing when it was seeded before, even when a persona has moved on since', async () => {
  const { store, repositories } = await seeded();
  const [account] = (await accountsOf(repositories, '6688')).accounts;
  await repositories.accounts.put({ ...account, feesFen: 7 }, 1);
  expect(await seedDemo(store, addDays(today, 30))).toBe('alreadySeeded');
  expect((await repositories.accounts.get(account.accountId))?.feesFen).toBe(7);
});

it("never adds invented people to a bank's own book", async () => {
  const store = new MemoryStore();
  const [persona] = personas;
  await store.put('customers', 'real', { customerId: 'real' }, null);
  expect(await seedDemo(store, today)).toBe('notEmpty');
  expect((await store.list('accounts')).items).toEqual([]);
  expect(await store.get('customers', persona?.customer.customerId ?? '')).toBeUndefined();
});
