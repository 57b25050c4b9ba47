// Reads a figure as the answer to what was just asked: "800" after the monthly amount, "15" after the payday.
import type { Expects } from '../../../data/domain/customer/customerTurn';
import type { Quantity } from '../quantities/quantity';
import type { Figure, Role } from './roles';

const isDay = (quantity: Quantity) =>
  quantity.kind === 'bare' && Number.isInteger(quantity.min) && quantity.min === quantity.max && quantity.max <= 31;
const isAmount = (quantity: Quantity) => quantity.kind === 'money' || quantity.kind === 'bare';
const isCount = (quantity: Quantity) =>
  quantity.kind === 'bare' && Number.isInteger(quantity.min) && Number.isInteger(quantity.max) && quantity.max <= 120;

/** A single digit chooses among offers. */
const choosesOffer = (quantity: Quantity): boolean => quantity.kind === 'bare' && quantity.max <= 9;

/** The role that the question gives to a figure; null when the figure does not answer it. */
function answerTo(expects: Expects, figure: Figure, besideOffers: boolean): Role | null {
  const { quantity, role } = figure;
  const open = role === 'open';
  switch (expects) {
    case 'lumpSum':
      // Asked beside offers, "2" is one of them: nobody pays two yuan first.
      if (open && besideOffers && choosesOffer(quantity)) return 'offerNumber';
      if (quantity.kind === 'percent' || quantity.kind === 'share') return 'lumpSumShare';
      return open && isAmount(quantity) ? expects : null;
    case 'monthlyAmount':
    case 'amount':
    case 'income':
    case 'expenses':
    case 'otherDebts':
      return open && isAmount(quantity) ? expects : null;
    case 'lumpSumShare':
      return open && quantity.kind === 'bare'
        ? null
        : quantity.kind === 'percent' || quantity.kind === 'share'
          ? expects
          : null;
    case 'instalmentCount':
      return (open && isCount(quantity)) || (quantity.kind === 'term' && open) ? expects : null;
    case 'deferMonths':
      return (open && isCount(quantity)) || (quantity.kind === 'term' && (open || role === 'instalmentCount'))
        ? expects
        : null;
    case 'daysPastDue':
      return (open && quantity.kind === 'bare') || (quantity.kind === 'term' && (open || role === 'instalmentCount'))
        ? expects
        : null;
    case 'payday':
    case 'dueDay':
      if (quantity.kind === 'option' && typeof quantity.choice === 'number') return expects;
      return (open && isDay(quantity)) ||
        (quantity.kind === 'day' && (open || role === 'payDateFromDay' || role === 'dueDay'))
        ? expects
        : null;
    case 'startDate':
      if (quantity.kind === 'wholeMonth' || quantity.kind === 'date') return 'startDate';
      return quantity.kind === 'day' || (open && isDay(quantity)) ? 'startDateFromDay' : null;
    case 'payDate':
      if (quantity.kind === 'option' && typeof quantity.choice === 'number') return 'payDateFromDay';
      return open && (isDay(quantity) || quantity.kind === 'day') ? 'payDateFromDay' : null;
    case 'percentage':
      return open && quantity.kind === 'bare' && quantity.max <= 100 ? expects : null;
    // "Put it on the 5th and I'll sign": beside a plan that is read back, a day is that of its payments.
    case 'confirm':
      return quantity.kind === 'day' && role === 'payDateFromDay' ? 'dueDay' : null;
    case 'offerNumber':
    case 'offer':
      if (quantity.kind === 'day' && role === 'payDateFromDay' && figure.alone) return 'offerNumber';
      return open && choosesOffer(quantity) ? 'offerNumber' : null;
    default:
      return null;
  }
}

export const withExpected = (
  figures: readonly Figure[],
  expects: Expects | undefined,
  besideOffers: boolean,
): Figure[] =>
  expects === undefined
    ? [...figures]
    : figures.map((figure) => ({ ...figure, role: answerTo(expects, figure, besideOffers) ?? figure.role }));
