// Why the engine decided as it did: lines for a supervisor in both languages, and true reasons for a customer who asks.
import type { NegotiableAccount } from '../account/account';
import type { Locale } from '../customer/customerTurn';
import type { PolicyLimits } from '../limits/policyLimits';
import { effectiveYearlyCost } from '../limits/policyProblems';
import { legalCeilings } from '../money/legalCeilings';
import { type Fen, fenToYuanText } from '../money/money';
import { type InstalmentMethod, instalmentAmounts } from '../offer/instalmentAmounts';
import type { Reason } from './move';
import type { Negotiation } from './negotiation';
import { type CandidatePlan, candidatePlans } from './offers/candidateOffers';
import words from './reasonWords.json';

type Words = Readonly<Record<string, { readonly en: string; readonly zh: string }>>;
const rules: Words = words.rules;
const changes: Words = words.changes;

/** Counter-offers carry fen under plain names where the slot is an amount. */
const moneyRules = new Set(['counter.monthlyAmount', 'counter.lumpSum']);

function written(rule: string, name: string, value: Reason['facts'][string] | undefined): string {
  if (value === null || value === undefined) return '–';
  const isFen = typeof value === 'number' && (/Fen(Max|Min)?$/.test(name) || moneyRules.has(rule));
  return isFen ? fenToYuanText(value) : String(value);
}

/** One reason in words; a rule without words is shown by its name, so that nothing is hidden. */
export function explainReason({ rule, facts, removed, wouldChangeIf }: Reason, locale: Locale): string {
  const language = locale === 'zh-CN' ? 'zh' : 'en';
  const template = rules[rule]?.[language] ?? `${rule} ${JSON.stringify(facts)}`;
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => written(rule, name, facts[name]));
  const count = removed === undefined ? '' : ` (${removed})`;
  const change = wouldChangeIf === undefined ? '' : ` ${changes[wouldChangeIf]?.[language] ?? wouldChangeIf}`;
  return `${text}${count}${change}`;
}

export const explainReasons = (reasons: readonly Reason[], locale: Locale): string[] =>
  reasons.map((reason) => explainReason(reason, locale));

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
