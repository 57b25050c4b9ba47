// Counter-offers: on the amount, the number of months, a first payment, the due day, a deferral, and several at once.
import { atMost, monthly, months, offersAt, offersIn, play, shippedLimits, theAccount, upFront } from './bargaining';

const eightHundred = ['negotiate.terms', atMost(800)] as const;

test('the customer says yes, but only 600: that is a counter, and nothing is agreed', () => {
  const { moves, negotiation } = play([
    eightHundred,
    ['negotiate.accept', { offerNumber: 1 }],
    ['negotiate.terms', monthly(600)],
    'affirm',
    'deny',
  ]);
  expect(moves.map((move) => move.kind)).toEqual(['offer', 'readBack', 'ask', 'ask', 'offer']);
  expect(moves.slice(2, 4)).toMatchObject([{ slot: 'lumpSum' }, { slot: 'lumpSum' }]);
  expect(negotiation.signing).toBeNull();
  expect(Math.min(...offersAt(moves, 4).map((offer) => offer.instalmentFen))).toBeLessThanOrEqual(60_000);
});

test('a number of months that the figure carries is put first, with what leaves more room beside it', () => {
  const { last } = play([
    ['negotiate.terms', monthly(1000)],
    ['negotiate.terms', months(36)],
  ]);
  expect(last.messageId).toBe('negotiation.offer.safer');
  expect(offersIn(last)[0]).toMatchObject({ shape: 'requested', instalmentCount: 36 });
  expect(offersIn(last)[1]?.instalmentFen).toBeLessThan(offersIn(last)[0]?.instalmentFen ?? 0);
});

test('a number of months that needs more than the customer has is answered with the nearest', () => {
  const { last } = play([eightHundred, ['negotiate.terms', months(12)]]);
  expect(last).toMatchObject({
    kind: 'nearest',
    messageId: 'negotiation.nearest.instalmentCount',
    shortfall: { slot: 'instalmentCount', asked: 12, nearest: 48, missing: 36 },
  });
});

test('a number of months that policy does not have is answered with the nearest', () => {
  expect(
    play([
      ['negotiate.terms', monthly(3000)],
      ['negotiate.terms', months(120)],
    ]).last,
  ).toMatchObject({
    kind: 'nearest',
    shortfall: { asked: 120, nearest: 60, missing: 60 },
  });
});

test('months alone are enough to begin with', () => {
  const { last } = play([['negotiate.start', months(24)]]);
  expect(offersIn(last)[0]).toMatchObject({ shape: 'requested', instalmentCount: 24 });
});

test('money at hand goes into every plan', () => {
  const { last } = play([['negotiate.terms', { ...monthly(800), ...upFront(5000) }]]);
  expect(last.kind).toBe('offer');
  expect(offersIn(last).every((offer) => offer.downPaymentFen <= 500_000)).toBe(true);
  expect(offersIn(last)[0]?.downPaymentFen).toBe(500_000);
});

test('half of it now is a share of the balance', () => {
  const { last } = play([['negotiate.terms', { ...monthly(800), lumpSumShare: 0.5 }]]);
  expect(offersIn(last)[0]?.downPaymentFen).toBe(1_321_560);
});

test('all of it now is a promise to pay and no plan', () => {
  const { moves } = play([
    ['negotiate.terms', { lumpSumShare: 1 }],
    ['negotiate.terms', { payDate: '2026-12-01' }],
  ]);
  expect(moves[0]).toMatchObject({ kind: 'ask', slot: 'payDate' });
  expect(moves[1]).toMatchObject({ kind: 'promise', amountFen: 2_643_120, payDate: '2026-12-01', recorded: false });
});

test('a first payment below what policy asks for is told with the least', () => {
  const [early, late] = shippedLimits.segments;
  if (early === undefined || late === undefined) throw new Error('two segments ship');
  const limits = {
    ...shippedLimits,
    segments: [early, { ...late, downPaymentShareMin: 0.1, downPaymentShares: [0.1, 0.2] }],
  };
  const { last } = play([['negotiate.terms', { ...monthly(800), ...upFront(1000) }]], { limits });
  expect(last).toMatchObject({
    kind: 'nearest',
    shortfall: { slot: 'lumpSum', asked: 100_000, nearest: 264_312, missing: 164_312 },
  });
});

test('instalments fall due the day after payday, or on the day asked for', () => {
  const due = (slots: object) => offersIn(play([['negotiate.terms', { ...monthly(800), ...slots }]]).last)[0];
  expect(due({})).toMatchObject({ dueDay: 15, firstDueDate: '2026-12-15' });
  expect(due({ payday: 10 })).toMatchObject({ dueDay: 11, firstDueDate: '2026-12-11' });
  // The day after these paydays would leave December out: the first day that policy's ten days allow, kept every month.
  expect(due({ payday: 28 })).toMatchObject({ dueDay: 3, firstDueDate: '2026-12-03' });
  expect(due({ payday: 'last' })).toMatchObject({ dueDay: 3 });
  expect(due({ payday: 10, dueDay: 20 })).toMatchObject({ dueDay: 20, firstDueDate: '2026-12-20' });
  expect(due({ payDate: '2027-01-05' })).toMatchObject({ dueDay: 5 });
});

test.each([
  [31, 31, 3],
  ['last', 0, 28],
] as const)('due day %s is not possible, the 28th is', (dueDay, asked, missing) => {
  const { last } = play([eightHundred, ['negotiate.terms', { dueDay }]]);
  expect(last).toMatchObject({ kind: 'nearest', shortfall: { slot: 'dueDay', asked, nearest: 28, missing } });
  expect(offersIn(last)[0]).toMatchObject({ dueDay: 28 });
});

test('the first months may be put off as far as policy goes', () => {
  expect(offersIn(play([eightHundred, ['negotiate.terms', { deferMonths: 2 }]]).last)[0]).toMatchObject({
    deferMonths: 2,
    firstDueDate: '2027-02-15',
  });
  const { last } = play([eightHundred, ['negotiate.terms', { deferMonths: 6 }]]);
  expect(last).toMatchObject({ kind: 'nearest', shortfall: { slot: 'deferMonths', asked: 6, nearest: 3, missing: 3 } });
});

test('a figure that the lightest plan would nearly use up: it is possible with no money at hand, and advised against', () => {
  const { moves, last } = play([['negotiate.terms', monthly(500)], 'deny']);
  expect(moves[0]).toMatchObject({ kind: 'ask', slot: 'lumpSum' });
  expect(last).toMatchObject({ kind: 'offer', messageId: 'negotiation.offer.tight' });
  expect(offersIn(last)).toMatchObject([{ instalmentFen: 47_966, downPaymentFen: 0, chosenAgainstAdvice: true }]);
});

test.each([300, 700])('documents of %i yuan a month: no way of asking signs more than their share', (yuan) => {
  const account = theAccount({ documentedMonthlyCapacityFen: yuan * 100 });
  const ways = [monthly(300), monthly(480), monthly(5000), months(60), months(6), { wish: 'lower' as const }];
  for (const first of ways)
    for (const second of ways) {
      const { negotiation } = play([['negotiate.terms', first], ['negotiate.terms', second], 'negotiate.reject'], {
        account,
      });
      for (const offer of negotiation.table) expect(offer.instalmentFen).toBeLessThanOrEqual(0.85 * yuan * 100);
    }
});

test('a document decides over a higher statement, and its share is never exceeded', () => {
  const { last } = play([['negotiate.terms', monthly(2000)]], {
    account: theAccount({ documentedMonthlyCapacityFen: 80_000 }),
  });
  for (const offer of offersIn(last)) expect(offer.instalmentFen).toBeLessThanOrEqual(0.85 * 80_000);
});

test('a low statement without evidence earns no money off', () => {
  const low = offersIn(play([['negotiate.terms', monthly(590)]]).last);
  const high = offersIn(play([['negotiate.terms', monthly(2500)]]).last);
  for (const offer of [...low, ...high]) {
    expect(offer.monthlyRate).toBe(0.003);
    expect(offer.interestWaiverFen).toBe(0);
    if (offer.downPaymentFen < 0.3 * 2_643_120) expect(offer.feeWaiverFen).toBe(0);
  }
});

test('a proved reason brings the relief of its rule to every plan, asked for or not', () => {
  const account = theAccount({ documentedReasons: ['illness'] });
  for (const offer of offersIn(play([['negotiate.terms', monthly(800)]], { account }).last))
    expect(offer).toMatchObject({
      reliefRuleId: 'provedHardship',
      monthlyRate: 0.002,
      feeWaiverFen: 150_000,
      interestWaiverFen: 98_624,
    });
});

test('a bare figure is monthly when small or asked for, and a single payment when it is half the balance', () => {
  expect(play([['negotiate.terms', { amount: { min: 800, max: 800 } }]]).negotiation.facts.statedMonthly?.maxFen).toBe(
    80_000,
  );
  expect(play([['negotiate.terms', { amount: { min: 15_000, max: 15_000 } }]]).negotiation.facts.lumpSum?.maxFen).toBe(
    1_500_000,
  );
  expect(
    play(['negotiate.start', ['negotiate.terms', { amount: { min: 15_000, max: 15_000 } }]]).negotiation.facts
      .statedMonthly?.maxFen,
  ).toBe(1_500_000);
});

test('fewer months than the figure allows: the counter says what they would take a month', () => {
  const { last } = play([
    ['negotiate.terms', monthly(600)],
    ['negotiate.terms', months(24)],
  ]);
  expect(last).toMatchObject({ kind: 'nearest', shortfall: { slot: 'instalmentCount', asked: 24, nearest: 60 } });
  expect(last.kind === 'nearest' && (last.shortfall.instalmentAtAsked ?? 0) > 60_000).toBe(true);
});

test('a first payment named late is answered, and not passed over for what was on the table before', () => {
  const { last } = play([
    ['negotiate.terms', monthly(1000)],
    ['negotiate.terms', monthly(500)],
    ['negotiate.terms', upFront(2900)],
  ]);
  expect(last).toMatchObject({ kind: 'offer', messageId: 'negotiation.offer.tight' });
  expect(offersIn(last)[0]).toMatchObject({
    downPaymentFen: 290_000,
    instalmentFen: 42_677,
    chosenAgainstAdvice: true,
  });
});

test('documents that carry no plan without a first payment, and none to pay it from: a hardship review, and no figure to find', () => {
  const account = theAccount({ documentedMonthlyCapacityFen: 30_000 });
  const { moves } = play([['negotiate.terms', monthly(364)], 'deny'], { account });
  expect(moves.map(({ kind }) => kind)).toEqual(['ask', 'hardship']);
});
