// A policy file that contradicts itself, allows nothing or goes beyond the law is refused with the field and the reason.
import { z } from 'zod';
import type { PolicyLimits, Segment } from '../../../../data/domain/limits/policyLimits';
import { policyLimitsSchema, readPolicyLimits, segmentFor } from '../../../../data/domain/limits/policyLimits';
import { shippedLimits, theAccount } from '../negotiation/bargaining';

type Change = (limits: PolicyLimits, segment: Segment) => unknown;
const segmentWith =
  (changes: Partial<Segment>): Change =>
  (limits, segment) => ({ ...limits, segments: [{ ...segment, ...changes }] });

const refusedFields = (change: Change): string[] => {
  const [segment] = shippedLimits.segments;
  if (segment === undefined) throw new Error('segments ship');
  const reading = readPolicyLimits(change(structuredClone(shippedLimits), structuredClone(segment)));
  return reading.kind === 'ok' ? [] : reading.problems.map(({ field }) => field);
};

test('the shipped limits are in order', () => {
  expect(readPolicyLimits(shippedLimits).kind).toBe('ok');
});

test.each<readonly [string, Change, string]>([
  ['more than five years', segmentWith({ instalmentCounts: [12, 61] }), 'segments.0.instalmentCounts.1'],
  ['no months', segmentWith({ instalmentCounts: [] }), 'segments.0.instalmentCounts'],
  ['a count twice', segmentWith({ instalmentCounts: [12, 12] }), 'segments.0.instalmentCounts'],
  ['no method', segmentWith({ methods: [] }), 'segments.0.methods'],
  ['an annuity above 24 % a year', segmentWith({ monthlyRateList: 0.0182 }), 'segments.0.monthlyRateList'],
  [
    'a flat fee that looks low and is not',
    segmentWith({ methods: ['flatFee'], monthlyRateList: 0.0115 }),
    'segments.0.monthlyRateList',
  ],
  ['a floor above the list', segmentWith({ monthlyRateFloor: 0.006 }), 'segments.0.monthlyRateFloor'],
  [
    'a rate below the assistant’s authority',
    segmentWith({ monthlyRateList: 0.001, monthlyRateFloor: 0, reliefRuleIds: [] }),
    'segments.0.monthlyRateList',
  ],
  ['days the wrong way round', segmentWith({ daysPastDueMin: 91 }), 'segments.0.daysPastDueMin'],
  ['balances the wrong way round', segmentWith({ balanceFenMin: 60_000_000 }), 'segments.0.balanceFenMin'],
  ['a first payment of all there is', segmentWith({ downPaymentShareMax: 1 }), 'segments.0.downPaymentShareMax'],
  [
    'first payments the wrong way round',
    segmentWith({ downPaymentShareMin: 0.9, downPaymentShares: [0.8] }),
    'segments.0.downPaymentShareMin',
  ],
  [
    'a proposed first payment outside its bounds',
    segmentWith({ downPaymentShares: [0.9] }),
    'segments.0.downPaymentShares',
  ],
  [
    'an instalment due before the offer expires',
    segmentWith({ firstPaymentDaysMin: 6 }),
    'segments.0.firstPaymentDaysMin',
  ],
  ['a relief rule that is nowhere', segmentWith({ reliefRuleIds: ['kindness'] }), 'segments.0.reliefRuleIds'],
  [
    'a segment that is never reached',
    (limits, segment) => ({ ...limits, segments: [segment, segment] }),
    'segments.1.segmentId',
  ],
  ['no segment', (limits) => ({ ...limits, segments: [] }), 'segments'],
  [
    'balances of the whole policy the wrong way round',
    (limits) => ({ ...limits, balanceFenMin: 60_000_000 }),
    'balanceFenMin',
  ],
  [
    'a default due day that is not allowed',
    (limits) => ({ ...limits, dueDayDefault: 20, dueDayMax: 10 }),
    'dueDayDefault',
  ],
  [
    'only plans beyond authority',
    (limits, segment) => ({
      ...limits,
      authority: { ...limits.authority, assistant: { ...limits.authority.assistant, instalmentCountMax: 2 } },
      segments: [segment],
    }),
    'segments.0.instalmentCounts',
  ],
  [
    'an assistant above the supervisor',
    (limits) => ({
      ...limits,
      authority: { ...limits.authority, supervisor: { ...limits.authority.supervisor, interestWaiverShareMax: 0.1 } },
    }),
    'authority.assistant.interestWaiverShareMax',
  ],
  [
    'a lower rate for the assistant than for the supervisor',
    (limits) => ({
      ...limits,
      authority: { ...limits.authority, supervisor: { ...limits.authority.supervisor, monthlyRateMin: 0.0025 } },
    }),
    'authority.assistant.monthlyRateMin',
  ],
  [
    'a rule that gives nothing',
    (limits) => ({
      ...limits,
      reliefRules: limits.reliefRules.map((rule) => ({
        ...rule,
        feeWaiverShare: 0,
        interestWaiverShare: 0,
        monthlyRate: null,
      })),
    }),
    'reliefRules.0',
  ],
  [
    'a rule above every authority',
    (limits) => ({
      ...limits,
      reliefRules: limits.reliefRules.map((rule) => ({ ...rule, interestWaiverShare: 0.9 })),
    }),
    'reliefRules.0.interestWaiverShare',
  ],
  [
    'a rule below the floor',
    (limits) => ({
      ...limits,
      reliefRules: limits.reliefRules.map((rule) => ({ ...rule, monthlyRate: 0.001 })),
    }),
    'reliefRules.0.monthlyRate',
  ],
  [
    'two rules of one name',
    (limits) => ({ ...limits, reliefRules: [...limits.reliefRules, ...limits.reliefRules] }),
    'reliefRules.2.reliefRuleId',
  ],
  ['a field that nobody knows', (limits) => ({ ...limits, generosity: 1 }), 'policy'],
  ['rounds without end', (limits) => ({ ...limits, roundsMax: 1000 }), 'roundsMax'],
])('%s is refused', (_, change, field) => {
  expect(refusedFields(change)).toContain(field);
});

test('the legal ceiling itself is allowed, a hair above it is not', () => {
  const [segment] = shippedLimits.segments;
  // 1.24^(1/12) − 1 = 0.018088…
  const at = (monthlyRateList: number) =>
    refusedFields(segmentWith({ monthlyRateList, daysPastDueMin: segment?.daysPastDueMin ?? 1 }));
  expect(at(0.01808)).toEqual([]);
  expect(at(0.0181)).toContain('segments.0.monthlyRateList');
});

test('the first segment that fits an account applies, its edges included', () => {
  const idOf = (changes: object) => segmentFor(shippedLimits, theAccount(changes))?.segmentId;
  expect(idOf({ daysPastDue: 90 })).toBe('early');
  expect(idOf({ daysPastDue: 91 })).toBe('late');
  expect(idOf({ daysPastDue: 0 })).toBeUndefined();
});

test('a console can draw its form from the schema: every field has a title in both languages', () => {
  const schema = z.toJSONSchema(policyLimitsSchema, { io: 'input' }) as {
    properties: Record<string, { title?: string; zh?: { title: string }; properties?: object }>;
  };
  for (const [name, field] of Object.entries(schema.properties)) {
    if (field.properties !== undefined && field.title === undefined) continue;
    expect([name, field.title, field.zh?.title]).toEqual([name, expect.any(String), expect.any(String)]);
  }
  expect(schema.properties.quoteValidDays).toMatchObject({ unit: 'days', step: 1 });
});
