// What a figure in a person's own words is: something a clerk may simply say (a time, a count, a desk number), a value that needs
// a typed source (money, a rate, a fact of the account), or neither for certain.
import type { Locale } from '../../customer/customerTurn';
import { figuresIn } from '../figures';
import { type FigurePatterns, figurePatterns } from './figurePatterns';

export type FigureUse = 'ordinary' | 'value' | 'unclear';

export interface UsedFigure {
  /** As it stands in the text. */
  readonly figure: string;
  readonly use: FigureUse;
}

const locales = ['zh-CN', 'en-US'] as const satisfies readonly Locale[];
/** Digits of other scripts: nobody who writes Chinese or English to a customer needs them. */
const otherDigits = /[^\P{Nd}0-9]{1,30}/gu;
const leftDigits = /\d[\d,.:/-]{0,40}/g;
const leftTens = /[二三四五六七八九]十[一二三四五六七八九]?|十[一二三四五六七八九]/gu;

const sentencesOf = (text: string): string[] =>
  text.split(/[。！？；!?;\n]+|\.(?=\s|$)/u).filter((one) => one.trim() !== '');

/** Takes what the patterns find out of a sentence, so that no figure is judged twice. */
function take(
  sentence: string,
  patterns: readonly RegExp[],
): { readonly found: readonly string[]; readonly rest: string } {
  const found: string[] = [];
  let rest = sentence;
  for (const pattern of patterns)
    rest = rest.replace(pattern, (match) => {
      found.push(match.trim());
      return '\n';
    });
  return { found, rest };
}

const asUse = (figures: readonly string[], use: FigureUse): UsedFigure[] => figures.map((figure) => ({ figure, use }));

const some = (sentence: string, read: (patterns: FigurePatterns) => RegExp): boolean =>
  locales.some((locale) => read(figurePatterns[locale]).test(sentence));

/** Patterns of both languages: a clerk may write a figure in either, whatever the language of the conversation. */
const bothOf = (read: (patterns: FigurePatterns) => readonly RegExp[]): readonly RegExp[] =>
  locales.flatMap((locale) => read(figurePatterns[locale]));

function usesInSentence(sentence: string): UsedFigure[] {
  const isAboutPaying = some(sentence, (patterns) => patterns.aboutPaying);
  const isAboutContact = some(sentence, (patterns) => patterns.aboutContact);
  const foreign = take(sentence, [otherDigits]);
  const dates = figuresIn(foreign.rest).dates.map(({ text }) => text);
  const dateUse: FigureUse = isAboutPaying ? 'value' : isAboutContact ? 'ordinary' : 'unclear';
  const undated = dates.reduce((rest, date) => rest.replace(date, '\n'), foreign.rest);
  const values = take(
    undated,
    bothOf((patterns) => patterns.value),
  );
  const ordinary = take(
    values.rest,
    bothOf((patterns) => patterns.ordinary),
  );
  const spans = take(
    ordinary.rest,
    bothOf((patterns) => patterns.span),
  );
  const left = take(spans.rest, [leftDigits]);
  const tens = isAboutPaying ? take(left.rest, [leftTens]).found : [];
  return [
    ...asUse(foreign.found, 'value'),
    ...asUse(dates, dateUse),
    ...asUse(values.found, 'value'),
    ...asUse(ordinary.found, 'ordinary'),
    ...asUse(spans.found, isAboutPaying ? 'value' : 'ordinary'),
    ...asUse(left.found, isAboutPaying ? 'value' : 'unclear'),
    ...asUse(tens, 'value'),
  ];
}

/** Every figure of a text with what it is; figures in words and in other scripts are figures too. */
export const figureUsesIn = (text: string): readonly UsedFigure[] =>
  sentencesOf(text.normalize('NFKC').replace(/’/g, "'")).flatMap(usesInSentence);

/** True of a figure in words, or in digits with a larger unit: "3万" is no count of 3. */
export const isMultiplied = (figure: string): boolean =>
  !/\d/.test(figure) || /\d ?(?:[百千万亿wk]|m\b|hundred|thousand|million|grand)/i.test(figure);
