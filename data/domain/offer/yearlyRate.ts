// The yearly rate of a set of payments: the monthly rate at which they are worth what they pay off (IRR), all fees in.
import type { Fen } from '../money/money';

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
}

/** Worth of the payments today and its slope, for a discount factor v = 1/(1+i); payments come last first. */
function worth(lastFirstFen: readonly Fen[], deferMonths: number, v: number): { value: number; slope: number } {
  let value = 0;
  let slope = 0;
  for (const paymentFen of lastFirstFen) {
    slope = slope * v + value;
    value = value * v + paymentFen;
  }
  // value is Σ p·v^(k−1); what is left is the factor v^(1+deferMonths).
  const before = v ** deferMonths;
  return { value: value * before * v, slope: slope * before * v + value * (1 + deferMonths) * before };
}

/**
 * Discount factor at which the payments are worth `financedFen`. Their worth rises with v, and ever more steeply: from
 * above, Newton's steps come down to the answer and never pass it, until rounding stops them.
 */
function discountFactor(financedFen: Fen, paymentsFen: readonly Fen[], deferMonths: number): number {
  const lastFirstFen = paymentsFen.toReversed();
  const newton = (v: number) => {
    const { value, slope } = worth(lastFirstFen, deferMonths, v);
    return v - (value - financedFen) / slope;
  };
  let v = 1;
  while (worth(lastFirstFen, deferMonths, v).value < financedFen) v *= 2;
  for (let next = newton(v); next < v; next = newton(v)) v = next;
  return v;
}

function power12(base: number): number {
  const third = base * base * base;
  const sixth = third * third;
  return sixth * sixth;
}

/** Yearly rate of (+P, −p₁ … −pₙ); negative when less comes back than was financed. */
export function yearlyRate({ financedFen, paymentsFen, deferMonths = 0 }: YearlyRateInput): YearlyRate {
  const totalFen = paymentsFen.reduce((sum, payment) => sum + payment, 0);
  if (financedFen < 0 || paymentsFen.some((payment) => payment < 0))
    throw new RangeError('amounts must not be negative');
  if (totalFen === financedFen) return { monthly: 0, nominal: 0, effective: 0 };
  if (financedFen === 0) throw new RangeError('payments against nothing financed have no yearly rate');
  if (totalFen === 0) return { monthly: -1, nominal: -12, effective: -1 };
  const monthly = 1 / discountFactor(financedFen, paymentsFen, deferMonths) - 1;
  return { monthly, nominal: 12 * monthly, effective: power12(1 + monthly) - 1 };
}
