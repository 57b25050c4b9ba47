// What context settles once roles are given: corrections, figures without words beside them, and which of two dates is meant.
import type { Quantity } from '../quantities/quantity';
import type { RoleLexicon } from './roleLexicon';
import type { Figure } from './roles';

/** A message of so few characters that holds one figure is that figure. */
const shortAnswer = 14;
/** The same with Chinese characters in it, which say more each. */
const shortHanAnswer = 7;

export const isMoneyLike = (quantity: Quantity) => quantity.kind === 'money' || quantity.kind === 'bare';

const familyOf = ({ quantity }: Figure) =>
  isMoneyLike(quantity) ? 'money' : quantity.kind === 'day' || quantity.kind === 'date' ? 'day' : quantity.kind;

const saysNothing = (role: Figure['role']) => role === 'open' || role === 'none';

/**
 * After "不对" or "sorry, I meant", figures of a kind that is stated again are taken back; what stands in their place,
 * with no word of its own, is for what they were for.
 */
export function withoutCorrected(
  figures: readonly Figure[],
  text: string,
  lexicons: readonly RoleLexicon[],
): readonly Figure[] {
  const places = lexicons.flatMap((lexicon) => [...text.matchAll(lexicon.correction)].map(({ index }) => index));
  const later = figures.filter(({ role }) => role !== 'none');
  const at = Math.max(-1, ...places.filter((place) => later.some((figure) => figure.at > place)));
  if (at < 0) return figures;
  const restated = new Set(later.filter((figure) => figure.at > at).map(familyOf));
  const isTakenBack = (figure: Figure) => figure.at < at && restated.has(familyOf(figure));
  const replaced = (figure: Figure): Figure => {
    const former = figures.filter((one) => isTakenBack(one) && familyOf(one) === familyOf(figure)).at(-1);
    if (former === undefined || saysNothing(former.role) || !takesOver(figure, former)) return figure;
    return { ...figure, role: former.role, frequency: figure.frequency ?? former.frequency };
  };
  return figures.map((figure) =>
    isTakenBack(figure) ? { ...figure, role: 'none' as const } : figure.at > at ? replaced(figure) : figure,
  );
}

/** The new figure says nothing of what it is for, or is a day where a day was. */
const takesOver = (figure: Figure, former: Figure) =>
  figure.role === 'open' ||
  (former.quantity.kind === 'day' && (figure.role === 'payDateFromDay' || figure.role === 'dueDay'));

/** 24 or 36 without a word beside it is a number of instalments: nobody offers 36 yuan. In a longer message it takes a word of a plan. */
const looksLikeCount = ({ quantity }: Figure, paid: boolean, speaksOfPlan: boolean) => {
  return (
    quantity.kind === 'bare' &&
    !paid &&
    speaksOfPlan &&
    quantity.min % 6 === 0 &&
    quantity.min >= 6 &&
    quantity.max <= 72
  );
};

/** In a message longer than this that has no word of paying, an amount belongs to the story. */
const longStory = 36;
const longHanStory = 14;

/** An open figure is an amount when money is plainly meant: a currency or magnitude, a word of paying, or nothing else said. */
export function settleOpen(figures: readonly Figure[], text: string, lexicons: readonly RoleLexicon[]): Figure[] {
  const pays = text.length <= shortAnswer || lexicons.some((lexicon) => lexicon.payWords.test(text));
  const isHan = /\p{Script=Han}/u.test(text);
  const speaksOfPlan =
    text.length <= (isHan ? shortAnswer : longStory) || lexicons.some((lexicon) => lexicon.planWord.test(text));
  return figures.map((figure) => {
    const { quantity, role, bound, at } = figure;
    if (role !== 'open' || !isMoneyLike(quantity)) return figure;
    const before = text.slice(Math.max(0, at - 8), at);
    if (
      looksLikeCount(
        figure,
        lexicons.some((lexicon) => lexicon.payNear.test(before)),
        speaksOfPlan,
      )
    )
      return { ...figure, role: 'instalmentCount' as const };
    const tells = !pays && text.length > (isHan ? longHanStory : longStory);
    if (tells && bound === null) return { ...figure, role: 'none' as const };
    const meant =
      quantity.kind === 'money' || bound !== null || ('max' in quantity && quantity.max >= (pays ? 10 : 50));
    return meant ? { ...figure, role: 'amount' as const } : figure;
  });
}

/** 每月3000太多，2000行: what is offered in place of a refused month's amount is one as well; so is what is left after rent and wages. */
export function withCounters(figures: readonly Figure[]): Figure[] {
  return figures.map((figure, index) => {
    if (figure.role !== 'open' && figure.role !== 'amount') return figure;
    if (!isMoneyLike(figure.quantity)) return figure;
    const before = figures.slice(0, index).filter(({ quantity }) => isMoneyLike(quantity));
    const counters = before.at(-1)?.role === 'none' && before.at(-1)?.frequency === 'month';
    const remains = before.some(({ role }) => budgetRoles.has(role)) && figure.role === 'amount';
    return counters || (remains && before.every(({ role }) => budgetRoles.has(role) || role === 'none'))
      ? { ...figure, role: 'monthlyAmount' as const }
      : figure;
  });
}

const budgetRoles: ReadonlySet<Figure['role']> = new Set(['income', 'expenses', 'otherDebts']);

/** A day of the month beside a month's amount or a number of instalments is when they are due; beside a first payment only after them. */
export function withDueDay(figures: readonly Figure[], text: string, lexicons: readonly RoleLexicon[]): Figure[] {
  const regular = figures.findLast(({ role }) => role === 'monthlyAmount');
  const single = figures.find(isSingle);
  if (regular === undefined || lexicons.some((lexicon) => lexicon.begins.test(text))) return [...figures];
  return figures.map((figure) =>
    figure.role === 'payDateFromDay' && (single === undefined || (figure.at > regular.at && regular.at > single.at))
      ? { ...figure, role: 'dueDay' as const }
      : figure,
  );
}

const isPayDate = (figure: Figure) => figure.role === 'payDate' || figure.role === 'payDateFromDay';

/** "1000 sunday": an amount and a day with nothing but a space or a comma between them. */
const isBeside = (figure: Figure, date: Figure, text: string) =>
  isMoneyLike(figure.quantity) &&
  figure.role !== 'none' &&
  /^[ ,，]{0,2}$/.test(text.slice(Math.min(figure.at, date.at) + 1, Math.max(figure.at, date.at)));

/** "I said the 10th, could it be the 15th": a day that another takes the place of is none to pay on. */
function withMovedDay(figures: readonly Figure[], text: string, lexicons: readonly RoleLexicon[]): readonly Figure[] {
  const days = figures.filter((figure) => isPayDate(figure) || figure.role === 'dueDay');
  const isMoved = (figure: Figure, next: Figure | undefined) =>
    next !== undefined &&
    isPayDate(figure) &&
    lexicons.some(({ movesTo }) => movesTo.test(text.slice(figure.at + 1, next.at)));
  const moved = days.filter((figure, index) => isMoved(figure, days[index + 1]));
  if (moved.length === 0) return figures;
  const isPlan = figures.some(({ role }) => role === 'monthlyAmount' || role === 'instalmentCount');
  return figures.map((figure): Figure => {
    if (moved.includes(figure)) return { ...figure, role: 'none' };
    return figure.role === 'dueDay' && !isPlan ? { ...figure, role: 'payDateFromDay' } : figure;
  });
}

/** "My tenant pays me on the 1st so I'll pay you on the 2nd": of two dates, the one that a word of paying leads to. */
export function onePayDate(all: readonly Figure[], text: string, lexicons: readonly RoleLexicon[]): Figure[] {
  const figures = withMovedDay(all, text, lexicons);
  const dates = figures.filter(isPayDate);
  const last = dates.at(-1);
  const previous = dates.at(-2);
  if (last === undefined || previous === undefined) return [...figures];
  const between = text.slice(previous.at + 1, last.at);
  const beside = dates.filter((date) => figures.some((figure) => isBeside(figure, date, text)));
  const [only] = beside;
  if (beside.length === 1 && only !== undefined)
    return figures.map((figure) =>
      isPayDate(figure) && figure !== only ? { ...figure, role: 'none' as const } : figure,
    );
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
  const isPlan = figures.some(({ role }) => role === 'monthlyAmount');
  if (isPlan || text.length <= short || lexicons.some((lexicon) => lexicon.planCue.test(text))) return [...figures];
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

/** 廿六来拉猪: a bare number that may be a day is no payment, in a message that says more. */
const highestDay = 31;
const withoutSmall = (figure: Figure): Figure => {
  const { quantity, role, alone } = figure;
  const isPayment = role === 'lumpSum' || role === 'amount';
  return isPayment && !alone && quantity.kind === 'bare' && quantity.max >= 10 && quantity.max <= highestDay
    ? { ...figure, role: 'none' }
    : figure;
};

/** How far before an amount a word of paying may stand, in characters of the masked text. */
const payReach = 12;

/**
 * An amount with no word of its own: beside a day to pay, or beside a monthly figure after a word of paying, it is the
 * single payment ("700 tonight", "2k on it, then 500 monthly"); before another figure it is what is owed.
 */
export function withSinglePayment(all: readonly Figure[], text: string, lexicons: readonly RoleLexicon[]): Figure[] {
  const figures = all.map(withoutSmall);
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
