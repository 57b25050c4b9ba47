// On which day instalments fall due, and when the first one does.
import { addDays } from '../../../../../data/domain/calendar/calendar';
import {
  dueDayAllowed,
  dueDayFor,
  firstDueDate,
  monthsLeftOut,
  monthsUntil,
} from '../../../../../data/domain/negotiation/offers/dueDates';
import type { DueDay } from '../../../../../data/domain/offer/offer';
import { shippedLimits, today } from '../bargaining';

const [, late] = shippedLimits.segments;
if (late === undefined) throw new Error('two segments ship');
/** No later beginning was asked for. */
const anytime = { deferMonths: null, startDate: null };
const until = (dueDayMax: number) => ({ ...shippedLimits, dueDayMax });

test('policy’s latest day is allowed, the day after it is not, and the last of the month counts as the 31st', () => {
  expect([dueDayAllowed(28, until(28)), dueDayAllowed(29, until(28))]).toEqual([true, false]);
  expect([dueDayAllowed('last', until(30)), dueDayAllowed('last', until(31))]).toEqual([false, true]);
});

test.each<readonly [string, DueDay | null, DueDay | null, number, DueDay]>([
  ['nothing is known: the policy’s own', null, null, 28, 15],
  ['the day asked for comes before payday', 20, 10, 28, 20],
  ['the latest day may be asked for', 28, null, 28, 28],
  ['a day beyond the latest becomes the latest', 29, 10, 28, 28],
  ['the last of the month, where that may be', 'last', null, 31, 'last'],
  ['the last of the month, where it may not', 'last', null, 28, 28],
  ['the day after payday', null, 10, 28, 11],
  ['payday on the day before the latest', null, 27, 28, 28],
  ['payday on the latest day: the first of the next month', null, 28, 28, 1],
  ['payday after the latest day', null, 29, 28, 1],
  ['pay on the last of the month', null, 'last', 31, 1],
])('%s', (_, dueDay, payday, dueDayMax, expected) => {
  // Ten days from here the first of the month is still to come.
  expect(
    dueDayFor({ ...anytime, dueDay, payday }, { limits: until(dueDayMax), segment: late, today: '2026-11-20' }),
  ).toBe(expected);
});

test.each<readonly [string, DueDay, number, number, string]>([
  ['the tenth day from today is early enough', 3, 10, 0, '2026-12-03'],
  ['the ninth is not', 2, 10, 0, '2027-01-02'],
  ['today itself, when policy asks for no days', 23, 0, 0, '2026-11-23'],
  ['a month put off', 3, 10, 1, '2027-01-03'],
  ['three months put off', 3, 10, 3, '2027-03-03'],
  ['a day that the month lacks', 31, 10, 2, '2027-02-28'],
  ['the last of the month', 'last', 10, 1, '2027-01-31'],
])('first payment: %s', (_, dueDay, firstPaymentDaysMin, deferMonths, expected) => {
  expect(firstDueDate(today, dueDay, { ...late, firstPaymentDaysMin }, deferMonths)).toBe(expected);
});

const now = { limits: shippedLimits, segment: late, today };

test.each<readonly [DueDay, number]>([
  [1, 1],
  [2, 1],
  [3, 0],
  [15, 0],
  [28, 0],
])('ten days from 23 November: a day of the month such as %s leaves out %i months', (day, months) => {
  expect(monthsLeftOut(day, now)).toBe(months);
});

test('a payday whose next day would leave out a month brings the earliest day that leaves out none', () => {
  expect(dueDayFor({ ...anytime, dueDay: null, payday: 28 }, now)).toBe(3);
  expect(dueDayFor({ ...anytime, dueDay: null, payday: 1 }, now)).toBe(3);
  expect(dueDayFor({ ...anytime, dueDay: null, payday: 2 }, now)).toBe(3);
});

test('a day that would leave out a month is the earliest that does not, unless a later beginning was asked for', () => {
  const second = { ...anytime, dueDay: 2, payday: null };
  expect(dueDayFor(second, now)).toBe(3);
  expect(dueDayFor({ ...second, deferMonths: 1 }, now)).toBe(2);
  expect(dueDayFor({ ...second, startDate: '2027-01-01' }, now)).toBe(2);
  expect(dueDayFor({ ...second, startDate: '2026-12-20' }, now)).toBe(3);
});

test('the policy’s own day leaves out no month on any day of the year', () => {
  for (let day = 0; day < 366; day++)
    expect(monthsLeftOut(shippedLimits.dueDayDefault, { ...now, today: addDays('2027-01-01', day) })).toBe(0);
});

test.each<readonly [string, string, number]>([
  ['a day gone by', '2020-01-01', 0],
  ['the first possible day', '2026-12-15', 0],
  ['the day after it', '2026-12-16', 1],
  ['next spring', '2027-03-15', 3],
  ['years away', '2046-12-15', 240],
])('months until a first day: %s', (_, startDate, months) => {
  expect(monthsUntil(startDate, 15, now)).toBe(months);
});
