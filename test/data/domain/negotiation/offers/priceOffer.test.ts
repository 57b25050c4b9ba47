// One plan priced to the fen, and the last check of it by other arithmetic than the grid's.
import type { NegotiableAccount } from '../../../../../data/domain/account/account';
import type { PolicyLimits, Segment } from '../../../../../data/domain/limits/policyLimits';
import type { PlanTerms } from '../../../../../data/domain/negotiation/offers/offerGrid';
import { insideLimits, priceOffer } from '../../../../../data/domain/negotiation/offers/priceOffer';
import type { Offer } from '../../../../../data/domain/offer/offer';
import { planOf } from '../../builders';
import { shippedLimits, theAccount, today } from '../bargaining';

const [, late] = shippedLimits.segments;
if (late === undefined) throw new Error('two segments ship');
const plan = (changes: Partial<PlanTerms> = {}) => planOf(48, changes);
const priced = (terms: Partial<PlanTerms> = {}): Offer =>
  priceOffer({
    terms: plan(terms),
    account: theAccount(),
    limits: shippedLimits,
    segment: late,
    today,
    dueDay: 16,
    number: 3,
    shape: 'requested',
  });

describe('pricing', () => {
  test('the case the project began with', () => {
    const offer = priced();
    expect(offer).toMatchObject({
      ...plan(),
      number: 3,
      shape: 'requested',
      instalmentFen: 58_972,
      lastInstalmentFen: 58_984,
      financedFen: 2_643_120,
      totalFen: 2_830_668,
      dueDay: 16,
      firstDueDate: '2026-12-16',
      lastDueDate: '2030-11-16',
      validUntil: '2026-11-30',
    });
    expect(offer.yearlyRateNominal).toBeCloseTo(0.034001, 6);
    expect(offer.yearlyRateEffective).toBeCloseTo(0.034536, 6);
  });

  test('waivers and a first payment are no longer financed, and the first payment is part of what is paid', () => {
    const relief = { feeWaiverFen: 150_000, interestWaiverFen: 98_624, reliefRuleId: 'provedHardship' };
    const offer = priced({ ...relief, downPaymentFen: 394_496, monthlyRate: 0, instalmentCount: 24 });
    expect(offer).toMatchObject({
      ...relief,
      financedFen: 2_000_000,
      instalmentFen: 83_333,
      lastInstalmentFen: 83_341,
      totalFen: 2_394_496,
      yearlyRateNominal: 0,
    });
  });

  test('months without payment put every date off and make the same payments cheaper a year', () => {
    const [now, later] = [priced(), priced({ deferMonths: 2 })];
    expect(later).toMatchObject({ deferMonths: 2, firstDueDate: '2027-02-16', lastDueDate: '2031-01-16' });
    expect(later.yearlyRateNominal).toBeLessThan(now.yearlyRateNominal);
  });
});

describe('the last check', () => {
  interface Check {
    readonly offer?: Partial<Offer>;
    readonly account?: Partial<NegotiableAccount>;
    readonly segment?: Partial<Segment>;
    readonly limits?: Partial<PolicyLimits>;
  }
  const passes = ({ offer = {}, account = {}, segment = {}, limits = {} }: Check): boolean =>
    insideLimits(
      { ...priced(), ...offer },
      theAccount(account),
      { ...shippedLimits, ...limits },
      { ...late, ...segment },
    );
  const authority = (changes: Partial<PolicyLimits['authority']['assistant']>): Partial<PolicyLimits> => ({
    authority: { ...shippedLimits.authority, assistant: { ...shippedLimits.authority.assistant, ...changes } },
  });

  test.each<readonly [string, Check, Check]>([
    [
      'months and authority',
      { limits: authority({ instalmentCountMax: 48 }) },
      { limits: authority({ instalmentCountMax: 47 }) },
    ],
    [
      'months and the law',
      { offer: { instalmentCount: 60 } },
      {
        offer: { instalmentCount: 61 },
        segment: { instalmentCounts: [61] },
        limits: authority({ instalmentCountMax: 99 }),
      },
    ],
    ['months and policy', {}, { segment: { instalmentCounts: [36, 60] } }],
    ['method', {}, { segment: { methods: ['flatFee'] } }],
    // A fen a month on 26,431.20 is 0.0000055 a year.
    ['yearly cost', { offer: { yearlyRateEffective: 0.240005 } }, { offer: { yearlyRateEffective: 0.240006 } }],
    [
      'the floor of the rate',
      { offer: { monthlyRate: 0.002, reliefRuleId: 'provedHardship' } },
      { offer: { monthlyRate: 0.0019, reliefRuleId: 'provedHardship' } },
    ],
    [
      'the listed rate',
      { offer: { reliefRuleId: 'provedHardship' } },
      { offer: { monthlyRate: 0.0031, reliefRuleId: 'provedHardship' } },
    ],
    ['a rate below the list needs a rule', {}, { offer: { monthlyRate: 0.0029 } }],
    ['waived fees need a rule', { offer: { feeWaiverFen: 0 } }, { offer: { feeWaiverFen: 1 } }],
    ['waived interest needs a rule', {}, { offer: { interestWaiverFen: 1 } }],
    ['both need a rule', {}, { offer: { feeWaiverFen: 1, interestWaiverFen: 1 } }],
    [
      'all fees may be waived, not more',
      { offer: { feeWaiverFen: 150_000, reliefRuleId: 'x' } },
      { offer: { feeWaiverFen: 150_001, reliefRuleId: 'x' } },
    ],
    [
      'all interest may be waived, not more',
      { offer: { interestWaiverFen: 493_120, reliefRuleId: 'x' } },
      { offer: { interestWaiverFen: 493_121, reliefRuleId: 'x' } },
    ],
    [
      'the least first payment, rounded to the fen',
      { offer: { downPaymentFen: 264_312 }, segment: { downPaymentShareMin: 0.1 } },
      { offer: { downPaymentFen: 264_311 }, segment: { downPaymentShareMin: 0.1 } },
    ],
    [
      'the least first payment, where rounding went down',
      { offer: { downPaymentFen: 290_743 }, segment: { downPaymentShareMin: 0.11 } },
      { offer: { downPaymentFen: 290_742 }, segment: { downPaymentShareMin: 0.11 } },
    ],
    [
      'the most first payment, where rounding went up',
      { offer: { downPaymentFen: 343_606 }, segment: { downPaymentShareMax: 0.13 } },
      { offer: { downPaymentFen: 343_607 }, segment: { downPaymentShareMax: 0.13 } },
    ],
    ['deferral', { offer: { deferMonths: 3 } }, { offer: { deferMonths: 4 } }],
    [
      'the least instalment, which rounding may miss by a fen',
      { offer: { instalmentFen: 4_999 } },
      { offer: { instalmentFen: 4_998 } },
    ],
    [
      'the assistant’s largest balance',
      { limits: authority({ balanceFenMax: 2_643_120 }) },
      { limits: authority({ balanceFenMax: 2_643_119 }) },
    ],
  ])('%s: the edge passes, one step beyond does not', (_, edge, beyond) => {
    expect(passes(edge)).toBe(true);
    expect(passes(beyond)).toBe(false);
  });

  test('an account that owes nothing has no share to break', () => {
    expect(passes({ account: { balanceFen: 0 } })).toBe(true);
    expect(passes({ account: { balanceFen: 0 }, segment: { downPaymentShareMin: 0.6 } })).toBe(false);
  });
});
