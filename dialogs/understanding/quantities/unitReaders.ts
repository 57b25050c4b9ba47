// What a unit rule means: each reader turns the numbers that its pattern caught into a measure, or null when they make none.
import words from '../lexicons/choiceWords.json';
import { exact } from '../numerals/numeral';
import type { Reader } from './dateParts';
import { dateReaders } from './dateReaders';
import { everyReaders } from './everyReaders';
import type { Measure, TermUnit, UnitMatch } from './quantity';

const longestTerm = 1200;
const longestPlan = 240;
/** Four digits that are a year wherever a year may stand. */
const [firstYear, lastYear] = [1950, 2060];
const daysIn: Record<TermUnit, number> = { day: 1, week: 7, month: 30, year: 365, halfYear: 180, instalment: 0 };
const monthsIn: Record<TermUnit, number> = { day: 0, week: 0, month: 1, year: 12, halfYear: 6, instalment: 1 };

const whole = (value: number) => Number.isInteger(value);

/** A term of so many units; months only where the unit is a whole number of months. */
function term(min: number, max: number, unit: TermUnit): Measure | null {
  if (min <= 0 || max > longestTerm * 31) return null;
  const factor = monthsIn[unit];
  const months = factor === 0 || max * factor > longestTerm ? null : { min: min * factor, max: max * factor };
  if (months !== null && !(whole(months.min) && whole(months.max))) return null;
  const days = min === max && daysIn[unit] > 0 ? exact(min * daysIn[unit]) : null;
  return { kind: 'term', months, days: days !== null && whole(days) ? days : null, unit };
}

const termOf =
  (unit: TermUnit): Reader =>
  ({ numerals: [count] }) =>
    // "3k月供" are two words, and 2027年 is a year.
    count && !(unit === 'year' && count.min >= 1900) && count.scale < 1000 ? term(count.min, count.max, unit) : null;

const fixedTerm =
  (months: number, days: number, unit: TermUnit): Reader =>
  () => ({ kind: 'term', months: { min: months, max: months }, days, unit });

const figures = (match: UnitMatch) => match.numerals.map((numeral) => numeral.min);

function money(match: UnitMatch): Measure | null {
  const [numeral] = match.numerals;
  return numeral && numeral.max > 0
    ? { kind: 'money', min: numeral.min, max: numeral.max, scale: numeral.scale, other: numeral.otherReading }
    : null;
}

function percentOf(value: number | undefined): Measure | null {
  return value !== undefined && value >= 0 && value <= 100 ? { kind: 'percent', value } : null;
}

const share = (value: number): Measure | null =>
  value > 0 && value <= 1 ? { kind: 'share', value: exact(value) } : null;

/** 八折 leaves eight tenths, so two tenths (20) are off; 85折 and 8.5折 leave 85 %. */
function readOff(match: UnitMatch): Measure | null {
  const [left = 0] = figures(match);
  const kept = left < 10 ? left * 10 : left;
  return kept > 0 && kept < 100 ? { kind: 'off', value: exact(100 - kept) } : null;
}

function readOption(match: UnitMatch): Measure | null {
  const [numeral] = match.numerals;
  return numeral && whole(numeral.min) && numeral.min === numeral.max && numeral.min >= 1 && numeral.min <= 20
    ? { kind: 'option', choice: numeral.min }
    : null;
}

const letterOption: Reader = ({ groups }) => ({
  kind: 'option',
  choice: words.letters.indexOf(groups.letter ?? '') + 1,
});

export const unitReaders: Readonly<Record<string, Reader>> = {
  ...dateReaders,
  ...everyReaders,
  other: () => ({ kind: 'other' }),
  // "Will I still be paying in 2031" names a year.
  yearOnly: ({ numerals: [year] }) =>
    year?.digits?.length === 4 && year.min >= firstYear && year.min <= lastYear && year.min % 100 !== 0
      ? { kind: 'other' }
      : null,
  // "250 pm" is an amount a month.
  halfDay: ({ numerals: [hour] }) => (hour !== undefined && hour.max <= 12 ? { kind: 'other' } : null),
  money,
  moneyHundredths: (match) => {
    const [yuan = 0, tenths = 0, hundredths = 0] = figures(match);
    const value = exact(yuan + tenths / 10 + hundredths / 100);
    return { kind: 'money', min: value, max: value, scale: 1, other: null };
  },
  moneyTenths: (match) => {
    const [yuan = 0, tenths = 0] = figures(match);
    return { kind: 'money', min: exact(yuan + tenths / 10), max: exact(yuan + tenths / 10), scale: 1, other: null };
  },
  tenthsOfYuan: (match) => {
    const [tenths = 0] = figures(match);
    return tenths > 0
      ? { kind: 'money', min: exact(tenths / 10), max: exact(tenths / 10), scale: 1, other: null }
      : null;
  },
  optionByNumber: readOption,
  // "First 2,500, then 300 monthly" chooses nothing.
  optionByOrdinal: (match) => ((match.numerals[1]?.max ?? 1) === 1 ? readOption(match) : null),
  optionByOrdinalWord: (match) => (match.numerals[0]?.weak === true ? readOption(match) : null),
  // A bare "3rd" points at an offer; higher ones are days of the month.
  optionAlone: (match) => ((match.numerals[0]?.min ?? 9) <= 3 ? readOption(match) : null),
  optionByLetter: letterOption,
  optionFirst: ({ numerals: [place] }) =>
    place === undefined || place.max === 1 ? { kind: 'option', choice: 1 } : null,
  optionLast: () => ({ kind: 'option', choice: 'last' }),
  optionMiddle: () => ({ kind: 'option', choice: 'middle' }),
  // "pay in 2000" is money.
  instalments: (match) => ((match.numerals[0]?.max ?? 0) <= longestPlan ? termOf('instalment')(match) : null),
  months: termOf('month'),
  years: termOf('year'),
  weeks: termOf('week'),
  days: termOf('day'),
  quarters: ({ numerals: [count] }) => (count ? term(count.min * 3, count.max * 3, 'month') : null),
  yearsAndMonths: ({ numerals: [years, months] }) => {
    const measure = years && months ? term(years.min * 12 + months.min, years.max * 12 + months.max, 'month') : null;
    return measure?.kind === 'term' && years && months
      ? { ...measure, days: years.min * 365 + months.min * 30 }
      : measure;
  },
  halfYears: ({ numerals: [years] }) => {
    const measure = years ? term(years.min * 12 + 6, years.max * 12 + 6, 'month') : null;
    return measure?.kind === 'term' && years ? { ...measure, days: years.min * 365 + 180 } : measure;
  },
  halfYear: fixedTerm(6, 180, 'halfYear'),
  yearAndHalf: fixedTerm(18, 545, 'month'),
  aYear: fixedTerm(12, 365, 'year'),
  // "a week late"
  singleTerm: ({ groups, numerals: [count] }) => {
    const unit = groups.unit;
    const known = unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year';
    return known ? term(count?.min ?? 1, count?.max ?? 1, unit) : null;
  },
  oneMonth: fixedTerm(1, 30, 'month'),
  coupleMonths: fixedTerm(2, 60, 'month'),
  coupleYears: fixedTerm(24, 730, 'year'),
  halfMonths: ({ numerals: [months] }) =>
    months ? { kind: 'term', months: null, days: months.min * 30 + 15, unit: 'day' } : null,
  halfMonth: () => ({ kind: 'term', months: null, days: 15, unit: 'day' }),
  percent: (match) => percentOf(figures(match)[0]),
  tailPercent: (match) => percentOf(figures(match)[0]),
  percentWords: (match) => percentOf(figures(match)[0]),
  tenths: (match) => {
    const [tenths = 0] = figures(match);
    return tenths > 0 && tenths <= 10 ? percentOf(exact(tenths * 10)) : null;
  },
  off: readOff,
  halfOff: () => ({ kind: 'off', value: 50 }),
  half: () => share(0.5),
  // "a third", "two thirds", "a fifth"
  thirdShare: ({ numerals }) => {
    const parts = numerals.at(-1);
    const count = numerals.length > 1 ? (numerals[0]?.min ?? 1) : 1;
    return parts?.weak === true && parts.min >= 3 && parts.min <= 10 ? share(count / parts.min) : null;
  },
  quarterShare: ({ numerals: [count] }) => share(count ? count.min / 4 : 0.25),
  fraction: (match) => {
    const [below = 0, above = 0] = figures(match);
    return below > 0 ? share(above / below) : null;
  },
};
