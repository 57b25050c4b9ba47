// What a plan may cost: method and rate under each rule of relief, and which rules this customer can meet.
import type { NegotiableAccount } from '../../account/account';
import { type PolicyLimits, type ReliefRule, reliefRulesOf, type Segment } from '../../limits/policyLimits';
import { effectiveYearlyCost } from '../../limits/policyProblems';
import { legalCeilings, withinYearlyCost } from '../../money/legalCeilings';
import type { Fen } from '../../money/money';
import { shareOf } from '../../money/money';
import type { InstalmentMethod } from '../../offer/instalmentAmounts';

/** Whose plan is priced, and under which limits. */
export interface PriceScope {
  readonly limits: PolicyLimits;
  readonly segment: Segment;
  readonly account: NegotiableAccount;
}

/** Method and rate, with what one fen that bears interest costs a month for each count. */
export interface PricePoint {
  readonly method: InstalmentMethod;
  readonly monthlyRate: number;
  readonly relief: ReliefRule | null;
  readonly feeWaiverFen: Fen;
  readonly interestWaiverFen: Fen;
  /** First instalment per fen that bears interest, by count; NaN where the yearly cost would break the legal ceiling. */
  readonly factors: Float64Array;
  /** (1 + monthlyRate) to the power of the count. */
  readonly growths: Float64Array;
}

export const maxCount = legalCeilings.instalmentCountMax;

/** First instalment per fen that bears interest. */
export function instalmentFactor(method: InstalmentMethod, monthlyRate: number, count: number): number {
  if (method !== 'annuity') return 1 / count + monthlyRate;
  if (monthlyRate === 0) return 1 / count;
  const growth = (1 + monthlyRate) ** count;
  return (monthlyRate * growth) / (growth - 1);
}

/** True when the relief rule lies within the assistant's authority. */
export function withinAuthority(limits: PolicyLimits, rule: ReliefRule): boolean {
  const { assistant } = limits.authority;
  return (
    rule.feeWaiverShare <= assistant.feeWaiverShareMax &&
    rule.interestWaiverShare <= assistant.interestWaiverShareMax &&
    (rule.monthlyRate === null || rule.monthlyRate >= assistant.monthlyRateMin)
  );
}

/** What a rule asks of a plan of this customer: a least down payment and a most months. Null when it can never be met. */
function reliefDemand(rule: ReliefRule, account: NegotiableAccount): { downFenMin: Fen; countMax: number } | null {
  const { needs } = rule;
  if (needs.kind === 'downPayment')
    return { downFenMin: shareOf(account.balanceFen, needs.downPaymentShareMin), countMax: maxCount };
  if (needs.kind === 'shorterTerm') return { downFenMin: 0, countMax: needs.instalmentCountMax };
  const proved = needs.reasons.some((reason) => account.documentedReasons?.includes(reason) ?? false);
  return proved ? { downFenMin: 0, countMax: maxCount } : null;
}

/** What a rule saves the customer in a typical plan, in fen: the better of two rules that are met applies. */
const worthOf = (price: PricePoint, account: NegotiableAccount, listRate: number): number =>
  price.feeWaiverFen + price.interestWaiverFen + (listRate - price.monthlyRate) * account.balanceFen * 18;

type PriceBase = Omit<PricePoint, 'feeWaiverFen' | 'interestWaiverFen'>;

/** Prices do not depend on the account: worked out once for each segment of a policy in force. */
const knownPrices = new WeakMap<Segment, { readonly limits: PolicyLimits; readonly prices: readonly PriceBase[] }>();

function priceBases(limits: PolicyLimits, segment: Segment): readonly PriceBase[] {
  const known = knownPrices.get(segment);
  if (known?.limits === limits) return known.prices;
  const rules = [null, ...reliefRulesOf(limits, segment).filter((rule) => withinAuthority(limits, rule))];
  const prices = rules.flatMap((relief) =>
    segment.methods.map((method): PriceBase => {
      const monthlyRate = Math.max(relief?.monthlyRate ?? segment.monthlyRateList, segment.monthlyRateFloor);
      const factors = new Float64Array(maxCount + 1).fill(Number.NaN);
      for (const count of segment.instalmentCounts)
        if (withinYearlyCost(effectiveYearlyCost(method, monthlyRate, count)))
          factors[count] = instalmentFactor(method, monthlyRate, count);
      const growths = Float64Array.from({ length: maxCount + 1 }, (_, count) => (1 + monthlyRate) ** count);
      return { method, monthlyRate, relief, factors, growths };
    }),
  );
  knownPrices.set(segment, { limits, prices });
  return prices;
}

export const pricePoints = ({ limits, segment, account }: PriceScope): PricePoint[] =>
  priceBases(limits, segment).map((price) => ({
    ...price,
    feeWaiverFen: shareOf(account.feesFen, price.relief?.feeWaiverShare ?? 0),
    interestWaiverFen: shareOf(account.interestFen, price.relief?.interestWaiverShare ?? 0),
  }));

export interface RuleChoice {
  /** Index of the rule's first price. */
  readonly first: number;
  readonly downFenMin: Fen;
  readonly countMax: number;
}

/** Rules that this customer can meet, the best for the customer first; no relief comes last and always fits. */
export function ruleChoices(prices: readonly PricePoint[], { segment, account }: PriceScope): RuleChoice[] {
  const choices: (RuleChoice & { worth: number })[] = [];
  for (let first = 0; first < prices.length; first += segment.methods.length) {
    const price = prices[first];
    if (price === undefined) continue;
    const demand = price.relief === null ? { downFenMin: 0, countMax: maxCount } : reliefDemand(price.relief, account);
    if (demand !== null) choices.push({ first, ...demand, worth: worthOf(price, account, segment.monthlyRateList) });
  }
  return choices.sort((a, b) => b.worth - a.worth);
}

/** The first price of the best rule that this plan meets. */
export function bestRule(choices: readonly RuleChoice[], down: Fen, count: number): number {
  for (const choice of choices) if (down >= choice.downFenMin && count <= choice.countMax) return choice.first;
  return 0;
}
