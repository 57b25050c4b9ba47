// What no policy may exceed, whoever approves it. Sources stand beside each figure; a change here needs counsel, not a form.
import type { Fen } from './money';

export const legalCeilings = {
  /** Months; 商业银行信用卡业务监督管理办法 (2011) Art. 70: a personal instalment agreement runs at most five years. */
  instalmentCountMax: 60,
  /** Share of 1 a year, effective, all fees in; SPC 法发〔2017〕22号 Art. 2: above it a court may cut back. */
  yearlyCostMax: 0.24,
  /**
   * Parts of a balance on which a plan may charge interest. Fees and late charges never: PBoC 银发〔2016〕111号 allows no
   * interest on them, and none inside a plan either.
   */
  interestBearing: ['principal', 'interest'],
} as const;

/** How far a yearly cost may lie above the ceiling and still be at it: what a double errs when a rate is compounded. */
const ceilingTolerance = 1e-9;

/** True when this effective yearly cost, all fees in, is at most the legal ceiling: a rate exactly at it may be used. */
export const withinYearlyCost = (yearlyCost: number, ceiling: number = legalCeilings.yearlyCostMax): boolean =>
  yearlyCost <= ceiling + ceilingTolerance;

/** Rounding may add no more than this to the monthly rate: a fen on 200 yuan, below which no plan at the ceiling is made. */
const roundingMax = 1 / 20_000;

/**
 * The same for a plan of `financedFen` priced to the fen: rounding half up may add a fen of interest a month to what the
 * terms say, and a rate at the ceiling must not fail by that on a small balance.
 */
export function withinYearlyCostToTheFen(yearlyCost: number, financedFen: Fen): boolean {
  const monthly = (1 + legalCeilings.yearlyCostMax) ** (1 / 12) - 1;
  return withinYearlyCost(yearlyCost, (1 + monthly + Math.min(1 / financedFen, roundingMax)) ** 12 - 1);
}
