// What our own words mean ("困难复核是啥", "what's a hardship review?"): short, in both languages.
import type { Locale } from '../domain/customer/customerTurn';
import glossary from './glossary.json';

interface Asked {
  readonly pattern: RegExp;
  readonly text: Readonly<Record<Locale, string>>;
}

const patternsOf = (locale: Locale): readonly Asked[] =>
  glossary.terms.flatMap(({ names, text }) =>
    names[locale].flatMap((name) =>
      glossary.asks[locale].map((ask) => ({ pattern: new RegExp(ask.replace('TERM', name), 'i'), text })),
    ),
  );

const asked: Readonly<Record<Locale, readonly Asked[]>> = {
  'zh-CN': patternsOf('zh-CN'),
  'en-US': patternsOf('en-US'),
};

/** The meaning of the term that the words ask about, in the language of now; undefined where they ask about none. */
export const meaningAsked = (words: string, locale: Locale): string | undefined =>
  [...asked[locale], ...asked['zh-CN'], ...asked['en-US']].find(({ pattern }) => pattern.test(words))?.text[locale];
