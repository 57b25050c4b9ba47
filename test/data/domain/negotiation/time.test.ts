// Time costs what policy says: no deferral, due day or first date takes a plan below the floor rate or gives a month for nothing.
import fc from 'fast-check';
import { addDays } from '../../../../data/domain/calendar/calendar';
import type { Slots } from '../../../../data/domain/customer/customerTurn';
import { segmentFor } from '../../../../data/domain/limits/policyLimits';
import { buildOfferGrid, termsAt } from '../../../../data/domain/negotiation/offers/offerGrid';
import { instalmentParts } from '../../../../data/domain/offer/instalmentAmounts';
import type { Offer } from '../../../../data/domain/offer/offer';
import { arbitraryAccount, arbitraryLimits, arbitraryTurns } from './arbitraries';
import { monthly, months, offersIn, play, shippedLimits, theAccount, today } from './bargaining';

const fiveThousand = theAccount({ balanceFen: 500_000, principalFen: 500_000, interestFen: 0, feesFen: 0 });
const told = (slots: Slots, account = theAccount(), day = today) =>
  play([['negotiate.terms', slots]], { account, today: day }).last;

/** Monthly rate, all fees in, at which the payments are worth what they pay off, by halving. */
function rateOf(offer: Offer, freeMonths: number): number {
  const payments = instalmentParts(offer).map(({ paymentFen }) => paymentFen);
  const worth = (rate: number) => payments.reduce((sum, fen, k) => sum + fen / (1 + rate) ** (freeMonths + k + 1), 0);
  let [low, high] = [0, 0.1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (worth(middle) > offer.financedFen) low = middle;
    else high = middle;
  }
  return low;
}

const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
/** Calendar months after the next one in which nothing falls due yet; the next one is free where policy's ten days fill it. */
const unpaidMonths = ({ firstDueDate }: Offer, day: string) => monthOf(firstDueDate) - monthOf(addDays(day, 10)) - 1;

test('5,000 over six months, three of them put off: only as many as leave the floor rate', () => {
  const last = told({ ...monthly(2000), ...months(6), deferMonths: 3 }, fiveThousand);
  const asked = offersIn(last).filter(({ instalmentCount }) => instalmentCount === 6);
  expect(asked.length).toBeGreaterThan(0);
  for (const offer of asked) {
    expect(offer.deferMonths).toBeLessThan(3);
    expect(offer.yearlyRateNominal).toBeGreaterThanOrEqual(12 * 0.002);
  }
});

test('no conversation takes a plan with free time below the floor, or gives more of it than policy has', () => {
  fc.assert(
    fc.property(
      arbitraryLimits,
      arbitraryAccount,
      arbitraryTurns,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (drawn, account, turns, floorShare) => {
        const segments = drawn.segments.map((one) => ({ ...one, monthlyRateFloor: one.monthlyRateList * floorShare }));
        const limits = {
          ...drawn,
          segments,
          reliefRules: drawn.reliefRules.map((rule) => ({ ...rule, monthlyRate: null })),
        };
        const segment = segmentFor(limits, account);
        if (segment === null) return;
        for (const offer of play(turns, { account, limits }).negotiation.table) {
          // Beyond the month of policy's own first instalment.
          const own = addDays(today, segment.firstPaymentDaysMin);
          const ownMonth = monthOf(own) + (Number(own.slice(8)) > limits.dueDayDefault ? 1 : 0);
          const free = Math.max(0, monthOf(offer.firstDueDate) - ownMonth);
          expect(free).toBeLessThanOrEqual(segment.deferMonthsMax);
          if (free > 0 && offer.financedFen > 1_000)
            expect(rateOf(offer, free)).toBeGreaterThanOrEqual(segment.monthlyRateFloor - 1e-5);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test.each(['2026-11-23', '2026-11-05', '2026-12-25', '2027-01-31'])(
  'on %s no day of the month by itself gives a month for nothing, whatever policy puts off',
  (day) => {
    for (let dueDay = 1; dueDay <= 31; dueDay++)
      for (const slots of [{ dueDay }, { payday: dueDay }]) {
        const { last } = play([['negotiate.terms', { ...monthly(1200), ...slots }]], { today: day });
        expect(offersIn(last).length).toBeGreaterThan(0);
        for (const offer of offersIn(last)) expect(unpaidMonths(offer, day)).toBeLessThanOrEqual(0);
      }
  },
);

test('a plan at the floor rate is put off by nobody: the nearest first date is told', () => {
  const proved = theAccount({ documentedReasons: ['illness'] });
  for (const slots of [{ deferMonths: 2 }, { startDate: '2027-02-01' }]) {
    const last = told({ ...monthly(1200), ...slots }, proved);
    expect(last).toMatchObject({ kind: 'nearest' });
    for (const { deferMonths, firstDueDate } of offersIn(last))
      expect([deferMonths, firstDueDate]).toEqual([0, '2026-12-15']);
  }
});

/** What the payments are worth today at 0.8 % a month if all are made. */
const worthToday = (offer: Offer): number =>
  instalmentParts(offer).reduce(
    (sum, { paymentFen }, k) => sum + paymentFen * 1.008 ** -(offer.deferMonths + k + 1),
    offer.downPaymentFen,
  );

test('who asks to begin later is offered one shorter plan, worth as much today, beside what begins at once', () => {
  const lengths = [6, 12, 18, 24, 30, 36, 48, 60];
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 8_000 }), fc.integer({ min: 1, max: 3 }), (figure, deferMonths) => {
      const plain = offersIn(told(monthly(figure)));
      const answer = told({ ...monthly(figure), deferMonths });
      const put = offersIn(answer);
      const lightest = Math.min(...plain.map(({ instalmentFen }) => instalmentFen));
      const heavier = plain.filter(({ instalmentFen }) => instalmentFen > lightest);
      const later = put.filter((offer) => offer.deferMonths > 0);
      expect(later.length).toBeGreaterThan(0);
      expect(later).toHaveLength(1);
      expect(put.map(({ instalmentFen }) => instalmentFen)).toContain(lightest);
      const least = Math.min(...(heavier.length > 0 ? heavier : plain).map(worthToday));
      const [why] = answer.reasons.filter(({ rule }) => rule.startsWith('deferral.'));
      for (const offer of later) {
        expect(why?.facts).toMatchObject({ deferMonths: offer.deferMonths, instalmentCount: offer.instalmentCount });
        if (worthToday(offer) >= least - 100) continue;
        // Nothing that leaves room pays for the time: then it is the shortest that does leave room.
        const shorter = lengths[lengths.indexOf(offer.instalmentCount) - 1];
        if (shorter === undefined) continue;
        const [asked] = offersIn(told({ ...monthly(figure), ...months(shorter), deferMonths }));
        const isOpen = asked?.instalmentCount === shorter && asked.deferMonths >= offer.deferMonths;
        expect(isOpen && asked.instalmentFen <= figure * 85).toBe(false);
      }
    }),
    { numRuns: 100 },
  );
});

test.each<readonly [string, Slots, string]>([
  ['twenty years away', { startDate: '2046-12-01' }, '2027-03-15'],
  ['a payment date twenty years away', { payDate: '2046-12-15' }, '2027-03-15'],
  ['gone by', { startDate: '2019-05-01' }, '2026-12-15'],
  ['a payment date gone by', { payDate: '2019-05-15' }, '2026-12-15'],
])('a first day %s is answered as such, with the nearest there is', (_, slots, nearest) => {
  const asked = slots.startDate ?? slots.payDate;
  expect(told({ ...monthly(1200), ...slots })).toMatchObject({
    kind: 'nearest',
    messageId: 'negotiation.nearest.startDate',
    shortfall: { slot: 'startDate', dates: { asked, nearest } },
  });
});

test('one payment date inside what policy has is the first day, on that day of the month', () => {
  expect(offersIn(told({ ...monthly(1200), payDate: '2027-01-05' }))[0]).toMatchObject({
    dueDay: 5,
    firstDueDate: '2027-01-05',
  });
});

test('every row of the grid that begins later pays for its time', () => {
  const segment = segmentFor(shippedLimits, theAccount());
  if (segment === null) throw new Error('the shipped policy takes the account');
  const grid = buildOfferGrid({ limits: shippedLimits, segment, account: theAccount(), deferMonths: [0, 1, 2, 3] });
  expect(grid.removed.freeTime).toBeGreaterThan(0);
  for (let i = 0; i < grid.size; i++) {
    const terms = termsAt(grid, i);
    const [financedFen, interestFreeFen] = [grid.financedFen[i] ?? 0, grid.interestFreeFen[i] ?? 0];
    const plan = { ...terms, financedFen, interestFreeFen } as Offer;
    if (terms.deferMonths > 0) expect(rateOf(plan, terms.deferMonths)).toBeGreaterThanOrEqual(0.002 - 1e-6);
  }
});
