// A customer promises to pay, and pays: all of it, part of it, too late, or not.
import { checkPromise, settlePromises } from '../../../../data/domain/arrangement/promise';
import type { PromiseRecord } from '../../../../data/domain/arrangement/promiseRecord';

const limits = { daysMax: 14, shareMin: 0.1 };
const promise = (changes: Partial<PromiseRecord> = {}): PromiseRecord => ({
  promiseId: 'PR-1',
  customerId: 'CUST-1',
  accountIds: ['ACC-1'],
  amountFen: 50_000,
  payDate: '2026-11-30',
  madeAt: '2026-11-23T02:00:00Z',
  status: 'open',
  ...changes,
});
const payment = (paymentId: string, amountFen: number, paidOn: string, accountId = 'ACC-1') => ({
  paymentId,
  accountId,
  paidOn,
  amountFen,
});
const statuses = (promises: PromiseRecord[], payments: ReturnType<typeof payment>[], today: string) =>
  settlePromises(promises, payments, today, 'Asia/Shanghai').map((settled) => settled.promise.status);

describe('limits', () => {
  const check = (amountFen: number, payDate: string) =>
    checkPromise({ amountFen, payDate }, limits, 1_000_000, '2026-11-23');

  test('a tenth by the fourteenth day is taken', () => {
    expect(check(100_000, '2026-12-07')).toEqual({ ok: true });
    expect(check(1_000_000, '2026-11-23')).toEqual({ ok: true });
  });

  test.each([
    [100_000, '2026-12-08', 'tooLate', 100_000, '2026-12-07'],
    [100_000, '2026-11-22', 'past', 100_000, '2026-11-23'],
    [99_999, '2026-11-30', 'tooLittle', 100_000, '2026-11-30'],
    [1_000_001, '2026-11-30', 'moreThanOwed', 1_000_000, '2026-11-30'],
    [1, '2027-11-30', 'tooLate', 100_000, '2026-12-07'],
  ])('%i fen by %s is %s, and the nearest is told', (amountFen, payDate, reason, nearestFen, nearestDate) => {
    expect(check(amountFen, payDate)).toEqual({
      ok: false,
      reason,
      nearest: { amountFen: nearestFen, payDate: nearestDate },
    });
  });
});

describe('settlement', () => {
  test('paid in full by the day is kept at once', () => {
    expect(statuses([promise()], [payment('P1', 50_000, '2026-11-25')], '2026-11-25')).toEqual(['kept']);
  });

  test('two payments keep it together, and ten yuan short or three days late is forgiven', () => {
    expect(
      statuses([promise()], [payment('P1', 20_000, '2026-11-25'), payment('P2', 29_000, '2026-12-03')], '2026-12-03'),
    ).toEqual(['kept']);
  });

  test('nothing is decided before grace is over; then part is part-kept and nothing is broken', () => {
    const part = [payment('P1', 20_000, '2026-11-25')];
    expect(statuses([promise()], part, '2026-12-03')).toEqual(['open']);
    expect(statuses([promise()], part, '2026-12-04')).toEqual(['partKept']);
    expect(statuses([promise()], [], '2026-12-04')).toEqual(['broken']);
  });

  test('a small promise is not kept by paying nothing', () => {
    expect(statuses([promise({ amountFen: 900 })], [], '2026-12-04')).toEqual(['broken']);
  });

  test('payments before the promise, after its day or to another account do not count', () => {
    const others = [
      payment('P1', 50_000, '2026-11-22'),
      payment('P2', 50_000, '2026-12-04'),
      payment('P3', 50_000, '2026-11-25', 'ACC-2'),
    ];
    expect(statuses([promise()], others, '2026-12-10')).toEqual(['broken']);
  });

  test('the day of the promise is the bank’s day, not that of Greenwich', () => {
    const late = promise({ madeAt: '2026-11-23T17:00:00Z' });
    expect(statuses([late], [payment('P1', 50_000, '2026-11-23')], '2026-12-10')).toEqual(['broken']);
    expect(statuses([late], [payment('P1', 50_000, '2026-11-24')], '2026-12-10')).toEqual(['kept']);
  });

  test('one payment cannot keep two promises; the earlier one has it', () => {
    const second = promise({ promiseId: 'PR-2', payDate: '2026-12-05' });
    expect(statuses([second, promise()], [payment('P1', 50_000, '2026-11-25')], '2026-12-20')).toEqual([
      'broken',
      'kept',
    ]);
  });

  test('a payment that comes in late puts a broken promise right', () => {
    const broken = promise({ status: 'broken' });
    expect(statuses([broken], [payment('P1', 50_000, '2026-11-29')], '2026-12-20')).toEqual(['kept']);
  });
});
