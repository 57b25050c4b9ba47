// What context settles once roles are given: corrections, figures without words beside them, and which of two dates is meant.
import type { Quantity } from '../quantities/quantity';
import type { RoleLexicon } from './roleLexicon';
import type { Figure } from './roles';

/** A message of so few characters that holds one figure is that figure. */
const shortAnswer = 14;
/** The same with Chinese characters in it, which say more each. */
const shortHanAnswer = 7;

export const isMoneyLike = (quantity: Quantity) => quantity.kind === 'money' || quantity.kind === 'bare';

/** After "不对" or "sorry, I meant", figures of a kind that is stated again are taken back. */
export function withoutCorrected(
  figures: readonly Figure[],
  text: string,
  lexicons: readonly RoleLexicon[],
): readonly Figure[] {
  const at = Math.max(...lexicons.map((lexicon) => lexicon.correction.exec(text)?.index ?? -1));
  if (at < 0) return figures;
  const family = (figure: Figure) => (isMoneyLike(figure.quantity) ? 'money' : figure.quantity.kind);
  const restated = new Set(figures.filter((figure) => figure.at > at && figure.role !== 'none').map(family));
  return figures.map((figure) =>
    figure.at < at && restated.has(family(figure)) ? { ...figure, role: 'none' as const } : figure,
  );
}

/** 24 or 36 without a word beside it is a number of instalments: nobody offers 36 yuan. */
const looksLikeCount = (figure: Figure, paid: boolean) => {
  const { quantity } = figure;
  return quantity.kind === 'bare' && !paid && quantity.min % 6 === 0 && quantity.min >= 6 && quantity.max <= 72;
};

/** An open figure is an amount when money is plainly meant: a currency or magnitude, a word of paying, or nothing else said. */
export function settleOpen(figures: readonly Figure[], text: string, lexicons: readonly RoleLexicon[]): Figure[] {
  const pays = text.length <= shortAnswer || lexicons.some((lexicon) => lexicon.payWords.test(text));
  return figures.map((figure) => {
    const { quantity, role, bound, at } = figure;
    if (role !== 'open' || !isMoneyLike(quantity)) return figure;
    const before = text.slice(Math.max(0, at - 8), at);
    if (
      looksLikeCount(
        figure,
        lexicons.some((lexicon) => lexicon.payNear.test(before)),
      )
    )
      return { ...figure, role: 'instalmentCount' as const };
    const meant =
      quantity.kind === 'money' || bound !== null || ('max' in quantity && quantity.max >= (pays ? 10 : 50));
    return meant ? { ...figure, role: 'amount' as const } : figure;
  });
}

const isPayDate = (figure: Figure) => figure.role === 'payDate' || figure.role === 'payDateFromDay';

/** "My tenant pays me on the 1st so I'll pay you on the 2nd": of two dates, the one that a word of paying leads to. */
export function onePayDate(figures: readonly Figure[], text: string, lexicons: readonly RoleLexicon[]): Figure[] {
  const dates = figures.filter(isPayDate);
  const last = dates.at(-1);
  const previous = dates.at(-2);
  if (last === undefined || previous === undefined) return [...figures];
  const between = text.slice(previous.at + 1, last.at);
  if (!lexicons.some((lexicon) => lexicon.payLeads.test(between))) return [...figures];
  return figures.map((figure) =>
    isPayDate(figure) && figure !== last ? { ...figure, role: 'none' as const } : figure,
  );
}

/** "Laid off three months ago" offers nothing: months and years in a longer message are instalments only where it speaks of paying them off. */
export function withoutStrayTerms(
  figures: readonly Figure[],
  text: string,
  lexicons: readonly RoleLexicon[],
): Figure[] {
  const short = /\p{Script=Han}/u.test(text) ? shortHanAnswer : shortAnswer;
  if (text.length <= short || lexicons.some((lexicon) => lexicon.planCue.test(text))) return [...figures];
  return figures.map((figure) =>
    figure.role === 'instalmentCount' && figure.quantity.kind === 'term' && figure.quantity.unit !== 'instalment'
      ? { ...figure, role: 'none' as const }
      : figure,
  );
}

const isSingle = ({ role }: Figure) => role === 'lumpSum' || role === 'lumpSumShare';

/** "2000 this month and 800 after that": what follows a first payment, and has no day of its own, is paid month by month. */
export function withPaymentsAfter(
  figures: readonly Figure[],
  text: string,
  lexicons: readonly RoleLexicon[],
): Figure[] {
  const first = figures.find(isSingle);
  const isTold = figures.some((figure) => figure.role === 'monthlyAmount' || isPayDate(figure));
  if (first === undefined || isTold) return [...figures];
  const follows = (figure: Figure) =>
    figure.at > first.at &&
    (figure.role === 'amount' || figure.role === 'lumpSum') &&
    lexicons.some((lexicon) => lexicon.thenMonthly.test(text.slice(first.at + 1, figure.at)));
  const after = figures.filter(follows);
  return after.length === 1
    ? figures.map((figure) => (figure === after[0] ? { ...figure, role: 'monthlyAmount' as const } : figure))
    : [...figures];
}

/** How far before an amount a word of paying may stand, in characters of the masked text. */
const payReach = 12;

/**
 * An amount with no word of its own: beside a day to pay, or beside a monthly figure after a word of paying, it is the
 * single payment ("700 tonight", "2k on it, then 500 monthly"); before another figure it is what is owed.
 */
export function withSinglePayment(
  figures: readonly Figure[],
  text: string,
  lexicons: readonly RoleLexicon[],
): Figure[] {
  const amounts = figures.filter((figure) => figure.role === 'amount');
  const [amount] = amounts;
  if (amount === undefined || amounts.length > 1) return [...figures];
  const paid = lexicons.some((lexicon) =>
    lexicon.payNear.test(text.slice(Math.max(0, amount.at - payReach), amount.at)),
  );
  const beside = figures.filter((figure) => isSingle(figure) || figure.role === 'monthlyAmount');
  const as = (role: 'lumpSum' | 'none') => figures.map((figure) => (figure === amount ? { ...figure, role } : figure));
  if (!paid && beside.some((figure) => figure.at > amount.at)) return as('none');
  if (figures.some(isSingle)) return [...figures];
  const dated = figures.some(isPayDate) && !lexicons.some((lexicon) => lexicon.begins.test(text));
  return beside.length > 0 || dated ? as('lumpSum') : [...figures];
}
