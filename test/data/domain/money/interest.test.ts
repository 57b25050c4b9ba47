// Overdue interest as the contract and the central bank's notice have it.
import fc from 'fast-check';
import { overdueInterest } from '../../../../data/domain/money/interest';

test('20,000.00 at 0.05 % a day for 30 days is 300.00', () => {
  expect(overdueInterest({ principalFen: 2_000_000, dailyRate: 0.0005, days: 30 })).toBe(30_000);
});

test('half a fen rounds up, and rounding comes once at the end', () => {
  expect(overdueInterest({ principalFen: 1_000, dailyRate: 0.0005, days: 1 })).toBe(1);
  expect(overdueInterest({ principalFen: 999, dailyRate: 0.0005, days: 1 })).toBe(0);
  expect(overdueInterest({ principalFen: 1_000, dailyRate: 0.0005, days: 3 })).toBe(2);
});

test('no days and no principal cost nothing; days before the start are refused', () => {
  expect(overdueInterest({ principalFen: 2_000_000, dailyRate: 0.0005, days: 0 })).toBe(0);
  expect(overdueInterest({ principalFen: 0, dailyRate: 0.0005, days: 400 })).toBe(0);
  expect(() => overdueInterest({ principalFen: 1, dailyRate: 0.0005, days: -1 })).toThrow(RangeError);
  expect(() => overdueInterest({ principalFen: 1, dailyRate: 0.0005, days: 1.5 })).toThrow(RangeError);
});

test('interest is simple: it never grows faster than the days', () => {
  const input = [
    fc.integer({ min: 0, max: 1e9 }),
    fc.integer({ min: 0, max: 2_000 }),
    fc.integer({ min: 0, max: 2_000 }),
  ] as const;
  fc.assert(
    fc.property(...input, (principalFen, first, second) => {
      const of = (days: number) => overdueInterest({ principalFen, dailyRate: 0.0005, days });
      expect(Math.abs(of(first + second) - of(first) - of(second))).toBeLessThanOrEqual(1);
    }),
  );
});
