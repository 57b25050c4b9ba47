// Where the Microsoft recognizers are right, our own reading says the same; where they are wrong, ours does not follow.
import { recognizeDateTime, recognizeNumber } from '@microsoft/recognizers-text-suite';
import { findNumerals } from '../../../dialogs/understanding/numerals/findNumerals';
import { findQuantities } from '../../../dialogs/understanding/quantities/findQuantities';
import { normalise } from '../../../dialogs/understanding/text/normalise';

const refDate = '2026-11-23';
const reference = new Date(2026, 10, 23);
const ourNumber = (text: string) => findNumerals(normalise(text).text).map(({ max }) => max);
const ourDate = (text: string) =>
  findQuantities(normalise(text).text, refDate).masked.cells.flatMap(({ quantity }) =>
    quantity?.kind === 'date' ? [quantity.date] : [],
  );

/** The last resolved value: for a day of the year without a year, the one that lies ahead. */
function theirDate(text: string, culture: string): string[] {
  const [found] = recognizeDateTime(text, culture, undefined, reference);
  const values: { value?: string }[] = found?.resolution?.values ?? [];
  return values.slice(-1).flatMap(({ value }) => (value === undefined ? [] : [value]));
}

describe('numbers that the recognizers read well', () => {
  it.each([
    ['zh-cn', '三千五百'],
    ['zh-cn', '一万二千三百四十五'],
    ['zh-cn', '一百二十万'],
    ['zh-cn', '两千零五'],
    ['en-us', 'two thousand five hundred'],
    ['en-us', 'one hundred and twenty'],
    ['en-us', '12,345'],
    ['en-us', 'seventy five'],
  ])('%s: %s', (culture, text) => {
    const theirs = recognizeNumber(text, culture).map((found) => Number(found.resolution?.value));
    expect(ourNumber(text)).toEqual(theirs);
  });
});

describe('dates that the recognizers read well', () => {
  it.each([
    ['zh-cn', '明天'],
    ['zh-cn', '下周五'],
    ['zh-cn', '12月15日'],
    ['zh-cn', '2026年12月15日'],
    ['en-us', 'tomorrow'],
    ['en-us', 'next friday'],
    ['en-us', '15 december'],
    ['en-us', 'december 3rd'],
  ])('%s: %s', (culture, text) => expect(ourDate(text)).toEqual(theirDate(text, culture)));
});

describe('forms that the recognizers get wrong', () => {
  it.each([
    ['2w', 20000],
    ['1w2', 12000],
    ['万五', 15000],
    ['2 grand', 2000],
    ['RMB 800', 800],
  ])('%s is %i', (text, value) => expect(ourNumber(text)).toEqual([value]));

  it.each([
    ['下个月15号', '2026-12-15'],
    ['2000-3000', undefined],
    ['剩下分12期', undefined],
  ])('%s is no other day than %s', (text, date) => expect(ourDate(text)).toEqual(date === undefined ? [] : [date]));
});
