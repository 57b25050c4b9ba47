// What is owed on a day, how late it is, and what the engine may know of it.
import fc from 'fast-check';
import {
  daysPastDueOn,
  negotiableAccount,
  negotiableAccountSchema,
  owedOn,
} from '../../../../data/domain/account/account';
import { addDays } from '../../../../data/domain/calendar/calendar';
import { eligibility } from '../../../../data/domain/negotiation/offers/eligibility';
import { anAccount } from '../builders';
import { shippedLimits } from '../negotiation/bargaining';

test('the case the project began with: 26,431.20 in all, 457 days past due', () => {
  expect(owedOn(anAccount(), '2026-11-23')).toEqual({
    principalFen: 2_000_000,
    interestFen: 493_120,
    feesFen: 150_000,
    totalFen: 2_643_120,
  });
  expect(daysPastDueOn(anAccount(), '2026-11-23')).toBe(457);
});

test('thirty days later interest is 300.00 more, and nothing grows on interest or fees', () => {
  expect(owedOn(anAccount(), '2026-12-23')).toMatchObject({
    interestFen: 523_120,
    feesFen: 150_000,
    totalFen: 2_673_120,
  });
});

test('an account that is not past due owes the same tomorrow, and a day before the balance was struck adds nothing', () => {
  expect(owedOn(anAccount({ pastDueSince: null }), '2027-11-23').totalFen).toBe(2_643_120);
  expect(daysPastDueOn(anAccount({ pastDueSince: null }), '2027-11-23')).toBe(0);
  expect(owedOn(anAccount(), '2026-11-01').totalFen).toBe(2_643_120);
  expect(daysPastDueOn(anAccount({ pastDueSince: '2026-12-01' }), '2026-11-23')).toBe(0);
});

test('two cards become one negotiation: balances add up, lateness and evidence are the greater of the two', () => {
  const second = anAccount({
    accountId: 'ACC-2',
    principalFen: 1_000_000,
    interestFen: 0,
    feesFen: 0,
    pastDueSince: '2026-11-01',
    brokenArrangements: 2,
    documentedMonthlyCapacityFen: 150_000,
    salaryCreditsFen: [600_000, 610_000],
  });
  expect(negotiableAccount([anAccount({ documentedMonthlyCapacityFen: 120_000 }), second], '2026-11-23')).toEqual({
    balanceFen: 3_643_120,
    principalFen: 3_000_000,
    interestFen: 493_120,
    feesFen: 150_000,
    daysPastDue: 457,
    product: 'standard',
    documentedMonthlyCapacityFen: 150_000,
    salaryCreditsFen: [600_000, 610_000],
    brokenArrangements: 2,
  });
});

test('two cards of different products are one plan only where policy allows both', () => {
  const limits = { ...shippedLimits, excludedProducts: ['corporate'] };
  const card = (product: string) => anAccount({ product, principalFen: 1_000_000 });
  const both = (first: string, second: string) => negotiableAccount([card(first), card(second)], '2026-11-23');
  expect(both('standard', 'corporate')).toMatchObject({ product: 'standard', otherProducts: ['corporate'] });
  expect(eligibility(both('standard', 'standard'), limits)).toMatchObject({ kind: 'eligible' });
  for (const view of [both('standard', 'corporate'), both('corporate', 'standard')])
    expect(eligibility(view, limits)).toMatchObject({ kind: 'refused', refusal: 'excluded' });
  const segments = limits.segments.map((segment) => ({ ...segment, products: ['standard'] }));
  expect(eligibility(both('standard', 'gold'), { ...limits, segments })).toMatchObject({ refusal: 'noPlanFits' });
});

test('the engine’s view always adds up, on any day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 5_000 }), (principalFen, days) => {
      const view = negotiableAccount([anAccount({ principalFen })], addDays('2026-11-23', days));
      expect(negotiableAccountSchema.safeParse(view).success).toBe(true);
    }),
  );
});
