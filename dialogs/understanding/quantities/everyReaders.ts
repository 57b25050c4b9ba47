// How often something is paid or earned: 每周, 隔周, every two weeks, 半年一次, a year.
import type { Frequency } from '../../../data/domain/customer/customerTurn';
import words from '../lexicons/dateWords.json';
import type { Reader } from './dateParts';

const every =
  (frequency: Frequency | 'day'): Reader =>
  () => ({ kind: 'every', frequency });

const ofWeeks: Readonly<Record<number, Frequency>> = { 1: 'week', 2: 'fortnight' };
const ofMonths: Readonly<Record<number, Frequency>> = { 3: 'quarter', 6: 'halfYear', 12: 'year' };

/** One week, two weeks, three, six or twelve months; every other count has no name here and stays a stretch of time. */
const readEveryTerm: Reader = ({ groups, numerals }) => {
  const count = numerals[0]?.min ?? 1;
  const unit = groups.unit ?? groups.unit2 ?? '';
  const months = words.monthsInUnit[unit as keyof typeof words.monthsInUnit];
  const frequency = months === undefined ? ofWeeks[count] : ofMonths[count * months];
  return frequency === undefined ? null : { kind: 'every', frequency };
};

export const everyReaders: Readonly<Record<string, Reader>> = {
  everyDay: every('day'),
  everyWeek: every('week'),
  // 每周五 is a day of every week; 每周五百 is an amount.
  everyWeekday: ({ numerals: [day] }) =>
    day !== undefined && Number.isInteger(day.max) && day.min === day.max && day.max <= 6
      ? { kind: 'every', frequency: 'week' }
      : null,
  // "Every second Friday" is; every third one has no name here.
  everyFortnight: ({ numerals: [count] }) =>
    count === undefined || count.min <= 2 ? { kind: 'every', frequency: 'fortnight' } : { kind: 'other' },
  everyQuarter: every('quarter'),
  everyHalfYear: every('halfYear'),
  everyYear: every('year'),
  everyTerm: readEveryTerm,
};
