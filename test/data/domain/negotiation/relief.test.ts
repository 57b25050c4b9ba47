// Who asks for less is told every rule that gives it, with what each needs; asking itself moves nothing.
import type { PolicyLimits } from '../../../../data/domain/limits/policyLimits';
import { monthly, offersAt, play, shippedLimits, theAccount, upFront } from './bargaining';

const figure = ['negotiate.terms', monthly(2000)] as const;
const rulesTold = (played: ReturnType<typeof play>) =>
  played.last.reasons.find(({ rule }) => rule === 'relief.rules')?.facts;
const without = (kind: string): PolicyLimits => ({
  ...shippedLimits,
  reliefRules: shippedLimits.reliefRules.filter(({ needs }) => needs.kind !== kind),
});

test('asked for less, the first payment that earns relief is told with what it takes off, and the offers stay', () => {
  const played = play([figure, 'negotiate.priceRelief']);
  // 30 % of 26,431.20 in whole hundreds, and 30 % of 1,500.00 of fees.
  expect(rulesTold(played)).toMatchObject({ firstPaymentFen: 800_000, waivedFen: 45_000 });
  expect(played.last.messageId).toBe('negotiation.relief.needsEvidence');
  expect(offersAt(played.moves, 1)).toEqual(offersAt(played.moves, 0));
});

test('the first payment that is told earns what was told', () => {
  const { negotiation } = play([['negotiate.terms', { ...monthly(2000), ...upFront(8000) }]]);
  expect(negotiation.table.every(({ feeWaiverFen }) => feeWaiverFen === 45_000)).toBe(true);
});

test('who has that relief already is not told of it again', () => {
  const played = play([['negotiate.terms', { ...monthly(2000), ...upFront(8000) }], 'negotiate.priceRelief']);
  expect(rulesTold(played)).toMatchObject({ firstPaymentFen: null, waivedFen: null });
});

test('with no fees to take off nothing is promised', () => {
  const account = theAccount({ feesFen: 0, principalFen: 2_150_000 });
  expect(rulesTold(play([figure, 'negotiate.priceRelief'], { account }))).toMatchObject({ firstPaymentFen: null });
});

test.each([
  ['evidence', 'negotiation.relief.byFirstPayment'],
  ['downPayment', 'negotiation.relief.needsEvidence'],
])('a policy without rules for %s says what is left', (kind, messageId) => {
  expect(play([figure, 'negotiate.priceRelief'], { limits: without(kind) }).last.messageId).toBe(messageId);
});

test('with no rule at all that is said', () => {
  const limits = { ...shippedLimits, reliefRules: [] };
  expect(play([figure, 'negotiate.priceRelief'], { limits }).last.messageId).toBe('negotiation.relief.notInPolicy');
});

test('asked for less twice before any figure, the figure is asked for once and plans follow', () => {
  const { moves } = play(['negotiate.priceRelief', 'negotiate.priceRelief']);
  expect(moves.map(({ kind }) => kind)).toEqual(['ask', 'offer']);
});
