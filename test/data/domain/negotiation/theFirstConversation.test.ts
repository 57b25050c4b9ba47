// The case the project began with, to the fen: what the customer says, and what the bank answers.
import { monthly, months, offersAt, offersIn, play } from './bargaining';

const sevenOrEight = ['negotiate.terms', { ...monthly(700, 800), payday: 15 }] as const;

test('asking for instalments without a figure is answered with a question for the figure', () => {
  expect(play(['negotiate.start']).last).toMatchObject({
    kind: 'ask',
    slot: 'monthlyAmount',
    messageId: 'negotiation.ask.monthlyAmount',
  });
});

test('"seven or eight hundred, paid on the 15th" brings plans that leave room in it, exact to the fen', () => {
  const { last } = play([sevenOrEight]);
  expect(last.kind).toBe('offer');
  const offers = offersIn(last);
  const withoutStart = offers.filter(({ downPaymentFen }) => downPaymentFen === 0);
  expect(withoutStart.map((offer) => [offer.instalmentCount, offer.instalmentFen, offer.totalFen])).toEqual([
    [60, 47_966, 2_877_955],
    [48, 58_972, 2_830_668],
  ]);
  for (const offer of offers) expect(offer.instalmentFen).toBeLessThanOrEqual(0.85 * 80_000);
  expect(withoutStart[1]).toMatchObject({
    method: 'annuity',
    monthlyRate: 0.003,
    dueDay: 16,
    firstDueDate: '2026-12-16',
    lastDueDate: '2030-11-16',
    lastInstalmentFen: 58_984,
    downPaymentFen: 0,
    validUntil: '2026-11-30',
  });
  expect(withoutStart[1]?.yearlyRateNominal).toBeCloseTo(0.034001, 6);
});

test('36 months lie within the eight hundred: shown when asked for, advised against, with an easier plan beside it', () => {
  const [asked, safer] = offersIn(play([sevenOrEight, ['negotiate.terms', months(36)]]).last);
  expect(asked).toMatchObject({
    instalmentCount: 36,
    instalmentFen: 77_331,
    totalFen: 2_783_905,
    chosenAgainstAdvice: true,
  });
  expect(safer?.chosenAgainstAdvice).toBeUndefined();
});

test('asking for less interest is explained and moves nothing', () => {
  const { moves } = play([sevenOrEight, 'negotiate.priceRelief', 'negotiate.priceRelief']);
  expect(moves[1]).toMatchObject({ kind: 'offer', messageId: 'negotiation.relief.needsEvidence' });
  expect(offersAt(moves, 1)).toEqual(offersAt(moves, 0));
  expect(offersAt(moves, 2)).toEqual(offersAt(moves, 0));
});

test('choosing, reading back and saying yes makes one agreement, and a second yes makes none', () => {
  const { moves } = play([
    sevenOrEight,
    ['negotiate.accept', { offerNumber: 1 }],
    'affirm',
    'affirm',
    ['negotiate.accept', { offerNumber: 2 }],
  ]);
  expect(moves.map((move) => move.kind)).toEqual(['offer', 'readBack', 'agreed', 'end', 'end']);
  expect(moves[2]).toMatchObject({
    agreement: {
      policyVersion: 'offers-2026-11',
      offer: { number: 1, instalmentFen: offersAt(moves, 0)[0]?.instalmentFen ?? 0 },
    },
  });
});

test('300 a month is short by 179.66, and a first payment of 12,400 closes it with room to spare', () => {
  const shortfall = {
    slot: 'monthlyAmount',
    asked: 30_000,
    nearest: 47_966,
    missing: 17_966,
    downPaymentThatCloses: 1_240_000,
  };
  const { moves, last } = play(['negotiate.start', ['negotiate.terms', monthly(300)], 'deny']);
  expect(moves[1]).toMatchObject({ kind: 'ask', slot: 'lumpSum', tooLittle: { shortfall, instalmentCount: 60 } });
  expect(last).toMatchObject({ kind: 'nearest', messageId: 'negotiation.nearest.monthlyAmount', shortfall });
  expect(offersIn(last)[0]).toMatchObject({ instalmentCount: 60, instalmentFen: 47_966 });
  const closed = play([
    'negotiate.start',
    ['negotiate.terms', monthly(300)],
    ['negotiate.terms', { lumpSum: { min: 12_400, max: 12_400 } }],
  ]);
  expect(closed.last.kind).toBe('offer');
  expect(offersIn(closed.last)[0]).toMatchObject({ downPaymentFen: 1_240_000 });
  expect(offersIn(closed.last)[0]?.instalmentFen).toBeLessThanOrEqual(0.85 * 30_000);
});
