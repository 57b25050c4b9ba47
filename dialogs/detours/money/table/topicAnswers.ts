// What is answered to each topic that offers are asked about, the same before and after signing where it can be.
import type { Aspect } from '../../../../data/domain/customer/customerTurn';
import { whyNotCount } from '../../../../data/domain/negotiation/whyNotCount';
import { whyNotLower } from '../../../../data/domain/negotiation/whyNotLower';
import { missedInstalmentsMaxDefault } from '../../../../data/domain/offer/costTable';
import type { Offer } from '../../../../data/domain/offer/offer';
import { negotiatedAccounts } from '../../../stages/negotiate/negotiatedAccounts';
import { capacitySaid } from '../../../stages/negotiate/notedLines';
import { sayWhy, sayWhyCount } from '../../../stages/negotiate/whyLines';
import { ownWords } from '../../../talk/acts/ownWords';
import type { Turn } from '../../../talk/turn';
import { type NamedOffer, sayCheapest, sayDates, sayDifferences, sayRates, sayTotals } from './offerAspects';
import { sayLeftAfter, supposesLifeEvent } from './planAhead';
import {
  sayCardsCovered,
  sayFees,
  sayOffersAgain,
  sayOften,
  sayValidity,
  sayWays,
  sayWhyDay,
  sayWithout,
} from './tableAnswers';
import { lengthAlone, type TableTopic } from './tableWords';

export type Topic = Aspect | TableTopic;

async function sayAgency(turn: Turn): Promise<void> {
  const accounts = await turn.ownAccounts();
  const placed = accounts.some((account) => account.agencyId !== null);
  turn.say(placed ? 'offer.agency' : 'offer.collection', {});
}

/** The plan of the length asked for, worked out; without a length, what holds the instalment where it is. */
export async function sayWhyNot(turn: Turn): Promise<void> {
  const isRefused = turn.wasJustSaid('negotiation.refuse.close');
  const negotiated = isRefused ? undefined : await negotiatedAccounts(turn);
  if (negotiated === undefined) {
    turn.say('why.refused', {});
    return;
  }
  const { before, view, limits } = negotiated;
  const { instalmentCount } = turn.heard.slots;
  const asked = instalmentCount?.max ?? instalmentCount?.min ?? lengthAlone(ownWords(turn));
  const line = asked === undefined ? null : whyNotCount(asked, before, view, limits);
  if (line === null) sayWhy(turn, whyNotLower(before, view, limits).slice(0, 2));
  else sayWhyCount(turn, line);
}

/** The least a month that the rules allow, and why. */
async function sayLeast(turn: Turn): Promise<void> {
  const negotiated = await negotiatedAccounts(turn);
  if (negotiated === undefined) return;
  const { before, view, limits } = negotiated;
  sayWhy(turn, whyNotLower(before, view, limits).slice(0, 2));
}

/** "What's that by the month?", right after a figure of another rhythm was noted: the figure, else what the plans take a month. */
function sayMonthly(turn: Turn, plans: readonly Offer[]): void {
  const facts = turn.wasJustSaid('negotiation.noted') ? turn.state.negotiation?.facts : undefined;
  const capacity = facts === undefined ? null : capacitySaid(turn, facts);
  if (capacity === null) sayOffersAgain(turn, plans);
  else turn.say('negotiation.noted', { capacity });
}

/** Speaks of these offers; none are needed for what holds of every plan. */
export async function sayTopic(turn: Turn, offers: readonly NamedOffer[], topic: Topic): Promise<void> {
  const plans = offers.map(({ offer }) => offer);
  const [first] = offers;
  switch (topic) {
    case 'interest':
    case 'total':
      return sayTotals(turn, offers, topic);
    case 'yearlyRate':
      return sayRates(turn, offers);
    case 'firstDate':
    case 'lastDate':
      return sayDates(turn, offers, topic);
    case 'difference':
      return sayDifferences(turn, offers);
    case 'cheapest':
      return sayCheapest(turn, offers);
    case 'missed':
    case 'makeUp':
      turn.say('offer.missed', { graceDays: turn.services.contract.graceDays, missed: missedInstalmentsMaxDefault });
      if (supposesLifeEvent(turn)) turn.say('offer.changedLife', {});
      return;
    case 'nextDue':
      return sayDates(turn, offers, 'firstDate');
    case 'leftAfter':
      return sayLeftAfter(turn, offers);
    case 'payMore':
      turn.say('offer.payMore', {});
      return;
    case 'payTo':
      turn.say('offer.payTo', {});
      return;
    case 'otherCards':
      turn.say('offer.otherCards', {});
      return;
    case 'changeLater':
      turn.say('offer.changeLater', {});
      return;
    case 'payOff':
    case 'earlyRepayment':
      turn.say('offer.earlyRepayment', {});
      return;
    case 'agency':
      return sayAgency(turn);
    case 'whyNot':
      return sayWhyNot(turn);
    case 'converted':
      return sayMonthly(turn, plans);
    case 'seldom':
      return sayOften(turn, offers, 'offer.seldom');
    case 'often':
      return sayOften(turn, offers, 'offer.often');
    case 'least':
      return sayLeast(turn);
    case 'ways':
      return sayWays(turn);
    case 'fees':
      return sayFees(turn);
    case 'list':
      return sayOffersAgain(turn, plans);
    case 'validity':
      return sayValidity(turn, plans);
    case 'cards':
      return sayCardsCovered(turn);
    case 'dueDay':
      return sayWhyDay(turn);
    case 'without':
      return first === undefined ? undefined : sayWithout(turn, first);
  }
}
