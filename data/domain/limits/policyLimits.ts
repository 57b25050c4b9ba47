// The bank's offer limits: read at the door, refused with field and reason when they contradict themselves or the law.
import { type NegotiableAccount, namesProduct, productsOf } from '../account/account';
import { legalCeilings } from '../money/legalCeilings';
import { type PolicyFields, policyFieldsSchema, type ReliefRule, type Segment } from './policyFields';
import { policyProblems } from './policyProblems';

export type { ReliefRule, Segment } from './policyFields';

/** Schema of an offer-limits file; every problem names its field and its reason. */
export const policyLimitsSchema = policyFieldsSchema.superRefine((limits, context) => {
  for (const { path, reason } of policyProblems(limits, legalCeilings))
    context.addIssue({ code: 'custom', path: [...path], message: reason });
});
export type PolicyLimits = PolicyFields;

export type PolicyReading =
  | { readonly kind: 'ok'; readonly limits: PolicyLimits }
  | { readonly kind: 'refused'; readonly problems: readonly { readonly field: string; readonly reason: string }[] };

/** Reads limits from data; a refused file says which field and why. */
export function readPolicyLimits(data: unknown): PolicyReading {
  const parsed = policyLimitsSchema.safeParse(data);
  if (parsed.success) return { kind: 'ok', limits: parsed.data };
  const problems = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.') || 'policy',
    reason: issue.message,
  }));
  return { kind: 'refused', problems };
}

/** The first segment that fits the account; null when none does. */
export const segmentFor = (limits: PolicyLimits, account: NegotiableAccount): Segment | null =>
  limits.segments.find(
    (segment) =>
      account.daysPastDue >= segment.daysPastDueMin &&
      account.daysPastDue <= segment.daysPastDueMax &&
      account.balanceFen >= segment.balanceFenMin &&
      account.balanceFen <= segment.balanceFenMax &&
      (segment.products.length === 0 ||
        productsOf(account).every((product) => namesProduct(segment.products, product))),
  ) ?? null;

/** The relief rules that a segment names. */
export const reliefRulesOf = (limits: PolicyLimits, segment: Segment): readonly ReliefRule[] =>
  limits.reliefRules.filter((rule) => segment.reliefRuleIds.includes(rule.reliefRuleId));
