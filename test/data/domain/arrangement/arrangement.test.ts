// A customer who signed: pays, pays late, pays less, moves the day, or stops.
import fc from 'fast-check';
import {
  type ArrangementRecord,
  arrangementRecordSchema,
  arrangementState,
  newArrangement,
} from '../../../../data/domain/arrangement/arrangement';
import {
  applyPayment,
  breakIfMissed,
  changeDueDay,
  endArrangement,
} from '../../../../data/domain/arrangement/arrangementChanges';
import { addDays } from '../../../../data/domain/calendar/calendar';
import type { Offer } from '../../../../data/domain/offer/offer';
import { anOffer } from '../builders';

const signed = (offer: Offer = anOffer()): ArrangementRecord =>
  newArrangement({
    agreementNumber: 'AG-1',
    customerId: 'CUST-1',
    conversationId: 'conv-1',
    offer,
    offerHash: 'hash',
    policyVersion: 'v1',
    locale: 'zh-CN',
    signedAt: '2026-11-23T02:00:00Z',
    signedOn: '2026-11-23',
    accounts: [
      {
        accountId: 'ACC-1',
        cardTail: '6688',
        principalFen: 2_000_000,
        interestFen: 493_120,
        feesFen: 150_000,
        totalFen: 2_643_120,
      },
    ],
  });
let paymentCount = 0;
const pay = (record: ArrangementRecord, amountFen: number, paidOn: string, paymentId = `P-${++paymentCount}`) =>
  applyPayment(record, { paymentId, paidOn, amountFen });

describe('signing', () => {
  test('keeps the balance and its structure, and the schedule of the offer', () => {
    const record = signed();
    expect(arrangementRecordSchema.parse(record)).toEqual(record);
    expect(record.balances).toEqual([
      {
        accountId: 'ACC-1',
        cardTail: '6688',
        currency: 'CNY',
        principalFen: 2_000_000,
        interestFen: 493_120,
        feesFen: 150_000,
        totalFen: 2_643_120,
      },
    ]);
    expect(record.schedule).toHaveLength(48);
    expect(arrangementState(record, '2026-11-23')).toMatchObject({
      instalmentsLeft: 48,
      remainingFen: 2_830_668,
      next: { number: 1, dueDate: '2026-12-16', amountFen: 58_972 },
      missed: [],
    });
  });

  test('a down payment is the first row, due while the offer is valid', () => {
    const record = signed(anOffer({ financedFen: 2_143_120 }, { downPaymentFen: 500_000, validUntil: '2026-11-30' }));
    expect(record.schedule[0]).toMatchObject({ number: 0, dueDate: '2026-11-30', paymentFen: 500_000 });
    expect(arrangementState(record, '2026-11-23')).toMatchObject({ instalmentsLeft: 48, next: { number: 0 } });
  });

  test('figures that are not those of the schedule are never signed', () => {
    expect(() => signed({ ...anOffer(), totalFen: 2_841_946 })).toThrow();
    expect(() => signed({ ...anOffer(), instalmentFen: 59_206 })).toThrow();
  });
});

describe('paying', () => {
  test('an instalment on its day leaves 47', () => {
    const { record, appliedFen, excessFen, rows } = pay(signed(), 58_972, '2026-12-16');
    expect([appliedFen, excessFen, rows]).toEqual([58_972, 0, [1]]);
    expect(record.schedule[0]).toMatchObject({ status: 'paid', paidOn: '2026-12-16' });
    expect(arrangementState(record, '2026-12-17')).toMatchObject({
      instalmentsLeft: 47,
      next: { dueDate: '2027-01-16' },
    });
  });

  test('the same payment twice counts once', () => {
    const once = pay(signed(), 58_972, '2026-12-16', 'P-same').record;
    expect(pay(once, 58_972, '2026-12-16', 'P-same')).toMatchObject({ record: once, appliedFen: 0, rows: [] });
  });

  test('more than one instalment goes on to the next, and the oldest comes first', () => {
    const { record } = pay(signed(), 100_000, '2026-12-16');
    expect(record.schedule.slice(0, 2).map((row) => [row.status, row.paidFen])).toEqual([
      ['paid', 58_972],
      ['partPaid', 41_028],
    ]);
  });

  test('everything at once completes it, and what is over is handed back', () => {
    const { record, excessFen } = pay(signed(), 3_000_000, '2026-12-01');
    expect(record).toMatchObject({ status: 'completed', closedOn: '2026-12-01' });
    expect(excessFen).toBe(3_000_000 - 2_830_668);
    expect(arrangementState(record, '2027-06-01')).toMatchObject({ instalmentsLeft: 0, next: null, missed: [] });
    expect(pay(record, 100, '2026-12-02').appliedFen).toBe(0);
  });

  test('a payment from before signing is not taken', () => {
    expect(pay(signed(), 58_972, '2026-11-22')).toMatchObject({ appliedFen: 0, excessFen: 58_972 });
  });
});

describe('missing', () => {
  test('three days late is not missed, the fourth day is', () => {
    expect(arrangementState(signed(), '2026-12-19').missed).toEqual([]);
    expect(arrangementState(signed(), '2026-12-20')).toMatchObject({
      missed: [{ number: 1, dueDate: '2026-12-16', amountFen: 58_972 }],
      missedFen: 58_972,
      next: { number: 2 },
      consecutiveMissed: 1,
      mayEnd: false,
    });
  });

  test('ten yuan short is not missed, and is still to be paid', () => {
    const { record } = pay(signed(), 58_207, '2026-12-16');
    const state = arrangementState(record, '2027-01-01');
    expect([state.missed, state.consecutiveMissed, state.remainingFen]).toEqual([[], 0, 2_830_668 - 58_207]);
  });

  test('two in a row may end it; one does not', () => {
    const record = signed();
    expect(breakIfMissed(record, '2027-01-19')).toBe(record);
    expect(breakIfMissed(record, '2027-01-20')).toMatchObject({ status: 'broken', closedOn: '2027-01-20' });
  });

  test('paying the oldest one ends the row of misses', () => {
    const late = pay(pay(signed(), 58_972, '2027-01-18').record, 58_972, '2027-01-19').record;
    expect(arrangementState(late, '2027-01-25')).toMatchObject({ missed: [], consecutiveMissed: 0, mayEnd: false });
  });

  test('an ended arrangement stays ended', () => {
    const ended = endArrangement(signed(), '2026-12-01');
    expect(ended).toMatchObject({ status: 'ended', closedOn: '2026-12-01' });
    expect(endArrangement(ended, '2027-01-01')).toBe(ended);
    expect(breakIfMissed(ended, '2028-01-01')).toBe(ended);
  });
});

describe('another due day', () => {
  test('moves the payments to come and leaves their amounts', () => {
    const change = changeDueDay(signed(), 28, '2026-11-23');
    if (!change.ok) throw new Error(change.reason);
    expect(change.firstMoved).toBe('2026-12-28');
    expect(change.record.schedule.map((row) => row.paymentFen)).toEqual(signed().schedule.map((row) => row.paymentFen));
    expect(change.record.offer).toEqual(signed().offer);
    expect(change.record.dueDayChanges).toEqual([{ changedOn: '2026-11-23', from: 16, to: 28 }]);
  });

  test('a payment whose new day is already past keeps its date', () => {
    const change = changeDueDay(signed(), 5, '2026-12-10');
    expect(change.ok && change.record.schedule.slice(0, 2).map((row) => row.dueDate)).toEqual([
      '2026-12-16',
      '2027-01-05',
    ]);
  });

  test('is refused with a reason after a miss, for the same day, and after the end', () => {
    expect(changeDueDay(signed(), 5, '2026-12-25')).toEqual({ ok: false, reason: 'missed' });
    expect(changeDueDay(signed(), 16, '2026-11-25')).toEqual({ ok: false, reason: 'sameDay' });
    expect(changeDueDay(endArrangement(signed(), '2026-12-01'), 5, '2026-12-02')).toEqual({
      ok: false,
      reason: 'notActive',
    });
    expect(changeDueDay(signed(), 5, '2030-11-16')).toMatchObject({ ok: false });
  });
});

test('whatever is paid and however often it is sent, no fen is lost and no row is overpaid', () => {
  const payments = fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: 12 }),
      amountFen: fc.integer({ min: 0, max: 900_000 }),
      day: fc.integer({ min: 0, max: 1500 }),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(payments, (all) => {
      let record = signed();
      let appliedFen = 0;
      for (const payment of all) {
        const applied = pay(record, payment.amountFen, addDays('2026-11-23', payment.day), `P-${payment.id}`);
        expect(applied.appliedFen + applied.excessFen).toBe(payment.amountFen);
        appliedFen += applied.appliedFen;
        record = applied.record;
      }
      expect(record.schedule.reduce((sum, row) => sum + row.paidFen, 0)).toBe(appliedFen);
      expect(arrangementState(record, '2026-11-23').remainingFen).toBe(2_830_668 - appliedFen);
      expect(record.schedule.every((row) => row.paidFen <= row.paymentFen)).toBe(true);
      expect(record.status).toBe(appliedFen === 2_830_668 ? 'completed' : 'active');
    }),
  );
});
