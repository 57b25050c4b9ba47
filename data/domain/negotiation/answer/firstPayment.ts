// Money for a first payment: what was said of it, brought inside what policy asks for and allows.
import { shareOf } from '../../money/money';
import { statedFigure } from '../hear/capacity';
import type { NegotiationFacts } from '../negotiation';
import type { Scene } from './scene';

/**
 * What the customer has for a first payment, within policy, in fen; null when not said. Less than a step of the policy's makes
 * no plan of its own.
 */
export function usableLumpSum(facts: NegotiationFacts, { account, segment, limits }: Scene): number | null {
  const said = facts.noDownPayment ? 0 : statedFigure(facts.lumpSum);
  if (said === null) return null;
  const stated = said < limits.downPaymentStepFen ? 0 : said;
  const least = shareOf(account.balanceFen, segment.downPaymentShareMin);
  const most = shareOf(account.balanceFen, segment.downPaymentShareMax);
  return Math.max(least, Math.min(stated, most));
}
