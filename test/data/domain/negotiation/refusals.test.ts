// A bare no earns nothing: it is asked what does not fit, and only what is said then moves the offers.
import fc from 'fast-check';
import type { Intent } from '../../../../data/domain/customer/customerTurn';
import { arbitraryAccount, arbitraryLimits } from './arbitraries';
import { monthly, offersAt, offersIn, play } from './bargaining';

const figure = (yuan: number) => ['negotiate.terms', monthly(yuan)] as const;

test('a first no is asked what does not fit, a second one shows the same offers again', () => {
  const { moves } = play([figure(1500), 'negotiate.reject', 'negotiate.reject']);
  expect(moves[1]).toMatchObject({ kind: 'ask', messageId: 'negotiation.ask.change' });
  expect(offersAt(moves, 2)).toEqual(offersAt(moves, 0));
});

test('however often and in whatever way somebody refuses, no offer comes that was not there before', () => {
  fc.assert(
    fc.property(
      arbitraryLimits.map((limits) => ({ ...limits, roundsMax: 20, reliefToClose: false })),
      arbitraryAccount,
      fc.integer({ min: 50, max: 20_000 }),
      fc.array(fc.constantFrom<Intent>('negotiate.reject', 'deny', 'negotiate.priceRelief', 'abuse'), {
        minLength: 1,
        maxLength: 7,
      }),
      (limits, account, yuan, refusals) => {
        const before = play([figure(yuan), 'deny'], { limits, account });
        if (before.last.kind !== 'offer' && before.last.kind !== 'nearest') return;
        const after = play(refusals, { limits, account, from: before.negotiation });
        expect(after.negotiation.table).toEqual(before.negotiation.table);
      },
    ),
    { numRuns: 150 },
  );
});

test('what does not fit is answered: too long brings a shorter plan', () => {
  const { moves, last } = play([figure(1500), 'negotiate.reject', ['negotiate.terms', { wish: 'shorter' }]]);
  const shortest = Math.min(...offersAt(moves, 0).map(({ instalmentCount }) => instalmentCount));
  expect(offersIn(last)[0]?.instalmentCount).toBeLessThan(shortest);
});

test('everybody is shown the lightest plan from the start: no way of asking earns a lighter one', () => {
  const lightest = (yuan: number) => Math.min(...offersIn(play([figure(yuan)]).last).map((one) => one.instalmentFen));
  expect([800, 1500, 4000, 9000].map(lightest)).toEqual([47_966, 47_966, 47_966, 47_966]);
});
