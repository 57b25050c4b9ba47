// Who may be offered a plan at all: each limit from its edge, the order in which they are looked at, and what is told.

import type { PolicyLimits } from '../../../../../data/domain/limits/policyLimits';
import { eligibility } from '../../../../../data/domain/negotiation/offers/eligibility';
import { shippedLimits, theAccount } from '../bargaining';

const owing = (balanceFen: number) => ({ balanceFen, principalFen: balanceFen, interestFen: 0, feesFen: 0 });
const outcome = (changes: object, policy: Partial<PolicyLimits> = {}): string => {
  const fit = eligibility(theAccount(changes), { ...shippedLimits, ...policy });
  return fit.kind === 'refused' ? fit.refusal : fit.segment.segmentId;
};

test('each limit is kept from its very edge', () => {
  expect([outcome(owing(0)), outcome(owing(1))]).toEqual(['nothingOwed', 'balanceTooSmall']);
  expect([outcome(owing(49_999)), outcome(owing(50_000))]).toEqual(['balanceTooSmall', 'late']);
  expect([outcome(owing(30_000_001)), outcome(owing(30_000_000))]).toEqual(['balanceTooLarge', 'late']);
  const late = (daysPastDue: number) => outcome({ daysPastDue }, { daysPastDueMin: 5 });
  expect([late(4), late(5)]).toEqual(['notOverdue', 'early']);
  const broken = (brokenArrangements: number) => outcome({ brokenArrangements });
  expect([broken(3), broken(2)]).toEqual(['tooManyBroken', 'late']);
  expect(outcome({ product: 'corporate' })).toBe('excluded');
});

test('the smaller of the policy’s and the assistant’s largest balance counts', () => {
  expect(outcome(owing(20_000_001), { balanceFenMax: 20_000_000 })).toBe('balanceTooLarge');
  expect(outcome(owing(20_000_000), { balanceFenMax: 20_000_000 })).toBe('late');
});

test('who may have a plan is told the segment that applies', () => {
  expect(eligibility(theAccount(), shippedLimits)).toMatchObject({ kind: 'eligible', segment: { segmentId: 'late' } });
});

test('an account that no segment is for is told so', () => {
  const [early] = shippedLimits.segments;
  if (early === undefined) throw new Error('segments ship');
  expect(outcome({}, { segments: [early] })).toBe('noPlanFits');
});

test('the first reason that applies is the one that is told', () => {
  const everything = { ...owing(10), daysPastDue: 0, product: 'corporate', brokenArrangements: 9 };
  expect(outcome({ ...everything, balanceFen: -1 })).toBe('nothingOwed');
  expect(outcome(everything)).toBe('notOverdue');
  expect(outcome({ ...everything, daysPastDue: 9 })).toBe('excluded');
  expect(outcome({ ...everything, daysPastDue: 9, product: 'standard' })).toBe('tooManyBroken');
});

test.each<readonly [string, object, Partial<PolicyLimits>, object, string | undefined]>([
  ['nothingOwed', owing(-500), {}, { balanceFen: -500 }, undefined],
  ['notOverdue', { daysPastDue: 0 }, {}, { daysPastDue: 0, daysPastDueMin: 1 }, 'daysPastDue'],
  ['excluded', { product: 'corporate' }, {}, { product: 'corporate' }, 'policy'],
  ['tooManyBroken', { brokenArrangements: 3 }, {}, { brokenArrangements: 3, most: 2 }, 'person'],
  ['balanceTooSmall', owing(40_000), {}, { balanceFen: 40_000, least: 50_000 }, 'payInFull'],
  ['balanceTooLarge', owing(40_000_000), {}, { balanceFen: 40_000_000, most: 30_000_000 }, 'person'],
  ['noPlanFits', {}, { segments: [] }, { daysPastDue: 457, balanceFen: 2_643_120, product: 'standard' }, 'policy'],
])('%s tells its figures and what would change it', (refusal, changes, policy, facts, wouldChangeIf) => {
  const told = { rule: `eligibility.${refusal}`, facts, ...(wouldChangeIf === undefined ? {} : { wouldChangeIf }) };
  expect(eligibility(theAccount(changes), { ...shippedLimits, ...policy })).toEqual({
    kind: 'refused',
    refusal,
    reasons: [told],
  });
});
