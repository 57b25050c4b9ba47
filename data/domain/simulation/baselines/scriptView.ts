// What a script of a baseline knows, and how it prices a row of the grid.
import type { CalendarDate } from '../../calendar/calendar';
import type { Segment } from '../../limits/policyLimits';
import type { OfferGrid } from '../../negotiation/offers/offerGrid';
import { termsAt } from '../../negotiation/offers/offerGrid';
import type { Offer } from '../../offer/offer';
import type { CaseFacts } from '../bargainer';
import { firstPayment, type PlanToValue } from '../planWorth';

/** What a script knows when it is its turn. */
export interface ScriptView {
  readonly facts: CaseFacts;
  readonly segment: Segment;
  readonly grid: OfferGrid;
  /** Menus shown so far. */
  readonly round: number;
  readonly asked: { readonly monthlyAmount: number; readonly lumpSum: number };
  readonly statedFen: number | null;
  /** What documents or salary credits support, in fen a month. */
  readonly evidence: { readonly kind: 'documented' | 'bank'; readonly fen: number } | null;
  readonly lumpSumFen: number | null;
  /** False for the one bot that goes around the evidence gate. */
  readonly compliant: boolean;
  /** The most a month that may be proposed on what is known, in fen: every row shown is within it. */
  readonly gateFen: number;
  /** When first instalments fall due. */
  readonly dueDate: CalendarDate;
}

/** A row of the grid as the plan that it stands for. */
export function planOf({ grid }: ScriptView, row: number): PlanToValue {
  const { instalmentCount, monthlyRate, method, downPaymentFen, deferMonths } = termsAt(grid, row);
  const financedFen = grid.financedFen[row] ?? 0;
  const interestFreeFen = grid.interestFreeFen[row] ?? 0;
  return { downPaymentFen, financedFen, interestFreeFen, instalmentCount, monthlyRate, method, deferMonths };
}

/** Sum of all instalments but for some fen: nobody is shown what a baseline offers. */
function sumOfInstalments(plan: PlanToValue, level: number): number {
  const { financedFen, interestFreeFen, instalmentCount, monthlyRate, method } = plan;
  const interestFen = ((financedFen - interestFreeFen) * monthlyRate * (instalmentCount + 1)) / 2;
  return method === 'equalPrincipal' ? Math.round(financedFen + interestFen) : level * instalmentCount;
}

/** A row of the grid as an offer. */
export function priced(view: ScriptView, row: number, number: number): Offer {
  const { grid, facts, dueDate } = view;
  const terms = termsAt(grid, row);
  const plan = planOf(view, row);
  const { instalmentCount, monthlyRate, method, downPaymentFen, deferMonths, financedFen, interestFreeFen } = plan;
  const instalmentFen = firstPayment(plan);
  return {
    number,
    shape: 'recommended',
    downPaymentFen,
    instalmentCount,
    instalmentFen,
    lastInstalmentFen: instalmentFen,
    method,
    monthlyRate,
    firstDueDate: dueDate,
    lastDueDate: dueDate,
    dueDay: facts.limits.dueDayDefault,
    deferMonths,
    feeWaiverFen: terms.feeWaiverFen,
    interestWaiverFen: terms.interestWaiverFen,
    reliefRuleId: terms.reliefRuleId,
    financedFen,
    interestFreeFen,
    totalFen: downPaymentFen + sumOfInstalments(plan, instalmentFen),
    yearlyRateNominal: monthlyRate * 12,
    yearlyRateEffective: (1 + monthlyRate) ** 12 - 1,
    validUntil: dueDate,
  };
}
