// What each filter of the grid takes out and counts, which relief applies, and in which order candidates stand.
import type { NegotiableAccount } from '../../../../../data/domain/account/account';
import type { PolicyLimits, ReliefRule, Segment } from '../../../../../data/domain/limits/policyLimits';
import { candidateOffers, candidatePlans } from '../../../../../data/domain/negotiation/offers/candidateOffers';
import { buildOfferGrid, type GridRequest, termsAt } from '../../../../../data/domain/negotiation/offers/offerGrid';
import { shippedLimits, theAccount, today } from '../bargaining';

const [, late] = shippedLimits.segments;
const [hardship, start] = shippedLimits.reliefRules;
if (late === undefined || hardship === undefined || start === undefined) throw new Error('segments and rules ship');
const plain: Segment = { ...late, reliefRuleIds: [], downPaymentShares: [0], instalmentCounts: [12] };
const grid = (changes: Partial<Segment>, request: Partial<GridRequest> = {}) =>
  buildOfferGrid({ limits: shippedLimits, segment: { ...plain, ...changes }, account: theAccount(), ...request });
const rowsOf = (changes: Partial<Segment>, request: Partial<GridRequest> = {}) => {
  const built = grid(changes, request);
  return Array.from({ length: built.size }, (_, i) => termsAt(built, i));
};
const proved = theAccount({ documentedReasons: ['illness'] });
const { assistant } = shippedLimits.authority;
const authorityOf = (tier: Partial<typeof assistant>): PolicyLimits => ({
  ...shippedLimits,
  authority: { ...shippedLimits.authority, assistant: { ...assistant, ...tier } },
});

describe('what is taken out is counted', () => {
  const nothing = { authority: 0, instalmentTooSmall: 0, legalCost: 0, freeTime: 0 };

  test('nothing, where all fits', () => expect(grid({}).removed).toEqual(nothing));
  test('lengths beyond authority', () => {
    const limits = authorityOf({ instalmentCountMax: 24 });
    const built = grid({ instalmentCounts: [48, 24, 60, 12] }, { limits });
    expect(built.removed).toEqual({ ...nothing, authority: 2 });
    expect([...built.instalmentCount.slice(0, built.size)]).toEqual([12, 24]);
  });
  test('instalments below the least, once for each deferral', () => {
    const built = grid({ instalmentCounts: [12, 60], instalmentFenMin: 48_300 }, { deferMonths: [0, 1, 2] });
    expect(built.removed).toEqual({ ...nothing, instalmentTooSmall: 3 });
    expect(built.size).toBe(3);
  });
  test('an instalment of exactly the least stays', () => {
    const edge = { instalmentCounts: [10], monthlyRateList: 0, monthlyRateFloor: 0, instalmentFenMin: 264_312 };
    expect(grid(edge).size).toBe(1);
    expect(grid({ ...edge, instalmentFenMin: 264_313 }).size).toBe(0);
  });
  test('yearly costs above the legal ceiling, once for each deferral; the ceiling itself may be reached', () => {
    const dear = grid({ monthlyRateList: 0.0181 }, { deferMonths: [0, 1] });
    expect([dear.size, dear.removed]).toEqual([0, { ...nothing, legalCost: 2 }]);
    expect(grid({ monthlyRateList: 0.018 }).size).toBe(1);
    // The same flat fee costs 13.4 % a year over one month, and over twelve more than the law allows.
    const fee = grid({ methods: ['flatFee'], monthlyRateList: 0.0105, instalmentCounts: [1, 12] });
    expect([...fee.instalmentCount.slice(0, fee.size)]).toEqual([1]);
    expect(fee.removed).toEqual({ ...nothing, legalCost: 1 });
  });
  test('plans that leave nothing to pay off', () => {
    const rules: ReliefRule[] = [{ ...hardship, interestWaiverShare: 1 }];
    const only = theAccount({ balanceFen: 5_000, principalFen: 0, interestFen: 3_000, feesFen: 2_000 });
    const limits = { ...authorityOf({ interestWaiverShareMax: 1 }), reliefRules: rules };
    const free = { reliefRuleIds: ['provedHardship'], instalmentFenMin: 0 };
    const account = { ...only, documentedReasons: ['illness' as const] };
    expect(grid(free, { limits, account }).removed).toEqual({ ...nothing, instalmentTooSmall: 1 });
    expect(grid(free, { limits, account: only }).size).toBe(1);
  });
});

test('candidates stand by first payment, then months, then method, then deferral', () => {
  const rows = rowsOf(
    { downPaymentShares: [0.2, 0.1], instalmentCounts: [24, 9], methods: ['annuity', 'equalPrincipal'] },
    { deferMonths: [1, 0, 1], extraDownPaymentsFen: [300_000, 530_000] },
  );
  const told = rows.map((row) => [row.downPaymentFen, row.instalmentCount, row.method, row.deferMonths]);
  const expected = [270_000, 300_000, 530_000].flatMap((down) =>
    [9, 24].flatMap((count) =>
      ['annuity', 'equalPrincipal'].flatMap((method) => [1, 0].map((defer) => [down, count, method, defer])),
    ),
  );
  expect(told).toEqual(expected);
});

test('without a word on deferral nothing is put off', () => {
  expect(rowsOf({}).map((row) => row.deferMonths)).toEqual([0]);
});

test('each row carries what is financed, its instalment, and the growth that ranking needs', () => {
  const built = grid({ downPaymentShares: [0.1], reliefRuleIds: ['provedHardship'] }, { account: proved });
  const financed = 2_643_120 - 270_000 - 150_000 - 98_624;
  expect(built.financedFen[0]).toBe(financed);
  const growth = 1.002 ** 12;
  expect(built.instalmentFen[0]).toBeCloseTo((financed * 0.002 * growth) / (growth - 1), 6);
  expect(built.prices[built.price[0] ?? 0]?.growths[12]).toBeCloseTo(growth, 12);
  expect(built.prices[built.price[0] ?? 0]?.growths[60]).toBeCloseTo(1.002 ** 60, 12);
  expect(termsAt(built, 0)).toEqual({
    downPaymentFen: 270_000,
    instalmentCount: 12,
    method: 'annuity',
    monthlyRate: 0.002,
    deferMonths: 0,
    feeWaiverFen: 150_000,
    interestWaiverFen: 98_624,
    reliefRuleId: 'provedHardship',
  });
});

describe('first payments', () => {
  const downs = (changes: Partial<Segment>, request: Partial<GridRequest> = {}) =>
    rowsOf(changes, request).map((row) => row.downPaymentFen);

  test('are proposed from the least to the most, both allowed', () => {
    const least = { downPaymentShareMin: 0.1, downPaymentShareMax: 0.3, downPaymentShares: [0.1, 0.3] };
    // 264,312 rounded up to the step; 792,936 would be rounded beyond the most and so stays as it is.
    expect(downs(least)).toEqual([270_000, 792_936]);
    expect(downs(least, { extraDownPaymentsFen: [264_311, 264_312, 792_937] })).toEqual([264_312, 270_000, 792_936]);
  });
  test('keep a share that is a whole step already, and one that is rounded up to exactly the most', () => {
    const round = theAccount({ balanceFen: 1_000_000, principalFen: 356_880 });
    expect(downs({ downPaymentShares: [0.25] }, { account: round })).toEqual([250_000]);
    expect(downs({ downPaymentShares: [0.245], downPaymentShareMax: 0.25 }, { account: round })).toEqual([250_000]);
  });
});

describe('which relief applies', () => {
  const rule = (reliefRuleId: string, changes: Partial<ReliefRule>): ReliefRule => ({
    reliefRuleId,
    title: start.title,
    needs: { kind: 'shorterTerm', instalmentCountMax: 60 },
    feeWaiverShare: 0,
    interestWaiverShare: 0,
    monthlyRate: null,
    ...changes,
  });
  const chosen = (rules: ReliefRule[], segment: Partial<Segment> = {}, account: NegotiableAccount = theAccount()) => {
    const limits = { ...shippedLimits, reliefRules: rules };
    const ids = rules.map((one) => one.reliefRuleId);
    return rowsOf({ reliefRuleIds: ids, ...segment }, { limits, account }).map((row) => row.reliefRuleId);
  };

  test('the one that saves more: fees, interest, and the rate over a typical plan together', () => {
    // Fees of 150,000 fen; interest of 493,120; 0.1 % a month for 18 months on 2,643,120 is 47,576.
    const fees = (share: number) => rule('fees', { feeWaiverShare: share });
    const rate = rule('rate', { monthlyRate: 0.002 });
    expect(chosen([fees(0.31), rate])).toEqual(['rate']);
    expect(chosen([rate, fees(0.32)])).toEqual(['fees']);
    const interest = rule('interest', { interestWaiverShare: 0.1 });
    expect(chosen([interest, fees(0.33)])).toEqual(['fees']);
    expect(chosen([fees(0.32), interest])).toEqual(['interest']);
    expect(chosen([rule('both', { feeWaiverShare: 0.2, interestWaiverShare: 0.1 }), fees(0.5)])).toEqual(['both']);
    expect(chosen([rule('dearer', { feeWaiverShare: 0.2, monthlyRate: 0.002 }), fees(0.5)])).toEqual(['dearer']);
  });
  test('none that makes a plan dearer', () => {
    expect(chosen([rule('worse', { monthlyRate: 0.004 })])).toEqual([null]);
  });
  test('none goes below the segment’s floor', () => {
    const low = rule('low', { monthlyRate: 0.001 });
    const limits = { ...authorityOf({ monthlyRateMin: 0 }), reliefRules: [low] };
    const [row] = rowsOf({ reliefRuleIds: ['low'], monthlyRateFloor: 0.0015 }, { limits });
    expect(row).toMatchObject({ monthlyRate: 0.0015, reliefRuleId: 'low' });
  });
  test('for a first payment from its very fen, for a term up to its very month', () => {
    const down = rule('down', { feeWaiverShare: 1, needs: { kind: 'downPayment', downPaymentShareMin: 0.3 } });
    const from = (fen: number) =>
      rowsOf(
        { reliefRuleIds: ['down'], downPaymentShares: [0.7] },
        { limits: { ...shippedLimits, reliefRules: [down] }, extraDownPaymentsFen: [fen] },
      )[0]?.reliefRuleId;
    expect([from(792_935), from(792_936)]).toEqual([null, 'down']);
    const short = rule('short', {
      feeWaiverShare: 1,
      needs: { kind: 'shorterTerm', instalmentCountMax: 12 },
    });
    expect(chosen([short], { instalmentCounts: [12, 18] })).toEqual(['short', null]);
    expect(chosen([down], { instalmentCounts: [60], downPaymentShares: [0.4] })).toEqual(['down']);
  });
  test('for any one of the proved reasons, at every length', () => {
    const illness = rule('proof', { feeWaiverShare: 1, needs: { kind: 'evidence', reasons: ['accident', 'illness'] } });
    expect(chosen([illness], { instalmentCounts: [60] }, proved)).toEqual(['proof']);
    expect(chosen([illness], {}, theAccount({ documentedReasons: ['unemployed'] }))).toEqual([null]);
    expect(chosen([illness], {}, theAccount({ documentedReasons: [] }))).toEqual([null]);
    expect(chosen([illness], {}, theAccount())).toEqual([null]);
  });
  test('within the assistant’s authority, edges included', () => {
    const given = (tier: Partial<typeof assistant>) =>
      rowsOf({ reliefRuleIds: ['provedHardship'] }, { limits: authorityOf(tier), account: proved })[0]?.reliefRuleId;
    expect(given({ feeWaiverShareMax: 1, interestWaiverShareMax: 0.2, monthlyRateMin: 0.002 })).toBe('provedHardship');
    expect(given({ feeWaiverShareMax: 0.99 })).toBeNull();
    expect(given({ interestWaiverShareMax: 0.19 })).toBeNull();
    expect(given({ monthlyRateMin: 0.0021 })).toBeNull();
  });
  test('under each method of the segment', () => {
    const methods: Segment['methods'] = ['annuity', 'equalPrincipal', 'flatFee'];
    const rows = rowsOf({ methods, reliefRuleIds: ['provedHardship'] }, { account: proved });
    expect(rows.map((row) => [row.method, row.reliefRuleId])).toEqual(
      methods.map((method) => [method, 'provedHardship']),
    );
  });
});

test('a new version of the limits is not answered from the one before', () => {
  const segment = { ...plain, reliefRuleIds: ['provedHardship'] };
  const ruleUnder = (limits: PolicyLimits) =>
    termsAt(buildOfferGrid({ limits, segment, account: proved }), 0).reliefRuleId;
  expect(ruleUnder(shippedLimits)).toBe('provedHardship');
  expect(ruleUnder(authorityOf({ monthlyRateMin: 0.0025 }))).toBeNull();
  expect(ruleUnder(shippedLimits)).toBe('provedHardship');
});

describe('candidates for the simulator', () => {
  const one: PolicyLimits = { ...shippedLimits, segments: [{ ...plain, instalmentCounts: [12, 24] }] };

  test('are none for an account that may not be negotiated', () => {
    const excluded = theAccount({ product: 'corporate' });
    expect(candidatePlans(excluded, one)).toEqual([]);
    expect(candidateOffers(excluded, one, today)).toEqual([]);
  });
  test('come with what they finance and cost a month', () => {
    const [first] = candidatePlans(theAccount(), one);
    expect(first).toMatchObject({ terms: { instalmentCount: 12, deferMonths: 0 }, financedFen: 2_643_120 });
    expect(first?.instalmentFen).toBeCloseTo(224_333.57, 2);
  });
  test('are priced as offers numbered from one and due on the policy’s own day', () => {
    const wishes = { downPaymentsFen: [300_000], deferMonths: [1] };
    const offers = candidateOffers(theAccount(), one, today, wishes);
    const told = offers.map((offer) => [offer.number, offer.downPaymentFen, offer.instalmentCount, offer.dueDay]);
    expect(told).toEqual([
      [1, 0, 12, 15],
      [2, 0, 24, 15],
      [3, 300_000, 12, 15],
      [4, 300_000, 24, 15],
    ]);
    for (const offer of offers) expect(offer).toMatchObject({ shape: 'recommended', deferMonths: 1 });
  });
  test('leave out a plan that rounding to the fen would carry above the legal ceiling', () => {
    // 3.15 yuan at 1.8 % a month is 23.9 % a year, until each of twelve instalments is rounded.
    const tiny = theAccount({ balanceFen: 315, principalFen: 315, interestFen: 0, feesFen: 0 });
    const segment = { ...plain, balanceFenMin: 0, instalmentFenMin: 0, monthlyRateList: 0.018 };
    const limits = { ...shippedLimits, balanceFenMin: 0, segments: [segment] };
    expect(candidatePlans(tiny, limits)).toHaveLength(1);
    expect(candidateOffers(tiny, limits, today)).toEqual([]);
  });
});
