// Every plan that the limits allow for one account, as columns of numbers: limits are filters here, before any ranking.
import type { NegotiableAccount } from '../../account/account';
import { type PolicyLimits, type ReliefRule, reliefRulesOf, type Segment } from '../../limits/policyLimits';
import { effectiveYearlyCost } from '../../limits/policyProblems';
import { legalCeilings, withinYearlyCost } from '../../money/legalCeilings';
import type { Fen } from '../../money/money';
import { shareOf } from '../../money/money';
import { type Financed, financed } from '../../offer/financed';
import type { InstalmentMethod } from '../../offer/instalmentAmounts';
import { floorWorth, monthsPaidFor } from './freeTime';

/** The choices that make one plan; everything else follows from the account and the limits. */
export interface PlanTerms {
  readonly downPaymentFen: Fen;
  readonly instalmentCount: number;
  readonly method: InstalmentMethod;
  readonly monthlyRate: number;
  readonly deferMonths: number;
  readonly feeWaiverFen: Fen;
  readonly interestWaiverFen: Fen;
  readonly reliefRuleId: string | null;
}

export interface GridRequest {
  readonly limits: PolicyLimits;
  readonly segment: Segment;
  readonly account: NegotiableAccount;
  /** Down payments to try besides the shares that the segment proposes, in fen. */
  readonly extraDownPaymentsFen?: readonly Fen[];
  /** Months without payment to try, each by itself: those that policy has and the plan pays for. */
  readonly deferMonths?: readonly number[];
  /** Instead: as many of `months` as the plan pays for, after those that its due day leaves out anyway. One row a plan. */
  readonly deferral?: { readonly months: number; readonly leftOut: number };
}

/** Columns of equal length; row i is one plan. `removed` counts what each filter took out. */
export interface OfferGrid {
  readonly size: number;
  readonly downPaymentFen: Float64Array;
  readonly financedFen: Float64Array;
  /** The part of `financedFen` that bears no interest. */
  readonly interestFreeFen: Float64Array;
  readonly instalmentFen: Float64Array;
  readonly instalmentCount: Uint8Array;
  readonly deferMonths: Uint8Array;
  /** Index into `prices`. */
  readonly price: Uint16Array;
  readonly prices: readonly PricePoint[];
  readonly removed: Readonly<Record<string, number>>;
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

const maxCount = legalCeilings.instalmentCountMax;

/** First instalment per fen that bears interest. */
export function instalmentFactor(method: InstalmentMethod, monthlyRate: number, count: number): number {
  if (method !== 'annuity') return 1 / count + monthlyRate;
  if (monthlyRate === 0) return 1 / count;
  const growth = (1 + monthlyRate) ** count;
  return (monthlyRate * growth) / (growth - 1);
}

/** True when the relief rule lies within the assistant's authority. */
function withinAuthority(limits: PolicyLimits, rule: ReliefRule): boolean {
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

const pricePoints = ({ limits, segment, account }: GridRequest): PricePoint[] =>
  priceBases(limits, segment).map((price) => ({
    ...price,
    feeWaiverFen: shareOf(account.feesFen, price.relief?.feeWaiverShare ?? 0),
    interestWaiverFen: shareOf(account.interestFen, price.relief?.interestWaiverShare ?? 0),
  }));

/** Down payments to try, ascending, none above what the segment allows. */
function downPayments({ segment, account, extraDownPaymentsFen = [], limits }: GridRequest): Fen[] {
  const least = shareOf(account.balanceFen, segment.downPaymentShareMin);
  const most = shareOf(account.balanceFen, segment.downPaymentShareMax);
  const step = limits.downPaymentStepFen;
  const proposed = segment.downPaymentShares.map((share) => {
    const exact = shareOf(account.balanceFen, share);
    const rounded = Math.ceil(exact / step) * step;
    return rounded <= most ? rounded : exact;
  });
  const all = [...proposed, ...extraDownPaymentsFen].filter((fen) => fen >= least && fen <= most);
  return [...new Set(all)].sort((a, b) => a - b);
}

interface RuleChoice {
  /** Index of the rule's first price. */
  readonly first: number;
  readonly downFenMin: Fen;
  readonly countMax: number;
}

/** Rules that this customer can meet, the best for the customer first; no relief comes last and always fits. */
function ruleChoices(prices: readonly PricePoint[], { segment, account }: GridRequest): RuleChoice[] {
  const choices: (RuleChoice & { worth: number })[] = [];
  for (let first = 0; first < prices.length; first += segment.methods.length) {
    const price = prices[first];
    if (price === undefined) continue;
    const demand = price.relief === null ? { downFenMin: 0, countMax: maxCount } : reliefDemand(price.relief, account);
    if (demand !== null) choices.push({ first, ...demand, worth: worthOf(price, account, segment.monthlyRateList) });
  }
  return choices.sort((a, b) => b.worth - a.worth);
}

const newColumns = (capacity: number) => ({
  downPaymentFen: new Float64Array(capacity),
  financedFen: new Float64Array(capacity),
  interestFreeFen: new Float64Array(capacity),
  instalmentFen: new Float64Array(capacity),
  instalmentCount: new Uint8Array(capacity),
  deferMonths: new Uint8Array(capacity),
  price: new Uint16Array(capacity),
});

/** The first price of the best rule that this plan meets. */
function bestRule(choices: readonly RuleChoice[], down: Fen, count: number): number {
  for (const choice of choices) if (down >= choice.downFenMin && count <= choice.countMax) return choice.first;
  return 0;
}

/** Enumerates and filters. A rule of relief that is met always applies; of several, the best for the customer. */
export function buildOfferGrid(request: GridRequest): OfferGrid {
  const { limits, segment, account, deferMonths = [0], deferral } = request;
  const prices = pricePoints(request);
  const downs = downPayments(request);
  const defers = Uint8Array.from(new Set(deferMonths)).filter((months) => months <= segment.deferMonthsMax);
  const deferCount = deferral === undefined ? defers.length : 1;
  const mostWanted = deferral === undefined ? Math.max(0, ...defers) : deferral.months + deferral.leftOut;
  const floor = mostWanted > 0 ? floorWorth(segment, maxCount) : null;
  const longest = limits.authority.assistant.instalmentCountMax;
  const counts = segment.instalmentCounts.filter((count) => count <= longest).sort((a, b) => a - b);
  const methods = segment.methods.length;
  const choices = ruleChoices(prices, request);
  const capacity = downs.length * counts.length * methods * deferCount;
  const columns = newColumns(capacity);
  const { downPaymentFen, financedFen, instalmentFen, instalmentCount } = columns;
  let size = 0;
  let legalCost = 0;
  let instalmentTooSmall = 0;
  let freeTime = 0;
  for (const down of downs) {
    let left: Financed | null = null;
    let leftUnder = -1;
    for (const count of counts) {
      const rule = bestRule(choices, down, count);
      for (let method = 0; method < methods; method++) {
        const price = prices[rule + method];
        const factor = price?.factors[count] ?? Number.NaN;
        if (price === undefined || Number.isNaN(factor)) {
          legalCost += deferCount;
          continue;
        }
        // What is financed depends on the first payment and the rule alone.
        if (left === null || leftUnder !== rule) {
          const { feeWaiverFen, interestWaiverFen } = price;
          left = financed(account, { downPaymentFen: down, feeWaiverFen, interestWaiverFen }, limits.interestBearing);
          leftUnder = rule;
        }
        const instalment = (left.totalFen - left.interestFreeFen) * factor + left.interestFreeFen / count;
        if (left.totalFen <= 0 || instalment < segment.instalmentFenMin) {
          instalmentTooSmall += deferCount;
          continue;
        }
        const { monthlyRate } = price;
        const plan = { ...left, financedFen: left.totalFen, instalmentFen: instalment, count, monthlyRate };
        const paidFor = floor === null ? 0 : monthsPaidFor({ ...plan, method: price.method }, mostWanted, floor);
        for (let d = 0; d < deferCount; d++) {
          const months = deferral === undefined ? (defers[d] ?? 0) : Math.max(0, paidFor - deferral.leftOut);
          if (deferral === undefined ? months > paidFor : paidFor < mostWanted) freeTime++;
          if (deferral === undefined && months > paidFor) continue;
          downPaymentFen[size] = down;
          financedFen[size] = left.totalFen;
          columns.interestFreeFen[size] = left.interestFreeFen;
          instalmentFen[size] = instalment;
          instalmentCount[size] = count;
          columns.deferMonths[size] = months;
          columns.price[size] = rule + method;
          size++;
        }
      }
    }
  }
  const authority = segment.instalmentCounts.length - counts.length;
  return { size, ...columns, prices, removed: { authority, instalmentTooSmall, legalCost, freeTime } };
}

/** The choices that row `index` stands for. */
export function termsAt(grid: OfferGrid, index: number): PlanTerms {
  const price = grid.prices[grid.price[index] ?? 0];
  if (index < 0 || index >= grid.size || price === undefined) throw new RangeError(`no candidate ${index}`);
  return {
    downPaymentFen: grid.downPaymentFen[index] ?? 0,
    instalmentCount: grid.instalmentCount[index] ?? 0,
    method: price.method,
    monthlyRate: price.monthlyRate,
    deferMonths: grid.deferMonths[index] ?? 0,
    feeWaiverFen: price.feeWaiverFen,
    interestWaiverFen: price.interestWaiverFen,
    reliefRuleId: price.relief?.reliefRuleId ?? null,
  };
}
