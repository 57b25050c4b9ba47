// What each instalment comes to, by annuity, equal principal or flat fee. Exact for what is shown, floating for ranking.
import Big from 'big.js';
import type { z } from 'zod';
import { type Fen, roundHalfUpToFen } from '../money/money';
import type { instalmentMethodSchema } from './offer';

export type InstalmentMethod = z.infer<typeof instalmentMethodSchema>;

export interface InstalmentTerms {
  /** What the instalments pay off, in fen. */
  readonly financedFen: Fen;
  readonly instalmentCount: number;
  /** Interest a month on what is outstanding; for flatFee the fee a period on the whole financed amount. Share of 1. */
  readonly monthlyRate: number;
  readonly method: InstalmentMethod;
}

export interface InstalmentPart {
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly paymentFen: Fen;
  /** Principal outstanding after this payment. */
  readonly remainingFen: Fen;
}

export interface InstalmentAmounts {
  /** The regular payment; for equalPrincipal the first one, which is the highest. */
  readonly instalmentFen: Fen;
  readonly lastInstalmentFen: Fen;
  /** Sum of all payments. */
  readonly totalFen: Fen;
}

/** The two formulas that a method needs, rounded half up to the fen: exactly, or by floating point. */
interface Pricing {
  /** Payment number k (from 1) by the formula, before the last one absorbs the rest. */
  payment(k: number): Fen;
  /** Interest or fee of one period while `remainingFen` is outstanding. */
  interest(remainingFen: Fen): Fen;
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

/** Annuity P·r/(1−(1+r)^−n); equal principal P/n + (P−(k−1)·P/n)·r; flat fee P/n + P·f. */
function exactPricing({ financedFen, instalmentCount, monthlyRate, method }: InstalmentTerms): Pricing {
  const { numerator, denominator } = decimalFraction(new Big(monthlyRate));
  const interest = (fen: Fen) => productQuotient(fen, numerator, denominator);
  /** P·(1 + periods·r)/n. */
  const share = (periods: number) =>
    productQuotient(financedFen, denominator + periods * numerator, denominator * instalmentCount);
  if (method === 'equalPrincipal') return { payment: (k) => share(instalmentCount - k + 1), interest };
  if (method === 'flatFee' || numerator === 0) {
    const [level, fee] = [share(instalmentCount), interest(financedFen)];
    return { payment: () => level, interest: () => fee };
  }
  const level = annuityPayment(financedFen, instalmentCount, numerator, denominator);
  return { payment: () => level, interest };
}

/** P·r·(1+r)^n/((1+r)^n−1) for r = numerator/denominator, half up; whole numbers throughout, so that nothing is lost. */
function annuityPayment(financedFen: Fen, instalmentCount: number, numerator: number, denominator: number): Fen {
  const [rate, one, count] = [BigInt(numerator), BigInt(denominator), BigInt(instalmentCount)];
  const growth = (one + rate) ** count;
  const divisor = one * (growth - one ** count);
  return Number((2n * BigInt(financedFen) * rate * growth + divisor) / (2n * divisor));
}

/** A double may fall just below an exact half; this is far above its error and far below the next possible fraction. */
const halfUpTolerance = 1e-7;
const roundFast = (fen: number): Fen => Math.floor(fen + 0.5 + halfUpTolerance);

function floatingPricing({ financedFen, instalmentCount, monthlyRate, method }: InstalmentTerms): Pricing {
  const fee = roundFast(financedFen * monthlyRate);
  const growth = (1 + monthlyRate) ** instalmentCount;
  const annuity =
    monthlyRate === 0 ? financedFen / instalmentCount : (financedFen * monthlyRate * growth) / (growth - 1);
  const level = roundFast(method === 'annuity' ? annuity : financedFen / instalmentCount + financedFen * monthlyRate);
  const falling = (k: number) =>
    roundFast((financedFen * (1 + (instalmentCount - k + 1) * monthlyRate)) / instalmentCount);
  return {
    payment: method === 'equalPrincipal' ? falling : () => level,
    interest: method === 'flatFee' ? () => fee : (remainingFen) => roundFast(remainingFen * monthlyRate),
  };
}

function assertTerms({ financedFen, instalmentCount, monthlyRate }: InstalmentTerms): void {
  if (!Number.isSafeInteger(financedFen) || financedFen < 0)
    throw new RangeError('financedFen must be whole fen from 0');
  if (!Number.isInteger(instalmentCount) || instalmentCount < 1)
    throw new RangeError('instalmentCount must be at least 1');
  if (!(monthlyRate >= 0 && monthlyRate <= 1)) throw new RangeError('monthlyRate must be a share from 0 to 1');
}

/** Payment k: interest first, the rest lowers the principal; the last one pays all that is left. */
function nextPart(pricing: Pricing, k: number, instalmentCount: number, outstandingFen: Fen): InstalmentPart {
  const interestFen = pricing.interest(outstandingFen);
  const wanted = k === instalmentCount ? outstandingFen : Math.max(0, pricing.payment(k) - interestFen);
  const principalFen = Math.min(wanted, outstandingFen);
  const paymentFen = principalFen + interestFen;
  return { principalFen, interestFen, paymentFen, remainingFen: outstandingFen - principalFen };
}

/** Every instalment in order; principal parts sum to `financedFen` exactly. */
export function instalmentParts(terms: InstalmentTerms): InstalmentPart[] {
  assertTerms(terms);
  const pricing = exactPricing(terms);
  const parts: InstalmentPart[] = [];
  let outstandingFen = terms.financedFen;
  for (let k = 1; k <= terms.instalmentCount; k++) {
    const part = nextPart(pricing, k, terms.instalmentCount, outstandingFen);
    parts.push(part);
    outstandingFen = part.remainingFen;
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
  let outstandingFen = terms.financedFen;
  let totalFen = 0;
  let instalmentFen = 0;
  let lastInstalmentFen = 0;
  for (let k = 1; k <= count; k++) {
    const interestFen = pricing.interest(outstandingFen);
    const wanted = k === count ? outstandingFen : Math.max(0, pricing.payment(k) - interestFen);
    const principalFen = Math.min(wanted, outstandingFen);
    outstandingFen -= principalFen;
    lastInstalmentFen = principalFen + interestFen;
    if (k === 1) instalmentFen = lastInstalmentFen;
    totalFen += lastInstalmentFen;
  }
  return { instalmentFen, lastInstalmentFen, totalFen };
}
