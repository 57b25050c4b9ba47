// What an offer comes to, worked out anew: level payments by searching instead of a formula, a ledger in whole numbers, dates by
// counting months. Nothing here is taken from the engine, so that a fault of its arithmetic cannot hide itself.
import type { Offer } from '../../offer/offer';

type Terms = Pick<
  Offer,
  'financedFen' | 'interestFreeFen' | 'instalmentCount' | 'monthlyRate' | 'method' | 'instalmentFen' | 'deferMonths'
>;

const parts = 1_000_000_000_000_000n;

/** amount × rate, to the fen, half up. */
function shareHalfUp(amountFen: number, rate: number): number {
  const exact = BigInt(amountFen) * BigInt(Math.round(rate * Number(parts)));
  return Number((exact + parts / 2n) / parts);
}

/** amount ÷ count, to the fen, half up. */
const partHalfUp = (amountFen: number, count: number): number =>
  Number((2n * BigInt(amountFen) + BigInt(count)) / (2n * BigInt(count)));

/** What these payments are worth today, the first one in `first` months, at this monthly rate. */
export function presentValue(paymentsFen: readonly number[], rate: number, first: number): number {
  let worth = 0;
  for (let k = paymentsFen.length - 1; k >= 0; k--) worth = (worth + (paymentsFen[k] ?? 0)) / (1 + rate);
  return worth / (1 + rate) ** (first - 1);
}

/** The value between low and high at which a falling function passes below `target`. */
function search(low: number, high: number, target: number, falling: (at: number) => number): number {
  let [below, above] = [low, high];
  for (let step = 0; step < 70; step++) {
    const middle = (below + above) / 2;
    if (falling(middle) > target) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/** The monthly rate at which the payments are worth what they pay off; from −50 % to +100 %. */
export const monthlyReturn = (paidOffFen: number, paymentsFen: readonly number[], first: number): number =>
  search(-0.5, 1, paidOffFen, (rate) => presentValue(paymentsFen, rate, first));

/** The level payment, not rounded: the one with which nothing is left at the end. */
function levelFen(bearingFen: number, rate: number, count: number): number {
  const leftWith = (payment: number) => {
    let left = bearingFen;
    for (let k = 0; k < count; k++) left = left * (1 + rate) - payment;
    return left;
  };
  return search(0, bearingFen * (1 + rate) + 1, 0, leftWith);
}

/** The first payment of the part that bears interest, not rounded. */
function firstBearingFen({ financedFen, interestFreeFen, instalmentCount, monthlyRate, method }: Terms): number {
  const bearingFen = financedFen - interestFreeFen;
  if (method === 'annuity') return levelFen(bearingFen, monthlyRate, instalmentCount);
  return bearingFen / instalmentCount + bearingFen * monthlyRate;
}

/** One payment, by what it is for. */
export interface Payment {
  /** On what bears interest, interest included; and on what bears none. */
  readonly bearingFen: number;
  readonly freeFen: number;
}

/** True when the first instalment is the one that the terms give, a fen of rounding apart. */
export const firstIsRight = (terms: Terms): boolean =>
  Math.abs(terms.instalmentFen - firstBearingFen(terms) - partHalfUp(terms.interestFreeFen, terms.instalmentCount)) <=
  1;

/** All payments, given the first: each pays interest and then principal, the last one all that is left. */
export function payments(terms: Terms): Payment[] {
  const { financedFen, interestFreeFen, instalmentCount, monthlyRate, method, instalmentFen } = terms;
  const spreadFen = partHalfUp(interestFreeFen, instalmentCount);
  const borrowedFen = financedFen - interestFreeFen;
  let [bearing, free] = [borrowedFen, interestFreeFen];
  return Array.from({ length: instalmentCount }, (_, index) => {
    const last = index === instalmentCount - 1;
    const interest = shareHalfUp(method === 'flatFee' ? borrowedFen : bearing, monthlyRate);
    const falls =
      borrowedFen / instalmentCount + (borrowedFen * (instalmentCount - index) * monthlyRate) / instalmentCount;
    const wanted = method === 'equalPrincipal' ? Math.floor(falls + 0.5 + 1e-7) : instalmentFen - spreadFen;
    const principal = last ? bearing : Math.min(bearing, Math.max(0, wanted - interest));
    const freeFen = last ? free : Math.min(free, spreadFen);
    bearing -= principal;
    free -= freeFen;
    return { bearingFen: principal + interest, freeFen };
  });
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const monthLength = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (lengths[month - 1] ?? 0);

const read = (date: string): [year: number, month: number, day: number] => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
};

/** Days since the first of January of the year 1. */
export function dayCount(date: string): number {
  const [year, month, day] = read(date);
  let days = day - 1;
  for (let before = 1; before < month; before++) days += monthLength(year, before);
  const past = year - 1;
  return days + past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

/** The due day so many months after this date. */
export function dueDate(first: string, months: number, dueDay: Offer['dueDay']): string {
  const [year, month] = read(first);
  const index = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const length = monthLength(inYear, inMonth);
  const day = dueDay === 'last' ? length : Math.min(dueDay, length);
  return [inYear, String(inMonth).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
