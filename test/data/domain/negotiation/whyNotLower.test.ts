// A customer who asks gets the true reason.
import { whyNotLower } from '../../../../data/domain/negotiation/whyNotLower';
import { monthly, play, shippedLimits, theAccount } from './bargaining';

test('why not lower: the longest plan, its rate, the ceiling, and that a document could help', () => {
  const { negotiation } = play([['negotiate.terms', monthly(800)]]);
  const lines = whyNotLower(negotiation, theAccount(), shippedLimits);
  expect(lines.map((line) => line.id)).toEqual([
    'why.lowestInstalment',
    'why.ceiling',
    'why.rate',
    'why.evidence',
    'why.policy',
  ]);
  expect(lines[0]).toEqual({ id: 'why.lowestInstalment', values: { count: 60, instalment: 47_966 } });
  expect(
    whyNotLower(negotiation, theAccount({ documentedReasons: ['illness'] }), shippedLimits).map((line) => line.id),
  ).not.toContain('why.evidence');
});
