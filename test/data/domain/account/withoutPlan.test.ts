// Paying every month with no arrangement: it ends where more is paid than interest adds, and the sums add up.
import fc from 'fast-check';
import { owedOn } from '../../../../data/domain/account/account';
import { withoutPlan } from '../../../../data/domain/account/withoutPlan';
import { anAccount } from '../builders';

const today = '2026-11-23';
const owed = (account: ReturnType<typeof anAccount>) => owedOn(account, today).totalFen;

test('all that is paid is what was owed and the interest that was added', () => {
  fc.assert(
    fc.property(fc.integer({ min: 50_000, max: 500_000 }), (monthlyFen) => {
      const account = anAccount();
      const { months, totalFen, interestFen } = withoutPlan([account], monthlyFen, today);
      if (months === null) return;
      expect(totalFen).toBe(owed(account) + interestFen);
      expect(totalFen).toBeLessThanOrEqual(monthlyFen * months);
      expect(totalFen).toBeGreaterThan(monthlyFen * (months - 1));
    }),
  );
});

test('paying more a month never adds interest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 50_000, max: 400_000 }), fc.integer({ min: 0, max: 100_000 }), (monthlyFen, more) => {
      const [low, high] = [monthlyFen, monthlyFen + more].map((sum) => withoutPlan([anAccount()], sum, today));
      expect(high?.interestFen).toBeLessThanOrEqual(low?.interestFen ?? 0);
    }),
  );
});

test('a yuan a month never ends', () => {
  expect(withoutPlan([anAccount()], 100, today).months).toBeNull();
});
