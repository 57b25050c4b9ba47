// The one gate: a plan becomes an offer that somebody can take only here. Menus, nearest and closing plans, wishes, and offers made
// anew all pass it, so that no way of asking leads around a limit. It looks at limits, documents and law; never at worth.
import type { NegotiableAccount } from '../../account/account';
import type { CalendarDate } from '../../calendar/calendar';
import type { PolicyLimits, Segment } from '../../limits/policyLimits';
import type { Fen } from '../../money/money';
import type { AdmittedOffer, Offer } from '../../offer/offer';
import { freeMonths } from './dueDates';
import { paysForTime } from './freeTime';
import { insideLimits, type PriceRequest, priceOffer } from './priceOffer';

/** Why a plan is kept out: a limit of policy or law, more a month than accepted documents support, or time that it does not pay for. */
export type GateRule = 'limits' | 'documents' | 'freeTime';

export type Admission =
  | { readonly kind: 'admitted'; readonly offer: AdmittedOffer }
  | { readonly kind: 'keptOut'; readonly rule: GateRule };

export interface AdmissionRequest extends PriceRequest {
  /** The most a month that may be put forward without advising against it, in fen; Infinity where nothing was said. */
  readonly advisedFenMax: number;
  /** Last day of an offer that is made anew; one made for the first time stays as long as policy says. */
  readonly validUntil?: CalendarDate;
}

/** The most a month that accepted documents support, in whole fen; Infinity without documents. */
export const documentedFenMax = (
  { documentedMonthlyCapacityFen: documented }: NegotiableAccount,
  { evidence }: PolicyLimits,
): number => (documented === null ? Number.POSITIVE_INFINITY : shareWithin(documented, evidence.documentedShareMax));

/** The whole fen of a share, rounded down: a bound is never exceeded by rounding. */
export const shareWithin = (fen: number, share: number): number => Math.floor(fen * share + 1e-6);

/** The rule that keeps an offer out today; null when it may be taken. */
export function keptOutBy(
  offer: Offer,
  account: NegotiableAccount,
  limits: PolicyLimits,
  segment: Segment,
  today: CalendarDate,
): GateRule | null {
  if (!insideLimits(offer, account, limits, segment)) return 'limits';
  if (offer.instalmentFen > documentedFenMax(account, limits)) return 'documents';
  const free = freeMonths(offer.firstDueDate, { limits, segment, today });
  return free === 0 || (free <= segment.deferMonthsMax && paysForTime(offer, free, segment)) ? null : 'freeTime';
}

/** True where the offer takes more a month than the policy's share of what the customer said. */
export const isAgainstAdvice = ({ instalmentFen }: { readonly instalmentFen: Fen }, advisedFenMax: number): boolean =>
  instalmentFen > advisedFenMax;

/** An admitted offer with the advice that holds now; its terms are untouched. */
export function advised(offer: AdmittedOffer, advisedFenMax: number): AdmittedOffer {
  const against = isAgainstAdvice(offer, advisedFenMax);
  if (against === (offer.chosenAgainstAdvice ?? false)) return offer;
  const { chosenAgainstAdvice: _, ...terms } = offer;
  return against ? { ...terms, chosenAgainstAdvice: true } : terms;
}

/** Prices a plan and admits it, or says which rule keeps it out. */
export function admit(request: AdmissionRequest): Admission {
  const { account, limits, segment, advisedFenMax } = request;
  const priced = priceOffer(request);
  const offer = request.validUntil === undefined ? priced : { ...priced, validUntil: request.validUntil };
  const rule = keptOutBy(offer, account, limits, segment, request.today);
  return rule === null
    ? { kind: 'admitted', offer: advised(offer as AdmittedOffer, advisedFenMax) }
    : { kind: 'keptOut', rule };
}
