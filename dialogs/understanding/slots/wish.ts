// Which way a customer wishes an arrangement to move: lower, shorter, later, without a first payment.
import { type Locale, type Wish, wishSchema } from '../../../data/domain/customer/customerTurn';
import lexicon from '../lexicons/slots/wishes.json';

interface Pattern {
  readonly wish: Wish;
  readonly says: RegExp;
}

const compile = (source: readonly string[][]): Pattern[] =>
  source.map(([wish, pattern = '']) => ({ wish: wishSchema.parse(wish), says: new RegExp(pattern) }));

const patterns: Readonly<Record<Locale, readonly Pattern[]>> = {
  'zh-CN': compile(lexicon['zh-CN']),
  'en-US': compile(lexicon['en-US']),
};

/** The first wish, in the lexicon's order, that a normalised text expresses. */
export const wishIn = (normal: string, languages: readonly Locale[]): Wish | undefined =>
  languages.flatMap((language) => patterns[language]).find(({ says }) => says.test(normal))?.wish;
