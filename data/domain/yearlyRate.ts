// The yearly rate of a set of payments: the monthly rate at which they are worth what they pay off (IRR), all fees in.
import type { Fen } from './money';

export interface YearlyRate {
  /** Internal rate of return a month; share of 1. */
  readonly monthly: number;
  /** 12 × monthly: the rate that 银保监规〔2022〕13号 asks to be shown, in words of interest. */
  readonly nominal: number;
  /** (1 + monthly)^12 − 1, with interest on interest. */
  readonly effective: number;
}

export interface YearlyRateInput {
  readonly financedFen: Fen;
  /** Payments in order, one a month, the first one month after the start unless deferred. */
  readonly paymentsFen: readonly Fen[];
  /** Months without a payment before the first one. */
  readonly deferMonths?: number;
  /** A monthly rate near the answer, to be quicker; any value is safe. */
  readonly guess?: number;
}

/** Worth of the payments today and its slope, for a discount factor v = 1/(1+i). */
function worth(paymentsFen: readonly Fen[], deferMonths: number, v: number): { value: number; slope: number } {
  let value = 0;
  let slope = 0;
  for (let k = paymentsFen.length - 1; k >= 0; k--) {
    slope = slope * v + value;
    value = value * v + (paymentsFen[k] ?? 0);
  }
  // value is Σ p·v^(k−1); what is left is the factor v^(1+deferMonths).
  const months = 1 + deferMonths;
  let before = 1;
  for (let month = 1; month < months; month++) before *= v;
  return { value: value * before * v, slope: slope * before * v + value * months * before };
}

/**
 * Discount factor at which the payments are worth `financedFen`. Their worth only rises with v, so a bracket always
 * closes; Newton's step is taken while it stays inside the bracket, half the bracket otherwise.
 */
function discountFactor(financedFen: Fen, paymentsFen: readonly Fen[], deferMonths: number, guess: number): number {
  let low = 0;
  let high = 1;
  while (worth(paymentsFen, deferMonths, high).value < financedFen) {
    low = high;
    high *= 2;
  }
  let v = 1 / (1 + guess);
  if (!(v > low && v <= high)) v = (low + high) / 2;
  for (let round = 0; round < 200 && high - low > 1e-15 * high; round++) {
    const { value, slope } = worth(paymentsFen, deferMonths, v);
    if (value < financedFen) low = v;
    else high = v;
    const newton = v - (value - financedFen) / slope;
    const next = newton >= low && newton <= high ? newton : (low + high) / 2;
    if (Math.abs(next - v) <= 1e-15 * v) return next;
    v = next;
  }
  return v;
}

function power12(base: number): number {
  const third = base * base * base;
  const sixth = third * third;
  return sixth * sixth;
}

/** Yearly rate of (+P, −p₁ … −pₙ); negative when less comes back than was financed. */
export function yearlyRate({ financedFen, paymentsFen, deferMonths = 0, guess = 0.005 }: YearlyRateInput): YearlyRate {
  const totalFen = paymentsFen.reduce((sum, payment) => sum + payment, 0);
  if (financedFen < 0 || paymentsFen.some((payment) => payment < 0))
    throw new RangeError('amounts must not be negative');
  if (totalFen === financedFen) return { monthly: 0, nominal: 0, effective: 0 };
  if (financedFen === 0) throw new RangeError('payments against nothing financed have no yearly rate');
  if (totalFen === 0) return { monthly: -1, nominal: -12, effective: -1 };
  const monthly = 1 / discountFactor(financedFen, paymentsFen, deferMonths, guess) - 1;
  return { monthly, nominal: 12 * monthly, effective: power12(1 + monthly) - 1 };
}
