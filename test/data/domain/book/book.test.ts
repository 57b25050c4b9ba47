// The clerk hands over a file of accounts and a file of payments.
import fc from 'fast-check';
import { type Account, accountSchema, negotiableAccount } from '../../../../data/domain/account/account';
import { settle } from '../../../../data/domain/arrangement/settle';
import { bookTable, type KnownBook, planAccounts, planPayments } from '../../../../data/domain/book/book';
import { type Customer, customerSchema } from '../../../../data/domain/customer/customer';
import { commonContractTerms as terms } from '../../../../data/domain/money/contractTerms';
import { anAccount } from '../builders';

const today = '2026-11-23';
const header = [
  'accountId',
  'customerId',
  'idTail',
  'phone',
  'cardTail',
  'asOf',
  'principal',
  'interest',
  'fees',
  'minimumDue',
  'dueDay',
  'pastDueSince',
];
const row = (changes: Record<string, string> = {}) => {
  const cells: Record<string, string> = {
    accountId: 'ACC-1',
    customerId: 'CUST-1',
    idTail: '123x',
    phone: '138 0000 0001',
    cardTail: '6688',
    asOf: today,
    principal: '20,000.00',
    interest: '4931.2',
    fees: '1500',
    minimumDue: '8431.20',
    dueDay: '23',
    pastDueSince: '2025-08-23',
    ...changes,
  };
  return header.map((name) => cells[name] ?? '');
};
const nothing: KnownBook = {
  account: () => undefined,
  customer: () => undefined,
  hasAgency: (agencyId) => agencyId === 'AGY-01',
  accountOfPayment: () => undefined,
};
const knowing = (accounts: readonly Account[], customers: readonly Customer[] = []): KnownBook => ({
  ...nothing,
  account: (accountId) => accounts.find((account) => account.accountId === accountId),
  customer: (customerId) => customers.find((customer) => customer.customerId === customerId),
});
const accounts = (records: string[][], known = nothing) => planAccounts(bookTable(records), known, today);
const planned = (records: string[][], known = nothing) => {
  const result = accounts(records, known);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.plan;
};
const errors = (records: string[][], known = nothing) => {
  const result = accounts(records, known);
  return result.ok ? [] : result.errors.map(({ line, field, problem }) => `${line} ${field} ${problem}`);
};

describe('an accounts file', () => {
  test('gives accounts and their holders, to the fen', () => {
    const plan = planned([header, row()]);
    expect(plan.accounts).toEqual([anAccount({ statementDay: 1 })]);
    expect(plan.customers).toEqual([
      {
        customerId: 'CUST-1',
        idTail: '123X',
        phone: '13800000001',
        displayName: '',
        locale: 'zh-CN',
        accountIds: ['ACC-1'],
      },
    ]);
    expect(accountSchema.safeParse(plan.accounts[0]).success).toBe(true);
    expect(customerSchema.safeParse(plan.customers[0]).success).toBe(true);
  });

  test('may name its columns in another manner, give fen, lists, and columns of the bank’s own', () => {
    const names = ['\uFEFFAccount ID', ...header.slice(1), 'x_branch', 'salary_credits', 'flags'];
    const fen = names.map((name) => (name === 'principal' ? 'principal_fen' : name));
    const cells = [...row({ principal: '2000000' }), 'Wuxi', '6,000.00; 6100', 'dispute;ceaseContact'];
    expect(planned([fen, cells]).accounts[0]).toMatchObject({
      principalFen: 2_000_000,
      salaryCreditsFen: [600_000, 610_000],
      flags: ['dispute', 'ceaseContact'],
    });
  });

  test('may say which reasons for relief documents prove, and only those that policy knows', () => {
    const names = [...header, 'documentedReasons'];
    const [account] = planned([names, [...row(), 'illness; unemployed']]).accounts;
    expect(account?.documentedReasons).toEqual(['illness', 'unemployed']);
    if (account === undefined) throw new Error('no account was planned');
    expect(negotiableAccount([account], today).documentedReasons).toEqual(['illness', 'unemployed']);
    expect(planAccounts(bookTable([names, [...row(), 'boredom']]), knowing([], []), today)).toMatchObject({
      ok: false,
      errors: [{ line: 2, field: 'documentedReasons', problem: 'notAReason' }],
    });
  });

  test('twice is the same as once', () => {
    const first = planned([header, row()]);
    const again = planned([header, row()], knowing(first.accounts, first.customers));
    expect(again).toEqual({ accounts: [], customers: [], rows: 1, unchanged: 1, older: 0 });
    const turned = first.accounts.map((account) => Object.fromEntries(Object.entries(account).reverse()));
    expect(
      planned(
        [header, row()],
        knowing(
          turned.map((one) => accountSchema.parse(one)),
          first.customers,
        ),
      ).unchanged,
    ).toBe(1);
  });

  test('older than what we hold changes nothing and says so', () => {
    const known = knowing([anAccount()], planned([header, row()]).customers);
    expect(planned([header, row({ asOf: '2026-11-01', principal: '1', minimumDue: '1' })], known)).toMatchObject({
      accounts: [],
      older: 1,
    });
  });

  test('with two cards gives one customer', () => {
    const plan = planned([header, row(), row({ accountId: 'ACC-2', cardTail: '7799' })]);
    expect(plan.customers.map((customer) => customer.accountIds)).toEqual([['ACC-1', 'ACC-2']]);
  });

  test.each([
    ['principal', '-1', 'notAnAmount'],
    ['principal', '1.234', 'notAnAmount'],
    ['principal', '', 'missing'],
    ['principal', '1,00', 'notAnAmount'],
    ['minimumDue', '26431.21', 'outOfRange'],
    ['cardTail', '668', 'notFourDigits'],
    ['idTail', '12', 'notAnIdTail'],
    ['phone', 'call me', 'notANumberOfPhone'],
    ['asOf', '2026-02-30', 'notADate'],
    ['asOf', '2026-11-24', 'inFuture'],
    ['pastDueSince', '2026-11-24', 'inFuture'],
    ['dueDay', '29', 'outOfRange'],
    ['dueDay', 'x', 'notANumber'],
    ['accountId', 'a\tb', 'notText'],
  ])('with %s "%s" is refused as %s, and nothing of it is taken', (field, cell, problem) => {
    expect(errors([header, row({ accountId: 'ACC-0', customerId: 'CUST-0' }), row({ [field]: cell })])).toEqual([
      `3 ${field} ${problem}`,
    ]);
  });

  test('reports every wrong row with its line, and rows against each other', () => {
    const other = row({ accountId: 'ACC-2', phone: '13900000000' });
    expect(errors([header, row(), row(), [...row(), 'more'], other, row({ dueDay: '' })])).toEqual([
      '4  tooManyCells',
      '6 dueDay missing',
    ]);
    expect(errors([header, row(), row(), other])).toEqual(['3 accountId duplicate', '4 customerId differsInFile']);
  });

  test('cannot give a known card to another customer, or place it with an unknown agency', () => {
    expect(errors([header, row({ customerId: 'CUST-2' })], knowing([anAccount()]))).toEqual([
      '2 customerId otherCustomer',
    ]);
    expect(
      errors([
        [...header, 'agencyId'],
        [...row(), 'AGY-99'],
      ]),
    ).toEqual(['2 agencyId unknownAgency']);
    expect(
      planned([
        [...header, 'agencyId'],
        [...row(), 'AGY-01'],
      ]).accounts[0]?.agencyId,
    ).toBe('AGY-01');
  });

  test('without a column that is needed, with one twice, or with no rows at all is refused', () => {
    expect(errors([header.slice(1), row().slice(1)])).toEqual(['1 accountId missingColumn']);
    expect(
      errors([
        [...header, 'principalFen'],
        [...row(), '1'],
      ]),
    ).toEqual(['1 principal doubleColumn']);
    expect(errors([header, header.map(() => '')])).toEqual(['1  empty']);
    expect(errors([])).toEqual(['1  noKnownColumn']);
  });

  test('whatever is in it gives accounts or problems, never an exception', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('1', '2026-11-23', '6688', '0.5', '__proto__', '=1+1', '💴'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 5 }), (rows) => {
        const result = accounts([header, ...rows]);
        if (result.ok) for (const account of result.plan.accounts) accountSchema.parse(account);
        else expect(result.errors.length).toBeGreaterThan(0);
      }),
    );
  });
});

const paymentHeader = ['paymentId', 'accountId', 'paidOn', 'amount', 'channel'];
const payments = (records: string[][], known = knowing([anAccount()])) =>
  planPayments(bookTable([paymentHeader, ...records]), known, today);

describe('a payments file', () => {
  const good = ['P-1', 'ACC-1', '2026-11-23', '589.72', 'transfer'];

  test('gives payments that settle, and a second time gives none', () => {
    const result = payments([good, good]);
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    expect(result.plan.payments).toEqual([
      { paymentId: 'P-1', accountId: 'ACC-1', paidOn: '2026-11-23', amountFen: 58_972, channel: 'transfer' },
    ]);
    const { accounts: after } = settle({
      accounts: [anAccount()],
      promises: [],
      arrangements: [],
      payments: result.plan.payments,
      terms,
      today,
      timeZone: 'Asia/Shanghai',
    });
    expect(payments([good], knowing(after))).toEqual({ ok: true, plan: { payments: [], rows: 1, known: 1 } });
    const contradicting = payments([['P-1', 'ACC-1', '2026-11-23', '1.00', '']], knowing(after));
    expect(contradicting).toEqual({ ok: false, errors: [{ line: 2, field: 'paymentId', problem: 'differsFromBook' }] });
  });

  test.each([
    [['P-2', 'ACC-9', '2026-11-23', '1.00', ''], 'accountId', 'unknownAccount'],
    [['P-2', 'ACC-1', '2026-11-24', '1.00', ''], 'paidOn', 'inFuture'],
    [['P-2', 'ACC-1', '23/11/2026', '1.00', ''], 'paidOn', 'notADate'],
    [['P-2', 'ACC-1', '2026-11-23', '0', ''], 'amount', 'outOfRange'],
    [['P-1', 'ACC-1', '2026-11-22', '589.72', ''], 'paymentId', 'differsInFile'],
    [['', 'ACC-1', '2026-11-22', '589.72', ''], 'paymentId', 'missing'],
  ])('with %j is refused', (wrong, field, problem) => {
    expect(payments([good, wrong])).toMatchObject({ ok: false, errors: [{ line: 3, field, problem }] });
  });
});
