// Which offer is meant, and what a bare yes or no is worth.
import { certainTurn } from '../../../../data/domain/customer/customerTurn';
import { nextMove } from '../../../../data/domain/negotiation/nextMove';
import { atMost, monthly, offersAt, offersIn, play, shippedLimits, theAccount, today, upFront } from './bargaining';

const menu = ['negotiate.terms', { ...monthly(3000), payday: 15 }] as const;

test.each([
  ['by its number', { offerNumber: 2 }, 2],
  ['by its months', { instalmentCount: { min: 60, max: 60 } }, 3],
  ['by its amount in whole yuan', { monthlyAmount: { min: 1508, max: 1508 } }, 2],
  ['by its amount to the nearest yuan', { monthlyAmount: { min: 1141, max: 1141 } }, 1],
  ['by its amount to the fen', { amount: { min: 1508.21, max: 1508.21 } }, 2],
])('an offer is taken %s', (_, slots, number) => {
  expect(play([menu, ['negotiate.accept', slots]]).last).toMatchObject({ kind: 'readBack', offer: { number } });
});

test.each([
  ['no word of which', {}],
  ['a number that is not on the table', { offerNumber: 9 }],
])('with %s the engine asks which', (_, slots) => {
  expect(play([menu, ['negotiate.accept', slots]]).last).toMatchObject({ kind: 'ask', slot: 'offer' });
});

test.each([
  ['months', { instalmentCount: { min: 6, max: 6 } }],
  ['amount', { monthlyAmount: { max: 123 } }],
])('a yes to %s that no offer has is a counter-offer', (_, slots) => {
  expect(play([menu, ['negotiate.accept', slots]], { hasNoMoney: true }).last).toMatchObject({ kind: 'nearest' });
});

test('a yes to a figure that two offers share asks which of them', () => {
  const withStart = ['negotiate.terms', { ...monthly(800), ...upFront(3000) }] as const;
  const twoOf60 = play([withStart, ['negotiate.terms', { wish: 'noDownPayment' }], ['negotiate.terms', upFront(3000)]]);
  expect(twoOf60.negotiation.table.filter(({ instalmentCount }) => instalmentCount === 60)).toHaveLength(2);
  const { table } = twoOf60.negotiation;
  const from = { ...twoOf60.negotiation, shownNumbers: table.map(({ number }) => number) };
  const byCount = play([['negotiate.accept', { instalmentCount: { min: 60, max: 60 } }]], { from });
  expect(byCount.last).toMatchObject({ kind: 'ask', slot: 'offer' });
});

test('a bare yes to several offers asks which, to a single one it reads that back', () => {
  expect(play([menu, 'affirm']).last).toMatchObject({ kind: 'ask', slot: 'offer' });
  const single = play([['negotiate.terms', { ...monthly(300), lumpSum: { min: 10_000, max: 10_000 } }]]);
  expect(offersIn(single.last)).toHaveLength(1);
  expect(play(['affirm'], { from: single.negotiation }).last.kind).toBe('readBack');
});

test('asked which for the third time, the offers are shown again instead', () => {
  const { moves } = play([menu, 'affirm', 'affirm', 'affirm']);
  expect(moves.map((move) => move.kind)).toEqual(['offer', 'ask', 'ask', 'offer']);
});

test('no to a read-back goes back to the same offers', () => {
  const { moves } = play([
    menu,
    ['negotiate.accept', { offerNumber: 1 }],
    'deny',
    ['negotiate.accept', { offerNumber: 3 }],
  ]);
  expect(moves[2]).toMatchObject({ kind: 'offer' });
  expect(offersAt(moves, 2)).toEqual(offersAt(moves, 0));
  expect(moves[3]).toMatchObject({ kind: 'readBack', offer: { number: 3 } });
});

test('an offer shown earlier can still be taken by its number', () => {
  const { last } = play([menu, ['negotiate.terms', monthly(600)], ['negotiate.accept', { offerNumber: 2 }]]);
  expect(last).toMatchObject({ kind: 'readBack', offer: { number: 2, instalmentFen: 150_821 } });
});

test('a question in between changes nothing, also during a read-back', () => {
  const { moves } = play([
    menu,
    'ask.creditReport',
    ['negotiate.accept', { offerNumber: 1 }],
    'ask.legalAction',
    'affirm',
  ]);
  expect(offersAt(moves, 1)).toEqual(offersAt(moves, 0));
  expect(moves[3]).toMatchObject({ kind: 'readBack', offer: { number: 1 } });
  expect(moves[4]?.kind).toBe('agreed');
});

test('offers stay until their last day and are made anew after it', () => {
  const { negotiation } = play([menu, 'goodbye']);
  const onLastDay = play([['negotiate.accept', { offerNumber: 1 }]], { from: negotiation, today: '2026-11-30' });
  expect(onLastDay.last).toMatchObject({ kind: 'readBack', offer: { number: 1 } });
  const tooLate = play([['negotiate.accept', { offerNumber: 1 }]], { from: negotiation, today: '2026-12-01' });
  expect(tooLate.last.kind).toBe('offer');
  expect(offersIn(tooLate.last).map((offer) => offer.number)).toEqual([4, 5, 6]);
  expect(offersIn(tooLate.last)[0]).toMatchObject({ validUntil: '2026-12-08' });
});

test('a yes that comes after the offer has run out agrees to nothing', () => {
  const { negotiation } = play([menu, ['negotiate.accept', { offerNumber: 1 }]]);
  expect(play(['affirm'], { from: negotiation, today: '2026-12-01' }).last.kind).not.toBe('agreed');
});

test('a payment in the meantime lowers what is on the table, under the same numbers', () => {
  const { negotiation } = play([menu]);
  const paid = theAccount({ balanceFen: 2_443_120, principalFen: 1_800_000 });
  const { move } = nextMove(
    negotiation,
    certainTurn('negotiate.accept', { offerNumber: 1 }),
    paid,
    shippedLimits,
    today,
  );
  expect(move).toMatchObject({ kind: 'readBack', offer: { number: 1, financedFen: 2_443_120, instalmentCount: 24 } });
});

test('more interest in the meantime raises nothing that is on the table', () => {
  const { negotiation } = play([menu]);
  const later = theAccount({ balanceFen: 2_653_120, interestFen: 503_120 });
  const { move } = nextMove(
    negotiation,
    certainTurn('negotiate.terms', { ...monthly(3000) }),
    later,
    shippedLimits,
    '2026-11-27',
  );
  expect(offersIn(move).map((offer) => offer.instalmentFen)).toEqual([114_070, 150_821, 47_966]);
});

test('a refusal brings another shape first, and then the same offers, never another price', () => {
  const { moves } = play([
    ['negotiate.terms', atMost(800)],
    'negotiate.reject',
    'negotiate.reject',
    'negotiate.reject',
  ]);
  const rates = new Set(moves.flatMap((move) => offersIn(move).map((offer) => offer.monthlyRate)));
  expect([...rates]).toEqual([0.003]);
  expect(offersAt(moves, 3)).toEqual(offersAt(moves, 2));
});
