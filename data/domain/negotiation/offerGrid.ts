// Every plan that the limits allow for one account, as columns of numbers: limits are filters here, before any ranking.
import type { NegotiableAccount } from '../account';
import type { InstalmentMethod } from '../instalmentAmounts';
import { legalCeilings } from '../legalCeilings';
import type { Fen } from '../money';
import { shareOf } from '../money';
import { type PolicyLimits, type ReliefRule, reliefRulesOf, type Segment } from '../policyLimits';
import { effectiveYearlyCost } from './policyProblems';

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
  readonly deferMonths?: readonly number[];
}

/** Columns of equal length; row i is one plan. `removed` counts what each filter took out. */
export interface OfferGrid {
  readonly size: number;
  readonly downPaymentFen: Float64Array;
  readonly financedFen: Float64Array;
  readonly instalmentFen: Float64Array;
  readonly instalmentCount: Uint8Array;
  readonly deferMonths: Uint8Array;
  /** Index into `prices`. */
  readonly price: Uint16Array;
  readonly prices: readonly PricePoint[];
  readonly removed: Readonly<Record<string, number>>;
}

/** Method and rate, with what one fen financed costs a month for each count. */
export interface PricePoint {
  readonly method: InstalmentMethod;
  readonly monthlyRate: number;
  readonly relief: ReliefRule | null;
  readonly feeWaiverFen: Fen;
  readonly interestWaiverFen: Fen;
  /** First instalment per fen financed, by count; NaN where the yearly cost would break the legal ceiling. */
  readonly factors: Float64Array;
}

const maxCount = legalCeilings.instalmentCountMax;

/** First instalment per fen financed. */
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

/** True when this plan, for this customer, meets what the rule asks for. Stubbornness meets nothing. */
export function meetsRelief(rule: ReliefRule, account: NegotiableAccount, downPaymentFen: Fen, count: number): boolean {
  const { needs } = rule;
  if (needs.kind === 'downPayment') return downPaymentFen >= shareOf(account.balanceFen, needs.downPaymentShareMin);
  if (needs.kind === 'shorterTerm') return count <= needs.instalmentCountMax;
  return needs.reasons.some((reason) => account.documentedReasons?.includes(reason) ?? false);
}

/** What a rule saves the customer in a typical plan, in fen: the better of two rules that are met applies. */
const worthOf = (price: PricePoint, account: NegotiableAccount, listRate: number): number =>
  price.feeWaiverFen + price.interestWaiverFen + (listRate - price.monthlyRate) * account.balanceFen * 18;

function pricePoints({ limits, segment, account }: GridRequest): PricePoint[] {
  const rules: (ReliefRule | null)[] = [
    null,
    ...reliefRulesOf(limits, segment).filter((r) => withinAuthority(limits, r)),
  ];
  return rules.flatMap((relief) =>
    segment.methods.map((method) => {
      const monthlyRate = Math.max(relief?.monthlyRate ?? segment.monthlyRateList, segment.monthlyRateFloor);
      const factors = new Float64Array(maxCount + 1).fill(Number.NaN);
      for (const count of segment.instalmentCounts)
        if (effectiveYearlyCost(method, monthlyRate, count) <= legalCeilings.yearlyCostMax)
          factors[count] = instalmentFactor(method, monthlyRate, count);
      return {
        method,
        monthlyRate,
        relief,
        feeWaiverFen: shareOf(account.feesFen, relief?.feeWaiverShare ?? 0),
        interestWaiverFen: shareOf(account.interestFen, relief?.interestWaiverShare ?? 0),
        factors,
      };
    }),
  );
}

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

/** Enumerates and filters. A rule of relief that is met always applies; of several, the best for the customer. */
export function buildOfferGrid(request: GridRequest): OfferGrid {
  const { limits, segment, account, deferMonths = [0] } = request;
  const prices = pricePoints(request);
  const downs = downPayments(request);
  const defers = [...new Set(deferMonths)].filter((months) => months <= segment.deferMonthsMax);
  const countMax = limits.authority.assistant.instalmentCountMax;
  const counts = segment.instalmentCounts.filter((count) => count <= countMax).sort((a, b) => a - b);
  const methods = segment.methods.length;
  const capacity = downs.length * counts.length * methods * defers.length;
  const columns = {
    downPaymentFen: new Float64Array(capacity),
    financedFen: new Float64Array(capacity),
    instalmentFen: new Float64Array(capacity),
    instalmentCount: new Uint8Array(capacity),
    deferMonths: new Uint8Array(capacity),
    price: new Uint16Array(capacity),
  };
  const removed = { authority: segment.instalmentCounts.length - counts.length, instalmentTooSmall: 0, legalCost: 0 };
  const worths = prices.map((price) => worthOf(price, account, segment.monthlyRateList));
  let size = 0;
  for (const down of downs)
    for (const count of counts) {
      // Prices are ordered rule by rule and within a rule by method; rule 0 is no relief.
      let rule = 0;
      for (let other = methods; other < prices.length; other += methods) {
        const relief = prices[other]?.relief ?? null;
        if (relief !== null && (worths[other] ?? 0) > (worths[rule] ?? 0) && meetsRelief(relief, account, down, count))
          rule = other;
      }
      for (let method = 0; method < methods; method++) {
        const price = prices[rule + method];
        if (price === undefined) continue;
        const financed = account.balanceFen - down - price.feeWaiverFen - price.interestWaiverFen;
        const instalment = financed * (price.factors[count] ?? Number.NaN);
        if (Number.isNaN(instalment)) {
          removed.legalCost += defers.length;
          continue;
        }
        if (financed <= 0 || instalment < segment.instalmentFenMin) {
          removed.instalmentTooSmall += defers.length;
          continue;
        }
        for (const defer of defers) {
          columns.downPaymentFen[size] = down;
          columns.financedFen[size] = financed;
          columns.instalmentFen[size] = instalment;
          columns.instalmentCount[size] = count;
          columns.deferMonths[size] = defer;
          columns.price[size] = rule + method;
          size++;
        }
      }
    }
  return { size, ...columns, prices, removed };
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
