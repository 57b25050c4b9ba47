// What is asked before an answer: the monthly figure at most once, money at hand once where the figure needs it, nothing known again.
import { certainTurn, type Intent } from '../../../../data/domain/customer/customerTurn';
import { monthly, months, offersAt, offersIn, play, theAccount, upFront } from './bargaining';

const figure = (yuan: number) => ['negotiate.terms', monthly(yuan)] as const;

test.each(['outOfScope', 'deny', 'negotiate.start', 'smalltalk', 'negotiate.reject'] as const)(
  'asked for a figure the customer has none to give (%s): offers of several lengths come, and no second question',
  (intent) => {
    const { moves, last } = play(['negotiate.start', intent as Intent]);
    expect(moves[0]).toMatchObject({ kind: 'ask', slot: 'monthlyAmount' });
    expect(last.kind).toBe('offer');
    expect(new Set(offersIn(last).map(({ instalmentCount }) => instalmentCount)).size).toBeGreaterThan(1);
    expect(offersIn(last).every(({ downPaymentFen }) => downPaymentFen === 0)).toBe(true);
  },
);

test('where documents stand the figure is not asked for: the one question is for money at hand', () => {
  const account = theAccount({ documentedMonthlyCapacityFen: 150_000 });
  const { moves, last } = play(['negotiate.start', 'outOfScope'], { account });
  expect(moves[0]).toMatchObject({ kind: 'ask', slot: 'lumpSum' });
  expect(last.kind).toBe('offer');
});

test('a number of months is enough, and a length that leaves more room stands beside it', () => {
  const [wanted, ...others] = offersIn(play([['negotiate.start', months(24)]]).last);
  expect(wanted).toMatchObject({ instalmentCount: 24 });
  expect(others.some(({ instalmentCount }) => instalmentCount > 24)).toBe(true);
});

test.each([690, 750, 1500])('%i a month leaves room, and is answered with offers at once', (yuan) => {
  expect(play([figure(yuan)]).last.kind).toBe('offer');
});

test.each([100, 300, 479])(
  '%i a month is less than any plan: money at the start is asked for, and what is missing is told',
  (yuan) => {
    const { last } = play([figure(yuan)]);
    expect(last).toMatchObject({ kind: 'ask', slot: 'lumpSum' });
    expect(offersIn(last)).toEqual([]);
    const short = last.kind === 'ask' ? last.tooLittle?.shortfall : undefined;
    expect(short).toMatchObject({ asked: yuan * 100, nearest: 47_966, missing: 47_966 - yuan * 100 });
  },
);

test.each([480, 500, 600, 680])(
  '%i a month fits a plan: it is shown at once, and money at hand is asked for beside it',
  (yuan) => {
    const { last, negotiation } = play([figure(yuan)]);
    expect(last).toMatchObject({ kind: 'ask', slot: 'lumpSum' });
    expect(offersIn(last).length).toBeGreaterThan(0);
    expect(offersIn(last).every(({ downPaymentFen }) => downPaymentFen === 0)).toBe(true);
    expect(negotiation.shownNumbers).toEqual(offersIn(last).map(({ number }) => number));
  },
);

test('a plan beside the question is chosen without an answer to it, and "none" leaves the same plans', () => {
  const chosen = play([figure(600), ['negotiate.accept', { offerNumber: 1 }]]);
  expect(chosen.last).toMatchObject({ kind: 'readBack', offer: { number: 1 } });
  const { moves, negotiation } = play([figure(600), 'deny']);
  expect(moves[1]?.kind).toBe('offer');
  expect(offersAt(moves, 1)).toEqual(offersAt(moves, 0));
  expect(negotiation.rounds).toBe(0);
});

test('money named beside the plans goes into them, and a yes is asked how much', () => {
  const { last } = play([figure(600), ['negotiate.terms', { amount: { min: 3_000, max: 3_000 } }]]);
  expect(offersIn(last)[0]).toMatchObject({ downPaymentFen: 300_000 });
  expect(play([figure(600), 'affirm']).last).toMatchObject({ kind: 'ask', slot: 'lumpSum' });
});

test('none at hand is an answer: the nearest plan follows, and money is not spoken of again', () => {
  const { moves } = play([figure(300), 'deny', figure(320), 'negotiate.reject']);
  expect(moves[1]).toMatchObject({ kind: 'nearest', shortfall: { missing: 17_966 } });
  expect(offersAt(moves, 1).every(({ downPaymentFen }) => downPaymentFen === 0)).toBe(true);
  expect(moves.slice(1).some((move) => move.kind === 'ask' && move.slot === 'lumpSum')).toBe(false);
});

test('money at hand that is named then goes into the plans', () => {
  const { last } = play([figure(300), ['negotiate.terms', { amount: { min: 12_400, max: 12_400 } }]]);
  expect(last.kind).toBe('offer');
  expect(offersIn(last)[0]).toMatchObject({ downPaymentFen: 1_240_000 });
});

test('money at hand that was named is not asked for', () => {
  expect(play([['negotiate.terms', { ...monthly(300), ...upFront(2_000) }]]).last.kind).not.toBe('ask');
});

test('a question or a word in anger in between does not bring the question again', () => {
  const { moves } = play([figure(300), { ...certainTurn('abuse'), signals: ['anger'] }, figure(310)]);
  expect(moves.filter((move) => move.kind === 'ask' && move.slot === 'lumpSum')).toHaveLength(1);
});

test.each([29_999, 30_000])(
  'money at hand is asked of everybody who owes %i yuan or not, by the debt alone',
  (owed) => {
    const account = theAccount({ balanceFen: owed * 100, principalFen: owed * 100, interestFen: 0, feesFen: 0 });
    const { last } = play([figure(9000)], { account });
    expect(last.kind).toBe(owed < 30_000 ? 'offer' : 'ask');
    if (last.kind === 'ask') expect(last.slot).toBe('lumpSum');
    expect(offersIn(last).length).toBeGreaterThan(0);
  },
);
