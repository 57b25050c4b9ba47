// Money for a first payment: what was said of it, brought inside what policy asks for and allows.
import { shareOf } from '../../money/money';
import { statedFigure } from '../hear/capacity';
import type { NegotiationFacts } from '../negotiation';
import type { Scene } from './scene';

/** What the customer has for a first payment, within policy, in fen; null when not said. */
export function usableLumpSum(facts: NegotiationFacts, { account, segment }: Scene): number | null {
  const stated = facts.noDownPayment ? 0 : statedFigure(facts.lumpSum);
  if (stated === null) return null;
  const least = shareOf(account.balanceFen, segment.downPaymentShareMin);
  const most = shareOf(account.balanceFen, segment.downPaymentShareMax);
  return Math.max(least, Math.min(stated, most));
}
