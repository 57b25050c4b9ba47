// What clears an arrangement on a day: never more than all its instalments, never less than its principal, and a little more each day.
import fc from 'fast-check';
import { newArrangement } from '../../../../data/domain/arrangement/arrangement';
import { payOffOn } from '../../../../data/domain/arrangement/payOff';
import { addDays } from '../../../../data/domain/calendar/calendar';
import { aSigning } from '../builders';

const signedOn = '2026-11-23';
const record = newArrangement(aSigning());
const sum = (of: (row: (typeof record.schedule)[number]) => number) =>
  record.schedule.reduce((all, row) => all + of(row), 0);
const principal = sum((row) => row.principalFen);
const instalments = sum((row) => row.paymentFen);
const last = record.schedule.at(-1)?.dueDate ?? signedOn;

test('on the day of signing it is the principal, on the last day all instalments', () => {
  expect(payOffOn(record, signedOn)).toEqual({ totalFen: principal, principalFen: principal, interestFen: 0 });
  expect(payOffOn(record, last).totalFen).toBe(instalments);
});

test('it lies between the two on every day, adds up, and never falls while nothing is paid', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 200 }), (days, later) => {
      const [on, after] = [days, days + later].map((shift) => payOffOn(record, addDays(signedOn, shift)));
      if (on === undefined || after === undefined) return;
      expect(on.totalFen).toBe(on.principalFen + on.interestFen);
      expect(on.totalFen).toBeGreaterThanOrEqual(principal);
      expect(on.totalFen).toBeLessThanOrEqual(instalments);
      expect(after.totalFen).toBeGreaterThanOrEqual(on.totalFen);
    }),
  );
});
