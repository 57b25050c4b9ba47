// A wish has a direction: each is answered by a plan that moves that way, or by the true reason and the nearest; never by the same
// offers again without a word.
import fc from 'fast-check';
import type { Wish } from '../../../../../data/domain/customer/customerTurn';
import { negotiationSchema } from '../../../../../data/domain/negotiation/negotiation';
import type { Offer } from '../../../../../data/domain/offer/offer';
import { arbitraryAccount, arbitraryLimits } from '../arbitraries';
import { monthly, months, offersAt, offersIn, play, shippedLimits, theAccount, upFront } from '../bargaining';

const wishing = (wish: Wish) => ['negotiate.terms', { wish }] as const;
const after = (wish: Wish, yuan = 1200) => play([['negotiate.terms', monthly(yuan)], wishing(wish)]);

/** What each downward wish is measured by. */
const measures = {
  lower: (offer: Offer) => offer.instalmentFen,
  shorter: (offer: Offer) => offer.instalmentCount,
  cheaper: (offer: Offer) => offer.totalFen,
} as const;
const downward = Object.keys(measures) as (keyof typeof measures)[];

test.each(downward)(
  'the customer wants it %s: the first plan lies further that way than all that were shown, or is the furthest there is',
  (wish) => {
    const { moves, last } = play([['negotiate.terms', monthly(2500)], ['negotiate.terms', months(24)], wishing(wish)]);
    const before = offersAt(moves, 1);
    if (wish === 'lower') {
      // Everybody is shown the lightest at once: nothing lies below it.
      expect(last.wish?.id).toBe('negotiation.wish.lightest');
      return;
    }
    const [first] = offersIn(last);
    expect(last.wish?.id).toBe(`negotiation.wish.${wish}`);
    expect(first && measures[wish](first)).toBeLessThan(Math.min(...before.map(measures[wish])));
  },
);

test('every wish downwards moves that way within what was said, or names the true reason', () => {
  fc.assert(
    fc.property(
      arbitraryLimits,
      arbitraryAccount,
      fc.integer({ min: 50, max: 20_000 }),
      fc.constantFrom(...downward),
      (limits, account, yuan, wish) => {
        const { moves, last } = play([['negotiate.terms', monthly(yuan)], wishing(wish)], { limits, account });
        if (moves[0]?.kind !== 'offer') return;
        if (last.kind === 'nearest' || last.kind === 'handoff') return;
        expect(last.wish).toBeDefined();
        if (last.wish?.id !== `negotiation.wish.${wish}`) return;
        const before = offersAt(moves, 0);
        const least = Math.min(...before.map(({ downPaymentFen }) => downPaymentFen));
        const plain = before.filter(({ downPaymentFen }) => downPaymentFen === least);
        const [first] = offersIn(last);
        expect(first && measures[wish](first)).toBeLessThan(Math.min(...plain.map(measures[wish])));
        expect(first?.instalmentFen).toBeLessThanOrEqual(yuan * 100);
      },
    ),
    { numRuns: 150 },
  );
});

test('nothing lighter is allowed: the lightest is named, and money at the start is asked for, not proposed', () => {
  const { last, negotiation } = after('lower', 900);
  expect(last.wish).toEqual({ id: 'negotiation.wish.lightest', values: { count: 60, instalment: 47_966 } });
  expect(last).toMatchObject({ kind: 'ask', slot: 'lumpSum' });
  expect(negotiation.table.every(({ downPaymentFen }) => downPaymentFen === 0)).toBe(true);
});

test('the next shorter would take more than was said: how much is told, and the offers stay', () => {
  const { moves, last } = play([['negotiate.terms', { ...monthly(560), ...upFront(0) }], wishing('shorter')]);
  expect(last.wish).toEqual({
    id: 'negotiation.wish.aboveSaid',
    values: { count: 48, instalment: 58_972, most: 56_000 },
  });
  expect(offersIn(last)).toEqual(offersAt(moves, 0));
});

test('what documents do not support is refused for that reason and no other', () => {
  const account = theAccount({ documentedMonthlyCapacityFen: 60_000 });
  const { last } = play([['negotiate.terms', { ...monthly(3000), ...upFront(0) }], wishing('shorter')], { account });
  expect(last.wish?.id).toBe('negotiation.wish.aboveDocuments');
});

test('no first payment: none is shown then or later, until money for it is named', () => {
  const { moves } = play([
    ['negotiate.terms', monthly(800)],
    wishing('noDownPayment'),
    ['negotiate.terms', monthly(1500)],
    ['negotiate.terms', upFront(5000)],
  ]);
  expect(offersAt(moves, 1).every(({ downPaymentFen }) => downPaymentFen === 0)).toBe(true);
  expect(offersAt(moves, 2).every(({ downPaymentFen }) => downPaymentFen === 0)).toBe(true);
  expect(offersAt(moves, 3).some(({ downPaymentFen }) => downPaymentFen > 0)).toBe(true);
});

test('no first payment where the rules ask for one: the least of it is named', () => {
  const limits = {
    ...shippedLimits,
    segments: shippedLimits.segments.map((segment) => ({ ...segment, downPaymentShareMin: 0.1 })),
  };
  const { last } = play([['negotiate.terms', monthly(800)], wishing('noDownPayment')], { limits });
  expect(last).toMatchObject({ kind: 'nearest', shortfall: { slot: 'lumpSum', asked: 0, nearest: 264_312 } });
});

test('a first payment with no figure is asked for', () => {
  expect(after('downPayment').last).toMatchObject({ kind: 'ask', slot: 'lumpSum' });
});

test('later, with no day named: as late as the rules allow, and asked again that is said to be the latest', () => {
  const { moves } = play([['negotiate.terms', monthly(800)], wishing('later'), wishing('later')]);
  expect(moves[1]?.wish).toEqual({ id: 'negotiation.wish.later', values: { date: '2027-03-15' } });
  expect(offersAt(moves, 1).map(({ firstDueDate }) => firstDueDate)).toContain('2027-03-15');
  expect(moves[2]?.wish?.id).toBe('negotiation.wish.latest');
});

test('not before a day: the first instalment is the first due day on or after it', () => {
  const { last } = play([
    ['negotiate.terms', monthly(800)],
    ['negotiate.terms', { startDate: '2027-02-01', wish: 'later' }],
  ]);
  expect(offersIn(last)[0]?.firstDueDate).toBe('2027-02-15');
});

test('a day later than the rules allow is answered with the latest there is', () => {
  const { last } = play([
    ['negotiate.terms', monthly(800)],
    ['negotiate.terms', { startDate: '2027-06-01' }],
  ]);
  expect(last).toMatchObject({
    kind: 'nearest',
    shortfall: { slot: 'startDate', dates: { asked: '2027-06-01', nearest: '2027-03-15' } },
  });
});

test('another day with none named is asked which', () => {
  expect(after('otherDay').last).toMatchObject({ kind: 'ask', slot: 'dueDay' });
});

test.each(['pause', 'stepUp', 'settle'] as const)(
  '%s is not in the rules: that is said, and nothing on the table changes',
  (wish) => {
    const { moves, last, negotiation } = play([['negotiate.terms', monthly(800)], wishing(wish)]);
    expect(last.wish?.id).toBe(`negotiation.wish.${wish}`);
    expect(negotiation.table).toEqual(offersAt(moves, 0));
  },
);

test('"first 900, later more" answers the figure, and says what is true of the wish', () => {
  const { last } = play([['negotiate.terms', { ...monthly(900), wish: 'stepUp' }]]);
  expect(last.wish?.id).toBe('negotiation.wish.stepUp');
  expect(offersIn(last).length).toBeGreaterThan(0);
});

test('a plan that was asked for and lies within what was said is shown with the safer one beside it, never called impossible', () => {
  const { last } = play([
    ['negotiate.terms', monthly(1200)],
    ['negotiate.terms', months(24)],
  ]);
  expect(last).toMatchObject({ kind: 'offer', messageId: 'negotiation.offer.safer' });
  expect(offersIn(last)[0]).toMatchObject({ instalmentCount: 24, shape: 'requested' });
  expect(offersIn(last)[1]?.instalmentFen).toBeLessThan(offersIn(last)[0]?.instalmentFen ?? 0);
});

test.each([
  ['cheaper', (offer: Offer) => offer.totalFen],
  ['lower', (offer: Offer) => offer.instalmentFen],
  ['shorter', (offer: Offer) => offer.instalmentCount],
] as const)('"the %s one" chooses the one offer of which that is true', (wish, measure) => {
  const { moves, last } = play([
    ['negotiate.terms', monthly(2500)],
    ['negotiate.accept', { wish }],
  ]);
  const offers = offersAt(moves, 0);
  const least = Math.min(...offers.map(measure));
  const meant = offers.filter((offer) => measure(offer) === least);
  if (meant.length === 1) expect(last).toMatchObject({ kind: 'readBack', offer: { number: meant[0]?.number } });
  else expect(last).toMatchObject({ kind: 'ask', slot: 'offer' });
});

test('a negotiation saved before there were such wishes goes on without them', () => {
  const { negotiation } = after('lower');
  const { startDate: _, noDownPayment: __, ...facts } = negotiation.facts;
  const read = negotiationSchema.parse({ ...negotiation, version: 2, facts });
  expect(read).toEqual({ ...negotiation, facts: { ...facts, startDate: null, noDownPayment: false } });
});
