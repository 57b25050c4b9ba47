// Days and months as a bank's calendar has them.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  type DayOfMonth,
  dayInMonthAfter,
  dayOfMonth,
  dayOfWeek,
  daysBetween,
  instantAt,
  localTime,
  nextDayOfMonth,
  onDayOfMonth,
} from '../../../../data/domain/calendar/calendar';

const anyDate = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => Temporal.PlainDate.from('1950-01-01').add({ days }).toString());
const anyDay: fc.Arbitrary<DayOfMonth> = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const));

describe('days of a month', () => {
  test('the 31st is the last day of a shorter month', () => {
    expect(onDayOfMonth('2026-11-23', 31)).toBe('2026-11-30');
    expect(onDayOfMonth('2028-02-01', 'last')).toBe('2028-02-29');
    expect(dayInMonthAfter('2026-12-16', 2, 30)).toBe('2027-02-28');
  });

  test('the next 16th of a customer paid on the 15th', () => {
    expect(nextDayOfMonth('2026-11-16', 16)).toBe('2026-11-16');
    expect(nextDayOfMonth('2026-11-17', 16)).toBe('2026-12-16');
    expect(nextDayOfMonth('2026-12-31', 'last')).toBe('2026-12-31');
  });

  test('a due day never leaves its month', () => {
    fc.assert(
      fc.property(anyDate, anyDay, (date, day) => {
        expect(onDayOfMonth(date, day).slice(0, 7)).toBe(date.slice(0, 7));
      }),
    );
  });

  test('the next due day is not before the date, and less than 32 days after it', () => {
    fc.assert(
      fc.property(anyDate, anyDay, (date, day) => {
        const next = nextDayOfMonth(date, day);
        expect(next >= date).toBe(true);
        expect(daysBetween(date, next)).toBeLessThan(32);
        expect(onDayOfMonth(next, day)).toBe(next);
      }),
    );
  });
});

test('plain arithmetic agrees with Temporal on every day and month', () => {
  fc.assert(
    fc.property(anyDate, anyDate, fc.integer({ min: -400, max: 4000 }), (date, other, count) => {
      const temporal = Temporal.PlainDate.from(date);
      expect(addDays(date, count)).toBe(temporal.add({ days: count }).toString());
      expect(addMonths(date, count % 600)).toBe(temporal.add({ months: count % 600 }).toString());
      expect(daysBetween(date, other)).toBe(temporal.until(other, { largestUnit: 'day' }).days);
      expect([dayOfMonth(date), dayOfWeek(date)]).toEqual([temporal.day, temporal.dayOfWeek]);
    }),
  );
});

test('a date that no calendar has is refused', () => {
  for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '', 'today']) {
    expect(() => addDays(wrong, 1)).toThrow(RangeError);
  }
});

test('an instant late in the evening in London is already tomorrow in Shanghai, and back again', () => {
  expect(localTime('2026-11-23T22:30:00Z', 'Asia/Shanghai')).toEqual({ date: '2026-11-24', clock: '06:30' });
  expect(instantAt('2026-11-24', '06:30', 'Asia/Shanghai')).toBe('2026-11-23T22:30:00Z');
});
