// On which day instalments fall due, and when the first one does.
import { dueDayAllowed, dueDayFor, firstDueDate } from '../../../../../data/domain/negotiation/offers/dueDates';
import type { DueDay } from '../../../../../data/domain/offer/offer';
import { shippedLimits, today } from '../bargaining';

const [, late] = shippedLimits.segments;
if (late === undefined) throw new Error('two segments ship');
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
  expect(dueDayFor({ dueDay, payday }, until(dueDayMax))).toBe(expected);
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
