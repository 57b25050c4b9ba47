// When people answer, and rules about contact that cannot hold.
import { isDeskOpen, nextOpening } from '../../../../data/domain/calendar/officeHours';
import { contactRulesSchema } from '../../../../data/domain/conduct/contactRules';
import shipped from '../../../../data/policy/contactRules.json';

const weekdays = { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00' };
// 2026-11-23 is a Monday.
const at = (date: string, clock: string) => ({ date, clock });

describe('the desk', () => {
  test('opens on the minute and is closed on the minute', () => {
    expect(['08:59', '09:00', '17:59', '18:00'].map((clock) => isDeskOpen(weekdays, at('2026-11-23', clock)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isDeskOpen(weekdays, at('2026-11-22', '10:00'))).toBe(false);
  });

  test('opens next this morning, tomorrow, or after the weekend and the holiday', () => {
    expect(nextOpening(weekdays, at('2026-11-23', '10:00'))).toEqual(at('2026-11-23', '10:00'));
    expect(nextOpening(weekdays, at('2026-11-23', '07:00'))).toEqual(at('2026-11-23', '09:00'));
    expect(nextOpening(weekdays, at('2026-11-23', '18:00'))).toEqual(at('2026-11-24', '09:00'));
    expect(nextOpening(weekdays, at('2026-11-27', '19:00'))).toEqual(at('2026-11-30', '09:00'));
    const holiday = { ...weekdays, closedOn: ['2026-11-30'] };
    expect(nextOpening(holiday, at('2026-11-27', '19:00'))).toEqual(at('2026-12-01', '09:00'));
  });

  test('that never opens says so', () => {
    expect(nextOpening({ ...weekdays, days: [] }, at('2026-11-23', '10:00'))).toBeNull();
    expect(nextOpening({ ...weekdays, closes: '09:00' }, at('2026-11-23', '10:00'))).toBeNull();
  });
});

test('rules that contradict themselves are refused', () => {
  const [cap] = shipped.caps;
  expect(contactRulesSchema.safeParse({ ...shipped, hours: { ...shipped.hours, from: '23:00' } }).success).toBe(false);
  expect(contactRulesSchema.safeParse({ ...shipped, caps: [cap, cap] }).success).toBe(false);
  expect(contactRulesSchema.safeParse({ ...shipped, keepYears: 1 }).success).toBe(false);
});
