// Which segment of the policy an account falls into, and a segment that no account could ever reach.
import { readPolicyLimits, reliefRulesOf, type Segment, segmentFor } from '../../../../data/domain/limits/policyLimits';
import { shippedLimits, theAccount } from '../negotiation/bargaining';

const [, late] = shippedLimits.segments;
if (late === undefined) throw new Error('two segments ship');

const problems = (limits: unknown) => {
  const reading = readPolicyLimits(limits);
  return reading.kind === 'ok' ? [] : reading.problems;
};
const fieldsOf = (limits: unknown): string[] => problems(limits).map(({ field }) => field);

describe('a segment that an earlier one takes every account of', () => {
  const outer: Segment = { ...late, daysPastDueMin: 100, daysPastDueMax: 200, products: ['gold', 'standard'] };
  const wide = { balanceFenMin: 1_000_000, balanceFenMax: 2_000_000 };
  const reached = (changes: Partial<Segment>, before: Partial<Segment> = {}) =>
    !fieldsOf({
      ...shippedLimits,
      segments: [
        { ...outer, ...wide, ...before },
        { ...outer, ...wide, segmentId: 'inner', ...changes },
      ],
    }).includes('segments.1.segmentId');

  test('is refused with a reason, also when it is as wide or narrower', () => {
    expect(reached({})).toBe(false);
    expect(reached({ daysPastDueMin: 101, daysPastDueMax: 199, products: ['gold'] })).toBe(false);
    expect(reached({ balanceFenMin: 1_000_001, balanceFenMax: 1_999_999 })).toBe(false);
    expect(reached({ products: [] }, { products: [] })).toBe(false);
    expect(reached({}, { products: [] })).toBe(false);
    const twice = problems({ ...shippedLimits, segments: [late, late] });
    expect(twice).toEqual([{ field: 'segments.1.segmentId', reason: expect.not.stringMatching(/^(Invalid input)?$/) }]);
  });
  test.each<readonly [string, Partial<Segment>]>([
    ['a day earlier', { daysPastDueMin: 99 }],
    ['a day later', { daysPastDueMax: 201 }],
    ['a fen smaller', { balanceFenMin: 999_999 }],
    ['a fen larger', { balanceFenMax: 2_000_001 }],
    ['one more product', { products: ['gold', 'business'] }],
    ['every product', { products: [] }],
  ])('is reached by %s', (_, changes) => expect(reached(changes)).toBe(true));
});

describe('the segment of an account', () => {
  const only: Segment = {
    ...late,
    daysPastDueMin: 100,
    daysPastDueMax: 200,
    balanceFenMin: 1_000_000,
    balanceFenMax: 2_000_000,
    products: ['gold'],
  };
  const fits = (changes: object, segment: Partial<Segment> = {}) =>
    segmentFor(
      { ...shippedLimits, segments: [{ ...only, ...segment }] },
      theAccount({ daysPastDue: 150, balanceFen: 1_500_000, product: 'gold', ...changes }),
    ) !== null;

  test('takes its edges in, and nothing beyond them', () => {
    expect(fits({})).toBe(true);
    expect([fits({ daysPastDue: 100 }), fits({ daysPastDue: 99 })]).toEqual([true, false]);
    expect([fits({ daysPastDue: 200 }), fits({ daysPastDue: 201 })]).toEqual([true, false]);
    expect([fits({ balanceFen: 1_000_000 }), fits({ balanceFen: 999_999 })]).toEqual([true, false]);
    expect([fits({ balanceFen: 2_000_000 }), fits({ balanceFen: 2_000_001 })]).toEqual([true, false]);
  });
  test('is for its products, or for all where it names none', () => {
    expect(fits({ product: 'standard' })).toBe(false);
    expect(fits({ product: 'standard' }, { products: [] })).toBe(true);
    expect(fits({ product: 'standard' }, { products: ['gold', 'standard'] })).toBe(true);
  });
  test('gives the relief of the rules that it names', () => {
    const idsOf = (reliefRuleIds: string[]) =>
      reliefRulesOf(shippedLimits, { ...late, reliefRuleIds }).map((rule) => rule.reliefRuleId);
    expect(idsOf(['largeFirstPayment'])).toEqual(['largeFirstPayment']);
    expect(idsOf([])).toEqual([]);
  });
});
