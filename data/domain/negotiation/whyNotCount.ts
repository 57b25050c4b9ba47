// "Why not 24 months?": the plan of that length, worked out, against what was said, what documents support, and the rules.
import type { NegotiableAccount } from '../account/account';
import type { PolicyLimits } from '../limits/policyLimits';
import type { Fen } from '../money/money';
import { instalmentAmounts } from '../offer/instalmentAmounts';
import { statedFigure } from './hear/capacity';
import type { Negotiation } from './negotiation';
import { viewCapacity } from './offers/bounds';
import { type CandidatePlan, candidatePlans } from './offers/candidateOffers';

interface Length {
  readonly count: number;
  readonly instalment: Fen;
}
/** The true reason as a message id with its typed values. Fen and months. */
export type WhyCountLine =
  | {
      readonly id: `why.count.${'tight' | 'aboveSaid' | 'aboveDocuments'}`;
      readonly values: Length & { readonly most: Fen };
    }
  | { readonly id: 'why.count.possible'; readonly values: Length }
  | { readonly id: 'why.count.notInRules'; readonly values: Length & { readonly asked: number } };

/** The instalment of a plan to the fen, as it would be signed. */
const instalmentOf = ({ terms, financedFen, interestFreeFen }: CandidatePlan): Fen =>
  instalmentAmounts({ ...terms, financedFen, interestFreeFen }).instalmentFen;

/** Plans that need no more at the start than was named, or than the rules ask of everybody. */
function plansWithin(negotiation: Negotiation, account: NegotiableAccount, limits: PolicyLimits): CandidatePlan[] {
  const { lumpSum, noDownPayment } = negotiation.facts;
  const lump = noDownPayment ? 0 : (statedFigure(lumpSum) ?? 0);
  const all = candidatePlans(account, limits, { downPaymentsFen: [lump] });
  const least = Math.min(...all.map(({ terms }) => terms.downPaymentFen));
  return all.filter(({ terms }) => terms.downPaymentFen <= Math.max(least, lump));
}

/** Null where the account can have no plan at all. */
export function whyNotCount(
  asked: number,
  negotiation: Negotiation,
  account: NegotiableAccount,
  limits: PolicyLimits,
): WhyCountLine | null {
  const [nearest] = plansWithin(negotiation, account, limits)
    .map((plan) => ({ count: plan.terms.instalmentCount, instalment: instalmentOf(plan) }))
    .sort((a, b) => Math.abs(a.count - asked) - Math.abs(b.count - asked) || a.instalment - b.instalment);
  if (nearest === undefined) return null;
  if (nearest.count !== asked) return { id: 'why.count.notInRules', values: { ...nearest, asked } };
  const { saidFenMax, supportedFenMax, bounds } = viewCapacity(negotiation.facts, account, limits);
  if (nearest.instalment > supportedFenMax)
    return { id: 'why.count.aboveDocuments', values: { ...nearest, most: Math.floor(supportedFenMax) } };
  if (nearest.instalment > saidFenMax) return { id: 'why.count.aboveSaid', values: { ...nearest, most: saidFenMax } };
  const isTight = nearest.instalment > bounds.comfortableFenMax && Number.isFinite(saidFenMax);
  return isTight
    ? { id: 'why.count.tight', values: { ...nearest, most: saidFenMax } }
    : { id: 'why.count.possible', values: nearest };
}
