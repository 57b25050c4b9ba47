// What each instalment comes to, by annuity, equal principal or flat fee. Exact for what is shown, floating for ranking.
// The financed amount is paid off in two parts, each rounded to the fen in every row, each with its rest in the last one:
// what bears interest by the method's formula, and what bears none (fees and late charges) in equal parts beside it.
import Big from 'big.js';
import type { z } from 'zod';
import { type Fen, roundHalfUpToFen } from '../money/money';
import type { instalmentMethodSchema } from './offer';

export type InstalmentMethod = z.infer<typeof instalmentMethodSchema>;

export interface InstalmentTerms {
  /** What the instalments pay off, in fen. */
  readonly financedFen: Fen;
  /** The part of it that bears no interest and no flat fee: fees and late charges (PBoC 银发〔2016〕111号), in fen. */
  readonly interestFreeFen: Fen;
  readonly instalmentCount: number;
  /** Interest a month on the interest-bearing part outstanding; for flatFee the fee a period on all of it. Share of 1. */
  readonly monthlyRate: number;
  readonly method: InstalmentMethod;
}

export interface InstalmentPart {
  /** What this payment takes off the financed amount, the interest-free part included. */
  readonly principalFen: Fen;
  /** Of `principalFen`, what is paid off of the interest-free part. */
  readonly interestFreeFen: Fen;
  readonly interestFen: Fen;
  readonly paymentFen: Fen;
  /** What is still to be paid off after this payment, the interest-free part included. */
  readonly remainingFen: Fen;
}

export interface InstalmentAmounts {
  /** The regular payment; for equalPrincipal the first one, which is the highest. */
  readonly instalmentFen: Fen;
  readonly lastInstalmentFen: Fen;
  /** Sum of all payments. */
  readonly totalFen: Fen;
}

/** The formulas that a method needs, rounded half up to the fen: exactly, or by floating point. */
interface Pricing {
  /** Payment number k (from 1) on the interest-bearing part by the formula, before the last one absorbs the rest. */
  payment(k: number): Fen;
  /** Interest or fee of one period while `remainingFen` of the interest-bearing part is outstanding. */
  interest(remainingFen: Fen): Fen;
  /** What each payment takes off the interest-free part, before the last one absorbs the rest. */
  readonly interestFreeFen: Fen;
}

/** Numerator and power of ten of a decimal rate from 0 to 1: 0.0035 is 35/10000. */
function decimalFraction(rate: Big): { numerator: number; denominator: number } {
  const decimals = rate.c.length - 1 - rate.e;
  return { numerator: rate.times(new Big(10).pow(decimals)).toNumber(), denominator: 10 ** decimals };
}

/** a·b/c of whole numbers, half up; in plain integers while they are safe, else in big.js. */
function productQuotient(a: number, b: number, c: number): Fen {
  const doubled = 2 * a * b + c;
  if (!Number.isSafeInteger(doubled)) return roundHalfUpToFen(new Big(a).times(b).div(c));
  // A quotient of safe integers that is not whole lies further below the next whole number than a double may err.
  return Math.floor(doubled / (2 * c));
}

const bearing = ({ financedFen, interestFreeFen }: InstalmentTerms): Fen => financedFen - interestFreeFen;

/** With P the interest-bearing part: annuity P·r/(1−(1+r)^−n); equal principal P/n + (P−(k−1)·P/n)·r; flat fee P/n + P·f. */
function exactPricing(terms: InstalmentTerms): Pricing {
  const { instalmentCount, monthlyRate, method } = terms;
  const bearingFen = bearing(terms);
  const interestFreeFen = productQuotient(terms.interestFreeFen, 1, instalmentCount);
  const { numerator, denominator } = decimalFraction(new Big(monthlyRate));
  const interest = (fen: Fen) => productQuotient(fen, numerator, denominator);
  /** P·(1 + periods·r)/n. */
  const share = (periods: number) =>
    productQuotient(bearingFen, denominator + periods * numerator, denominator * instalmentCount);
  if (method === 'equalPrincipal') return { payment: (k) => share(instalmentCount - k + 1), interest, interestFreeFen };
  if (method === 'flatFee' || numerator === 0) {
    const [level, fee] = [share(instalmentCount), interest(bearingFen)];
    return { payment: () => level, interest: () => fee, interestFreeFen };
  }
  const level = annuityPayment(bearingFen, instalmentCount, numerator, denominator);
  return { payment: () => level, interest, interestFreeFen };
}

/** P·r·(1+r)^n/((1+r)^n−1) for r = numerator/denominator, half up; whole numbers throughout, so that nothing is lost. */
function annuityPayment(bearingFen: Fen, instalmentCount: number, numerator: number, denominator: number): Fen {
  const [rate, one, count] = [BigInt(numerator), BigInt(denominator), BigInt(instalmentCount)];
  const growth = (one + rate) ** count;
  const divisor = one * (growth - one ** count);
  return Number((2n * BigInt(bearingFen) * rate * growth + divisor) / (2n * divisor));
}

/** A double may fall just below an exact half; this is far above its error and far below the next possible fraction. */
const halfUpTolerance = 1e-7;
const roundFast = (fen: number): Fen => Math.floor(fen + 0.5 + halfUpTolerance);

function floatingPricing(terms: InstalmentTerms): Pricing {
  const { instalmentCount, monthlyRate, method } = terms;
  const bearingFen = bearing(terms);
  const fee = roundFast(bearingFen * monthlyRate);
  const growth = (1 + monthlyRate) ** instalmentCount;
  const annuity = monthlyRate === 0 ? bearingFen / instalmentCount : (bearingFen * monthlyRate * growth) / (growth - 1);
  const level = roundFast(method === 'annuity' ? annuity : bearingFen / instalmentCount + bearingFen * monthlyRate);
  const falling = (k: number) =>
    roundFast((bearingFen * (1 + (instalmentCount - k + 1) * monthlyRate)) / instalmentCount);
  return {
    payment: method === 'equalPrincipal' ? falling : () => level,
    interest: method === 'flatFee' ? () => fee : (remainingFen) => roundFast(remainingFen * monthlyRate),
    interestFreeFen: roundFast(terms.interestFreeFen / instalmentCount),
  };
}

function assertTerms({ financedFen, interestFreeFen, instalmentCount, monthlyRate }: InstalmentTerms): void {
  if (!Number.isSafeInteger(financedFen) || financedFen < 0)
    throw new RangeError('financedFen must be whole fen from 0');
  if (!Number.isInteger(interestFreeFen) || interestFreeFen < 0 || interestFreeFen > financedFen)
    throw new RangeError('interestFreeFen must be whole fen from 0 to financedFen');
  if (!Number.isInteger(instalmentCount) || instalmentCount < 1)
    throw new RangeError('instalmentCount must be at least 1');
  if (!(monthlyRate >= 0 && monthlyRate <= 1)) throw new RangeError('monthlyRate must be a share from 0 to 1');
}

/** What is still to be paid off: with interest, and without. */
interface Outstanding {
  readonly bearingFen: Fen;
  readonly interestFreeFen: Fen;
}

/** Payment k: interest first, the rest pays off both parts; the last one pays all that is left. */
function nextPart(pricing: Pricing, k: number, instalmentCount: number, before: Outstanding): InstalmentPart {
  const last = k === instalmentCount;
  const interestFen = pricing.interest(before.bearingFen);
  const wanted = last ? before.bearingFen : Math.max(0, pricing.payment(k) - interestFen);
  const interestFreeFen = last ? before.interestFreeFen : Math.min(pricing.interestFreeFen, before.interestFreeFen);
  const principalFen = Math.min(wanted, before.bearingFen) + interestFreeFen;
  const remainingFen = before.bearingFen + before.interestFreeFen - principalFen;
  return { principalFen, interestFreeFen, interestFen, paymentFen: principalFen + interestFen, remainingFen };
}

/**
 * Every instalment in order. `principalFen` sums to `financedFen` exactly, `interestFreeFen` to the terms' own; interest
 * runs on what is left of the difference alone.
 */
export function instalmentParts(terms: InstalmentTerms): InstalmentPart[] {
  assertTerms(terms);
  const pricing = exactPricing(terms);
  const parts: InstalmentPart[] = [];
  let left: Outstanding = { bearingFen: bearing(terms), interestFreeFen: terms.interestFreeFen };
  for (let k = 1; k <= terms.instalmentCount; k++) {
    const part = nextPart(pricing, k, terms.instalmentCount, left);
    parts.push(part);
    const interestFreeFen = left.interestFreeFen - part.interestFreeFen;
    left = { bearingFen: part.remainingFen - interestFreeFen, interestFreeFen };
  }
  return parts;
}

/** First, last and sum of the payments, exact. */
export function instalmentAmounts(terms: InstalmentTerms): InstalmentAmounts {
  const parts = instalmentParts(terms);
  return {
    instalmentFen: parts[0]?.paymentFen ?? 0,
    lastInstalmentFen: parts.at(-1)?.paymentFen ?? 0,
    totalFen: parts.reduce((sum, part) => sum + part.paymentFen, 0),
  };
}

/** The same by floating point, many times faster: for ranking many candidates. Offers shown are priced exactly. */
export function instalmentAmountsFast(terms: InstalmentTerms): InstalmentAmounts {
  const pricing = floatingPricing(terms);
  const count = terms.instalmentCount;
  let bearingFen = bearing(terms);
  let freeFen = terms.interestFreeFen;
  let totalFen = 0;
  let instalmentFen = 0;
  let lastInstalmentFen = 0;
  for (let k = 1; k <= count; k++) {
    const interestFen = pricing.interest(bearingFen);
    const wanted = k === count ? bearingFen : Math.max(0, pricing.payment(k) - interestFen);
    const principalFen = Math.min(wanted, bearingFen);
    const spreadFen = k === count ? freeFen : Math.min(pricing.interestFreeFen, freeFen);
    bearingFen -= principalFen;
    freeFen -= spreadFen;
    lastInstalmentFen = principalFen + spreadFen + interestFen;
    if (k === 1) instalmentFen = lastInstalmentFen;
    totalFen += lastInstalmentFen;
  }
  return { instalmentFen, lastInstalmentFen, totalFen };
}
