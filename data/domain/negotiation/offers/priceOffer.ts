// One plan, priced exactly to the fen: the only way in which terms become an offer that may be shown.
import type { NegotiableAccount } from '../../account/account';
import { addDays, type CalendarDate } from '../../calendar/calendar';
import type { PolicyLimits, Segment } from '../../limits/policyLimits';
import { legalCeilings, withinYearlyCostToTheFen } from '../../money/legalCeilings';
import { financed } from '../../offer/financed';
import { instalmentParts } from '../../offer/instalmentAmounts';
import { instalmentDueDate } from '../../offer/instalmentSchedule';
import type { DueDay, Offer, OfferShape } from '../../offer/offer';
import { yearlyRate } from '../../offer/yearlyRate';
import { firstDueDate } from './dueDates';
import type { PlanTerms } from './offerGrid';

export interface PriceRequest {
  readonly terms: PlanTerms;
  readonly account: NegotiableAccount;
  readonly limits: PolicyLimits;
  readonly segment: Segment;
  readonly today: CalendarDate;
  readonly dueDay: DueDay;
  readonly number: number;
  readonly shape: OfferShape;
}

/** The offer with its amounts, dates and yearly rates (all fees in). */
export function priceOffer({ terms, account, limits, segment, today, dueDay, number, shape }: PriceRequest): Offer {
  const { instalmentCount, method, monthlyRate, downPaymentFen, deferMonths } = terms;
  const { totalFen: financedFen, interestFreeFen } = financed(account, terms, limits.interestBearing);
  const parts = instalmentParts({ financedFen, interestFreeFen, instalmentCount, monthlyRate, method });
  const paymentsFen = parts.map((part) => part.paymentFen);
  const rate = yearlyRate({ financedFen, paymentsFen, deferMonths });
  const first = firstDueDate(today, dueDay, segment, deferMonths);
  return {
    number,
    shape,
    downPaymentFen,
    instalmentCount,
    instalmentFen: paymentsFen[0] ?? 0,
    lastInstalmentFen: paymentsFen.at(-1) ?? 0,
    method,
    monthlyRate,
    firstDueDate: first,
    lastDueDate: instalmentDueDate(first, dueDay, instalmentCount),
    dueDay,
    deferMonths,
    feeWaiverFen: terms.feeWaiverFen,
    interestWaiverFen: terms.interestWaiverFen,
    reliefRuleId: terms.reliefRuleId,
    financedFen,
    interestFreeFen,
    totalFen: paymentsFen.reduce((sum, payment) => sum + payment, downPaymentFen),
    yearlyRateNominal: rate.nominal,
    yearlyRateEffective: rate.effective,
    validUntil: addDays(today, limits.quoteValidDays),
  };
}

/** The last check before an offer may be shown, by other arithmetic than the grid's: false means a limit is broken. */
export function insideLimits(
  offer: Offer,
  account: NegotiableAccount,
  limits: PolicyLimits,
  segment: Segment,
): boolean {
  const { assistant } = limits.authority;
  const share = account.balanceFen === 0 ? 0 : offer.downPaymentFen / account.balanceFen;
  const halfFen = 0.5 / Math.max(1, account.balanceFen);
  return (
    offer.financedFen > 0 &&
    offer.instalmentCount <= Math.min(legalCeilings.instalmentCountMax, assistant.instalmentCountMax) &&
    segment.instalmentCounts.includes(offer.instalmentCount) &&
    segment.methods.includes(offer.method) &&
    withinYearlyCostToTheFen(offer.yearlyRateEffective, offer.financedFen) &&
    offer.monthlyRate >= segment.monthlyRateFloor &&
    offer.monthlyRate <= segment.monthlyRateList &&
    (offer.reliefRuleId !== null ||
      (offer.monthlyRate === segment.monthlyRateList && offer.feeWaiverFen + offer.interestWaiverFen === 0)) &&
    share >= segment.downPaymentShareMin - halfFen &&
    share <= segment.downPaymentShareMax + halfFen &&
    offer.deferMonths <= segment.deferMonthsMax &&
    offer.instalmentFen >= segment.instalmentFenMin - 1 &&
    offer.feeWaiverFen <= account.feesFen &&
    offer.interestWaiverFen <= account.interestFen &&
    account.balanceFen <= assistant.balanceFenMax
  );
}
