// Overdue interest, exact to the fen: so much a day on the principal, and on nothing else.
import Big from 'big.js';
import { type Fen, roundHalfUpToFen } from './money';

export interface OverdueInterestInput {
  /** Principal alone: no interest on interest, on fees or on the late-payment charge (PBoC 银发〔2016〕111号). */
  readonly principalFen: Fen;
  /** Share of the principal for each day, such as 0.0005. */
  readonly dailyRate: number;
  /** Whole days that the principal stood unpaid. */
  readonly days: number;
}

/** Simple interest for a number of days, rounded half up to the fen once, at the end. */
export function overdueInterest({ principalFen, dailyRate, days }: OverdueInterestInput): Fen {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`days must be a whole number from 0, not ${days}`);
  return roundHalfUpToFen(new Big(principalFen).times(dailyRate).times(days));
}
