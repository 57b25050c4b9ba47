// Laying offers on the table: a plan already there keeps its number and terms, and no menu is without the lowest one.
import { shareOf } from '../../money/money';
import type { AdmittedOffer, DueDay, Offer, OfferShape } from '../../offer/offer';
import type { Negotiation, PricedOn } from '../negotiation';
import { advisedFenMax } from '../offers/bounds';
import { earliestDueDay } from '../offers/dueDates';
import { admit } from '../offers/gate';
import type { PlanTerms } from '../offers/offerGrid';
import type { Scene } from './scene';

export interface PlanToShow {
  readonly terms: PlanTerms;
  readonly shape: OfferShape;
}

/** The same plan; its first date may lie a month later by now, and then the one on the table is the better one. */
const sameTerms = (offer: Offer, terms: PlanTerms, dueDay: DueDay): boolean =>
  offer.downPaymentFen === terms.downPaymentFen &&
  offer.instalmentCount === terms.instalmentCount &&
  offer.method === terms.method &&
  offer.monthlyRate === terms.monthlyRate &&
  offer.deferMonths === terms.deferMonths &&
  offer.reliefRuleId === terms.reliefRuleId &&
  offer.dueDay === dueDay;

/** The lowest instalment on the table; the earlier number wins between equals. */
export const lowestOnTable = <Shown extends Offer>(table: readonly Shown[]): Shown | null =>
  table.reduce<Shown | null>(
    (low, offer) => (low === null || offer.instalmentFen < low.instalmentFen ? offer : low),
    null,
  );

/** What the lowest is measured among: all that was shown; with no first payment but what policy asks for, for who wants to pay none. */
function measured({ negotiation, account, segment }: Scene): readonly AdmittedOffer[] {
  if (!negotiation.facts.noDownPayment) return negotiation.table;
  const least = shareOf(account.balanceFen, segment.downPaymentShareMin);
  return negotiation.table.filter((offer) => offer.downPaymentFen <= least);
}

/** What an offer made in this scene is priced on. */
export const pricedOnNow = ({ account, segment }: Pick<Scene, 'account' | 'segment'>): PricedOn => ({
  principalFen: account.principalFen,
  feesFen: account.feesFen,
  documentedFen: account.documentedMonthlyCapacityFen,
  segmentId: segment.segmentId,
});

/** Puts plans on the table and gives the offers to show, in order; a plan already there keeps its number and terms. */
export function layOnTable(
  scene: Scene,
  plans: readonly PlanToShow[],
  dueDay: DueDay,
): { negotiation: Negotiation; offers: AdmittedOffer[] } {
  const { negotiation, account, limits, segment, today } = scene;
  const mostFen = advisedFenMax(negotiation.facts, limits);
  const earliest = earliestDueDay(scene);
  const table = [...negotiation.table];
  const offerVersions = { ...negotiation.offerVersions };
  const pricedOn = { ...negotiation.pricedOn };
  let { nextNumber } = negotiation;
  const offers: AdmittedOffer[] = [];
  // A plan that does not pay for its time falls due on the earliest day that leaves out no month, or begins a month sooner.
  const sooner = ({ terms, shape }: PlanToShow, day: DueDay): AdmittedOffer | null => {
    if (day !== earliest) return layOn({ terms, shape }, earliest);
    return terms.deferMonths > 0
      ? layOn({ terms: { ...terms, deferMonths: terms.deferMonths - 1 }, shape }, day)
      : null;
  };
  const layOn = ({ terms, shape }: PlanToShow, day: DueDay): AdmittedOffer | null => {
    const known = table.find((offer) => sameTerms(offer, terms, day));
    if (known !== undefined) return known;
    const place = { account, limits, segment, today, dueDay: day, number: nextNumber, shape };
    const admission = admit({ terms, ...place, advisedFenMax: mostFen });
    if (admission.kind === 'keptOut') return admission.rule === 'freeTime' ? sooner({ terms, shape }, day) : null;
    table.push(admission.offer);
    offerVersions[nextNumber] = limits.version;
    pricedOn[nextNumber] = pricedOnNow(scene);
    nextNumber++;
    return admission.offer;
  };
  const lay = (plan: PlanToShow) => layOn(plan, dueDay);
  for (const plan of plans) {
    const offer = lay(plan);
    if (offer !== null && !offers.includes(offer)) offers.push(offer);
  }
  const lowest = lowestOnTable(measured(scene));
  if (lowest !== null && offers.length > 0 && offers.every((offer) => offer.instalmentFen > lowest.instalmentFen)) {
    if (offers.length >= 3) offers.pop();
    // On the day that the others have, where that is allowed.
    offers.push(lay({ terms: lowest, shape: lowest.shape }) ?? lowest);
  }
  const least = offers.reduce(
    (low, offer) => Math.min(low, offer.instalmentFen),
    negotiation.lowestInstalmentFen ?? Number.POSITIVE_INFINITY,
  );
  return {
    offers,
    negotiation: {
      ...negotiation,
      stage: offers.length > 0 ? 'offering' : negotiation.stage,
      table,
      offerVersions,
      pricedOn,
      nextNumber,
      balanceFen: Math.min(account.balanceFen, table.length > 0 ? negotiation.balanceFen : account.balanceFen),
      shownNumbers: offers.map((offer) => offer.number),
      lowestInstalmentFen: Number.isFinite(least) ? least : null,
      signing: null,
      lastAsked: 'offer',
    },
  };
}
