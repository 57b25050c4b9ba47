// What a part payment lowers.
import fc from 'fast-check';
import { allocatePayment } from '../../../../data/domain/money/paymentAllocation';

const owed = { principalFen: 2_000_000, interestFen: 70_000, feesFen: 15_000 };

test('1,000.00 on day 60 pays interest 700.00 and fees 150.00, and lowers the principal by 150.00', () => {
  expect(allocatePayment(owed, 100_000, 60).paid).toEqual({
    principalFen: 15_000,
    interestFen: 70_000,
    feesFen: 15_000,
  });
});

test('1,000.00 on day 91 lowers the principal by 1,000.00; on day 90 it does not', () => {
  expect(allocatePayment(owed, 100_000, 91).left).toEqual({ ...owed, principalFen: 1_900_000 });
  expect(allocatePayment(owed, 100_000, 90).left).toEqual({ principalFen: 1_985_000, interestFen: 0, feesFen: 0 });
});

test('interest goes before fees when both cannot be paid', () => {
  expect(allocatePayment(owed, 80_000, 10).left).toEqual({ principalFen: 2_000_000, interestFen: 0, feesFen: 5_000 });
});

test('what is paid beyond everything owed is the customer’s', () => {
  expect(allocatePayment(owed, 3_000_000, 120)).toMatchObject({
    left: { principalFen: 0, interestFen: 0, feesFen: 0 },
    excessFen: 915_000,
  });
});

test('no fen is lost or made, and no part goes below nothing', () => {
  const part = fc.integer({ min: 0, max: 100_000_000 });
  fc.assert(
    fc.property(
      fc.record({ principalFen: part, interestFen: part, feesFen: part }),
      part,
      fc.integer({ min: 0, max: 2_000 }),
      (balances, paymentFen, daysPastDue) => {
        const { paid, left, excessFen } = allocatePayment(balances, paymentFen, daysPastDue);
        expect(paid.principalFen + paid.interestFen + paid.feesFen + excessFen).toBe(paymentFen);
        for (const key of ['principalFen', 'interestFen', 'feesFen'] as const) {
          expect(paid[key] + left[key]).toBe(balances[key]);
          expect(Math.min(paid[key], left[key])).toBeGreaterThanOrEqual(0);
        }
        if (excessFen > 0) expect(left).toEqual({ principalFen: 0, interestFen: 0, feesFen: 0 });
      },
    ),
  );
});
