// Whether an offer that was shown lies inside the limits: checked by arithmetic of its own, not by the engine's.
import { type NegotiableAccount, productsOf } from '../../account/account';
import { addDays, type CalendarDate } from '../../calendar/calendar';
import type { PolicyLimits, ReliefRule } from '../../limits/policyLimits';
import { legalCeilings } from '../../money/legalCeilings';
import { instalmentAmountsFast } from '../../offer/instalmentAmounts';
import type { Offer } from '../../offer/offer';

interface Case {
  readonly account: NegotiableAccount;
  readonly limits: PolicyLimits;
  readonly today: CalendarDate;
}

function segmentOf({ account, limits }: Case) {
  return limits.segments.find(
    ({ daysPastDueMin, daysPastDueMax, balanceFenMin, balanceFenMax, products }) =>
      account.daysPastDue >= daysPastDueMin &&
      account.daysPastDue <= daysPastDueMax &&
      account.balanceFen >= balanceFenMin &&
      account.balanceFen <= balanceFenMax &&
      (products.length === 0 || productsOf(account).every((product) => products.includes(product))),
  );
}

const maybeNegotiated = ({ account, limits }: Case): boolean =>
  account.balanceFen >= limits.balanceFenMin &&
  account.balanceFen <= Math.min(limits.balanceFenMax, limits.authority.assistant.balanceFenMax) &&
  account.daysPastDue >= limits.daysPastDueMin &&
  account.brokenArrangements <= limits.brokenArrangementsMax &&
  !productsOf(account).some((product) => limits.excludedProducts.includes(product));

function reliefEarned(rule: ReliefRule, offer: Offer, account: NegotiableAccount): boolean {
  const { needs } = rule;
  if (needs.kind === 'evidence')
    return needs.reasons.some((reason) => (account.documentedReasons ?? []).includes(reason));
  if (needs.kind === 'shorterTerm') return offer.instalmentCount <= needs.instalmentCountMax;
  return offer.downPaymentFen + 1 >= needs.downPaymentShareMin * account.balanceFen;
}

/** Relief that no rule gives, more of it than the rule gives, or more than the assistant may give. */
function reliefProblem(offer: Offer, { account, limits }: Case, ruleIds: readonly string[], listRate: number): boolean {
  const given = offer.feeWaiverFen + offer.interestWaiverFen > 0 || offer.monthlyRate < listRate;
  if (!given) return false;
  const rule = limits.reliefRules.find((one) => one.reliefRuleId === offer.reliefRuleId);
  if (rule === undefined || !ruleIds.includes(rule.reliefRuleId) || !reliefEarned(rule, offer, account)) return true;
  const { assistant } = limits.authority;
  return (
    offer.feeWaiverFen > account.feesFen * Math.min(rule.feeWaiverShare, assistant.feeWaiverShareMax) + 1 ||
    offer.interestWaiverFen >
      account.interestFen * Math.min(rule.interestWaiverShare, assistant.interestWaiverShareMax) + 1 ||
    (offer.monthlyRate < listRate &&
      offer.monthlyRate < Math.max(rule.monthlyRate ?? listRate, assistant.monthlyRateMin))
  );
}

/** True when the payments, at the legal ceiling's rate, are worth more today than what they pay off. */
function aboveLegalCost(offer: Offer): boolean {
  const discount = (1 + legalCeilings.yearlyCostMax) ** (-1 / 12);
  const { financedFen, interestFreeFen, instalmentCount, monthlyRate, method } = offer;
  const bearingFen = financedFen - interestFreeFen;
  let factor = discount ** offer.deferMonths;
  let worth = 0;
  for (let t = 1; t <= instalmentCount; t++) {
    factor *= discount;
    const falling = (bearingFen * (1 + (instalmentCount - t + 1) * monthlyRate) + interestFreeFen) / instalmentCount;
    const level = method === 'equalPrincipal' ? falling : offer.instalmentFen;
    worth += factor * (t === instalmentCount ? offer.lastInstalmentFen : level);
  }
  // A tenth of a thousandth for the rounding of instalments.
  return worth > financedFen * 1.0001 + instalmentCount;
}

/**
 * Fees that the plan still holds: none of them may bear interest. Up to day 90 the first payment clears interest before
 * fees; from day 91 it clears the principal and then the interest.
 */
function feesLeft(offer: Offer, account: NegotiableAccount): number {
  const before = account.interestFen - offer.interestWaiverFen + (account.daysPastDue > 90 ? account.principalFen : 0);
  const paidOff = Math.max(0, offer.downPaymentFen - before);
  return Math.max(0, account.feesFen - offer.feeWaiverFen - paidOff);
}

/** Names of the limits that this offer breaks; empty when it breaks none. */
export function violations(offer: Offer, one: Case): string[] {
  const { account, limits, today } = one;
  const segment = segmentOf(one);
  if (segment === undefined || !maybeNegotiated(one)) return ['notNegotiable'];
  const { assistant } = limits.authority;
  const { financedFen, instalmentCount, monthlyRate, method } = offer;
  const amounts = instalmentAmountsFast(offer);
  const waived = offer.feeWaiverFen + offer.interestWaiverFen;
  const share = offer.downPaymentFen / account.balanceFen;
  const fen = 1 / account.balanceFen;
  const checks: readonly (readonly [string, boolean])[] = [
    ['instalmentCount', !segment.instalmentCounts.includes(instalmentCount)],
    ['instalmentCountMax', instalmentCount > Math.min(assistant.instalmentCountMax, legalCeilings.instalmentCountMax)],
    ['method', !segment.methods.includes(method)],
    ['monthlyRate', monthlyRate < segment.monthlyRateFloor || monthlyRate > segment.monthlyRateList],
    ['downPayment', share < segment.downPaymentShareMin - fen || share > segment.downPaymentShareMax + fen],
    ['instalmentFenMin', offer.instalmentFen < segment.instalmentFenMin - 1],
    ['deferMonths', offer.deferMonths > segment.deferMonthsMax],
    ['firstDueDate', offer.firstDueDate < addDays(today, segment.firstPaymentDaysMin)],
    ['financed', financedFen !== account.balanceFen - offer.downPaymentFen - waived],
    ['interestOnFees', offer.interestFreeFen < feesLeft(offer, account)],
    ['total', Math.abs(offer.totalFen - offer.downPaymentFen - amounts.totalFen) > 1],
    ['instalment', Math.abs(offer.instalmentFen - amounts.instalmentFen) > 1],
    ['relief', reliefProblem(offer, one, segment.reliefRuleIds, segment.monthlyRateList)],
    ['legalCost', aboveLegalCost(offer)],
  ];
  return checks.filter(([, broken]) => broken).map(([name]) => name);
}
