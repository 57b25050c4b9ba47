// "Why not 24 months?" is answered by the plan of that length: against what was said, what documents support, and the rules.
import { whyNotCount } from '../../../../data/domain/negotiation/whyNotCount';
import { monthly, play, shippedLimits, theAccount } from './bargaining';

const asked = (count: number, yuan: number, account = theAccount()) =>
  whyNotCount(count, play([['negotiate.terms', monthly(yuan)]], { account }).negotiation, account, shippedLimits);

test('more than was said', () => {
  expect(asked(24, 800)).toEqual({
    id: 'why.count.aboveSaid',
    values: { count: 24, instalment: 114_070, most: 80_000 },
  });
});

test('within what was said, with no room left', () => {
  expect(asked(36, 800)).toEqual({ id: 'why.count.tight', values: { count: 36, instalment: 77_331, most: 80_000 } });
});

test('above what documents support, whatever was said', () => {
  const account = theAccount({ documentedMonthlyCapacityFen: 60_000 });
  expect(asked(24, 5000, account)?.id).toBe('why.count.aboveDocuments');
});

test('possible after all', () => {
  expect(asked(60, 1500)).toEqual({ id: 'why.count.possible', values: { count: 60, instalment: 47_966 } });
});

test('a length that the rules do not have is answered with the nearest', () => {
  expect(asked(120, 800)).toMatchObject({ id: 'why.count.notInRules', values: { asked: 120, count: 60 } });
});
