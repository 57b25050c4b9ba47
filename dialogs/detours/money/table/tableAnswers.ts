// Answers about the table as a whole: the offers once more, until when they stand, what else is charged, which cards they cover,
// why that day, and what paying without signing would come to.
import { type Account, daysPastDueOn, owedOn } from '../../../../data/domain/account/account';
import { interestADay } from '../../../../data/domain/account/whatPaying';
import { withoutPlan } from '../../../../data/domain/account/withoutPlan';
import type { Offer } from '../../../../data/domain/offer/offer';
import { cardList } from '../../../stages/negotiate/cardLines';
import { sayOfferLines } from '../../../stages/negotiate/offerLines';
import type { Turn } from '../../../talk/turn';
import { amountAsked } from '../accountDialog';
import type { NamedOffer } from './offerAspects';

/** The offers that were shown last, once more. */
export function sayOffersAgain(turn: Turn, shown: readonly Offer[]): void {
  const [first] = shown;
  if (first === undefined) return;
  turn.say('offer.again', { count: shown.length, dueDay: first.dueDay });
  sayOfferLines(turn, shown);
}

export function sayValidity(turn: Turn, shown: readonly Offer[]): void {
  const validUntil = shown
    .map((offer) => offer.validUntil)
    .sort()
    .at(0);
  if (validUntil !== undefined) turn.say('negotiation.offer.valid', { validUntil });
}

async function negotiatedCards(turn: Turn): Promise<readonly Account[]> {
  const { negotiatedAccountIds } = turn.state;
  const all = await turn.ownAccounts();
  const chosen = all.filter(({ accountId }) => negotiatedAccountIds.includes(accountId));
  return chosen.length > 0 ? chosen : all;
}

/** Weeks in a year, by which a monthly instalment is told in weekly parts. */
const weeksAYear = 52;

/**
 * Instalments are due once a month: until then they may be paid in parts, the lightest told by the week; they cannot be put
 * together into one a quarter or a year.
 */
export function sayOften(turn: Turn, offers: readonly NamedOffer[], how: 'offer.often' | 'offer.seldom'): void {
  const [lightest] = [...offers].sort((a, b) => a.offer.instalmentFen - b.offer.instalmentFen);
  if (lightest === undefined) return;
  const { offer, name } = lightest;
  const weekly = Math.ceil((offer.instalmentFen * 12) / weeksAYear);
  const monthly = { offer: name, instalment: offer.instalmentFen, dueDay: offer.dueDay };
  if (how === 'offer.seldom') turn.say('offer.seldom', monthly);
  else turn.say('offer.often', { ...monthly, weekly });
}

/** Nothing but interest is charged for a plan; fees that are owed already are spread over it. */
export async function sayFees(turn: Turn): Promise<void> {
  const accounts = await negotiatedCards(turn);
  const fees = accounts.reduce((sum, account) => sum + owedOn(account, turn.today).feesFen, 0);
  turn.say('offer.noFees', {});
  if (fees > 0) turn.say('offer.feesSpread', { fees });
}

/** What could still close the gap that was told last; without one, what can be changed. */
export function sayWays(turn: Turn): void {
  const gap = turn.state.lastSpoken.find(({ id }) => id === 'negotiation.nearest.downPaymentCloses');
  if (gap !== undefined) turn.sayAgain('negotiation.nearest.downPaymentCloses', gap.values);
  turn.say(gap === undefined ? 'negotiation.whatToChange' : 'negotiation.nearest.close', {});
}

/** Which cards a plan covers: all that are negotiated, each with its debt. */
export async function sayCardsCovered(turn: Turn): Promise<void> {
  const accounts = await negotiatedCards(turn);
  const [only] = accounts;
  const list = cardList(turn, accounts);
  if (list !== null) turn.say('negotiation.offer.cards', { list });
  else if (only !== undefined) turn.say('offer.oneCard', { tail: only.cardTail });
}

/** The day of the month: chosen by the customer, or the one after payday; and how to move it. */
export function sayWhyDay(turn: Turn): void {
  const { facts } = turn.state.negotiation ?? {};
  const [offer] = turn.state.negotiation?.table ?? [];
  if (facts?.payday != null && facts.dueDay === null && offer !== undefined)
    turn.say('why.dueDay', { payday: facts.payday, dueDay: offer.dueDay });
  else turn.say('why.dueDayYours', {});
}

/** Paying as much with no arrangement, against the plan, in yuan; interest and contact go on without one. */
export async function sayWithout(turn: Turn, { offer, name }: NamedOffer): Promise<void> {
  const accounts = (await negotiatedCards(turn)).filter((account) => daysPastDueOn(account, turn.today) > 0);
  const monthly = amountAsked(turn) ?? offer.instalmentFen;
  const { months, totalFen: total, interestFen: interest } = withoutPlan(accounts, monthly, turn.today);
  const perDay = accounts.reduce((sum, account) => sum + interestADay(account), 0);
  if (months === null) turn.say('offer.withoutNever', { monthly, perDay });
  else turn.say('offer.without', { monthly, perDay, months, total, interest });
  turn.say('offer.withPlan', { offer: name, total: offer.totalFen, count: offer.instalmentCount });
}
