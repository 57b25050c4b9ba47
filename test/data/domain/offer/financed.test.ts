// What a plan finances, and which part of it bears interest: waivers, first payments and two cards thought through.
import fc from 'fast-check';
import { negotiableAccount } from '../../../../data/domain/account/account';
import { financed, type InterestBearing } from '../../../../data/domain/offer/financed';
import { instalmentParts } from '../../../../data/domain/offer/instalmentAmounts';
import { anAccount } from '../builders';

const owing = { principalFen: 2_000_000, interestFen: 493_120, feesFen: 150_000, daysPastDue: 457 };
const nothing = { downPaymentFen: 0, feeWaiverFen: 0, interestWaiverFen: 0 };
const usual: readonly InterestBearing[] = ['principal', 'interest'];

test('without a first payment all is financed, and the fees bear no interest', () => {
  expect(financed(owing, nothing, usual)).toEqual({
    principalFen: 2_000_000,
    interestFen: 493_120,
    feesFen: 150_000,
    totalFen: 2_643_120,
    interestFreeFen: 150_000,
  });
});

test.each([
  ['on day 90 clears interest and fees before the principal', 90, [1_843_120, 0, 0], 0],
  ['on day 91 lowers the principal, and the fees stay in the plan', 91, [1_200_000, 493_120, 150_000], 150_000],
])('a first payment of 8,000.00 %s', (_, daysPastDue, [principalFen, interestFen, feesFen], interestFreeFen) => {
  const late = { ...owing, daysPastDue };
  expect(financed(late, { ...nothing, downPaymentFen: 800_000 }, usual)).toEqual({
    principalFen,
    interestFen,
    feesFen,
    totalFen: 1_843_120,
    interestFreeFen,
  });
});

test('what is given up is off its own part before the first payment is applied', () => {
  const left = financed(
    { ...owing, daysPastDue: 30 },
    { downPaymentFen: 500_000, feeWaiverFen: 100_000, interestWaiverFen: 93_120 },
    usual,
  );
  // 5,000.00 clears 4,000.00 of interest, 500.00 of fees, and 500.00 of the principal.
  expect(left).toMatchObject({ principalFen: 1_950_000, interestFen: 0, feesFen: 0, totalFen: 1_950_000 });
});

test('a bank that charges on the principal alone spreads the interest beside the fees', () => {
  expect(financed(owing, nothing, ['principal']).interestFreeFen).toBe(643_120);
  expect(financed(owing, nothing, []).interestFreeFen).toBe(2_643_120);
});

test('two cards in one plan: the older delinquency decides what the first payment lowers', () => {
  const joint = negotiableAccount(
    [anAccount(), anAccount({ accountId: 'ACC-2', cardTail: '5501', pastDueSince: '2026-11-01' })],
    '2026-11-23',
  );
  expect(financed(joint, { ...nothing, downPaymentFen: 800_000 }, usual)).toMatchObject({
    principalFen: 3_200_000,
    interestFen: 986_240,
    feesFen: 300_000,
    interestFreeFen: 300_000,
  });
});

describe('laws', () => {
  const fen = (max: number) => fc.integer({ min: 0, max });
  const anyOwing = fc.record({
    principalFen: fen(20_000_000),
    interestFen: fen(5_000_000),
    feesFen: fen(2_000_000),
    daysPastDue: fc.constantFrom(1, 90, 91, 457),
  });
  const anyReductions = fc.record({
    downPaymentFen: fen(25_000_000),
    feeWaiverFen: fen(2_000_000),
    interestWaiverFen: fen(2_000_000),
  });
  const anyBearing = fc.subarray<InterestBearing>(['principal', 'interest']);

  test('nothing is negative, the parts add up, and no fee ever bears interest', () => {
    fc.assert(
      fc.property(anyOwing, anyReductions, anyBearing, (owed, reductions, bearing) => {
        const left = financed(owed, reductions, bearing);
        expect(Math.min(...Object.values(left))).toBeGreaterThanOrEqual(0);
        expect(left.principalFen + left.interestFen + left.feesFen).toBe(left.totalFen);
        expect(left.interestFreeFen).toBeGreaterThanOrEqual(left.feesFen);
        expect(left.interestFreeFen).toBeLessThanOrEqual(left.totalFen);
      }),
    );
  });

  test('a larger first payment leaves no part larger', () => {
    fc.assert(
      fc.property(anyOwing, anyReductions, fen(5_000_000), (owed, reductions, moreFen) => {
        const less = financed(owed, reductions, usual);
        const more = financed(owed, { ...reductions, downPaymentFen: reductions.downPaymentFen + moreFen }, usual);
        expect(more.interestFreeFen).toBeLessThanOrEqual(less.interestFreeFen);
        expect(more.totalFen - more.interestFreeFen).toBeLessThanOrEqual(less.totalFen - less.interestFreeFen);
      }),
    );
  });

  test('fees in the place of principal, with the sum as it was, never cost more interest', () => {
    fc.assert(
      fc.property(anyOwing, anyReductions, fc.double({ min: 0, max: 1, noNaN: true }), (owed, reductions, share) => {
        const feesFen = owed.feesFen + Math.floor(owed.principalFen * share);
        const principalFen = owed.principalFen - (feesFen - owed.feesFen);
        const interest = (one: typeof owed) => {
          const { totalFen, interestFreeFen } = financed(one, reductions, usual);
          const terms = { financedFen: totalFen, interestFreeFen, instalmentCount: 24, monthlyRate: 0.005 } as const;
          return instalmentParts({ ...terms, method: 'annuity' }).reduce((sum, part) => sum + part.interestFen, 0);
        };
        // A fen a month for rounding: a level payment that is rounded down leaves a little more to bear interest.
        expect(interest({ ...owed, feesFen, principalFen })).toBeLessThanOrEqual(interest(owed) + 24);
      }),
      { numRuns: 300 },
    );
  });
});
