// The same facts lead to the same offers: in whatever form, in whatever order, in one message or in several.
import fc from 'fast-check';
import type { NegotiableAccount } from '../../../../data/domain/account/account';
import type { Slots } from '../../../../data/domain/customer/customerTurn';
import type { PolicyLimits } from '../../../../data/domain/limits/policyLimits';
import { arbitraryAccount, arbitraryLimits } from './arbitraries';
import { monthly, months, offersIn, play, shippedLimits, theAccount, upFront } from './bargaining';

const limits = fc.oneof(
  arbitraryLimits.map((one) => ({ ...one, roundsMax: 10 })),
  fc.constant(shippedLimits),
);
const account = fc.oneof(
  arbitraryAccount,
  fc.integer({ min: 100_000, max: 8_000_000 }).map((balance) => {
    const [interestFen, feesFen] = [Math.floor(balance / 6), Math.floor(balance / 30)];
    return theAccount({ balanceFen: balance, interestFen, feesFen, principalFen: balance - interestFen - feesFen });
  }),
);

/** What is shown after the last message, as what it would cost and when; numbers and shapes tell only how it came about. */
function shown(messages: readonly Slots[], of: { account: NegotiableAccount; limits: PolicyLimits }) {
  const { last } = play(
    messages.map((slots) => ['negotiate.terms', slots] as const),
    { ...of, hasNoMoney: true },
  );
  const plans = offersIn(last).map(
    ({ downPaymentFen, instalmentCount, instalmentFen, totalFen, firstDueDate, dueDay }) =>
      `${downPaymentFen}+${instalmentCount}×${instalmentFen}=${totalFen} ${firstDueDate} ${dueDay}`,
  );
  return { kind: last.kind, plans: plans.sort() };
}

const yuan = fc.integer({ min: 50, max: 6_000 });

test('one figure, "at most", "at least" and a narrow range with the same upper end are one and the same', () => {
  fc.assert(
    fc.property(limits, account, yuan, fc.option(fc.integer({ min: 1, max: 28 })), (policy, one, figure, payday) => {
      const told = (slots: Slots) =>
        shown([{ ...slots, ...(payday === null ? {} : { payday }) }], { account: one, limits: policy });
      const forms: Slots[] = [
        { monthlyAmount: { max: figure } },
        { monthlyAmount: { min: figure } },
        monthly(figure * 0.999, figure),
        monthly(figure, figure * 0.999),
      ];
      for (const form of forms) expect(told(form)).toEqual(told(monthly(figure)));
    }),
    { numRuns: 200 },
  );
});

const wishes: fc.Arbitrary<Slots> = fc.record(
  {
    instalmentCount: fc.integer({ min: 1, max: 70 }).map((n) => ({ min: n, max: n })),
    dueDay: fc.integer({ min: 1, max: 31 }),
    deferMonths: fc.integer({ min: 1, max: 6 }),
  },
  { requiredKeys: [] },
);

test('a figure and wishes: each alone, in any order, or all in one message', () => {
  fc.assert(
    fc.property(limits, account, yuan, wishes, fc.infiniteStream(fc.nat()), (policy, one, figure, wished, order) => {
      const parts: Slots[] = [
        monthly(figure),
        ...Object.entries(wished).map(([name, value]): Slots => ({ [name]: value })),
      ];
      const shuffled = parts
        .map((part) => ({ part, at: order.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ part }) => part);
      const world = { account: one, limits: policy };
      const together = shown([{ ...monthly(figure), ...wished }], world);
      expect(shown(shuffled, world).plans).toEqual(together.plans);
    }),
    { numRuns: 300 },
  );
});

test('"36 months", then "900" is "900 over 36 months", and the wish goes on standing', () => {
  fc.assert(
    fc.property(yuan, fc.constantFrom(6, 12, 18, 24, 30, 36, 48, 60, 40), account, (figure, count, one) => {
      const world = { account: one, limits: shippedLimits };
      const together = shown([{ ...monthly(figure), ...months(count) }], world);
      expect(shown([months(count), monthly(figure)], world)).toEqual(together);
      expect(shown([monthly(figure), months(count)], world)).toEqual(together);
    }),
    { numRuns: 200 },
  );
});

test('money for the start, before the figure, after it, or with it', () => {
  const share = fc.double({ min: 0.01, max: 0.45, noNaN: true });
  fc.assert(
    fc.property(limits, account, yuan, share, (policy, one, figure, part) => {
      const cash = upFront(Math.max(1, Math.floor((part * one.balanceFen) / 100)));
      const world = { account: one, limits: policy };
      const together = shown([{ ...monthly(figure), ...cash }], world).plans;
      for (const parted of [
        [cash, monthly(figure)],
        [monthly(figure), cash],
      ])
        for (const plan of together) expect(shown(parted, world).plans).toContain(plan);
    }),
    { numRuns: 200 },
  );
});
