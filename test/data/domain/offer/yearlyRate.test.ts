// The yearly rate that stands beside every offer.
import fc from 'fast-check';
import { type InstalmentMethod, instalmentSchedule } from '../../../../data/domain/offer/instalmentSchedule';
import { yearlyRate } from '../../../../data/domain/offer/yearlyRate';

const payments = (financedFen: number, instalmentCount: number, monthlyRate: number, method: InstalmentMethod) =>
  instalmentSchedule({
    financedFen,
    interestFreeFen: 0,
    instalmentCount,
    monthlyRate,
    method,
    firstDueDate: '2026-12-16',
    dueDay: 16,
  }).map((row) => row.paymentFen);

test.each([
  ['annuity', 0.072, 0.0744],
  ['equalPrincipal', 0.072, 0.0744],
  ['flatFee', 0.1303, 0.1384],
] as const)('12,000 yuan over 12 months at 0.6 %% by %s', (method, nominal, effective) => {
  const rate = yearlyRate({ financedFen: 1_200_000, paymentsFen: payments(1_200_000, 12, 0.006, method) });
  expect(rate.nominal.toFixed(4)).toBe(nominal.toFixed(4));
  expect(rate.effective.toFixed(4)).toBe(effective.toFixed(4));
});

test('the case the project began with is 3.6 % a year on what bears interest, and 3.4 % with its fees spread beside it', () => {
  const paymentsFen = payments(2_493_120, 48, 0.003, 'annuity');
  expect(yearlyRate({ financedFen: 2_493_120, paymentsFen }).nominal).toBeCloseTo(0.036, 5);
  const withFeesFen = paymentsFen.map((fen) => fen + 3_125);
  // By bisection of the discounted payments, outside this code base.
  expect(yearlyRate({ financedFen: 2_643_120, paymentsFen: withFeesFen }).nominal).toBeCloseTo(0.034001, 6);
});

test('paying back exactly what was financed costs 0, and less than that is below 0', () => {
  expect(yearlyRate({ financedFen: 120_000, paymentsFen: Array(12).fill(10_000) }).nominal).toBe(0);
  expect(yearlyRate({ financedFen: 120_000, paymentsFen: Array(12).fill(9_000) }).nominal).toBeLessThan(0);
  expect(yearlyRate({ financedFen: 120_000, paymentsFen: [0, 0] }).effective).toBe(-1);
});

test('months before the first payment make the same payments cheaper', () => {
  const paymentsFen = payments(1_200_000, 12, 0.006, 'annuity');
  const at = (deferMonths: number) => yearlyRate({ financedFen: 1_200_000, paymentsFen, deferMonths }).nominal;
  expect(at(3)).toBeLessThan(at(1));
  expect(at(1)).toBeLessThan(at(0));
});

test('a single payment twice as high a month later is 100 % a month', () => {
  const rate = yearlyRate({ financedFen: 100, paymentsFen: [200] });
  expect(rate.monthly).toBeCloseTo(1, 12);
  expect(rate.nominal).toBeCloseTo(12, 11);
  expect(rate.effective).toBeCloseTo(4095, 6);
});

test('half of it a month later, and half of that again after two months, are losses', () => {
  expect(yearlyRate({ financedFen: 100, paymentsFen: [50] }).monthly).toBeCloseTo(-0.5, 12);
  expect(yearlyRate({ financedFen: 100, paymentsFen: [0, 25] }).monthly).toBeCloseTo(-0.5, 12);
  expect(yearlyRate({ financedFen: 100, paymentsFen: [25], deferMonths: 1 }).monthly).toBeCloseTo(-0.5, 12);
});

test('where nothing comes back all is lost, and where nothing was financed nothing is', () => {
  expect(yearlyRate({ financedFen: 100, paymentsFen: [0, 0] })).toEqual({ monthly: -1, nominal: -12, effective: -1 });
  expect(yearlyRate({ financedFen: 0, paymentsFen: [0] })).toEqual({ monthly: 0, nominal: 0, effective: 0 });
});

test('figures that make no sense are refused', () => {
  expect(() => yearlyRate({ financedFen: 0, paymentsFen: [100] })).toThrow(/nothing financed/);
  expect(() => yearlyRate({ financedFen: 100, paymentsFen: [200, -50] })).toThrow(/negative/);
  expect(() => yearlyRate({ financedFen: -100, paymentsFen: [200] })).toThrow(/negative/);
});

const terms = [
  fc.integer({ min: 1_000_000, max: 100_000_000 }),
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 0, max: 200 }).map((bp) => bp / 10_000),
] as const;

test('the yearly rate of an annuity or of equal principal without fees is twelve times its monthly rate', () => {
  fc.assert(
    fc.property(...terms, fc.constantFrom('annuity', 'equalPrincipal'), (financedFen, count, monthlyRate, method) => {
      const rate = yearlyRate({ financedFen, paymentsFen: payments(financedFen, count, monthlyRate, method) });
      // Half a fen of rounding a month is all that can part them: 1e-6 at 120,000 yuan.
      expect(Math.abs(rate.nominal - 12 * monthlyRate)).toBeLessThanOrEqual(12 / financedFen + 1e-9);
    }),
  );
});

test('at the rate found, the payments are worth what they pay off', () => {
  const flows = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000_000 }),
      flows,
      fc.integer({ min: 0, max: 12 }),
      (financedFen, paymentsFen, deferMonths) => {
        fc.pre(paymentsFen.some((payment) => payment > 0));
        const { monthly } = yearlyRate({ financedFen, paymentsFen, deferMonths });
        const worth = paymentsFen.reduce(
          (sum, payment, index) => sum + payment * (1 + monthly) ** -(index + 1 + deferMonths),
          0,
        );
        expect(Math.abs(worth - financedFen) / financedFen).toBeLessThan(1e-6);
      },
    ),
  );
});
