// Ways out of every stage: a person, a promise, a saved quote, a hardship review, the end; and no conversation for ever.

import type { Intent } from '../../../../data/domain/customer/customerTurn';
import { certainTurn } from '../../../../data/domain/customer/customerTurn';
import { type Act, atMost, monthly, months, offersAt, offersIn, play, shippedLimits, theAccount } from './bargaining';

const menu = ['negotiate.terms', { ...monthly(700, 800), payday: 15 }] as const;
const stages: readonly (readonly [string, readonly Act[]])[] = [
  ['the very beginning', []],
  ['being asked for a figure', ['negotiate.start']],
  ['offers on the table', [menu]],
  ['a counter that cannot be met', [['negotiate.terms', monthly(300)]]],
  ['a read-back', [menu, ['negotiate.accept', { offerNumber: 1 }]]],
  ['half a promise', ['promiseToPay']],
  ['a hardship review', ['hardship']],
  ['a handover, begun anew', ['human', 'negotiate.start']],
  ['having left', [menu, 'goodbye']],
];

describe.each(stages)('from %s', (_, before) => {
  test.each([
    ['human', 'handoff'],
    ['dispute', 'handoff'],
    ['alreadyPaid', 'handoff'],
    ['vulnerable', 'handoff'],
    ['hardship', 'hardship'],
    ['thirdParty', 'end'],
    ['goodbye', 'end'],
    ['cancel', 'end'],
  ] as const)('%s leads to %s', (intent: Intent, kind) => {
    expect(play([...before, intent]).last.kind).toBe(kind);
  });
  test('a promise can be made', () => {
    const slots = { lumpSum: { min: 3000, max: 3000 }, payDate: '2026-12-15' };
    expect(play([...before, ['promiseToPay', slots], 'affirm']).last).toMatchObject({
      kind: 'promise',
      recorded: true,
      amountFen: 300_000,
    });
  });
  test('a plan can still be reached', () => {
    const { last, negotiation } = play([...before, menu]);
    expect(last.kind).toBe('offer');
    const number = negotiation.shownNumbers[0] ?? 0;
    expect(play([['negotiate.accept', { offerNumber: number }], 'affirm'], { from: negotiation }).last.kind).toBe(
      'agreed',
    );
  });
});

test('leaving with offers on the table saves the quote, leaving without says goodbye', () => {
  expect(play([menu, 'goodbye']).last.messageId).toBe('negotiation.quoteSaved');
  expect(play(['negotiate.start', 'goodbye']).last.messageId).toBe('negotiation.end');
});

test('a saved quote is taken up where it was', () => {
  const { negotiation, moves } = play([menu, 'goodbye']);
  expect(offersIn(play(['negotiate.start'], { from: negotiation, today: '2026-11-25' }).last)).toEqual(
    offersAt(moves, 0),
  );
});

test('a promise is asked for what it lacks, read back, and recorded after a yes', () => {
  const { moves } = play([
    'promiseToPay',
    ['negotiate.terms', { amount: { min: 2000, max: 2000 } }],
    ['negotiate.terms', { payDate: '2026-12-15' }],
    'affirm',
    'affirm',
  ]);
  expect(moves.map((move) => move.messageId)).toEqual([
    'negotiation.ask.lumpSum',
    'negotiation.ask.payDate',
    'negotiation.promise.confirm',
    'negotiation.promise.recorded',
    'negotiation.ask.monthlyAmount',
  ]);
});

test('payday is a day to promise for', () => {
  expect(play([['promiseToPay', { lumpSum: { min: 3000, max: 3000 }, payday: 15 }]]).last).toMatchObject({
    payDate: '2026-12-15',
    recorded: false,
  });
});

test.each([
  ['too late', 3000, '2027-06-15', 300_000, '2027-01-07'],
  ['too little', 100, '2026-12-15', 132_156, '2026-12-15'],
  ['a day gone by', 3000, '2026-11-01', 300_000, '2026-11-23'],
])('a promise that is %s is answered with the nearest one', (_, yuan, payDate, amountFen, nearest) => {
  expect(play([['promiseToPay', { lumpSum: { min: yuan, max: yuan }, payDate }]]).last).toMatchObject({
    kind: 'promise',
    messageId: 'negotiation.promise.outsideLimits',
    amountFen,
    payDate: nearest,
    recorded: false,
  });
});

test('no to a promise goes back to where the talk was', () => {
  const { moves } = play([
    menu,
    ['promiseToPay', { lumpSum: { min: 3000, max: 3000 }, payDate: '2026-12-15' }],
    'deny',
  ]);
  expect(offersAt(moves, 2)).toEqual(offersAt(moves, 0));
});

test('a reason that rides along with a figure opens the review once, and the figure is not forgotten', () => {
  const turn = { ...certainTurn('negotiate.terms', atMost(800)), signals: ['hardship' as const] };
  const { moves } = play([turn, turn]);
  expect(moves.map((move) => move.kind)).toEqual(['hardship', 'offer']);
});

test.each(['negotiate.reject', 'negotiate.priceRelief', 'affirm'] as const)(
  '%s over and over comes to a person',
  (intent) => {
    const { moves } = play([menu, ...Array<Intent>(shippedLimits.roundsMax + 1).fill(intent)]);
    expect(moves.at(-1)).toMatchObject({ kind: 'handoff', reason: 'roundsMax' });
    expect(moves.slice(0, -1).every((move) => move.kind !== 'handoff')).toBe(true);
  },
);

test('small talk over and over comes to a person too', () => {
  expect(play([menu, ...Array<Intent>(60).fill('greeting')]).last).toMatchObject({
    kind: 'handoff',
    reason: 'turnsMax',
  });
});

test.each([
  ['nothing owed', { balanceFen: 0, principalFen: 0, interestFen: 0, feesFen: 0 }, 'nothingOwed'],
  [
    'a balance in the customer’s favour',
    { balanceFen: -500, principalFen: -500, interestFen: 0, feesFen: 0 },
    'nothingOwed',
  ],
  ['nothing overdue', { daysPastDue: 0 }, 'notOverdue'],
  ['a product without plans', { product: 'corporate' }, 'excluded'],
  ['too many broken arrangements', { brokenArrangements: 3 }, 'tooManyBroken'],
  ['too small a balance', { balanceFen: 49_999, principalFen: 49_999, interestFen: 0, feesFen: 0 }, 'balanceTooSmall'],
  [
    'ten million yuan',
    { balanceFen: 1_000_000_000, principalFen: 1_000_000_000, interestFen: 0, feesFen: 0 },
    'balanceTooLarge',
  ],
] as const)('%s is refused with its reason, and a person is still one word away', (_, changes, reason) => {
  const account = theAccount(changes);
  const { last } = play(['negotiate.start'], { account });
  expect(last).toMatchObject({ kind: 'refuse', reason, messageId: `negotiation.refuse.${reason}` });
  expect(last.reasons[0]?.rule).toBe(`eligibility.${reason}`);
  expect(play(['negotiate.start', 'human'], { account }).last.kind).toBe('handoff');
});

test('limits count from their own edge', () => {
  const one = { principalFen: 50_000, interestFen: 0, feesFen: 0, balanceFen: 50_000 };
  expect(play(['negotiate.start'], { account: theAccount(one) }).last.kind).toBe('ask');
  expect(play(['negotiate.start'], { account: theAccount({ brokenArrangements: 2 }) }).last.kind).toBe('ask');
  expect(play(['negotiate.start'], { account: theAccount({ daysPastDue: 1 }) }).last.kind).toBe('ask');
  const most = { principalFen: 30_000_000, interestFen: 0, feesFen: 0, balanceFen: 30_000_000 };
  expect(play(['negotiate.start'], { account: theAccount(most) }).last.kind).toBe('ask');
});

test('thirty years past due is negotiated like any other', () => {
  expect(play([menu], { account: theAccount({ daysPastDue: 10_957 }) }).last.kind).toBe('offer');
});

test('an excluded account can still promise a payment', () => {
  const slots = { lumpSum: { min: 3000, max: 3000 }, payDate: '2026-12-15' };
  expect(
    play([['promiseToPay', slots], 'affirm'], { account: theAccount({ product: 'corporate' }) }).last,
  ).toMatchObject({ kind: 'promise', recorded: true });
});

test.each([0, 100, 9_000])(
  'documents that support %i fen a month lead to a hardship review, not to a refusal',
  (fen) => {
    const account = theAccount({ documentedMonthlyCapacityFen: fen });
    expect(play([['negotiate.terms', monthly(800)]], { account }).last.kind).toBe('hardship');
    for (const said of [monthly(800), months(60)])
      expect(play(['negotiate.start', ['negotiate.terms', said]], { account }).last.kind).toBe('hardship');
  },
);
