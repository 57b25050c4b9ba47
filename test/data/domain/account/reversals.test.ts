// A direct debit comes back without cover: what was paid is taken back, and nothing of it is left anywhere.
import fc from 'fast-check';
import { type Account, accountSchema, owedOn } from '../../../../data/domain/account/account';
import { addPayments, restrike } from '../../../../data/domain/account/accountPayments';
import type { PaymentEntry } from '../../../../data/domain/account/paymentHistory';
import { addDays } from '../../../../data/domain/calendar/calendar';
import { anAccount } from '../builders';

const early = (changes: Partial<Account> = {}) =>
  anAccount({ interestFen: 70_000, feesFen: 15_000, minimumDueFen: 285_000, pastDueSince: '2026-09-24', ...changes });
const payment = (paymentId: string, amountFen: number, paidOn: string) => ({
  paymentId,
  paidOn,
  amountFen,
  channel: 'transfer',
});
const reversal = (paymentId: string, reverses: string, paidOn: string): PaymentEntry => ({
  paymentId,
  reverses,
  paidOn,
  channel: 'transfer',
});
const figures = ({ payments: _payments, reversals: _reversals, struck: _struck, ...rest }: Account) => rest;

const history = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 99 }),
    amountFen: fc.integer({ min: 1, max: 900_000 }),
    day: fc.integer({ min: 0, max: 60 }),
    takenBackAfter: fc.option(fc.integer({ min: 0, max: 30 })),
  }),
  { selector: (one) => one.id, maxLength: 8 },
);

test('a reversal undoes its payment exactly, in whatever order and how often the rows come', () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), (some, chance) => {
      const payments = some.map(({ id, amountFen, day }) => payment(`P${id}`, amountFen, addDays('2026-11-23', day)));
      const reversals = some.flatMap(({ id, day, takenBackAfter }) =>
        takenBackAfter === null ? [] : [reversal(`R${id}`, `P${id}`, addDays('2026-11-23', day + takenBackAfter))],
      );
      const shuffled = [...payments, ...reversals]
        .map((one) => ({ one, at: chance.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      const { account } = addPayments(early(), shuffled);
      const standing = payments.filter(
        ({ paymentId }) => !some.some((one) => `P${one.id}` === paymentId && one.takenBackAfter !== null),
      );
      expect(figures(account)).toEqual(figures(addPayments(early(), standing).account));
      expect(account.payments).toHaveLength(standing.length);
      expect(addPayments(account, shuffled).account).toBe(account);
      expect(accountSchema.parse(account)).toEqual(account);
      const inTwo = addPayments(addPayments(early(), payments).account, reversals).account;
      expect(inTwo).toEqual(account);
      expect(figures(restrike(account, early()))).toEqual(figures(account));
    }),
  );
});

test('a payment that the bank’s figures already held comes back in full, and bears no interest before day 91', () => {
  const { account: paid } = addPayments(early(), [payment('P1', 100_000, '2026-11-20')]);
  const { account } = addPayments(paid, [reversal('R1', 'P1', '2026-11-24')]);
  expect(owedOn(account, '2026-11-24').totalFen).toBe(owedOn(early(), '2026-11-24').totalFen + 100_000);
  expect(owedOn(account, '2026-12-24').totalFen).toBe(owedOn(early(), '2026-12-24').totalFen + 100_000);
  expect([account.minimumDueFen, account.payments]).toEqual([385_000, []]);
});

test('from day 91 it comes back as principal, where it had gone', () => {
  const { account: paid } = addPayments(anAccount(), [payment('P1', 100_000, '2026-11-20')]);
  const { account } = addPayments(paid, [reversal('R1', 'P1', '2026-11-24')]);
  expect(owedOn(account, '2026-11-24').principalFen).toBe(2_100_000);
});

test('newer figures from before the reversal are corrected by it, those from after it are left as they are', () => {
  const paid = addPayments(early(), [payment('P1', 100_000, '2026-11-24')]).account;
  const back = addPayments(paid, [reversal('R1', 'P1', '2026-11-28')]).account;
  const between = early({ asOf: '2026-11-26' });
  expect(owedOn(restrike(back, between), '2026-11-28').totalFen).toBe(owedOn(between, '2026-11-28').totalFen + 100_000);
  const later = early({ asOf: '2026-11-30' });
  expect(figures(restrike(back, later))).toEqual(figures(later));
});
