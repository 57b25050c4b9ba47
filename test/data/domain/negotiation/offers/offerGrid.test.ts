// Enumeration and filters: every limit takes out exactly what lies beyond it.
import fc from 'fast-check';
import type { PolicyLimits, Segment } from '../../../../../data/domain/limits/policyLimits';
import { candidateOffers, candidatePlans } from '../../../../../data/domain/negotiation/offers/candidateOffers';
import { buildOfferGrid, termsAt } from '../../../../../data/domain/negotiation/offers/offerGrid';
import { insideLimits, priceOffer } from '../../../../../data/domain/negotiation/offers/priceOffer';
import { instalmentFactor } from '../../../../../data/domain/negotiation/offers/prices';
import type { Offer } from '../../../../../data/domain/offer/offer';
import { violations } from '../../../../../data/domain/simulation/result/violations';
import { arbitraryAccount, arbitraryLimits } from '../arbitraries';
import { shippedLimits, theAccount, today } from '../bargaining';

const account = theAccount();
const [, late] = shippedLimits.segments;
if (late === undefined) throw new Error('two segments ship');

/** The shipped limits with one segment for all, changed as the test says. */
const limitsWith = (changes: Partial<Segment>, policy: Partial<PolicyLimits> = {}): PolicyLimits => ({
  ...shippedLimits,
  ...policy,
  segments: [{ ...late, ...changes }],
});
const plansWith = (changes: Partial<Segment>, policy: Partial<PolicyLimits> = {}, who = account) =>
  candidatePlans(who, limitsWith(changes, policy)).map(({ terms }) => terms);

test('every count, method and proposed first payment is tried', () => {
  const plans = plansWith({
    instalmentCounts: [12, 24],
    methods: ['annuity', 'equalPrincipal', 'flatFee'],
    downPaymentShares: [0, 0.1],
  });
  expect(plans).toHaveLength(12);
  expect([...new Set(plans.map((plan) => plan.downPaymentFen))]).toEqual([0, 270_000]);
});

test('a proposed first payment is rounded up to the step, unless that goes beyond the most', () => {
  expect(plansWith({ downPaymentShares: [0.1], downPaymentShareMax: 0.1 })[0]?.downPaymentFen).toBe(264_312);
  expect(plansWith({ downPaymentShares: [0.1], downPaymentShareMax: 0.2 })[0]?.downPaymentFen).toBe(270_000);
});

test('a first payment that the customer names is tried exactly, inside what policy allows', () => {
  const downs = (fen: number) => {
    const limits = limitsWith({ downPaymentShareMin: 0.1, downPaymentShareMax: 0.5, downPaymentShares: [0.2] });
    const plans = candidatePlans(account, limits, { downPaymentsFen: [fen] });
    return [...new Set(plans.map(({ terms }) => terms.downPaymentFen))];
  };
  expect(downs(345_600)).toEqual([345_600, 530_000]);
  expect(downs(264_312)).toContain(264_312);
  expect(downs(264_311)).toEqual([530_000]);
  expect(downs(1_321_560)).toContain(1_321_560);
  expect(downs(1_321_561)).toEqual([530_000]);
});

test('no instalment is below the policy’s least', () => {
  const least = (instalmentFenMin: number) =>
    plansWith({ instalmentFenMin, downPaymentShares: [0] }).map((plan) => plan.instalmentCount);
  expect(least(47_965)).toContain(60);
  expect(least(47_967)).not.toContain(60);
  expect(least(48_300)).toContain(48);
});

test('the assistant makes no plan longer than its authority', () => {
  const { authority } = shippedLimits;
  const shorter = { ...authority, assistant: { ...authority.assistant, instalmentCountMax: 36 } };
  expect(Math.max(...plansWith({}, { authority: shorter }).map((plan) => plan.instalmentCount))).toBe(36);
});

test('months without payment go as far as policy and no further', () => {
  const plans = candidatePlans(account, limitsWith({ deferMonthsMax: 3 }), { deferMonths: [0, 3, 4] });
  expect([...new Set(plans.map(({ terms }) => terms.deferMonths))]).toEqual([0, 3]);
});

describe('relief', () => {
  const [hardship, start] = shippedLimits.reliefRules;
  if (hardship === undefined || start === undefined) throw new Error('two rules ship');
  const proved = theAccount({ documentedReasons: ['unemployed'] });

  test('needs its document', () => {
    expect(plansWith({ reliefRuleIds: ['provedHardship'] }).every((plan) => plan.reliefRuleId === null)).toBe(true);
    expect(
      plansWith({ reliefRuleIds: ['provedHardship'] }, {}, proved).every(
        (plan) => plan.reliefRuleId === 'provedHardship',
      ),
    ).toBe(true);
  });

  test('needs its first payment, from the very share on', () => {
    const plans = plansWith({ reliefRuleIds: ['largeFirstPayment'], downPaymentShares: [0.29, 0.3] });
    // 0.29 is rounded up to 770,000 fen, which is still below 30 %.
    expect(plans.map((plan) => [plan.downPaymentFen, plan.feeWaiverFen]).slice(0, 1)).toEqual([[770_000, 0]]);
    expect(plans.at(-1)).toMatchObject({
      downPaymentFen: 800_000,
      feeWaiverFen: 45_000,
      reliefRuleId: 'largeFirstPayment',
    });
  });

  test('needs its shorter term, up to the very month', () => {
    const rule = { ...start, reliefRuleId: 'short', needs: { kind: 'shorterTerm' as const, instalmentCountMax: 12 } };
    const plans = plansWith({ reliefRuleIds: ['short'], downPaymentShares: [0] }, { reliefRules: [rule] });
    expect(plans.filter((plan) => plan.reliefRuleId === 'short').map((plan) => plan.instalmentCount)).toEqual([6, 12]);
  });

  test('beyond the assistant’s authority is not given', () => {
    const { authority } = shippedLimits;
    const modest = { ...authority, assistant: { ...authority.assistant, interestWaiverShareMax: 0.1 } };
    expect(
      plansWith({ reliefRuleIds: ['provedHardship'] }, { authority: modest }, proved).every(
        (plan) => plan.reliefRuleId === null,
      ),
    ).toBe(true);
    const strict = { ...authority, assistant: { ...authority.assistant, monthlyRateMin: 0.0025 } };
    expect(
      plansWith({ reliefRuleIds: ['provedHardship'] }, { authority: strict }, proved).every(
        (plan) => plan.reliefRuleId === null,
      ),
    ).toBe(true);
    const fees = { ...authority, assistant: { ...authority.assistant, feeWaiverShareMax: 0.9 } };
    expect(
      plansWith({ reliefRuleIds: ['provedHardship'] }, { authority: fees }, proved).every(
        (plan) => plan.reliefRuleId === null,
      ),
    ).toBe(true);
  });

  test('of two rules that are met, the better for the customer applies', () => {
    const plans = plansWith(
      { reliefRuleIds: ['largeFirstPayment', 'provedHardship'], downPaymentShares: [0.4] },
      {},
      proved,
    );
    expect(plans.every((plan) => plan.reliefRuleId === 'provedHardship')).toBe(true);
  });
});

test('what one fen financed costs a month: the three formulas', () => {
  expect(instalmentFactor('annuity', 0.006, 12) * 12_000).toBeCloseTo(1_039.43, 2);
  expect(instalmentFactor('equalPrincipal', 0.006, 12) * 12_000).toBeCloseTo(1_072, 6);
  expect(instalmentFactor('flatFee', 0.006, 12) * 12_000).toBeCloseTo(1_072, 6);
  expect(instalmentFactor('annuity', 0, 12) * 12_000).toBe(1_000);
});

test('a row that is not there is an error', () => {
  const grid = buildOfferGrid({ limits: shippedLimits, segment: late, account });
  expect(() => termsAt(grid, grid.size)).toThrow(RangeError);
  expect(() => termsAt(grid, -1)).toThrow(RangeError);
});

test('every candidate, priced exactly, lies inside the limits by arithmetic of another hand', () => {
  fc.assert(
    fc.property(arbitraryLimits, arbitraryAccount, (limits, who) => {
      for (const offer of candidateOffers(who, limits, today, {
        downPaymentsFen: [Math.floor(who.balanceFen / 7)],
        deferMonths: [0, 1],
      }).slice(0, 40))
        expect(violations(offer, { account: who, limits, today })).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe('the last check before an offer is shown', () => {
  const offer = () =>
    priceOffer({
      terms: termsAt(buildOfferGrid({ limits: shippedLimits, segment: late, account }), 0),
      account,
      limits: shippedLimits,
      segment: late,
      today,
      dueDay: 15,
      number: 1,
      shape: 'recommended',
    });
  const inside = (changes: Partial<Offer>) => insideLimits({ ...offer(), ...changes }, account, shippedLimits, late);

  test('lets the offer pass as it was priced', () => expect(inside({})).toBe(true));
  test.each<readonly [string, Partial<Offer>]>([
    ['more months than the law', { instalmentCount: 61 }],
    ['months that policy does not have', { instalmentCount: 7 }],
    ['a method that policy does not have', { method: 'flatFee' }],
    ['a yearly cost above the ceiling', { yearlyRateEffective: 0.2402 }],
    ['a rate above the list', { monthlyRate: 0.0031 }],
    ['a rate below the floor', { monthlyRate: 0.0019, reliefRuleId: 'provedHardship' }],
    ['a lower rate without a rule', { monthlyRate: 0.0025 }],
    ['a waiver without a rule', { feeWaiverFen: 1 }],
    ['more fees waived than there are', { feeWaiverFen: 150_001, reliefRuleId: 'provedHardship' }],
    ['more interest waived than there is', { interestWaiverFen: 493_121, reliefRuleId: 'provedHardship' }],
    ['too large a first payment', { downPaymentFen: 2_114_498 }],
    ['too long a deferral', { deferMonths: 4 }],
    ['too small an instalment', { instalmentFen: 4_998 }],
  ])('%s does not pass', (_, changes) => expect(inside(changes)).toBe(false));
  test('the edges themselves pass', () => {
    expect(inside({ downPaymentFen: 2_114_496 })).toBe(true);
    expect(inside({ deferMonths: 3 })).toBe(true);
    expect(inside({ instalmentFen: 5_000 })).toBe(true);
    expect(inside({ yearlyRateEffective: 0.24 })).toBe(true);
  });
});
