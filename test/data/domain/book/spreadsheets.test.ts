// The clerk's file went through a spreadsheet, a column is misspelt, a payment is taken back: each is right or refused.
import { settle } from '../../../../data/domain/arrangement/settle';
import { bookTable, type KnownBook, planAccounts, planPayments } from '../../../../data/domain/book/book';
import { commonContractTerms as terms } from '../../../../data/domain/money/contractTerms';
import { anAccount } from '../builders';

const today = '2026-11-23';
const book = (changes: Partial<KnownBook> = {}): KnownBook => ({
  account: (id) => [anAccount(), anAccount({ accountId: 'ACC-2' })].find(({ accountId }) => accountId === id),
  customer: () => undefined,
  hasAgency: () => true,
  accountOfPayment: () => undefined,
  ...changes,
});
const cells: Readonly<Record<string, string>> = {
  accountId: 'ACC-9',
  customerId: 'CUST-9',
  idTail: '1234',
  phone: '13800000001',
  cardTail: '6688',
  asOf: today,
  principal: '20000',
  interest: '0',
  fees: '0',
  minimumDue: '1000',
  dueDay: '23',
};
const accounts = (changes: Record<string, string>, names = Object.keys({ ...cells, ...changes })) =>
  planAccounts(bookTable([names, Object.values({ ...cells, ...changes })]), book(), today);
const problems = (plan: ReturnType<typeof accounts> | ReturnType<typeof payments>) => (plan.ok ? [] : plan.errors);

const header = ['paymentId', 'accountId', 'paidOn', 'amount', 'reverses'];
const payments = (rows: string[][], known = book()) => planPayments(bookTable([header, ...rows]), known, today);

describe('a file that went through a spreadsheet', () => {
  test.each(['6.22588E+15', '6.22588e+15', '6,22588E+15', '６.２２E＋１５', '1E12', '6225881234567890.0', '6,225,881'])(
    'is refused with an account id %s, whose digits are lost',
    (accountId) => {
      expect(problems(accounts({ accountId }))).toEqual([
        { line: 2, field: 'accountId', problem: 'spreadsheetNumber' },
      ]);
      expect(problems(payments([['P-1', accountId, today, '1.00', '']]))[0]?.problem).toBe('spreadsheetNumber');
    },
  );

  test.each([
    ['customerId', '6.22588E+15', 'spreadsheetNumber'],
    ['phone', '1.38E+10', 'spreadsheetNumber'],
    ['accountId', '#N/A', 'spreadsheetError'],
    ['accountId', '########', 'spreadsheetError'],
    ['customerId', '="00123"', 'spreadsheetError'],
    ['displayName', '#REF!', 'spreadsheetError'],
    ['asOf', '46349', 'notADate'],
    ['cardTail', '12', 'notFourDigits'],
  ])('is refused with %s %s', (field, cell, problem) => {
    expect(problems(accounts({ [field]: cell }))).toEqual([{ line: 2, field, problem }]);
  });

  test.each(['6225881234567890', '00123', 'ACC-1E5', 'E+15', '1e', 'a.0'])('keeps the id %s as it is', (accountId) => {
    const plan = accounts({ accountId });
    expect(plan.ok && plan.plan.accounts[0]?.accountId).toBe(accountId);
  });
});

describe('a column', () => {
  test.each([
    ['pastDueSinse', 'pastDueSince'],
    ['past_due', undefined],
    ['flag', 'flags'],
    ['documentedReason', 'documentedReasons'],
    ['agency_id ', null],
    ['分行', undefined],
  ])('named %s is not passed over in silence', (name, nearest) => {
    const found = problems(accounts({ [name]: '' }));
    if (nearest === null) expect(found).toEqual([]);
    else
      expect(found).toEqual([
        { line: 1, field: name, problem: 'unknownColumn', ...(nearest === undefined ? {} : { hint: nearest }) },
      ]);
  });

  test('of the bank’s own is left aside when its name says so, and so is a stray comma without a value', () => {
    expect(problems(accounts({ x_branch: 'Wuxi', 'X-note': 'anything' }))).toEqual([]);
    expect(problems(accounts({ '': '' }))).toEqual([]);
    expect(problems(accounts({ '': 'Wuxi' }))).toEqual([{ line: 2, field: '', problem: 'tooManyCells' }]);
  });

  test('header that is missing is said without repeating the person who stands in its place', () => {
    expect(problems(accounts({}, Object.values(cells)))).toEqual([{ line: 1, field: '', problem: 'noKnownColumn' }]);
  });
});

test('an account sent again on a later line is refused with the line that it was on', () => {
  const row = Object.values(cells);
  const plan = planAccounts(bookTable([Object.keys(cells), row, row]), book(), today);
  expect(problems(plan)).toEqual([{ line: 3, field: 'accountId', problem: 'duplicate', hint: '2' }]);
});

describe('a payment', () => {
  const paid = ['P-1', 'ACC-1', '2026-11-20', '500.00', ''];
  const back = ['R-1', 'ACC-1', '2026-11-22', '-500.00', 'P-1'];

  test('whose id another account has already is refused', () => {
    const known = book({ accountOfPayment: (id) => (id === 'P-1' ? 'ACC-2' : undefined) });
    expect(problems(payments([paid], known))).toEqual([{ line: 2, field: 'paymentId', problem: 'otherAccount' }]);
    expect(problems(payments([paid, ['P-1', 'ACC-2', '2026-11-20', '500.00', '']]))[0]?.problem).toBe('differsInFile');
  });

  test('and the row that takes it back come in one file, in either order, and again', () => {
    for (const rows of [
      [paid, back],
      [back, paid],
    ]) {
      const plan = payments(rows);
      if (!plan.ok) throw new Error(JSON.stringify(plan.errors));
      expect(plan.plan.payments.map(({ paymentId }) => paymentId)).toEqual(['P-1', 'R-1']);
      const settled = settle({
        accounts: [anAccount()],
        promises: [],
        arrangements: [],
        payments: plan.plan.payments,
        terms,
        today,
        timeZone: 'Asia/Shanghai',
      });
      const after = book({ account: () => settled.accounts[0] });
      expect(payments(rows, after)).toEqual({ ok: true, plan: { payments: [], rows: 2, known: 2 } });
      expect(problems(payments([['R-2', ...back.slice(1)]], after))[0]?.problem).toBe('reversedBefore');
      expect(problems(payments([['R-2', 'ACC-1', today, '-500', 'R-1']], after))[0]?.problem).toBe('reversesReversal');
    }
  });

  test.each([
    [['R-1', 'ACC-1', '2026-11-22', '-500.00', ''], 'reverses', 'reversalWithoutName'],
    [['R-1', 'ACC-1', '2026-11-22', '500.00', 'P-1'], 'amount', 'reversalNotNegative'],
    [['R-1', 'ACC-1', '2026-11-22', '-499.99', 'P-1'], 'reverses', 'reversalDiffers'],
    [['R-1', 'ACC-2', '2026-11-22', '-500.00', 'P-1'], 'reverses', 'otherAccount'],
    [['R-1', 'ACC-1', '2026-11-19', '-500.00', 'P-1'], 'reverses', 'reversalTooEarly'],
    [['R-1', 'ACC-1', '2026-11-22', '-500.00', 'P-9'], 'reverses', 'unknownPayment'],
    [['R-1', 'ACC-1', '2026-11-22', '−0', 'P-1'], 'amount', 'outOfRange'],
  ])('taken back by %j is refused with the reason', (row, field, problem) => {
    expect(problems(payments([paid, row]))).toContainEqual({ line: 3, field, problem });
  });

  test('taken back by two rows of one file is refused with the line of the first', () => {
    expect(problems(payments([paid, back, ['R-2', ...back.slice(1)]]))).toEqual([
      { line: 4, field: 'reverses', problem: 'reversedBefore', hint: '3' },
    ]);
  });
});
