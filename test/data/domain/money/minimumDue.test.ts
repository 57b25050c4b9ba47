// The minimum due, the charge for missing it, and what paying only the minimum leads to.
import fc from 'fast-check';
import { commonContractTerms, contractTermsSchema } from '../../../../data/domain/money/contractTerms';
import { lateCharge } from '../../../../data/domain/money/lateCharge';
import { minimumDue } from '../../../../data/domain/money/minimumDue';
import { minimumOnly, minimumOnlyTable } from '../../../../data/domain/money/minimumOnly';
import shipped from '../../../../data/policy/contractTerms.json';
import { anAccount } from '../builders';

const anyBalances = fc.record({
  principalFen: fc.integer({ min: 0, max: 100_000_000 }),
  interestFen: fc.integer({ min: 0, max: 10_000_000 }),
  feesFen: fc.integer({ min: 0, max: 1_000_000 }),
});

describe('late charge', () => {
  test('a minimum of 1,000.00 with 400.00 paid costs 30.00', () => {
    expect(lateCharge({ minimumDueFen: 100_000, paidFen: 40_000 })).toBe(3_000);
  });

  test('nothing when it is paid, or short by no more than grace allows', () => {
    expect(lateCharge({ minimumDueFen: 100_000, paidFen: 100_000 })).toBe(0);
    expect(lateCharge({ minimumDueFen: 100_000, paidFen: 120_000 })).toBe(0);
    expect(lateCharge({ minimumDueFen: 100_000, paidFen: 99_000 })).toBe(0);
  });
});

describe('minimum due', () => {
  test('is a tenth of the principal, and interest, fees and earlier unpaid minimums in full', () => {
    expect(minimumDue({ principalFen: 2_000_000, interestFen: 30_000, feesFen: 5_000 })).toBe(235_000);
    expect(
      minimumDue({ principalFen: 2_000_000, interestFen: 30_000, feesFen: 5_000, earlierUnpaidFen: 100_000 }),
    ).toBe(335_000);
  });

  test('is never more than what is owed and never less than the floor while that much is owed', () => {
    expect(minimumDue({ principalFen: 50_000, interestFen: 0, feesFen: 0 })).toBe(10_000);
    expect(minimumDue({ principalFen: 4_000, interestFen: 100, feesFen: 0 })).toBe(4_100);
    fc.assert(
      fc.property(anyBalances, fc.integer({ min: 0, max: 1e8 }), (owed, earlierUnpaidFen) => {
        const total = owed.principalFen + owed.interestFen + owed.feesFen;
        const due = minimumDue({ ...owed, earlierUnpaidFen });
        expect(due).toBeLessThanOrEqual(total);
        expect(due).toBeGreaterThanOrEqual(Math.min(total, commonContractTerms.minimumDueFloorFen));
      }),
    );
  });
});

describe('paying only the minimum', () => {
  const owed = { principalFen: 2_000_000, interestFen: 0, feesFen: 0 };

  test('on 20,000 the first months run as the contract says', () => {
    const { rows } = minimumOnlyTable({ owed, dailyRate: 0.0005, daysPastDue: 0 });
    expect(rows[0]).toEqual({ month: 1, paymentFen: 230_000, interestFen: 30_000, remainingFen: 1_800_000 });
    expect(rows[1]).toEqual({ month: 2, paymentFen: 207_000, interestFen: 27_000, remainingFen: 1_620_000 });
  });

  test('ends with nothing owed, and every fen paid is balance or interest', () => {
    fc.assert(
      fc.property(anyBalances, fc.integer({ min: 0, max: 600 }), (any, daysPastDue) => {
        const result = minimumOnlyTable({ owed: any, dailyRate: 0.0005, daysPastDue });
        const left = result.rows.at(-1)?.remainingFen ?? any.principalFen + any.interestFen + any.feesFen;
        expect(result.totalPaidFen + left).toBe(
          any.principalFen + any.interestFen + any.feesFen + result.totalInterestFen,
        );
        expect(result.paidOffAfterMonths).toBe(result.rows.length);
        expect(result.rows.length).toBeLessThan(120);
      }),
    );
  });

  test('a first minimum below the interest still counts, and later months follow the contract', () => {
    const result = minimumOnlyTable({ owed, dailyRate: 0.0005, daysPastDue: 457, firstMinimumFen: 10_000 });
    // Past day 90 the 100.00 lowers the principal; the 300.00 of interest waits.
    expect(result.rows[0]?.paymentFen).toBe(10_000);
    expect(result.rows[0]?.remainingFen).toBe(2_020_000);
    expect(result.rows[1]?.paymentFen).toBe(199_000 + 30_000 + 29_850);
  });

  test('says so when the contract asks less than the principal ever falls', () => {
    const terms = { ...commonContractTerms, minimumPrincipalShare: 0.0001, minimumDueFloorFen: 0 };
    expect(minimumOnlyTable({ owed, dailyRate: 0.0005, daysPastDue: 0 }, terms)).toMatchObject({
      paidOffAfterMonths: null,
    });
  });

  test('on the account that the project began with, it begins with the minimum of the bank’s book', () => {
    const table = minimumOnly(anAccount({ minimumDueFen: 843_120 }), '2026-11-23');
    // Day 457: the payment goes to the principal first, so 4,931.20 + 300.00 of interest and all fees are still there.
    expect(table.rows[0]).toEqual({ month: 1, paymentFen: 843_120, interestFen: 30_000, remainingFen: 1_830_000 });
    expect(table.paidOffAfterMonths).toBe(table.rows.length);
  });

  test('nothing owed is an empty table', () => {
    const none = { principalFen: 0, interestFen: 0, feesFen: 0 };
    expect(minimumOnlyTable({ owed: none, dailyRate: 0.0005, daysPastDue: 0 })).toMatchObject({
      rows: [],
      paidOffAfterMonths: 0,
      totalPaidFen: 0,
    });
  });
});

test('the shipped contract terms pass their schema and are the common ones, each with its source', () => {
  const { sources, ...terms } = contractTermsSchema.parse(shipped);
  expect(terms).toEqual(commonContractTerms);
  expect(Object.keys(sources).sort()).toEqual(Object.keys(terms).sort());
});
