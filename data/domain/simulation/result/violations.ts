// Whether an offer that was shown lies inside the limits: checked by arithmetic of its own, not by the engine's.
import { type NegotiableAccount, namesProduct, productsOf } from '../../account/account';
import type { CalendarDate } from '../../calendar/calendar';
import type { PolicyLimits, ReliefRule } from '../../limits/policyLimits';
import { legalCeilings } from '../../money/legalCeilings';
import type { Offer } from '../../offer/offer';
import { dayCount, dueDate, firstIsRight, monthlyReturn, payments } from './ownSchedule';

interface Case {
  readonly account: NegotiableAccount;
  readonly limits: PolicyLimits;
  readonly today: CalendarDate;
  /** The most that the customer said a month when the offer was shown, in fen; null or left out for nothing said. */
  readonly saidFen?: number | null;
}

/** Name of a limit, and whether it is broken. */
type Check = readonly [name: string, broken: boolean];

function segmentOf({ account, limits }: Case) {
  return limits.segments.find(
    ({ daysPastDueMin, daysPastDueMax, balanceFenMin, balanceFenMax, products }) =>
      account.daysPastDue >= daysPastDueMin &&
      account.daysPastDue <= daysPastDueMax &&
      account.balanceFen >= balanceFenMin &&
      account.balanceFen <= balanceFenMax &&
      (products.length === 0 || productsOf(account).every((product) => namesProduct(products, product))),
  );
}

const maybeNegotiated = ({ account, limits }: Case): boolean =>
  account.balanceFen >= limits.balanceFenMin &&
  account.balanceFen <= Math.min(limits.balanceFenMax, limits.authority.assistant.balanceFenMax) &&
  account.daysPastDue >= limits.daysPastDueMin &&
  account.brokenArrangements <= limits.brokenArrangementsMax &&
  !productsOf(account).some((product) => namesProduct(limits.excludedProducts, product));

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

/**
 * Fees that the plan still holds: none of them may bear interest. Up to day 90 the first payment clears interest before
 * fees; from day 91 it clears the principal and then the interest.
 */
function feesLeft(offer: Offer, account: NegotiableAccount): number {
  const before = account.interestFen - offer.interestWaiverFen + (account.daysPastDue > 90 ? account.principalFen : 0);
  const paidOff = Math.max(0, offer.downPaymentFen - before);
  return Math.max(0, account.feesFen - offer.feeWaiverFen - paidOff);
}

/** What the payments themselves say: amounts, yearly rates, and the ceiling of the law. */
function paymentChecks(offer: Offer, floor: number): Check[] {
  const { financedFen, interestFreeFen, instalmentCount, downPaymentFen, deferMonths } = offer;
  const all = payments(offer);
  const eachFen = all.map(({ bearingFen, freeFen }) => bearingFen + freeFen);
  const sumFen = eachFen.reduce((sum, fen) => sum + fen, 0);
  const first = 1 + deferMonths;
  const rate = monthlyReturn(financedFen, eachFen, first);
  const yearly = (1 + rate) ** 12 - 1;
  // A fen of rounding in each payment moves the rate by no more than this.
  const slack = 2 / financedFen + 1e-7;
  const bearingFen = financedFen - interestFreeFen;
  const paidForFen = all.map((payment) => payment.bearingFen);
  return [
    ['instalment', !firstIsRight(offer)],
    ['lastInstalment', offer.lastInstalmentFen !== eachFen[instalmentCount - 1]],
    ['total', offer.totalFen !== downPaymentFen + sumFen],
    ['yearlyRateNominal', Math.abs(offer.yearlyRateNominal - rate * 12) > 1e-6],
    ['yearlyRateEffective', Math.abs(offer.yearlyRateEffective - yearly) > 1e-6],
    ['legalCost', yearly > legalCeilings.yearlyCostMax + 12 * slack],
    // Months without a payment may not be given away: what bears interest earns the floor on its real days.
    ['floorWithDeferral', bearingFen > 0 && monthlyReturn(bearingFen, paidForFen, first) < floor - slack],
  ];
}

/** What the calendar says: enough days before the first payment, no month given away, the due day kept. */
function dateChecks(offer: Offer, { limits, today }: Case, daysMin: number): Check[] {
  const { firstDueDate, lastDueDate, dueDay, deferMonths, instalmentCount, validUntil } = offer;
  const daysToFirst = dayCount(firstDueDate) - dayCount(today);
  return [
    ['firstDueDate', daysToFirst < daysMin],
    ['monthGivenAway', daysToFirst > daysMin + 31 * (1 + deferMonths)],
    [
      'dueDay',
      (dueDay === 'last' ? 31 : dueDay) > limits.dueDayMax || dueDate(firstDueDate, 0, dueDay) !== firstDueDate,
    ],
    ['lastDueDate', lastDueDate !== dueDate(firstDueDate, instalmentCount - 1, dueDay)],
    ['validUntil', dayCount(validUntil) - dayCount(today) > limits.quoteValidDays],
  ];
}

/** What is known of the person says: never above documents, and above the share of a statement only against advice. */
function evidenceChecks(offer: Offer, { account, limits, saidFen = null }: Case): Check[] {
  const { documentedShareMax, statedShareMax } = limits.evidence;
  const documented = account.documentedMonthlyCapacityFen;
  const advised = offer.chosenAgainstAdvice !== true;
  return [
    ['aboveDocuments', documented !== null && offer.instalmentFen > documented * documentedShareMax + 1],
    ['aboveStatement', advised && saidFen !== null && offer.instalmentFen > saidFen * statedShareMax + 1],
  ];
}

/** Names of the limits that this offer breaks; empty when it breaks none. */
export function violations(offer: Offer, one: Case): string[] {
  const { account, limits } = one;
  const segment = segmentOf(one);
  if (segment === undefined || !maybeNegotiated(one)) return ['notNegotiable'];
  const { assistant } = limits.authority;
  const { financedFen, instalmentCount, monthlyRate, method } = offer;
  const waived = offer.feeWaiverFen + offer.interestWaiverFen;
  const share = offer.downPaymentFen / account.balanceFen;
  const fen = 1 / account.balanceFen;
  const checks: readonly Check[] = [
    ['instalmentCount', !segment.instalmentCounts.includes(instalmentCount)],
    ['instalmentCountMax', instalmentCount > Math.min(assistant.instalmentCountMax, legalCeilings.instalmentCountMax)],
    ['method', !segment.methods.includes(method)],
    ['monthlyRate', monthlyRate < segment.monthlyRateFloor || monthlyRate > segment.monthlyRateList],
    ['downPayment', share < segment.downPaymentShareMin - fen || share > segment.downPaymentShareMax + fen],
    ['instalmentFenMin', offer.instalmentFen < segment.instalmentFenMin - 1],
    ['deferMonths', offer.deferMonths > segment.deferMonthsMax],
    ['financed', financedFen !== account.balanceFen - offer.downPaymentFen - waived],
    ['interestOnFees', offer.interestFreeFen < feesLeft(offer, account)],
    ['relief', reliefProblem(offer, one, segment.reliefRuleIds, segment.monthlyRateList)],
    ...paymentChecks(offer, segment.monthlyRateFloor),
    ...dateChecks(offer, one, segment.firstPaymentDaysMin),
    ...evidenceChecks(offer, one),
  ];
  return checks.filter(([, broken]) => broken).map(([name]) => name);
}
