// The simulator's own arithmetic: right on figures worked out by hand, of one mind with the engine, and quick to notice a change.
import fc from 'fast-check';
import type { Offer } from '../../../../../data/domain/offer/offer';
import {
  dayCount,
  dueDate,
  firstIsRight,
  monthlyReturn,
  payments,
} from '../../../../../data/domain/simulation/result/ownSchedule';
import { violations } from '../../../../../data/domain/simulation/result/violations';
import { planOf } from '../../builders';
import { customerOf, pricedOffer } from '../cases';
import { shippedSetting, today } from '../shipped';

const { limits } = shippedSetting();
const terms = { financedFen: 1_200_000, interestFreeFen: 0, instalmentCount: 12, monthlyRate: 0.006, deferMonths: 0 };
const sums = (all: ReturnType<typeof payments>) => all.map(({ bearingFen, freeFen }) => bearingFen + freeFen);

test.each([
  ['annuity', 103_943, 0.072, 0.0744],
  ['equalPrincipal', 107_200, 0.072, 0.0744],
  ['flatFee', 107_200, 0.1303, 0.1384],
] as const)('12,000 yuan over 12 months at 0.6 % a month, %s', (method, instalmentFen, nominal, effective) => {
  const offer = { ...terms, method, instalmentFen };
  expect(firstIsRight(offer)).toBe(true);
  expect(firstIsRight({ ...offer, instalmentFen: instalmentFen + 3 })).toBe(false);
  const rate = monthlyReturn(terms.financedFen, sums(payments(offer)), 1);
  expect(rate * 12).toBeCloseTo(nominal, 4);
  expect((1 + rate) ** 12 - 1).toBeCloseTo(effective, 4);
});

test('three months without a payment bring the rate of 5,000 yuan over 6 months below 2.4 % a year', () => {
  const offer = { ...terms, financedFen: 500_000, instalmentCount: 6, monthlyRate: 0.003, method: 'annuity' } as const;
  const all = sums(payments({ ...offer, instalmentFen: 84_211 }));
  expect(monthlyReturn(500_000, all, 1) * 12).toBeCloseTo(0.036, 4);
  expect(monthlyReturn(500_000, all, 4) * 12).toBeLessThan(0.024);
});

test('days and due days are counted as a calendar counts them', () => {
  expect(dayCount('2026-12-15') - dayCount('2026-11-23')).toBe(22);
  expect(dayCount('2028-03-01') - dayCount('2028-02-28')).toBe(2);
  expect(dayCount('2101-01-01') - dayCount('2100-01-01')).toBe(365);
  expect(dueDate('2026-12-31', 2, 31)).toBe('2027-02-28');
  expect(dueDate('2027-12-31', 2, 'last')).toBe('2028-02-29');
});

const drawnOffer = fc
  .record({
    index: fc.nat(500),
    count: fc.constantFrom(3, 6, 12, 24, 36, 60),
    method: fc.constantFrom('annuity' as const, 'equalPrincipal' as const, 'flatFee' as const),
    monthlyRate: fc.integer({ min: 0, max: 120_000 }).map((millionths) => millionths / 10_000_000),
    start: fc.double({ min: 0, max: 0.7, noNaN: true }),
  })
  .map(({ index, count, method, monthlyRate, start }) => {
    const customer = customerOf(shippedSetting(), 'truthful', index);
    const downPaymentFen = Math.round(customer.account.balanceFen * start);
    const offer = pricedOffer(limits, customer, planOf(count, { downPaymentFen, method, monthlyRate }));
    return { offer, facts: { account: customer.account, limits, today } };
  });

/** Limits of the shipped policy that a drawn plan may well break; its arithmetic may not. */
const ofPolicy = new Set([
  'method',
  'monthlyRate',
  'instalmentCount',
  'relief',
  'floorWithDeferral',
  'aboveDocuments',
  'legalCost',
  'instalmentFenMin',
]);

test('what the engine prices, the simulator comes to by itself, to the fen and to the day', () => {
  fc.assert(
    fc.property(drawnOffer, ({ offer, facts }) => {
      expect(violations(offer, facts).filter((name) => !ofPolicy.has(name))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const customer = customerOf(shippedSetting(), 'truthful', 1);
const listRate =
  limits.segments.find((one) => customer.account.daysPastDue <= one.daysPastDueMax)?.monthlyRateList ?? 0;
const fair = pricedOffer(limits, customer, planOf(24, { monthlyRate: listRate }));

test.each<[string, Partial<Offer>, string]>([
  ['a last instalment that is a fen less', { lastInstalmentFen: fair.lastInstalmentFen - 1 }, 'lastInstalment'],
  ['a total that is a fen more', { totalFen: fair.totalFen + 1 }, 'total'],
  ['a yearly rate that flatters', { yearlyRateNominal: fair.yearlyRateNominal - 0.001 }, 'yearlyRateNominal'],
  ['an effective rate that is the nominal one', { yearlyRateEffective: fair.yearlyRateNominal }, 'yearlyRateEffective'],
  ['a first day too soon', { firstDueDate: '2026-11-25', dueDay: 25 }, 'firstDueDate'],
  ['a month given away by the choice of a day', { firstDueDate: '2027-01-15' }, 'monthGivenAway'],
  ['a last day that is not the due day', { lastDueDate: '2028-12-16' }, 'lastDueDate'],
  ['an offer that stands for a year', { validUntil: '2027-11-23' }, 'validUntil'],
])('%s is noticed', (_, change, rule) => {
  const facts = { account: { ...customer.account, documentedMonthlyCapacityFen: null }, limits, today };
  expect(violations(fair, facts)).toEqual([]);
  expect(violations({ ...fair, ...change }, facts)).toContain(rule);
});

test('a plan above documents is one too many, one above the statement only if nobody advised against it', () => {
  const account = { ...customer.account, documentedMonthlyCapacityFen: fair.instalmentFen };
  expect(violations(fair, { account, limits, today })).toEqual(['aboveDocuments']);
  const facts = {
    account: { ...account, documentedMonthlyCapacityFen: null },
    limits,
    today,
    saidFen: fair.instalmentFen,
  };
  expect(violations(fair, facts)).toEqual(['aboveStatement']);
  expect(violations({ ...fair, chosenAgainstAdvice: true }, facts)).toEqual([]);
});
