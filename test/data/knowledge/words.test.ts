// What a question is searched by: other words for one thing give a term that both share.

import { type Locale, localeSchema } from '../../../data/domain/customer/customerTurn';
import sameThings from '../../../data/knowledge/search/sameThings.json';
import { termsOf } from '../../../data/knowledge/search/words';

const shared = (locale: Locale, first: string, second: string): readonly string[] => {
  const terms = new Set(termsOf(second, locale));
  return termsOf(first, locale).filter((term) => terms.has(term));
};

test.each([
  ['en-US', 'the judge', 'a hearing'],
  ['en-US', 'they rang', 'phone calls'],
  ['zh-CN', '吃官司', '开庭'],
  ['zh-CN', '前夫', '离婚'],
] as const)('in %s, "%s" and "%s" are looked for by what both stand for', (locale, first, second) => {
  expect(shared(locale, first, second)).not.toEqual([]);
});

test('words for different things share nothing', () => {
  expect(shared('en-US', 'passport', 'salary')).toEqual([]);
  expect(shared('zh-CN', '护照', '薪水')).toEqual([]);
});

test.each(localeSchema.options)('every word for a thing in %s is read as one', (locale) => {
  const unread = Object.entries(sameThings[locale]).flatMap(([thing, words]: [string, readonly string[]]) =>
    words.filter((word) => !termsOf(word, locale).includes(`=${thing}`)).map((word) => `${thing}: ${word}`),
  );
  expect(unread).toEqual([]);
});
