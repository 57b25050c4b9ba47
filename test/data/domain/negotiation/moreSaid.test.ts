// More said is never less given: with everything else equal, whatever a lower figure could sign can be signed with a higher one.
import fc from 'fast-check';
import type { NegotiableAccount } from '../../../../data/domain/account/account';
import type { Slots } from '../../../../data/domain/customer/customerTurn';
import type { PolicyLimits } from '../../../../data/domain/limits/policyLimits';
import type { Offer } from '../../../../data/domain/offer/offer';
import { arbitraryAccount, arbitraryLimits } from './arbitraries';
import { monthly, offersIn, play, shippedLimits, theAccount, upFront } from './bargaining';

interface World {
  readonly account: NegotiableAccount;
  readonly limits: PolicyLimits;
}
const someLimits = fc.oneof(
  arbitraryLimits.map((one) => ({ ...one, roundsMax: 10 })),
  fc.constant(shippedLimits),
);
const world: fc.Arbitrary<World> = fc.record({ account: arbitraryAccount, limits: someLimits });

const told = (world: World, ...messages: Slots[]) =>
  play(
    messages.map((slots) => ['negotiate.terms', slots] as const),
    { ...world, hasNoMoney: true },
  );

/** Asking for exactly this plan: its length, and its first payment. */
const askingFor = ({ instalmentCount, downPaymentFen }: Offer): Slots => ({
  instalmentCount: { min: instalmentCount, max: instalmentCount },
  ...(downPaymentFen === 0 ? { wish: 'noDownPayment' as const } : upFront(downPaymentFen / 100)),
});

/** The plan, or one of the same length and start that is no dearer a month, can be taken. */
function canTake(table: readonly Offer[], plan: Offer): boolean {
  return table.some(
    ({ instalmentCount, downPaymentFen, instalmentFen }) =>
      instalmentCount === plan.instalmentCount &&
      downPaymentFen === plan.downPaymentFen &&
      instalmentFen <= plan.instalmentFen,
  );
}

const twoFigures = fc
  .tuple(fc.integer({ min: 1, max: 8_000 }), fc.integer({ min: 1, max: 8_000 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

test('a higher monthly figure keeps every plan that the lower one was shown within reach', () => {
  fc.assert(
    fc.property(world, twoFigures, (one, [low, high]) => {
      for (const plan of told(one, monthly(low)).negotiation.table) {
        const { last, negotiation } = told(one, monthly(high), askingFor(plan));
        if (last.kind === 'promise' || last.kind === 'ask') return;
        expect(canTake(negotiation.table, plan)).toBe(true);
      }
    }),
    { numRuns: 250 },
  );
});

test('just above the lightest plan nothing is locked: who names a little more is shown the same plan at once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100_000, max: 9_000_000 }),
      fc.integer({ min: 1, max: 40 }),
      (balanceFen, percent) => {
        const one = {
          account: theAccount({ balanceFen, principalFen: balanceFen, interestFen: 0, feesFen: 0 }),
          limits: shippedLimits,
        };
        const lightest = Math.min(...offersIn(told(one, monthly(1)).last).map(({ instalmentFen }) => instalmentFen));
        const above = Math.ceil((lightest * (1 + percent / 100)) / 100);
        expect(told(one, monthly(above)).negotiation.table.map(({ instalmentFen }) => instalmentFen)).toContain(
          lightest,
        );
      },
    ),
    { numRuns: 150 },
  );
});

test('more money at hand never turns offers into none', () => {
  fc.assert(
    fc.property(
      world,
      fc.integer({ min: 100, max: 8_000 }),
      fc.tuple(fc.double({ min: 0, max: 0.99, noNaN: true }), fc.double({ min: 0, max: 0.99, noNaN: true })),
      (one, figure, shares) => {
        const [less, more] = shares
          .map((share) => Math.floor(share * one.account.balanceFen) / 100)
          .sort((a, b) => a - b);
        if (less === undefined || more === undefined || less === 0) return;
        const before = told(one, { ...monthly(figure), ...upFront(less) });
        const after = told(one, { ...monthly(figure), ...upFront(more) });
        if (before.last.kind === 'offer')
          expect(after.last.kind === 'offer' || after.last.kind === 'nearest').toBe(true);
      },
    ),
    { numRuns: 250 },
  );
});

test('documents that support more keep every plan that those supporting less allowed', () => {
  fc.assert(
    fc.property(world, fc.integer({ min: 100, max: 8_000 }), twoFigures, (one, figure, [low, high]) => {
      const withDocuments = (yuan: number) => ({
        ...one,
        account: { ...one.account, documentedMonthlyCapacityFen: yuan * 100 },
      });
      for (const plan of told(withDocuments(low), monthly(figure)).negotiation.table) {
        if (plan.instalmentFen > figure * 100) continue;
        const { negotiation, last } = told(withDocuments(high), monthly(figure), askingFor(plan));
        if (last.kind === 'promise' || last.kind === 'ask') return;
        expect(canTake(negotiation.table, plan)).toBe(true);
      }
    }),
    { numRuns: 250 },
  );
});
