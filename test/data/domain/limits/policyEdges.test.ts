// Where each limit of a policy file begins to contradict another: the edge itself is allowed, one step beyond is not.

import {
  type PolicyLimits,
  type ReliefRule,
  readPolicyLimits,
  type Segment,
} from '../../../../data/domain/limits/policyLimits';
import { effectiveYearlyCost } from '../../../../data/domain/limits/policyProblems';
import { shippedLimits } from '../negotiation/bargaining';

const [early, late] = shippedLimits.segments;
const [hardship, start] = shippedLimits.reliefRules;
if (early === undefined || late === undefined || hardship === undefined || start === undefined)
  throw new Error('two segments and two rules ship');
const { assistant, supervisor } = shippedLimits.authority;

/** A reason of ours: without one the schema would only say that the input is invalid. */
const inOwnWords: unknown = expect.not.stringMatching(/^(Invalid input)?$/);
const problems = (limits: unknown) => {
  const reading = readPolicyLimits(limits);
  return reading.kind === 'ok' ? [] : reading.problems;
};
const fieldsOf = (limits: unknown): string[] => problems(limits).map(({ field }) => field);
const withSegment = (changes: Partial<Segment>): PolicyLimits => ({
  ...shippedLimits,
  segments: [{ ...late, ...changes }],
});
const withRule = (changes: Partial<ReliefRule>, policy: Partial<PolicyLimits> = {}): PolicyLimits => ({
  ...shippedLimits,
  ...policy,
  reliefRules: [{ ...hardship, ...changes }, start],
});
const withAuthority = (tier: Partial<typeof assistant>, above: Partial<typeof supervisor> = {}): PolicyLimits => ({
  ...shippedLimits,
  authority: { assistant: { ...assistant, ...tier }, supervisor: { ...supervisor, ...above } },
});

type Edge = readonly [
  name: string,
  limits: (step: number) => PolicyLimits,
  edge: number,
  beyond: number,
  field: string,
];

test.each<Edge>([
  ['days past due', (n) => withSegment({ daysPastDueMin: n }), 36_500, 36_501, 'segments.0.daysPastDueMin'],
  [
    'days past due, from and to',
    (n) => withSegment({ daysPastDueMin: 100, daysPastDueMax: n }),
    100,
    99,
    'segments.0.daysPastDueMin',
  ],
  ['balances', (n) => withSegment({ balanceFenMin: n }), 50_000_000, 50_000_001, 'segments.0.balanceFenMin'],
  ['floor and listed rate', (n) => withSegment({ monthlyRateFloor: n }), 0.003, 0.0031, 'segments.0.monthlyRateFloor'],
  [
    'least and most first payment',
    (n) => withSegment({ downPaymentShareMin: n, downPaymentShares: [0.8] }),
    0.8,
    0.81,
    'segments.0.downPaymentShareMin',
  ],
  [
    'a proposed first payment and the most',
    (n) => withSegment({ downPaymentShares: [0.2, n, 0.3] }),
    0.8,
    0.81,
    'segments.0.downPaymentShares',
  ],
  [
    'a proposed first payment and the least',
    (n) => withSegment({ downPaymentShareMin: 0.2, downPaymentShares: [0.4, n] }),
    0.2,
    0.19,
    'segments.0.downPaymentShares',
  ],
  ['the most first payment', (n) => withSegment({ downPaymentShareMax: n }), 0.99, 1, 'segments.0.downPaymentShareMax'],
  [
    'first payment and validity',
    (n) => withSegment({ firstPaymentDaysMin: n }),
    7,
    6,
    'segments.0.firstPaymentDaysMin',
  ],
  [
    'the shortest plan and authority',
    (n) => ({ ...withAuthority({ instalmentCountMax: n }), segments: [late] }),
    6,
    5,
    'segments.0.instalmentCounts',
  ],
  [
    'the listed rate and authority',
    (n) => ({ ...withAuthority({ monthlyRateMin: n }), segments: [late] }),
    0.003,
    0.0031,
    'segments.0.monthlyRateList',
  ],
  [
    'months of assistant and supervisor',
    (n) => withAuthority({}, { instalmentCountMax: n }),
    60,
    59,
    'authority.assistant.instalmentCountMax',
  ],
  [
    'balances of assistant and supervisor',
    (n) => withAuthority({}, { balanceFenMax: n }),
    30_000_000,
    29_999_999,
    'authority.assistant.balanceFenMax',
  ],
  [
    'fees of assistant and supervisor',
    (n) => withAuthority({ feeWaiverShareMax: n }, { feeWaiverShareMax: 0.9 }),
    0.9,
    0.91,
    'authority.assistant.feeWaiverShareMax',
  ],
  [
    'interest of assistant and supervisor',
    (n) => withAuthority({ interestWaiverShareMax: n }),
    0.6,
    0.61,
    'authority.assistant.interestWaiverShareMax',
  ],
  [
    'rates of assistant and supervisor',
    (n) => withAuthority({}, { monthlyRateMin: n }),
    0.002,
    0.0021,
    'authority.assistant.monthlyRateMin',
  ],
  ['the due day', (n) => ({ ...shippedLimits, dueDayMax: 20, dueDayDefault: n }), 20, 21, 'dueDayDefault'],
  ['balances of all', (n) => ({ ...shippedLimits, balanceFenMin: n }), 50_000_000, 50_000_001, 'balanceFenMin'],
  [
    'a rule’s fees and the supervisor',
    (n) => withRule({ feeWaiverShare: n }, withAuthority({ feeWaiverShareMax: 0.5 }, { feeWaiverShareMax: 0.5 })),
    0.5,
    0.51,
    'reliefRules.0.feeWaiverShare',
  ],
  [
    'a rule’s interest and the supervisor',
    (n) => withRule({ interestWaiverShare: n }),
    0.6,
    0.61,
    'reliefRules.0.interestWaiverShare',
  ],
  ['a rule’s rate and the floor', (n) => withRule({ monthlyRate: n }), 0.002, 0.0019, 'reliefRules.0.monthlyRate'],
  ['a rule’s rate and the list', (n) => withRule({ monthlyRate: n }), 0.003, 0.0031, 'reliefRules.0.monthlyRate'],
])('%s: the edge is in order, beyond it the field and a reason are named', (_, limits, edge, beyond, field) => {
  expect(fieldsOf(limits(edge))).not.toContain(field);
  expect(fieldsOf(limits(beyond))).toContain(field);
  expect(problems(limits(beyond))).toContainEqual({ field, reason: inOwnWords });
});

test('what is no policy at all is refused as such', () => {
  expect(readPolicyLimits(null)).toEqual({
    kind: 'refused',
    problems: [{ field: 'policy', reason: expect.any(String) }],
  });
});

test('a plan whose segments name no rule asks nothing of that rule’s rate', () => {
  const limits = { ...withRule({ monthlyRate: 0.004 }), segments: [{ ...late, reliefRuleIds: [] }] };
  expect(fieldsOf(limits)).toEqual([]);
});

test('a rule gives something as soon as one of its three gifts is there', () => {
  const nothing = { feeWaiverShare: 0, interestWaiverShare: 0, monthlyRate: null };
  expect(problems(withRule(nothing))).toEqual([{ field: 'reliefRules.0', reason: inOwnWords }]);
  expect(fieldsOf(withRule({ ...nothing, feeWaiverShare: 0.1 }))).toEqual([]);
  expect(fieldsOf(withRule({ ...nothing, interestWaiverShare: 0.1 }))).toEqual([]);
  expect(fieldsOf(withRule({ ...nothing, monthlyRate: 0.002 }))).toEqual([]);
});

test('the second of two rules of one name is the one that is refused', () => {
  const limits = { ...shippedLimits, reliefRules: [hardship, start, { ...start }] };
  expect(problems(limits)).toEqual([{ field: 'reliefRules.2.reliefRuleId', reason: inOwnWords }]);
});

test('a relief rule is missed by its name, and by no other name', () => {
  const limits = withSegment({ reliefRuleIds: ['kindness', 'provedHardship'] });
  expect(problems(limits)).toEqual([
    { field: 'segments.0.reliefRuleIds', reason: expect.stringContaining('kindness') },
  ]);
});

test('what is wrong with one segment is told with a reason, once', () => {
  expect(problems(withSegment({ instalmentCounts: [6, 12, 12] }))).toEqual([
    { field: 'segments.0.instalmentCounts', reason: inOwnWords },
  ]);
  expect(problems(withSegment({ downPaymentShareMax: 1 }))).toEqual([
    { field: 'segments.0.downPaymentShareMax', reason: inOwnWords },
  ]);
});

describe('the legal ceiling of 24 % a year', () => {
  const ceilingRate = 1.24 ** (1 / 12) - 1;
  test('may be reached', () => {
    expect(fieldsOf(withSegment({ monthlyRateList: ceilingRate }))).toEqual([]);
    expect(fieldsOf(withSegment({ monthlyRateList: ceilingRate + 1e-6 }))).toEqual(['segments.0.monthlyRateList']);
  });
  test('counts fees, and the reason names method, months, cost and ceiling', () => {
    const methods: Segment['methods'] = ['annuity', 'flatFee'];
    const [problem] = problems(withSegment({ methods, instalmentCounts: [24, 36], monthlyRateList: 0.0115 }));
    const cost = (effectiveYearlyCost('flatFee', 0.0115, 24) * 100).toFixed(2);
    expect(problem?.field).toBe('segments.0.monthlyRateList');
    for (const figure of ['flatFee', '24 months', `${cost} %`, 'ceiling of 24 %'])
      expect(problem?.reason).toContain(figure);
  });
  test.each([
    ['annuity', 0.006, 12, 0.0744],
    ['equalPrincipal', 0.006, 12, 0.0744],
    ['flatFee', 0.006, 12, 0.1384],
    ['flatFee', 0.006, 1, 0.0744],
    ['flatFee', 0.01, 36, 0.2339],
  ] as const)('%s at %d a month over %i months', (method, rate, count, effective) => {
    expect(effectiveYearlyCost(method, rate, count)).toBeCloseTo(effective, 4);
  });
});
