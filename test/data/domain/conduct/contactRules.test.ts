// When people answer, and when the bank may call.
import fc from 'fast-check';
import { addDays } from '../../../../data/domain/calendar/calendar';
import { isDeskOpen, nextOpening } from '../../../../data/domain/calendar/officeHours';
import { type ContactQuestion, contactRulesSchema, mayContact } from '../../../../data/domain/conduct/contactRules';
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

const rules = contactRulesSchema.parse(shipped);
const ask = (changes: Partial<ContactQuestion> = {}) =>
  mayContact({ rules, now: at('2026-11-23', '10:00'), channel: 'call', history: [], preference: null, ...changes });
const calls = (...days: string[]) => days.map((on) => ({ on, channel: 'call' as const }));

describe('contact', () => {
  test('from 08:00 until 22:00', () => {
    expect(['08:00', '21:59'].map((clock) => ask({ now: at('2026-11-23', clock) }).ok)).toEqual([true, true]);
    expect(ask({ now: at('2026-11-23', '07:59') })).toEqual({
      ok: false,
      reason: 'outsideHours',
      nextAllowed: at('2026-11-23', '08:00'),
    });
    expect(ask({ now: at('2026-11-23', '22:00') })).toMatchObject({ nextAllowed: at('2026-11-24', '08:00') });
  });

  test('within other hours that the holder agreed to', () => {
    const agreedHours = { from: '18:00', until: '23:00' };
    expect(ask({ agreedHours, now: at('2026-11-23', '22:30') }).ok).toBe(true);
    expect(ask({ agreedHours })).toMatchObject({ reason: 'outsideHours', nextAllowed: at('2026-11-23', '18:00') });
  });

  test('a fourth call on a day waits until tomorrow', () => {
    const history = calls('2026-11-23', '2026-11-23', '2026-11-23');
    expect(ask({ history: history.slice(1) }).ok).toBe(true);
    expect(ask({ history })).toEqual({
      ok: false,
      reason: 'cap',
      capId: 'callsADay',
      nextAllowed: at('2026-11-24', '08:00'),
    });
  });

  test('an eighth call in seven days waits for the first to be seven days old', () => {
    const history = calls(
      '2026-11-18',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
    );
    expect(ask({ history })).toMatchObject({ reason: 'cap', nextAllowed: at('2026-11-25', '08:00') });
    expect(ask({ history, channel: 'letter' }).ok).toBe(true);
  });

  test('stop means stop, without an end or to the end of its last day', () => {
    expect(ask({ preference: { ceased: true, until: null } })).toEqual({
      ok: false,
      reason: 'ceased',
      nextAllowed: null,
    });
    expect(ask({ preference: { ceased: true, until: '2026-11-23' } })).toMatchObject({
      reason: 'ceased',
      nextAllowed: at('2026-11-24', '08:00'),
    });
    expect(ask({ preference: { ceased: true, until: '2026-11-22' } }).ok).toBe(true);
    expect(ask({ preference: { ceased: false, until: null } }).ok).toBe(true);
  });

  test('a cap of none forbids a channel', () => {
    const [cap] = rules.caps;
    const none = { ...rules, caps: cap === undefined ? [] : [{ ...cap, countMax: 0 }] };
    expect(ask({ rules: none })).toMatchObject({ ok: false, reason: 'cap', nextAllowed: null });
  });

  test('the moment it names is allowed, and the minute before it is not', () => {
    const history = fc.array(
      fc.record({
        on: fc.integer({ min: -10, max: 0 }).map((days) => addDays('2026-11-23', days)),
        channel: fc.constantFrom('call', 'text', 'visit'),
      }),
      { maxLength: 25 },
    );
    const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:30`);
    const preference = fc.constantFrom(null, { ceased: true, until: '2026-11-25' });
    fc.assert(
      fc.property(history, clock, preference, fc.constantFrom('call', 'text'), (past, time, wish, channel) => {
        const question = { history: past, now: at('2026-11-23', time), preference: wish, channel };
        const answer = ask(question);
        if (answer.ok) return;
        if (answer.nextAllowed === null) throw new Error('every obstacle here has an end');
        expect(ask({ ...question, now: answer.nextAllowed })).toEqual({ ok: true });
        expect(answer.nextAllowed.clock).toBe('08:00');
        expect(ask({ ...question, now: { ...answer.nextAllowed, clock: '07:59' } }).ok).toBe(false);
        const dayBefore = { date: addDays(answer.nextAllowed.date, -1), clock: '12:00' };
        if (dayBefore.date > '2026-11-23') expect(ask({ ...question, now: dayBefore }).ok).toBe(false);
      }),
    );
  });
});

test('rules that contradict themselves are refused', () => {
  const [cap] = shipped.caps;
  expect(contactRulesSchema.safeParse({ ...shipped, hours: { ...shipped.hours, from: '23:00' } }).success).toBe(false);
  expect(contactRulesSchema.safeParse({ ...shipped, caps: [cap, cap] }).success).toBe(false);
  expect(contactRulesSchema.safeParse({ ...shipped, keepYears: 1 }).success).toBe(false);
});
