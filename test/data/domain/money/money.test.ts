// Whole fen, rounded half up, and written the way a customer reads them.
import Big from 'big.js';
import fc from 'fast-check';
import { fenToYuan, fenToYuanText, roundHalfUpToFen, shareOf, yuanToFen } from '../../../../data/domain/money/money';

test('an amount is written with two decimals and thousands', () => {
  expect([2_643_120, 5, 0, -1_234_567, 10_000_000_000].map(fenToYuanText)).toEqual([
    '26,431.20',
    '0.05',
    '0.00',
    '-12,345.67',
    '100,000,000.00',
  ]);
});

test('half a fen rounds up', () => {
  expect(['0.5', '1.4999', '1.5', '2.5', '-0.5', '-0.6'].map((text) => roundHalfUpToFen(new Big(text)))).toEqual([
    1, 1, 2, 3, 0, -1,
  ]);
  expect(yuanToFen(1.005)).toBe(101);
});

test('an amount read back from its text is the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
      expect(yuanToFen(Number(fenToYuanText(fen).replaceAll(',', '')))).toBe(fen);
      expect(yuanToFen(fenToYuan(fen))).toBe(fen);
    }),
  );
});

test('a share of an amount is never more than half a fen from the exact share', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e10 }), fc.integer({ min: 0, max: 10_000 }), (fen, basisPoints) => {
      const exact = new Big(fen).times(basisPoints).div(10_000);
      const difference = new Big(shareOf(fen, basisPoints / 10_000)).minus(exact);
      expect(difference.gt('-0.5') && difference.lte('0.5')).toBe(true);
    }),
  );
});
