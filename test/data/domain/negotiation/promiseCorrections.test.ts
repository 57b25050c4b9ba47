// A promise that was read back is corrected by a no with a figure or a day, and a yes with another figure is not yet a yes.
import { play, upFront } from './bargaining';

const promise = ['promiseToPay', { ...upFront(3000), payDate: '2026-12-15' }] as const;

test.each([
  ['deny', { payDate: '2026-12-20' }],
  ['negotiate.terms', { payDate: '2026-12-20' }],
  ['negotiate.terms', { dueDay: 20 }],
  ['negotiate.reject', { payDate: '2026-12-20' }],
  ['affirm', { payDate: '2026-12-20' }],
] as const)('%s with %j moves the day and keeps the amount', (intent, slots) => {
  expect(play([promise, [intent, slots]]).last).toMatchObject({
    kind: 'promise',
    recorded: false,
    amountFen: 300_000,
    payDate: '2026-12-20',
  });
});

test('another amount replaces the first, and the yes after it records that one', () => {
  const { moves } = play([promise, ['deny', { amount: { min: 2000, max: 2000 } }], 'affirm']);
  expect(moves).toMatchObject([
    { recorded: false, amountFen: 300_000 },
    { recorded: false, amountFen: 200_000 },
    { recorded: true, amountFen: 200_000, payDate: '2026-12-15' },
  ]);
});

test('a bare no makes no promise', () => {
  expect(play([promise, 'deny']).last.kind).not.toBe('promise');
});
