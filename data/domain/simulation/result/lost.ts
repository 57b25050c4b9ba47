// Where value is lost, by cause: of what the oracle could have gained inside policy and the evidence gate, what the engine did not.
import type { Oracles } from '../oracle';
import { firstPayment } from '../planWorth';
import type { PolicyOutcome } from './caseResult';

/** Fen, all of them together V* − V; single ones may be below 0 where the engine did better than the gate allows for. */
export interface Lost {
  /** Nothing was signed where something could have been. */
  readonly noDeal: number;
  /** Money at hand that the plan does without: not asked for, or not used. */
  readonly moneyNotAsked: number;
  /** The instalment lies below the best one for this first payment, or above it. */
  readonly tooLow: number;
  readonly tooHigh: number;
  /** Signed, though no plan that this customer takes brings more than no agreement at all. */
  readonly betterUnsigned: number;
}
export const lostCauses = [
  'noDeal',
  'moneyNotAsked',
  'tooLow',
  'tooHigh',
  'betterUnsigned',
] as const satisfies readonly (keyof Lost)[];

const nothing: Lost = { noDeal: 0, moneyNotAsked: 0, tooLow: 0, tooHigh: 0, betterUnsigned: 0 };

export function lostBy({ plan, worthFen }: PolicyOutcome, { gated, gatedWithin }: Oracles): Lost {
  if (plan === null) return { ...nothing, noDeal: gated.worthFen - worthFen };
  if (gated.plan === null) return { ...nothing, betterUnsigned: gated.worthFen - worthFen };
  const best = gatedWithin(plan.downPaymentFen);
  const low = best.plan !== null && plan.instalmentFen < firstPayment(best.plan);
  return {
    ...nothing,
    moneyNotAsked: gated.worthFen - best.worthFen,
    [low ? 'tooLow' : 'tooHigh']: best.worthFen - worthFen,
  };
}

/** Sums by cause, in fen. */
export const sumLost = (all: readonly Lost[]): Lost =>
  all.reduce(
    (sum, one) => ({
      noDeal: sum.noDeal + one.noDeal,
      moneyNotAsked: sum.moneyNotAsked + one.moneyNotAsked,
      tooLow: sum.tooLow + one.tooLow,
      tooHigh: sum.tooHigh + one.tooHigh,
      betterUnsigned: sum.betterUnsigned + one.betterUnsigned,
    }),
    nothing,
  );
