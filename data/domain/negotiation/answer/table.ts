// The offers on the table: numbers stay, nothing shown is withdrawn while valid, and no menu is without the lowest one.
import type { NegotiableAccount } from '../../account/account';
import type { CalendarDate } from '../../calendar/calendar';
import type { DueDay, Offer, OfferShape } from '../../offer/offer';
import type { Negotiation } from '../negotiation';
import type { PlanTerms } from '../offers/offerGrid';
import { insideLimits, priceOffer } from '../offers/priceOffer';
import type { Scene } from './scene';

/** The table without the offers whose days are over. */
export const dropExpired = (negotiation: Negotiation, today: CalendarDate): Negotiation => {
  const table = negotiation.table.filter((offer) => offer.validUntil >= today);
  if (table.length === negotiation.table.length) return negotiation;
  const kept = new Set(table.map((offer) => offer.number));
  const shownNumbers = negotiation.shownNumbers.filter((number) => kept.has(number));
  const chosen = negotiation.chosenNumber;
  const lost = chosen !== null && !kept.has(chosen) && negotiation.stage !== 'agreed';
  return {
    ...negotiation,
    table,
    shownNumbers,
    chosenNumber: lost ? null : chosen,
    stage: lost ? 'offering' : negotiation.stage,
    lowestInstalmentFen: table.length === 0 ? null : negotiation.lowestInstalmentFen,
  };
};

/** A payment has come in since the offers were priced: the same plans, on what is left. Never dearer than before. */
export function repriceAfterPayment(
  negotiation: Negotiation,
  account: NegotiableAccount,
  scene: Omit<Scene, 'negotiation'>,
): Negotiation {
  if (account.balanceFen >= negotiation.balanceFen || negotiation.stage === 'agreed') return negotiation;
  const table = negotiation.table.map((offer) => {
    const repriced = {
      ...priceOffer({ ...scene, terms: offer, dueDay: offer.dueDay, number: offer.number, shape: offer.shape }),
      validUntil: offer.validUntil,
    };
    return insideLimits(repriced, account, scene.limits, scene.segment) ? repriced : offer;
  });
  const lowest = table.reduce((least, offer) => Math.min(least, offer.instalmentFen), Number.POSITIVE_INFINITY);
  return {
    ...negotiation,
    table,
    balanceFen: account.balanceFen,
    lowestInstalmentFen: Number.isFinite(lowest) ? Math.min(lowest, negotiation.lowestInstalmentFen ?? lowest) : null,
  };
}

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
export const lowestOnTable = (table: readonly Offer[]): Offer | null =>
  table.reduce<Offer | null>(
    (low, offer) => (low === null || offer.instalmentFen < low.instalmentFen ? offer : low),
    null,
  );

/** Puts plans on the table and gives the offers to show, in order; a plan already there keeps its number and terms. */
export function layOnTable(
  scene: Scene,
  plans: readonly PlanToShow[],
  dueDay: DueDay,
): { negotiation: Negotiation; offers: Offer[] } {
  const { negotiation, account, limits, segment, today } = scene;
  const table = [...negotiation.table];
  const offerVersions = { ...negotiation.offerVersions };
  let { nextNumber } = negotiation;
  const offers: Offer[] = [];
  for (const { terms, shape } of plans) {
    const known = table.find((offer) => sameTerms(offer, terms, dueDay));
    const offer = known ?? priceOffer({ terms, account, limits, segment, today, dueDay, number: nextNumber, shape });
    if (offers.includes(offer)) continue;
    if (known === undefined) {
      if (!insideLimits(offer, account, limits, segment)) continue;
      table.push(offer);
      offerVersions[offer.number] = limits.version;
      nextNumber++;
    }
    offers.push(offer);
  }
  const lowest = lowestOnTable(negotiation.table);
  if (lowest !== null && offers.length > 0 && offers.every((offer) => offer.instalmentFen > lowest.instalmentFen)) {
    if (offers.length >= 3) offers.pop();
    offers.push(lowest);
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
      nextNumber,
      balanceFen: Math.min(account.balanceFen, table.length > 0 ? negotiation.balanceFen : account.balanceFen),
      shownNumbers: offers.map((offer) => offer.number),
      lowestInstalmentFen: Number.isFinite(least) ? least : null,
      chosenNumber: null,
      lastAsked: 'offer',
    },
  };
}
