// A customer who signed: pays, pays late, pays less, moves the day, or stops.
import fc from 'fast-check';
import {
  type ArrangementRecord,
  arrangementRecordSchema,
  arrangementState,
  newArrangement,
} from '../../../../data/domain/arrangement/arrangement';
import { changeDueDay, endArrangement } from '../../../../data/domain/arrangement/arrangementChanges';
import type { PaymentToAccount } from '../../../../data/domain/arrangement/promise';
import { replayArrangement } from '../../../../data/domain/arrangement/replayArrangement';
import { addDays } from '../../../../data/domain/calendar/calendar';
import type { Offer } from '../../../../data/domain/offer/offer';
import { aCostTable, anOffer, aSigning } from '../builders';

const signed = (offer: Offer = anOffer()): ArrangementRecord => newArrangement(aSigning(offer));
test('a signature under a cost table of another offer makes no record', () => {
  const [offer, other] = [anOffer(), anOffer({ instalmentCount: 36 })];
  expect(() => newArrangement({ ...aSigning(offer), costTable: aCostTable(other) })).toThrow(/cost table/);
});

let paymentCount = 0;
const paid = (amountFen: number, paidOn: string, paymentId = `P-${++paymentCount}`): PaymentToAccount => ({
  paymentId,
  accountId: 'ACC-1',
  paidOn,
  amountFen,
});
/** As it stands on a day, the last day of a payment unless told. */
const standing = (
  payments: readonly PaymentToAccount[],
  today = payments
    .map((one) => one.paidOn)
    .sort()
    .at(-1) ?? '',
) => replayArrangement(signed(), payments, today);

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
    const { record, excessFen } = standing([paid(58_972, '2026-12-16')]);
    expect(excessFen).toBe(0);
    expect(record.schedule[0]).toMatchObject({ status: 'paid', paidOn: '2026-12-16' });
    expect(arrangementState(record, '2026-12-17')).toMatchObject({
      instalmentsLeft: 47,
      next: { dueDate: '2027-01-16' },
    });
  });

  test('more than one instalment goes on to the next, and the oldest comes first', () => {
    const { record } = standing([paid(100_000, '2026-12-16')]);
    expect(record.schedule.slice(0, 2).map((row) => [row.status, row.paidFen])).toEqual([
      ['paid', 58_972],
      ['partPaid', 41_028],
    ]);
  });

  test('everything at once completes it, and what is over is handed back', () => {
    const { record, excessFen } = standing([paid(3_000_000, '2026-12-01'), paid(100, '2026-12-02')]);
    expect(record).toMatchObject({ status: 'completed', closedOn: '2026-12-01' });
    expect(excessFen).toBe(3_000_000 - 2_830_668 + 100);
    expect(arrangementState(record, '2027-06-01')).toMatchObject({ instalmentsLeft: 0, next: null, missed: [] });
  });

  test('a payment from before signing that no figures knew counts; one that the signed balance held does not', () => {
    const balance = { ...signed().balances[0], struckOn: '2026-11-20', heldPaymentIds: ['P-known'] };
    const record = { ...signed(), balances: [balance] as ArrangementRecord['balances'] };
    const payments = [
      paid(1_000, '2026-11-19'),
      paid(2_000, '2026-11-21', 'P-known'),
      paid(58_972, '2026-11-21', 'P-late'),
    ];
    const { record: now } = replayArrangement(record, payments, '2026-11-24');
    expect(now.appliedPaymentIds).toEqual(['P-late']);
    expect(replayArrangement(signed(), [paid(58_972, '2026-11-22')], '2026-11-24').record.appliedPaymentIds).toEqual(
      [],
    );
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
    const { record } = standing([paid(57_972, '2026-12-16')]);
    const state = arrangementState(record, '2027-01-01');
    expect([state.missed, state.consecutiveMissed, state.remainingFen]).toEqual([[], 0, 2_830_668 - 57_972]);
  });

  test('two in a row may end it; one does not', () => {
    expect(standing([], '2027-01-19').record).toEqual(signed());
    expect(standing([], '2027-01-20').record).toMatchObject({ status: 'broken', closedOn: '2027-01-20' });
    // Nobody looked for months: it broke on its day all the same.
    expect(standing([], '2027-06-01').record).toEqual(standing([], '2027-01-20').record);
  });

  test('paying the oldest one ends the row of misses', () => {
    const late = standing([paid(58_972, '2027-01-18'), paid(58_972, '2027-01-19')], '2027-01-25').record;
    expect(arrangementState(late, '2027-01-25')).toMatchObject({ missed: [], consecutiveMissed: 0, mayEnd: false });
  });

  test('an ended arrangement stays ended', () => {
    const ended = endArrangement(signed(), '2026-12-01');
    expect(ended).toMatchObject({ status: 'ended', closedOn: '2026-12-01' });
    expect(endArrangement(ended, '2027-01-01')).toBe(ended);
    expect(replayArrangement(ended, [paid(58_972, '2026-12-05')], '2028-01-01').record).toEqual(ended);
  });

  test('a payment made in time whose file comes late takes the break back', () => {
    const broken = standing([], '2027-01-20').record;
    const inTime = [paid(58_972, '2026-12-16')];
    expect(replayArrangement(broken, inTime, '2027-01-21').record).toMatchObject({ status: 'active', closedOn: null });
    const tooLate = replayArrangement(broken, [paid(58_972, '2027-01-20')], '2027-01-21');
    expect(tooLate).toMatchObject({ record: { status: 'broken', appliedPaymentIds: [] }, excessFen: 58_972 });
  });

  test('a record from before the end was kept apart keeps its end', () => {
    const { endedOn: _endedOn, ...old } = endArrangement(signed(), '2026-12-01');
    expect(arrangementRecordSchema.parse(old)).toMatchObject({ endedOn: '2026-12-01' });
    const { endedOn: _none, ...active } = signed();
    expect(arrangementRecordSchema.parse(active)).toMatchObject({ endedOn: null });
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

const somePayments = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 99 }),
    amountFen: fc.integer({ min: 1, max: 900_000 }),
    day: fc.integer({ min: 0, max: 1500 }),
  }),
  { selector: (one) => one.id, maxLength: 20 },
);

test('whatever is paid, no fen is lost, no row is overpaid, and the order of the rows makes no difference', () => {
  fc.assert(
    fc.property(somePayments, fc.nat(1600), fc.infiniteStream(fc.nat()), (some, days, chance) => {
      const today = addDays('2026-11-23', days);
      const payments = some.map((one) => paid(one.amountFen, addDays('2026-11-23', one.day), `P-${one.id}`));
      const { record, excessFen } = replayArrangement(signed(), payments, today);
      const paidFen = record.schedule.reduce((sum, row) => sum + row.paidFen, 0);
      const cameFen = payments.filter((one) => one.paidOn <= today).reduce((sum, one) => sum + one.amountFen, 0);
      expect(paidFen + excessFen).toBe(cameFen);
      expect(record.schedule.every((row) => row.paidFen <= row.paymentFen)).toBe(true);
      expect(record.status === 'completed').toBe(paidFen === 2_830_668);
      const shuffled = payments.map((one) => ({ one, at: chance.next().value })).sort((a, b) => a.at - b.at);
      const half = shuffled.slice(0, shuffled.length / 2).map(({ one }) => one);
      const stepwise = replayArrangement(signed(), half, addDays(today, -1)).record;
      expect(
        replayArrangement(
          stepwise,
          shuffled.map(({ one }) => one),
          today,
        ).record,
      ).toEqual(record);
    }),
  );
});
