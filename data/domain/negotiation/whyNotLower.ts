// "Why not lower?": the true reasons for a customer who asks, as message ids with their values.
import type { NegotiableAccount } from '../account/account';
import type { PolicyLimits } from '../limits/policyLimits';
import { effectiveYearlyCost } from '../limits/policyProblems';
import { legalCeilings } from '../money/legalCeilings';
import type { Fen } from '../money/money';
import { type InstalmentMethod, instalmentAmounts } from '../offer/instalmentAmounts';
import type { Negotiation } from './negotiation';
import { type CandidatePlan, candidatePlans } from './offers/candidateOffers';

/** A true reason as a message id with its typed values, for the customer's own language. */
export type WhyLine =
  | { readonly id: 'why.lowestInstalment'; readonly values: { readonly count: number; readonly instalment: Fen } }
  | { readonly id: 'why.ceiling'; readonly values: { readonly count: number } }
  | { readonly id: 'why.rate'; readonly values: { readonly yearlyRate: number } }
  | { readonly id: 'why.evidence'; readonly values: Readonly<Record<string, never>> }
  | { readonly id: 'why.policy'; readonly values: { readonly policyVersion: string } };

/** "Why not lower?": the lightest plan there is, what holds it there, and whether a document could help. */
export function whyNotLower(negotiation: Negotiation, account: NegotiableAccount, limits: PolicyLimits): WhyLine[] {
  const lines: WhyLine[] = [];
  const candidates = candidatePlans(account, limits);
  const leastDown = Math.min(...candidates.map(({ terms }) => terms.downPaymentFen));
  const lightest = candidates
    .filter(({ terms }) => terms.downPaymentFen === leastDown)
    .reduce<CandidatePlan | null>(
      (low, plan) => (low === null || plan.instalmentFen < low.instalmentFen ? plan : low),
      null,
    );
  if (lightest !== null) {
    const { terms, financedFen, interestFreeFen } = lightest;
    const exact = instalmentAmounts({ ...terms, financedFen, interestFreeFen });
    const count = terms.instalmentCount;
    lines.push({ id: 'why.lowestInstalment', values: { count, instalment: exact.instalmentFen } });
    if (count === legalCeilings.instalmentCountMax) lines.push({ id: 'why.ceiling', values: { count } });
    const yearlyRate = rateOf(terms.method, terms.monthlyRate, count);
    lines.push({ id: 'why.rate', values: { yearlyRate } });
  }
  if ((account.documentedReasons ?? []).length === 0) lines.push({ id: 'why.evidence', values: {} });
  lines.push({ id: 'why.policy', values: { policyVersion: negotiation.policyVersion } });
  return lines;
}

/** Nominal yearly rate, all fees in. */
const rateOf = (method: InstalmentMethod, monthlyRate: number, count: number): number =>
  12 * ((1 + effectiveYearlyCost(method, monthlyRate, count)) ** (1 / 12) - 1);
