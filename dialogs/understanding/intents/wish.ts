// Which way an arrangement is wished to move, where no figure says it.
import {
  type Intent,
  type Locale,
  type SlotName,
  type Slots,
  type Wish,
  wishSchema,
} from '../../../data/domain/customer/customerTurn';
import wishes from '../lexicons/wishes.json';
import { normalise } from '../text/normalise';

interface WishPattern {
  readonly wish: Wish;
  readonly pattern: RegExp;
}

const compile = (rows: readonly string[][]): WishPattern[] =>
  rows.map(([wish, pattern = '']) => ({ wish: wishSchema.parse(wish), pattern: new RegExp(pattern) }));
const patterns: Readonly<Record<Locale, readonly WishPattern[]>> = {
  'zh-CN': compile(wishes['zh-CN']),
  'en-US': compile(wishes['en-US']),
};

const wishing: ReadonlySet<Intent> = new Set(['negotiate.terms', 'negotiate.start']);
/** A figure says the direction better than a word does. */
const saysDirection: readonly SlotName[] = [
  'monthlyAmount',
  'lumpSum',
  'lumpSumShare',
  'instalmentCount',
  'payDate',
  'startDate',
  'dueDay',
  'deferMonths',
  'percentage',
  'amount',
];

const directionIn = (text: string, locale: Locale) => patterns[locale].find(({ pattern }) => pattern.test(text))?.wish;

/** What a refusal finds wrong, as the way it would have to move: "too steep" → lower. It asks for nothing, so it is no wish of the message. */
export const directionOfRefusal = (text: string, locale: Locale): Wish | undefined =>
  directionIn(normalise(text).text, locale);

/** The wish of an act that negotiates; reducing what is owed is a wish only when the rest is to be settled by it. */
export function wishOf(intent: Intent, text: string, locale: Locale, slots: Slots): Wish | undefined {
  const relief = intent === 'negotiate.priceRelief';
  if (!relief && (!wishing.has(intent) || saysDirection.some((slot) => slots[slot] !== undefined))) return undefined;
  const found = directionIn(text, locale);
  return relief && found !== 'settle' ? undefined : found;
}
