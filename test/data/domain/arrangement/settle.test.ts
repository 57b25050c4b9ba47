// Payments come in from the bank's book, in any order and more than once, and settle what they belong to.
import fc from 'fast-check';
import { type Account, accountSchema, daysPastDueOn, owedOn } from '../../../../data/domain/account/account';
import { addPayments, restrike } from '../../../../data/domain/account/accountPayments';
import { type ArrangementRecord, newArrangement } from '../../../../data/domain/arrangement/arrangement';
import type { PromiseRecord } from '../../../../data/domain/arrangement/promiseRecord';
import { type SettleInput, settle } from '../../../../data/domain/arrangement/settle';
import { addDays } from '../../../../data/domain/calendar/calendar';
import { commonContractTerms as terms } from '../../../../data/domain/money/contractTerms';
import { anAccount, aSigning } from '../builders';

const payment = (paymentId: string, amountFen: number, paidOn: string) => ({
  paymentId,
  paidOn,
  amountFen,
  channel: 'transfer',
});
const early = (changes: Partial<Account> = {}) =>
  anAccount({ interestFen: 70_000, feesFen: 15_000, minimumDueFen: 285_000, pastDueSince: '2026-09-24', ...changes });

describe('an account after a payment', () => {
  test('on day 60 a payment goes to interest and fees first, and the minimum is lower by it', () => {
    const { account } = addPayments(early(), [payment('P1', 100_000, '2026-11-23')]);
    expect(account).toMatchObject({ principalFen: 1_985_000, interestFen: 0, feesFen: 0, minimumDueFen: 185_000 });
    expect(daysPastDueOn(account, '2026-11-23')).toBe(60);
    expect(accountSchema.parse(account)).toEqual(account);
  });

  test('from day 91 it lowers the principal, and interest runs on less from that day', () => {
    const { account } = addPayments(anAccount(), [payment('P1', 1_000_000, '2026-11-25')]);
    expect(owedOn(account, '2026-11-25')).toMatchObject({ principalFen: 1_000_000, interestFen: 493_120 + 2_000 });
    expect(owedOn(account, '2026-11-27').interestFen).toBe(493_120 + 2_000 + 1_000);
  });

  test('the minimum paid, but for ten yuan, ends the delinquency', () => {
    const { account } = addPayments(early(), [payment('P1', 284_000, '2026-11-24')]);
    expect(daysPastDueOn(account, '2026-12-30')).toBe(0);
  });

  test('everything paid leaves nothing owed, and what is over is told', () => {
    const { account, excessFen } = addPayments(early(), [payment('P1', 3_000_000, '2026-11-23')]);
    expect(owedOn(account, '2027-11-23').totalFen).toBe(0);
    expect([excessFen, account.minimumDueFen]).toEqual([915_000, 0]);
  });

  test('a payment from before the balance was struck is history only', () => {
    const { account, alreadyInBalance } = addPayments(early(), [payment('P1', 100_000, '2026-11-22')]);
    expect(owedOn(account, '2026-11-23')).toEqual(owedOn(early(), '2026-11-23'));
    expect([account.payments.length, alreadyInBalance.length]).toEqual([1, 1]);
  });

  const somePayments = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 99 }),
      amountFen: fc.integer({ min: 1, max: 900_000 }),
      day: fc.integer({ min: -5, max: 60 }),
    }),
    { selector: (one) => one.id, maxLength: 8 },
  );
  const asPayments = (some: { id: number; amountFen: number; day: number }[]) =>
    some.map((one) => payment(`P${one.id}`, one.amountFen, addDays('2026-11-23', one.day)));

  test('neither the order of payments, nor files, nor sending them again makes a difference', () => {
    fc.assert(
      fc.property(somePayments, fc.nat(8), (some, cut) => {
        const all = asPayments(some);
        const atOnce = addPayments(early(), all).account;
        const backwards = [...all].reverse();
        const inTwo = addPayments(addPayments(early(), backwards.slice(0, cut)).account, backwards).account;
        expect({ ...inTwo, struck: undefined }).toEqual({ ...atOnce, struck: undefined });
        expect(addPayments(atOnce, all).account).toBe(atOnce);
      }),
    );
  });

  test('the same figures from the bank again change nothing, and newer ones hold payments before them', () => {
    fc.assert(
      fc.property(somePayments, (some) => {
        const paid = addPayments(early(), asPayments(some)).account;
        expect(owedOn(restrike(paid, early()), '2027-03-01')).toEqual(owedOn(paid, '2027-03-01'));
        const later = early({ asOf: '2027-03-01', principalFen: 500_000 });
        expect(restrike(paid, later)).toEqual({ ...later, payments: paid.payments });
      }),
    );
    expect(restrike(early(), early({ asOf: '2026-01-01', principalFen: 1 }))).toEqual(early());
  });
});

const promise: PromiseRecord = {
  promiseId: 'PR-1',
  customerId: 'CUST-1',
  accountIds: ['ACC-1'],
  amountFen: 50_000,
  payDate: '2026-12-16',
  madeAt: '2026-11-23T02:00:00Z',
  status: 'open',
};
const signed = (): ArrangementRecord => newArrangement(aSigning());
const settled = (changes: Partial<SettleInput>) =>
  settle({
    accounts: [anAccount(), anAccount({ accountId: 'ACC-2' })],
    promises: [promise],
    arrangements: [signed()],
    payments: [],
    terms,
    today: '2026-12-16',
    timeZone: 'Asia/Shanghai',
    ...changes,
  });

describe('one file of payments', () => {
  const first = { ...payment('P1', 58_972, '2026-12-16'), accountId: 'ACC-1' };

  test('keeps the promise and the instalment, and changes one account', () => {
    const result = settled({ payments: [first] });
    expect(result.accounts.map((account) => account.accountId)).toEqual(['ACC-1']);
    expect(result.promises).toEqual([{ ...promise, status: 'kept' }]);
    expect(result.outcomes).toEqual([
      { kind: 'promise', promiseId: 'PR-1', settlement: 'kept', paidFen: 50_000 },
      { kind: 'instalment', agreementNumber: 'AG-1', number: 1, settlement: 'kept', paidFen: 58_972 },
    ]);
  });

  test('a second time changes nothing and reports nothing', () => {
    const once = settled({ payments: [first] });
    const again = settled({
      accounts: once.accounts,
      promises: once.promises,
      arrangements: once.arrangements,
      payments: [first],
    });
    expect(again).toEqual({
      accounts: [],
      promises: [],
      arrangements: [],
      outcomes: [],
      addedPaymentIds: [],
      alreadyInBalanceIds: [],
    });
  });

  test('a payment to the other card settles neither', () => {
    const result = settled({ payments: [{ ...first, accountId: 'ACC-2' }] });
    expect([result.promises, result.arrangements, result.outcomes]).toEqual([[], [], []]);
  });

  test('too little and too late is part-kept, nothing at all is broken, and two in a row may end it', () => {
    const result = settled({ payments: [{ ...first, amountFen: 20_000 }], today: '2027-01-25' });
    expect(result.outcomes).toEqual([
      { kind: 'promise', promiseId: 'PR-1', settlement: 'partKept', paidFen: 20_000 },
      { kind: 'instalment', agreementNumber: 'AG-1', number: 1, settlement: 'partKept', paidFen: 20_000 },
      { kind: 'arrangement', agreementNumber: 'AG-1', settlement: 'broken' },
    ]);
  });

  test('the last fen completes the arrangement, and what is over is told', () => {
    const result = settled({ payments: [{ ...first, amountFen: 9_000_000 }] });
    expect(result.arrangements[0]?.status).toBe('completed');
    expect(result.outcomes).toContainEqual({ kind: 'arrangement', agreementNumber: 'AG-1', settlement: 'completed' });
    expect(result.outcomes.at(-1)).toMatchObject({ kind: 'excess', accountId: 'ACC-1' });
  });
});

describe('the history of one customer', () => {
  const customer = {
    accounts: [anAccount(), anAccount({ accountId: 'ACC-2' })],
    promises: [promise],
    arrangements: [signed()],
  };
  const rows = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 30 }),
      amountFen: fc.integer({ min: 1, max: 200_000 }),
      day: fc.integer({ min: 0, max: 90 }),
      accountId: fc.constantFrom('ACC-1', 'ACC-2'),
      takenBackAfter: fc.option(fc.integer({ min: 0, max: 10 })),
    }),
    { selector: (one) => one.id, maxLength: 10 },
  );

  test('payments and reversals in any files, on any days, give the state that all of them at once give', () => {
    fc.assert(
      fc.property(rows, fc.nat(10), fc.integer({ min: 90, max: 140 }), (some, cut, days) => {
        const on = (day: number) => addDays('2026-11-23', day);
        const payments = some.map(({ id, amountFen, day, accountId }) => ({
          ...payment(`P${id}`, amountFen, on(day)),
          accountId,
        }));
        const reversals = some.flatMap(({ id, day, takenBackAfter, accountId }) =>
          takenBackAfter === null
            ? []
            : [{ paymentId: `R${id}`, reverses: `P${id}`, paidOn: on(day + takenBackAfter), channel: 'x', accountId }],
        );
        const run = (files: SettleInput['payments'][]) => {
          let state: Pick<SettleInput, 'accounts' | 'promises' | 'arrangements'> = customer;
          for (const [index, payments] of files.entries()) {
            const after = settle({ ...state, payments, terms, today: on(days + index), timeZone: 'Asia/Shanghai' });
            const newer = <T>(all: readonly T[], changed: readonly T[], id: (one: T) => string) =>
              all.map((one) => changed.find((other) => id(other) === id(one)) ?? one);
            state = {
              accounts: newer(state.accounts, after.accounts, (one) => one.accountId),
              promises: newer(state.promises, after.promises, (one) => one.promiseId),
              arrangements: newer(state.arrangements, after.arrangements, (one) => one.agreementNumber),
            };
          }
          return state;
        };
        const backwards = [...payments].reverse();
        const apart = run([backwards.slice(0, cut), backwards.slice(cut), reversals]);
        expect(apart).toEqual(run([[], [], [...payments, ...reversals]]));
      }),
    );
  });

  test('a payment that keeps a promise and an instalment, taken back, keeps neither', () => {
    const paid = { ...payment('P1', 58_972, '2026-12-16'), accountId: 'ACC-1' };
    const back = { paymentId: 'R1', reverses: 'P1', paidOn: '2026-12-18', channel: 'x', accountId: 'ACC-1' };
    const kept = settled({ payments: [paid] });
    const after = settled({ ...kept, payments: [back], today: '2026-12-20' });
    expect(after.promises[0]?.status).toBe('broken');
    expect(after.arrangements[0]?.schedule[0]).toMatchObject({ status: 'open', paidFen: 0, paidOn: null });
  });

  test('an arrangement that broke is not revived beside the one that took its place', () => {
    const next: ArrangementRecord = {
      ...signed(),
      agreementNumber: 'AG-2',
      signedOn: '2027-02-01',
      signedAt: '2027-02-01T02:00:00Z',
      schedule: signed().schedule.map((row) => ({ ...row, dueDate: addDays(row.dueDate, 80) })),
    };
    const inTime = { ...payment('P1', 58_972, '2026-12-16'), accountId: 'ACC-1' };
    const broken = settled({ today: '2027-01-25' }).arrangements;
    expect(broken[0]?.status).toBe('broken');
    const after = settled({ arrangements: [...broken, next], payments: [inTime], today: '2027-02-10' });
    expect(after.arrangements.find((one) => one.agreementNumber === 'AG-1')).toMatchObject({
      status: 'ended',
      endedOn: '2027-02-01',
    });
  });
});
