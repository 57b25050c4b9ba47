// What a plan is worth, held to figures worked out by hand.
import fc from 'fast-check';
import { instalmentAmounts } from '../../../../data/domain/offer/instalmentAmounts';
import {
  breaksAt,
  firstPayment,
  hazard,
  type PlanToValue,
  planWorth,
  worthWithoutAgreement,
} from '../../../../data/domain/simulation/planWorth';
import type { Population } from '../../../../data/domain/simulation/population/population';
import { shippedPopulations } from './shipped';

const { value } = shippedPopulations().base;
/** One chance in ten a month, whatever the instalment takes; half of the rest comes back after two months. */
const plain: Population['value'] = {
  discountPerMonth: 0.01,
  hazard: { base: 0.1, strain: 0, strainAt: 1, width: 0.1, volatilityWeight: 0.5 },
  recovery: 0.5,
  lagMonths: 2,
  withoutAgreement: [{ daysPastDueMax: 36500, recovery: 0.2 }],
};
const twoInstalments: PlanToValue = {
  downPaymentFen: 1000,
  financedFen: 20000,
  interestFreeFen: 0,
  instalmentCount: 2,
  monthlyRate: 0,
  method: 'annuity',
  deferMonths: 0,
};
const payer = { capacityFen: 50000, volatility: 0 };

test('two instalments of 100 yuan after a start of 10 are worth 192.54 with one break in ten a month', () => {
  // 1000 + 0.9·10000/1.01 + 0.1·0.5·20000/1.01³ + 0.81·10000/1.01² + 0.09·0.5·10000/1.01⁴
  const { worthFen, survival } = planWorth(twoInstalments, payer, plain);
  expect(worthFen).toBeCloseTo(19254.320392, 4);
  expect(survival).toBeCloseTo(0.81, 12);
});

test('a plan put off by a month is worth the same a month later', () => {
  const now = planWorth({ ...twoInstalments, downPaymentFen: 0 }, payer, plain).worthFen;
  const later = planWorth({ ...twoInstalments, downPaymentFen: 0, deferMonths: 1 }, payer, plain).worthFen;
  expect(later).toBeCloseTo(now / 1.01, 8);
});

test('an instalment that takes 0.84 of a capacity that swings by half stands in the middle of the strain', () => {
  expect(hazard(0.84, 0.5, value)).toBeCloseTo(0.006 + 0.25 / 2, 12);
});

test('a light instalment leaves the base hazard, an impossible one all of the strain', () => {
  expect(hazard(0.1, 0, value)).toBeCloseTo(0.006, 5);
  expect(hazard(5, 0, value)).toBeCloseTo(0.256, 6);
});

test('no agreement on 20,000 yuan, 10 days late, is worth 0.45 of it six months on', () => {
  expect(worthWithoutAgreement(2000000, 10, value)).toBeCloseTo(857984.252, 2);
  expect(worthWithoutAgreement(2000000, 31, value)).toBeLessThan(worthWithoutAgreement(2000000, 30, value));
});

test('payments are those of the schedule, by every method', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10000, max: 30000000 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(0, 0.002, 0.003, 0.0055),
      fc.constantFrom('annuity' as const, 'equalPrincipal' as const, 'flatFee' as const),
      fc.constantFrom(0, 0.06, 0.4, 1),
      (financedFen, instalmentCount, monthlyRate, method, freeShare) => {
        const interestFreeFen = Math.round(financedFen * freeShare);
        const plan = {
          ...twoInstalments,
          downPaymentFen: 0,
          financedFen,
          interestFreeFen,
          instalmentCount,
          monthlyRate,
          method,
        };
        const certain = { ...plain, discountPerMonth: 0, hazard: { ...plain.hazard, base: 0 } };
        const exact = instalmentAmounts({ financedFen, interestFreeFen, instalmentCount, monthlyRate, method });
        // Nothing breaks and nothing is discounted: the worth is the sum of the payments.
        expect(Math.abs(planWorth(plan, payer, certain).worthFen - exact.totalFen)).toBeLessThanOrEqual(1);
        if (instalmentCount > 1) expect(Math.abs(firstPayment(plan) - exact.instalmentFen)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 200 },
  );
});

test('a plan breaks no later when its instalment takes more of the capacity', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.integer({ min: 10000, max: 60000 }),
      (fate, capacityFen) => {
        const month = (fen: number) =>
          breaksAt(
            { ...twoInstalments, financedFen: 600000, instalmentCount: 24 },
            { capacityFen: fen, volatility: 0.3 },
            value,
            fate,
          ) ?? 999;
        expect(month(capacityFen)).toBeLessThanOrEqual(month(capacityFen * 1.2));
      },
    ),
  );
});

test('of many plans the share that breaks is the one that the hazard says', () => {
  const fates = Array.from({ length: 2000 }, (_, i) => (i + 0.5) / 2000);
  const kept = fates.filter((fate) => breaksAt(twoInstalments, payer, plain, fate) === null).length;
  expect(kept / fates.length).toBeCloseTo(0.81, 3);
});
