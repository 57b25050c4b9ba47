// Whether this account may be negotiated at all. Each refusal names its reason and what would change it.
import { type NegotiableAccount, namesProduct, productsOf } from '../../account/account';
import { type PolicyLimits, type Segment, segmentFor } from '../../limits/policyLimits';
import { reason } from '../answer/scene';
import type { Reason, RefusalReason } from '../move';

export type Eligibility =
  | { readonly kind: 'eligible'; readonly segment: Segment }
  | { readonly kind: 'refused'; readonly refusal: RefusalReason; readonly reasons: readonly Reason[] };

const refused = (refusal: RefusalReason, facts: Reason['facts'], wouldChangeIf?: string): Eligibility => ({
  kind: 'refused',
  refusal,
  reasons: [reason(`eligibility.${refusal}`, facts, wouldChangeIf)],
});

/** In this order: nothing to pay, nothing late, excluded, too often broken, too small, too large, no segment. */
export function eligibility(account: NegotiableAccount, limits: PolicyLimits): Eligibility {
  const { balanceFen, daysPastDue, product, brokenArrangements } = account;
  if (balanceFen <= 0) return refused('nothingOwed', { balanceFen });
  if (daysPastDue < limits.daysPastDueMin)
    return refused('notOverdue', { daysPastDue, daysPastDueMin: limits.daysPastDueMin }, 'daysPastDue');
  const excludedProduct = productsOf(account).find((one) => namesProduct(limits.excludedProducts, one));
  if (excludedProduct !== undefined) return refused('excluded', { product: excludedProduct }, 'policy');
  if (brokenArrangements > limits.brokenArrangementsMax)
    return refused('tooManyBroken', { brokenArrangements, most: limits.brokenArrangementsMax }, 'person');
  if (balanceFen < limits.balanceFenMin)
    return refused('balanceTooSmall', { balanceFen, least: limits.balanceFenMin }, 'payInFull');
  const most = Math.min(limits.balanceFenMax, limits.authority.assistant.balanceFenMax);
  if (balanceFen > most) return refused('balanceTooLarge', { balanceFen, most }, 'person');
  const segment = segmentFor(limits, account);
  return segment === null
    ? refused('noPlanFits', { daysPastDue, balanceFen, product }, 'policy')
    : { kind: 'eligible', segment };
}
