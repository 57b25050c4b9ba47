// The words for staff: both languages say the same things of the same values, and each one can be read.

import englishForm from '../../../bot/staff/text/en-US/form.json';
import englishPage from '../../../bot/staff/text/en-US/page.json';
import { formatText, valueNamesOf } from '../../../bot/staff/text/formatText';
import { staffText, staffTexts } from '../../../bot/staff/text/staffText';
import chineseForm from '../../../bot/staff/text/zh-CN/form.json';
import chinesePage from '../../../bot/staff/text/zh-CN/page.json';

const sections: readonly (readonly [string, object, object])[] = [
  ...Object.entries(staffTexts['zh-CN']).map(
    ([name, texts]) => [name, texts, Reflect.get(staffTexts['en-US'], name)] as const,
  ),
  ['page', chinesePage, englishPage],
  ...Object.entries(chineseForm).map(
    ([kind, titles]) => [`form ${kind}`, titles, Reflect.get(englishForm, kind)] as const,
  ),
];

/** Every value of a text, also those inside its plurals and choices. */
const valuesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => name))].sort();

test.each(sections)(
  '%s: the two languages have the same texts with the same values, and none is empty',
  (_name, zh, en) => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    for (const [id, text] of Object.entries(zh)) {
      const english = String(Reflect.get(en, id));
      const all = Object.fromEntries([...valuesIn(String(text)), ...valuesIn(english)].map((name) => [name, 1]));
      for (const [language, words] of [
        ['zh-CN', String(text)],
        ['en-US', english],
      ] as const) {
        expect([id, formatText(language, words, all).trim()]).not.toEqual([id, '']);
        expect([id, formatText(language, words, all)]).not.toEqual([id, expect.stringContaining('{')]);
      }
    }
  },
);

test('a text that asks for a value which is not given is a fault, not a gap in a sentence', () => {
  expect(() => staffText('problem', 'weakPassword')).toThrow(/min/);
  expect(staffText('problem', 'weakPassword', { min: 12 })['en-US']).toContain('12');
});

test('a brace or a quote in what somebody typed stays as it is', () => {
  const said = staffText('check', 'exampleMissed', { text: `{name} '{' <b>` });
  for (const text of Object.values(said)) expect(text).toContain(`{name} '{' <b>`);
});

test('the values of a text are known by name', () => {
  expect(valueNamesOf('en-US', 'from {a} to {b}, {c, plural, one {#} other {#}}')).toEqual(['a', 'b', 'c']);
});
