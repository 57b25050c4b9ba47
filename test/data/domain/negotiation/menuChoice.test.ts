// The menu offers a choice: at most three plans that differ in length or size, the lightest among them, and no first payment unasked.
import fc from 'fast-check';
import type { NegotiableAccount } from '../../../../data/domain/account/account';
import { shareOf } from '../../../../data/domain/money/money';
import { arbitraryAccount, arbitraryLimits } from './arbitraries';
import { monthly, months, offersIn, play, shippedLimits, theAccount, upFront } from './bargaining';

const yuan = fc.integer({ min: 50, max: 20_000 });

test('a menu holds at most three plans, of different size each, never three of one length', () => {
  fc.assert(
    fc.property(arbitraryLimits, arbitraryAccount, yuan, (limits, account, figure) => {
      const { last } = play([['negotiate.terms', monthly(figure)]], { limits, account, hasNoMoney: true });
      if (last.kind !== 'offer') return;
      expect(last.offers.length).toBeLessThanOrEqual(3);
      expect(new Set(last.offers.map(({ instalmentFen }) => instalmentFen)).size).toBe(last.offers.length);
      if (last.offers.length === 3)
        expect(new Set(last.offers.map(({ instalmentCount }) => instalmentCount)).size).toBeGreaterThan(1);
    }),
    { numRuns: 200 },
  );
});

test('no first payment is proposed that nobody spoke of, beyond what policy asks of everybody', () => {
  fc.assert(
    fc.property(arbitraryLimits, arbitraryAccount, yuan, (limits, account, figure) => {
      const { last, negotiation } = play([['negotiate.terms', monthly(figure)]], { limits, account });
      const segment = limits.segments.find(({ segmentId }) => segmentId === negotiation.pricedOn[1]?.segmentId);
      const least = shareOf(account.balanceFen, segment?.downPaymentShareMin ?? 0);
      for (const offer of offersIn(last)) expect(offer.downPaymentFen).toBeLessThanOrEqual(least);
    }),
    { numRuns: 200 },
  );
});

test.each([600, 800, 1500, 4000])('with %i a month there is something to choose, the lightest among it', (figure) => {
  const { last } = play([['negotiate.terms', monthly(figure)]], { hasNoMoney: true });
  const counts = offersIn(last).map(({ instalmentCount }) => instalmentCount);
  expect(counts).toContain(60);
  if (figure >= 800) expect(new Set(counts).size).toBeGreaterThan(1);
});

test('money at hand goes into the plans with the relief that it earns', () => {
  const { last } = play([['negotiate.terms', { ...monthly(2000), ...upFront(9000) }]]);
  for (const offer of offersIn(last))
    expect(offer).toMatchObject({ downPaymentFen: 900_000, reliefRuleId: 'largeFirstPayment' });
});

test.each([1, 99.99])('a start of %d yuan is too little for a plan of its own: the plans stand without it', (start) => {
  const plain = offersIn(play([['negotiate.terms', monthly(1500)]]).last);
  const small = offersIn(play([['negotiate.terms', { ...monthly(1500), ...upFront(start) }]]).last);
  expect(small).toEqual(plain);
});

test('a start of most of the balance is brought to what policy allows, and the rest is spread', () => {
  const { last } = play([['negotiate.terms', { ...monthly(1500), lumpSumShare: 0.85 }]]);
  const most = shareOf(theAccount().balanceFen, shippedLimits.segments[1]?.downPaymentShareMax ?? 0);
  expect(last.kind).toBe('offer');
  for (const offer of offersIn(last)) expect(offer.downPaymentFen).toBe(most);
});

test('a start of more than is owed is a payment in full', () => {
  const { last } = play([['negotiate.terms', { ...monthly(1500), ...upFront(30_000) }]]);
  expect(last).toMatchObject({ kind: 'ask', slot: 'payDate' });
});

test('a start that is taken back leaves the plans without it', () => {
  const { last, negotiation } = play([
    ['negotiate.terms', { ...monthly(1500), ...upFront(5000) }],
    ['negotiate.terms', { wish: 'noDownPayment' }],
  ]);
  expect(negotiation.facts.lumpSum).toBeNull();
  expect(offersIn(last).length).toBeGreaterThan(0);
  for (const offer of offersIn(last)) expect(offer.downPaymentFen).toBe(0);
});

const lightest = (figure: number, account: NegotiableAccount) => {
  const offers = offersIn(play([['negotiate.terms', monthly(figure)]], { account, hasNoMoney: true }).last);
  return Math.min(...offers.map(({ instalmentFen }) => instalmentFen));
};

test('the light plan follows what the bank sees, and no figure that has room for it earns a lighter one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 6_000 }), fc.integer({ min: 80, max: 300 }), (supported, percent) => {
      const account = theAccount({ documentedMonthlyCapacityFen: supported * 100 });
      const figure = Math.ceil((supported * percent) / 100);
      const light = lightest(figure, account);
      expect(light).toBe(lightest(supported, account));
      expect(light).toBeLessThanOrEqual(0.5 * supported * 100);
    }),
    { numRuns: 60 },
  );
});

test('where the bank sees nothing the light plan is the lightest there is', () => {
  for (const figure of [800, 2_000, 6_000]) expect(lightest(figure, theAccount())).toBe(47_966);
});

test('a longer plan than the light one is had for the asking', () => {
  const account = theAccount({ documentedMonthlyCapacityFen: 400_000 });
  const { last } = play([['negotiate.terms', { ...monthly(4000), ...months(60) }]], { account, hasNoMoney: true });
  expect(offersIn(last)[0]).toMatchObject({ instalmentCount: 60, shape: 'requested' });
});
