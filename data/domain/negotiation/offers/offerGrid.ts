// Every plan that the limits allow for one account, as columns of numbers: limits are filters here, before any ranking.
import type { Fen } from '../../money/money';
import { shareOf } from '../../money/money';
import { type Financed, financed } from '../../offer/financed';
import type { InstalmentMethod } from '../../offer/instalmentAmounts';
import { floorWorth, monthsPaidFor } from './freeTime';
import { bestRule, maxCount, type PricePoint, type PriceScope, pricePoints, ruleChoices } from './prices';

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

export interface GridRequest extends PriceScope {
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

const newColumns = (capacity: number) => ({
  downPaymentFen: new Float64Array(capacity),
  financedFen: new Float64Array(capacity),
  interestFreeFen: new Float64Array(capacity),
  instalmentFen: new Float64Array(capacity),
  instalmentCount: new Uint8Array(capacity),
  deferMonths: new Uint8Array(capacity),
  price: new Uint16Array(capacity),
});

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
