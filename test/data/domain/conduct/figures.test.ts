// Dates as clerks write them: found whole, whatever their form, and never put together from other figures.
import { figuresIn, figuresWithoutSource, withoutYear } from '../../../../data/domain/conduct/figures';

const dateOf = (text: string) => figuresIn(text).dates.map(({ date }) => date);

test.each([
  '2026-12-16',
  '2026/12/16',
  '2026.12.16',
  '2026年12月16日',
  '2026 年 12 月 16 日',
  '26年12月16号',
  '16 December 2026',
  '16th December, 2026',
  'the 16th of December 2026',
  '16-Dec-2026',
  'December 16, 2026',
  'Dec. 16th 2026',
])('"%s" is one day and no other figure', (text) => {
  expect(figuresIn(`最晚${text}，谢谢`)).toEqual({
    dates: [{ text: expect.any(String), date: '2026-12-16' }],
    digits: [],
    words: [],
  });
});

test.each(['12月16日', '12月16号', '16 December', '16 Dec', '16th dec', 'December 16', 'Dec 16th', '12月16日18:00'])(
  '"%s" is a day without its year',
  (text) => expect(dateOf(text)).toEqual(['--12-16']),
);

test.each(['you may 5 times', '12月', '16日', '3.16 Dec', 'Dec 16,000', 'December 2026', '12-16', '16 decisions'])(
  '"%s" is no day of the calendar',
  (text) => expect(dateOf(text)).toEqual([]),
);

test('a date is allowed as a whole only: a count of 12, a day 16 and a year make none', () => {
  const parts = ['12', '16', '2026'];
  for (const text of ['12月16日', '16 December', '2026-12-16', '2026年12月16日'])
    expect(figuresWithoutSource(text, parts)).toEqual([text]);
  expect(figuresWithoutSource('12:16-12:16', ['12', '16'])).toEqual([]);
});

test('a source may allow a day without its year, which allows no day of another month', () => {
  const sources = ['2026-12-16', withoutYear('2026-12-16')];
  expect(figuresWithoutSource('12月16日，16 Dec，2026年12月16日', sources)).toEqual([]);
  expect(figuresWithoutSource('12月17日，16 Nov，2027年12月16日', sources)).toEqual([
    '12月17日',
    '2027年12月16日',
    '16 Nov',
  ]);
});
